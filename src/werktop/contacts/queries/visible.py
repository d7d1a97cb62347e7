"""Who sees which contact moments and reminders: the own organisation, by the rule of its candidates' pages.

What was said about a candidate is read by who works with that candidate, or with one of several (`candidates.works_with`);
also where it was said to a firm and nobody spoke with the candidate (`Role.ABOUT`).
Rows come without their words (`words`, `what`): `said` holds them for who reads them, and `is_hidden` says that they are kept
from this viewer. Who wrote a moment reads it while nobody works with its candidates. With `at`, for one page, also who opened a
candidate's with a reason reads them, and who wrote or did it that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.contacts.models import ContactMoment, MomentPerson, Reminder, ReminderPerson

PEOPLE = ("people__candidate", "people__entrepreneur__employer")


def moments_visible_to(viewer: Actor, at: datetime | None = None) -> QuerySet[Any]:
    """The contact moments of the viewer's organisation, the latest first, with colleague, firm and people at hand."""
    if not viewer.can("see_candidates"):
        return ContactMoment.objects.none()
    found = ContactMoment.objects.filter(organisation_id=viewer.organisation_id)
    people = MomentPerson.objects.filter(moment_id=OuterRef("pk"))
    return (
        _with_said(found, viewer, at, "words", people, _written_by(viewer, at, people))
        .select_related("by", "employer")
        .prefetch_related(*PEOPLE)
        .order_by("-happened_at", "-id")
    )


def _written_by(viewer: Actor, at: datetime | None, people: QuerySet[Any]) -> Q:
    """What the viewer wrote and therefore reads: of that day, and of candidates with whom nobody works. Else nobody would."""
    if viewer.kind != "staff":
        return Q(pk__in=[])
    # asked of the viewer's own moments alone: of all of them it would be answered for every list
    own = ContactMoment.objects.filter(by_id=viewer.id).order_by()
    nobodys = own.filter(~Exists(people.filter(candidates.somebody_works_with("candidate__")))).values("pk")
    of_today = Q(noted_at__gte=_begin_of(at)) if at else Q(pk__in=[])
    return Q(by_id=viewer.id) & (of_today | Q(pk__in=nobodys))


def reminders_visible_to(viewer: Actor, at: datetime | None = None) -> QuerySet[Any]:
    """The reminders of the viewer's organisation, the first due first, with colleagues, firm and people at hand. Whose it is
    reads it while it is open."""
    if not viewer.can("see_candidates"):
        return Reminder.objects.none()
    found = Reminder.objects.filter(organisation_id=viewer.organisation_id)
    is_open = Q(done_at=None) | Q(done_at__gte=_begin_of(at)) if at else Q(done_at=None)
    own = Q(owner_id__in=candidates.guarded_ids_of(viewer)) & is_open
    return (
        _with_said(found, viewer, at, "what", ReminderPerson.objects.filter(reminder_id=OuterRef("pk")), own)
        .select_related("owner", "done_by", "employer")
        .prefetch_related(*PEOPLE)
        .order_by("due_date", "id")
    )


def _begin_of(at: datetime) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate(at), time.min))


def _with_said(
    found: QuerySet[Any], viewer: Actor, at: datetime | None, field: str, people: QuerySet[Any], own: Q
) -> QuerySet[Any]:
    """These rows without `field`, with `said` and `is_hidden` in its place; `own` are those that the viewer reads anyhow."""
    talked_of = people.filter(candidate__isnull=False)
    worked_with = people.filter(candidates.works_with_or_opened(viewer, at, "candidate__"))
    is_read = own | ~Exists(talked_of) | Exists(worked_with)
    return found.defer(field).annotate(
        said=Case(When(is_read, then=F(field)), default=Value(""), output_field=TextField()),
        is_hidden=Case(When(Q(**{field: ""}) | is_read, then=Value(False)), default=Value(True)),
    )


def moment_for(viewer: Actor, moment_id: UUID, at: datetime | None = None) -> Any:
    """One contact moment of the viewer's organisation; else `NotVisible`."""
    found = moments_visible_to(viewer, at).filter(pk=moment_id).first()
    if found is None:
        raise NotVisible()
    return found


def reminder_for(viewer: Actor, reminder_id: UUID, at: datetime | None = None) -> Any:
    """One reminder of the viewer's organisation; else `NotVisible`."""
    found = reminders_visible_to(viewer, at).filter(pk=reminder_id).first()
    if found is None:
        raise NotVisible()
    return found


def reads_moment(viewer: Actor, moment_id: UUID, at: datetime) -> bool:
    """Whether the viewer sees this contact moment and reads what was said."""
    return moments_visible_to(viewer, at).filter(pk=moment_id, is_hidden=False).exists()


def reads_reminder(viewer: Actor, reminder_id: UUID, at: datetime) -> bool:
    """Whether the viewer sees this reminder and reads what was promised."""
    return reminders_visible_to(viewer, at).filter(pk=reminder_id, is_hidden=False).exists()


def moments_of_candidate(viewer: Actor, candidate_id: UUID, at: datetime | None = None) -> QuerySet[Any]:
    """The contact moments with this candidate, and those that are about this candidate."""
    return moments_visible_to(viewer, at).filter(people__candidate_id=candidate_id)


def moments_of_employer(viewer: Actor, employer_id: UUID) -> QuerySet[Any]:
    """The contact moments with this firm or its people."""
    of_people = ContactMoment.objects.filter(people__entrepreneur__employer_id=employer_id)
    return moments_visible_to(viewer).filter(
        pk__in=ContactMoment.objects.filter(employer_id=employer_id)
        .values("pk")
        .union(of_people.values("pk"))
    )


def reminders_of_candidate(viewer: Actor, candidate_id: UUID, at: datetime | None = None) -> QuerySet[Any]:
    """What was promised about this candidate and is not done."""
    return reminders_visible_to(viewer, at).filter(people__candidate_id=candidate_id, done_at=None)


def reminders_of_employer(viewer: Actor, employer_id: UUID, _at: datetime | None = None) -> QuerySet[Any]:
    """What was promised about this firm or its people and is not done; a look with a reason is for the candidate's pages."""
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
