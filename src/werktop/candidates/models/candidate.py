"""The candidate. A row belongs to one organisation; a field that nobody uses does not exist."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.catalogue.choices import Language
from werktop.regions.naming import key_column, marks_column
from werktop.ui.components.phones import phone as phone_in_words

KEEP = "contact"


class PreferredChannel(models.TextChoices):
    EMAIL = "email", _("e-mail")
    SMS = "sms", _("sms")
    LETTER = "letter", _("brief")
    CALL = "call", _("bellen")


class Way(models.TextChoices):
    """How contact goes well, as one says it to a colleague who picks up the telephone."""

    CALL = "call", _("bellen, niet schrijven")
    TOGETHER = "together", _("bellen, en een brief samen lezen")
    TEXT = "sms", _("een kort bericht op de telefoon, geen brief")
    OTHER = "other", _("iets anders")


class DutchLevel(models.IntegerChoices):
    """How well somebody knows Dutch, by the code for it that a list of UWV gives (CdTaalbeheersing in the SUWI register)."""

    NOT_YET = 1, _("nog niet")
    SOME = 2, _("redelijk")
    WELL = 3, _("goed")
    VERY_WELL = 4, _("heel goed")


def dutch_in_words(level: int) -> str:
    """A level of Dutch as people read it; another than there are as it was noted."""
    return str(DutchLevel(level).label) if level in DutchLevel.values else str(level)


KEPT_ASIDE = ["name_key", "name_marks", "marks", "picture_at", "spoken_at", "adjusted_ways"]
"""Columns to find people by, made of what stands elsewhere: history tells that, and not these."""


@pghistory.track(exclude=KEPT_ASIDE)
class Candidate(Record):
    """A job seeker, in the words that a next talk needs.

    `contact_at` is the last contact that we know of (without one: `created_at`), `kept_until_date` what a colleague
    asked, `erase_date` the day that was announced for erasing who was not in touch.
    To find people by: `spoken_at` is the last contact moment that was noted. The database itself keeps `name_key` and
    `name_marks` (`regions.naming`), `marks` (what the picture says, as the filters ask: migration 0002) and `picture_at`,
    when the picture was touched last; who notes an adjustment in the picture keeps `adjusted_ways`, which messages read.
    """

    READ_AS: ClassVar = {
        "phone": phone_in_words,
        "dutch_spoken": dutch_in_words,
        "dutch_written": dutch_in_words,
    }

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    preferred_channel = models.CharField(
        max_length=8, choices=PreferredChannel.choices, default=PreferredChannel.EMAIL
    )
    adjusted_ways = ArrayField(models.CharField(max_length=8, choices=Way.choices), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=2, choices=Language.choices), default=list, blank=True)
    own_words = models.TextField(blank=True)
    is_step_free_needed = models.BooleanField(default=False)
    is_interpreter_needed = models.BooleanField(default=False)
    is_childcare_needed = models.BooleanField(default=False)
    is_travel_paid = models.BooleanField(default=False)
    has_companion = models.BooleanField(default=False)
    day_note = models.CharField(max_length=200, blank=True)
    education = models.CharField(max_length=40, blank=True)
    dutch_spoken = models.PositiveSmallIntegerField(null=True, blank=True)
    dutch_written = models.PositiveSmallIntegerField(null=True, blank=True)
    driving_licences = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    registered_date = models.DateField(null=True, blank=True)
    reported_date = models.DateField(null=True, blank=True)
    is_shared = models.BooleanField(default=True)
    assigned_to = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    colleague_name = models.CharField(max_length=80, blank=True)
    legal_ground = models.CharField(max_length=200)
    legal_purpose = models.CharField(max_length=200)
    informed_date = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=20, default="form")
    identity = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    contact_at = models.DateTimeField(null=True, blank=True)
    kept_until_date = models.DateField(null=True, blank=True)
    erase_date = models.DateField(null=True, blank=True, db_index=True)
    name_key = key_column("first_name", "last_name")
    name_marks = marks_column("first_name", "last_name")
    marks = ArrayField(models.TextField(), default=list, blank=True, editable=False)
    picture_at = models.DateTimeField(null=True, blank=True, editable=False)
    spoken_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical(
            "organisation region assigned_to source identity created_at left_at contact_at kept_until_date erase_date "
            "terms wish picture_at spoken_at"
        )
        | label("identity", "to know who it is", KEEP, "first_name last_name name_key name_marks")
        | label("contact", "to invite and to call", KEEP, "email phone address postcode preferred_channel")
        | label(
            "picture",
            "to bring together with work that fits",
            KEEP,
            "languages own_words education dutch_spoken dutch_written driving_licences registered_date reported_date",
        )
        | label(
            "needs",
            "to make the day possible",
            KEEP,
            "marks adjusted_ways "
            "is_step_free_needed is_interpreter_needed is_childcare_needed is_travel_paid has_companion day_note",
        )
        | label(
            "identity",
            "accountability of the processing",
            KEEP,
            "is_shared legal_ground legal_purpose informed_date",
        )
        | label("work-account", "whom to ask", KEEP, "colleague_name")
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "identity"],
                condition=~Q(identity=""),
                name="one_candidate_per_imported_identity",
            ),
            models.CheckConstraint(
                name="a_candidate_has_ground_and_purpose",
                condition=~Q(legal_ground="") & ~Q(legal_purpose=""),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "first_name", "last_name"], name="candidate_by_name"),
            models.Index(
                fields=["organisation", "name_key", "id"],
                name="candidate_by_name_key",
                condition=Q(left_at=None),
            ),
            GinIndex(fields=["name_key"], opclasses=["gin_trgm_ops"], name="candidate_name_alike"),
            GinIndex(fields=["name_marks"], name="candidate_name_marks"),
            GinIndex(fields=["marks"], name="candidate_marks_index"),
            models.Index(fields=["organisation", "postcode"], name="candidate_by_postcode"),
            GinIndex(fields=["languages"], name="candidate_languages"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """First and last name together."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def adjusted_channel(self) -> str:
        """By which way alone we write or call, whatever somebody prefers; "" where no adjustment says so."""
        if {Way.CALL, Way.TOGETHER} & set(self.adjusted_ways):
            return PreferredChannel.CALL
        return PreferredChannel.SMS if Way.TEXT in self.adjusted_ways else ""

    @property
    def adjusted_words(self) -> str:
        """How contact goes well, for beside a telephone number: "" where nothing was asked, or in other words alone."""
        return "; ".join(str(Way(way).label) for way in self.adjusted_ways if way != Way.OTHER)
