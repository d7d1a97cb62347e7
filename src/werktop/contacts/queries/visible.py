"""Who sees which contact moments and reminders: the own organisation, by the rule of its candidates' pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.contacts.models import ContactMoment, Reminder

PEOPLE = ("people__candidate", "people__entrepreneur__employer")


def moments_visible_to(viewer: Actor) -> QuerySet[ContactMoment]:
    """The contact moments of the viewer's organisation, the latest first, with colleague, firm and people at hand."""
    if not viewer.can("see_candidates"):
        return ContactMoment.objects.none()
    return (
        ContactMoment.objects.filter(organisation_id=viewer.organisation_id)
        .select_related("by", "employer")
        .prefetch_related(*PEOPLE)
        .order_by("-happened_at", "-id")
    )


def reminders_visible_to(viewer: Actor) -> QuerySet[Reminder]:
    """The reminders of the viewer's organisation, the first due first, with colleagues, firm and people at hand."""
    if not viewer.can("see_candidates"):
        return Reminder.objects.none()
    return (
        Reminder.objects.filter(organisation_id=viewer.organisation_id)
        .select_related("owner", "done_by", "employer")
        .prefetch_related(*PEOPLE)
        .order_by("due_date", "id")
    )


def moment_for(viewer: Actor, moment_id: UUID) -> ContactMoment:
    """One contact moment of the viewer's organisation; else `NotVisible`."""
    found = moments_visible_to(viewer).filter(pk=moment_id).first()
    if found is None:
        raise NotVisible()
    return found


def reminder_for(viewer: Actor, reminder_id: UUID) -> Reminder:
    """One reminder of the viewer's organisation; else `NotVisible`."""
    found = reminders_visible_to(viewer).filter(pk=reminder_id).first()
    if found is None:
        raise NotVisible()
    return found


def moments_of_candidate(viewer: Actor, candidate_id: UUID) -> QuerySet[ContactMoment]:
    """The contact moments with this candidate."""
    return moments_visible_to(viewer).filter(people__candidate_id=candidate_id)


def moments_of_employer(viewer: Actor, employer_id: UUID) -> QuerySet[ContactMoment]:
    """The contact moments with this firm or its people."""
    of_people = ContactMoment.objects.filter(people__entrepreneur__employer_id=employer_id)
    return moments_visible_to(viewer).filter(
        pk__in=ContactMoment.objects.filter(employer_id=employer_id)
        .values("pk")
        .union(of_people.values("pk"))
    )


def reminders_of_candidate(viewer: Actor, candidate_id: UUID) -> QuerySet[Reminder]:
    """What was promised about this candidate and is not done."""
    return reminders_visible_to(viewer).filter(people__candidate_id=candidate_id, done_at=None)


def reminders_of_employer(viewer: Actor, employer_id: UUID) -> QuerySet[Reminder]:
    """What was promised about this firm or its people and is not done."""
    of_people = Reminder.objects.filter(people__entrepreneur__employer_id=employer_id)
    return reminders_visible_to(viewer).filter(
        done_at=None,
        pk__in=Reminder.objects.filter(employer_id=employer_id).values("pk").union(of_people.values("pk")),
    )


def people_named(rows: Iterable[Any]) -> list[tuple[str, UUID]]:
    """Everybody whom these moments or reminders name, for the processing log."""
    return [
        ("candidate", each.candidate_id) if each.candidate_id else ("entrepreneur", each.entrepreneur_id)
        for row in rows
        for each in row.people.all()
    ]
