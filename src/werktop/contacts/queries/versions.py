"""What the forms about a contact moment and a reminder start from, and their versions."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from werktop.audit.versions import version_of
from werktop.contacts.models import ContactMoment, Reminder, Role


def facts_of(moment: ContactMoment, words: str) -> dict[str, Any]:
    """The facts that the form asks for, as they are kept now, with the words that whoever asks may read."""
    people = list(moment.people.all())
    return {
        "channel": moment.channel,
        "day": timezone.localdate(moment.happened_at),
        "words": words,
        "is_reached": moment.is_reached,
        "employer_id": moment.employer_id,
        "candidate_ids": [
            each.candidate_id for each in people if each.candidate_id and each.role == Role.WITH
        ],
        "about_ids": [each.candidate_id for each in people if each.role == Role.ABOUT],
        "entrepreneur_ids": [each.entrepreneur_id for each in people if each.entrepreneur_id],
    }


def moment_version(moment: Any) -> str:
    """The version that a form carries, for `change_contact`."""
    return version_of(facts_of(moment, moment.said))


def facts_of_reminder(reminder: Reminder, what: str) -> dict[str, Any]:
    """The facts that its form asks for, as they are kept now."""
    return {"what": what, "due_date": reminder.due_date}


def reminder_version(reminder: Any) -> str:
    """The version that a form carries, for `change_reminder`."""
    return version_of(facts_of_reminder(reminder, reminder.said))
