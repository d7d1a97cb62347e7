"""Contact moments, and reminders of what was promised in them. Both may be about several people at a time."""

from __future__ import annotations

from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.audit.refusals import NotVisible

KEEP = "candidate firm"
KEEP_REMINDER = "candidate firm reminder"
WHY = "to know what was said and promised"


class Channel(models.TextChoices):
    VISIT = "visit", _("bezoek")
    CALL = "call", _("gebeld")
    TALK = "talk", _("gesprek")
    MESSAGE = "message", _("bericht")
    WORKSHOP = "workshop", _("workshop")


class Role(models.TextChoices):
    """What a candidate has to do with a moment: was spoken with, or was spoken about, also with somebody who is not known here
    (decision 42)."""

    WITH = "with"
    ABOUT = "about"


SOMEBODY = """
IF NEW.employer_id IS NULL
    AND EXISTS (SELECT FROM contacts_contactmoment WHERE id = NEW.id AND employer_id IS NULL)
    AND NOT EXISTS (SELECT FROM contacts_momentperson WHERE moment_id = NEW.id)
THEN
    RAISE EXCEPTION 'a contact moment is with somebody' USING ERRCODE = 'check_violation';
END IF;
RETURN NULL;
"""


class Said(Record):
    """Words that `queries.visible` keeps from some viewers. A row that it handed out as hidden does not fetch them later either, by
    whatever page or template asks: `NotVisible`."""

    class Meta:
        abstract = True

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        if getattr(self, "is_hidden", False):
            raise NotVisible()
        super().refresh_from_db(*args, **kwargs)


@pghistory.track()
class ContactMoment(Said):
    """Somebody of the organisation spoke with candidates, with people of a firm, or with both; or tried to, where `is_reached`
    is False: then it counts as no contact.

    `happened_at` is the day, at noon where no hour is known. `note_id` is shared by all that was saved as one quick note.
    """

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=8, choices=Channel.choices)
    happened_at = models.DateTimeField()
    by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    employer = models.ForeignKey(
        "employers.Employer", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    words = models.TextField(blank=True)
    is_reached = models.BooleanField(default=True)
    note_id = models.UUIDField(null=True, blank=True, db_index=True)
    noted_at = models.DateTimeField()

    privacy = (
        technical("organisation region employer note_id noted_at people")
        | label("picture", WHY, KEEP, "channel happened_at words is_reached")
        | label("work-account", "whom to ask", KEEP, "by")
    )

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-happened_at", "-id"], name="moment_latest_first"),
            models.Index(fields=["employer", "-happened_at"], name="moment_of_employer"),
        ]
        triggers = [
            # at the end of the transaction: the people are written after the moment
            pgtrigger.Trigger(
                name="is_with_somebody",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=SOMEBODY,
            )
        ]


class PersonOf(Record):
    """One candidate or entrepreneur of a row that may be about several: a table for each kind of row, which says who it is of."""

    candidate = models.ForeignKey(
        "candidates.Candidate", null=True, on_delete=models.CASCADE, related_name="+"
    )
    entrepreneur = models.ForeignKey(
        "employers.Entrepreneur", null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        abstract = True


def _each_once(of: str) -> list[models.BaseConstraint]:
    """What holds of the people of a row: each is one, and stands there once."""
    return [
        models.UniqueConstraint(fields=[of, "candidate"], name=f"a_candidate_once_per_{of}"),
        models.UniqueConstraint(fields=[of, "entrepreneur"], name=f"an_entrepreneur_once_per_{of}"),
        models.CheckConstraint(
            name=f"a_person_of_a_{of}_is_one",
            condition=Q(candidate=None, entrepreneur__isnull=False)
            | Q(candidate__isnull=False, entrepreneur=None),
        ),
    ]


@pghistory.track()
class MomentPerson(PersonOf):
    """One candidate or entrepreneur with whom a contact moment was, or a candidate whom its words are about: that is no contact."""

    moment = models.ForeignKey(ContactMoment, on_delete=models.CASCADE, related_name="people")
    role = models.CharField(max_length=5, choices=Role.choices, default=Role.WITH)

    privacy = technical("moment candidate entrepreneur role")

    class Meta:
        constraints = [
            *_each_once("moment"),
            models.CheckConstraint(
                name="only_a_candidate_is_spoken_about",
                condition=Q(role="with") | Q(role="about", candidate__isnull=False),
            ),
        ]


@pghistory.track()
class Reminder(Said):
    """What a colleague promised to do, and by when. About the same people as a contact moment, or about nobody by name."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=200)
    due_date = models.DateField()
    owner = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    employer = models.ForeignKey(
        "employers.Employer", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    note_id = models.UUIDField(null=True, blank=True, db_index=True)
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    privacy = (
        technical("organisation region employer note_id made_at people")
        | label("picture", WHY, KEEP_REMINDER, "what due_date done_at")
        | label("work-account", "whom to ask", KEEP_REMINDER, "owner done_by")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_reminder_says_what", condition=~Q(what="")),
            models.CheckConstraint(
                name="who_did_it_did_it", condition=Q(done_by=None) | Q(done_at__isnull=False)
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "due_date"], name="reminder_by_day"),
            models.Index(
                fields=["owner", "due_date"], name="open_reminder_of_owner", condition=Q(done_at=None)
            ),
        ]


@pghistory.track()
class ReminderPerson(PersonOf):
    """One candidate or entrepreneur whom a reminder is about."""

    reminder = models.ForeignKey(Reminder, on_delete=models.CASCADE, related_name="people")

    role = Role.WITH
    """Of a reminder nobody is told apart."""

    privacy = technical("reminder candidate entrepreneur")

    class Meta:
        constraints = _each_once("reminder")


class Draft(Record):
    """A sentence on its way from one page to another, or that came back from one: for who wrote it, within a day. `value` is the
    person or firm on whose page it was written ("candidate:…"), "" elsewhere. No session holds it: an erasure finds it here."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    sentence = models.TextField()
    value = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField(db_index=True)

    privacy = technical("organisation account made_at") | label(
        "picture", "to write a note over two pages", "draft", "sentence value"
    )
