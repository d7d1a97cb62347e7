"""Who speaks for a firm begins and stops with other things that happen."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.employers.models import ContactPerson, Employer, Entrepreneur


def first_contact_people(actor: Actor, at: datetime, employer: Employer, person: Entrepreneur) -> None:
    """Who brings a firm in speaks with it, and the first person of the firm with us, until somebody says otherwise."""
    day = timezone.localdate(at)
    turns = [ContactPerson(employer=employer, person=person, since_date=day, noted_at=at)]
    if actor.kind == "staff" and actor.id and not actor.acts_for:
        turns.append(ContactPerson(employer=employer, account_id=actor.id, since_date=day, noted_at=at))
    ContactPerson.objects.bulk_create(turns)


def end_turns_of(person: Entrepreneur, at: datetime) -> None:
    """Who stops at a firm speaks for it no longer."""
    day = timezone.localdate(at)
    for turn in ContactPerson.objects.select_for_update().filter(person=person, until_date=None):
        turn.until_date = max(day, turn.since_date)
        turn.save(update_fields=["until_date"])
