"""Employers and the entrepreneurs who sit at the table. They belong to the region; one organisation edits."""

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
from werktop.catalogue.choices import Language, Sector, WorkForm
from werktop.regions.naming import key_column, marks_column
from werktop.ui.components.phones import phone as phone_in_words

KEEP = "firm"
KEPT_ASIDE = ["name_key", "name_marks"]
"""Columns that the database makes of a name, to find somebody by: history tells the name."""


@pghistory.track(exclude=KEPT_ASIDE)
class Employer(Record):
    """A firm or institution: what it does, and what work it may have in any form."""

    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    sector = models.CharField(max_length=1, choices=Sector.choices, blank=True)
    address = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    place = models.CharField(max_length=80, blank=True)
    is_step_free = models.BooleanField(default=False)
    what_we_do = models.TextField(blank=True)
    looks_for = models.TextField(blank=True)
    work_forms = ArrayField(
        models.CharField(max_length=16, choices=WorkForm.choices), default=list, blank=True
    )
    source = models.CharField(max_length=20, default="form")
    created_at = models.DateTimeField()
    name_key = key_column("name")
    name_marks = marks_column("name")

    privacy = technical("region organisation source created_at terms joinings entrepreneurs openings") | label(
        "organisation", "to bring people and work together", KEEP,
        "name name_key name_marks sector address postcode place is_step_free what_we_do looks_for work_forms",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                "region",
                "postcode",
                name="one_employer_per_name_and_postcode_in_a_region",
            )
        ]
        indexes = [
            models.Index(fields=["region", "name"], name="employer_by_name"),
            models.Index(fields=["region", "name_key", "id"], name="employer_by_name_key"),
            GinIndex(fields=["name_key"], opclasses=["gin_trgm_ops"], name="employer_name_alike"),
            GinIndex(fields=["name_marks"], name="employer_name_marks"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class EmployerTerm(Record):
    """A competency that an employer looks for, or an interest that the place gives room to."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="terms")
    term = models.ForeignKey("catalogue.Term", on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    privacy = technical("employer noted_at") | label(
        "organisation", "to bring people and work together", KEEP, "term"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["employer", "term"], name="a_term_once_per_employer")]


@pghistory.track()
class Joining(Record):
    """The dated moment at which an employer joins the approach: an event, counted."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="joinings")
    joined_date = models.DateField()
    brought_by = models.ForeignKey(
        "employers.Entrepreneur", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    privacy = technical("employer brought_by") | label(
        "organisation", "the growth of the network", KEEP, "joined_date"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["employer"], name="an_employer_joins_once")]


@pghistory.track()
class Opening(Record):
    """Work that an employer expects to have, as a colleague heard it: not a vacancy yet. `note_id` is the quick note that it
    came from, of a room above."""

    class Status(models.TextChoices):
        OPEN = "open", _("komt eraan")
        FILLED = "filled", _("vervuld")
        GONE = "gone", _("gaat niet door")

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="openings")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=120)
    places = models.PositiveSmallIntegerField(null=True, blank=True)
    from_date = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()
    note_id = models.UUIDField(null=True, blank=True, db_index=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical("employer organisation region note_id noted_at closed_at")
        | label("organisation", "to bring people and work together", KEEP, "what places from_date status")
        | label("work-account", "whom to ask", KEEP, "noted_by")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_opening_says_what", condition=~Q(what="")),
            models.CheckConstraint(
                name="an_opening_has_one_place_or_more", condition=Q(places=None) | Q(places__gte=1)
            ),
            models.CheckConstraint(
                name="an_open_opening_is_not_closed",
                condition=Q(status="open", closed_at=None) | ~Q(status="open") & Q(closed_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["employer", "status", "from_date"], name="opening_of_employer")]


@pghistory.track(exclude=KEPT_ASIDE)
class Entrepreneur(Record):
    """The person of the firm who sits at the table."""

    READ_AS: ClassVar = {"phone": phone_in_words}

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="entrepreneurs")
    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    languages = ArrayField(models.CharField(max_length=2, choices=Language.choices), default=list, blank=True)
    is_active = models.BooleanField(default=True)
    name_key = key_column("first_name", "last_name")
    name_marks = marks_column("first_name", "last_name")

    privacy = technical("employer is_active known_firms") | label(
        "business-contact",
        "to invite to a gathering and to a talk",
        KEEP,
        "first_name last_name name_key name_marks email phone languages",
    )

    class Meta:
        indexes = [
            models.Index(fields=["employer", "first_name"], name="entrepreneur_by_firm"),
            GinIndex(fields=["name_key"], opclasses=["gin_trgm_ops"], name="entrepreneur_name_alike"),
            GinIndex(fields=["name_marks"], name="entrepreneur_name_marks"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """First and last name together."""
        return f"{self.first_name} {self.last_name}".strip()


@pghistory.track()
class KnownFirm(Record):
    """A firm to which an entrepreneur would introduce someone; with `employer` where we know it ourselves."""

    entrepreneur = models.ForeignKey(Entrepreneur, on_delete=models.CASCADE, related_name="known_firms")
    firm_name = models.CharField(max_length=120)
    employer = models.ForeignKey(Employer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    privacy = technical("entrepreneur employer") | label(
        "business-contact", "to introduce someone to a colleague", KEEP, "firm_name"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entrepreneur", "firm_name"], name="a_known_firm_once_per_entrepreneur"
            ),
            models.CheckConstraint(name="a_known_firm_has_a_name", condition=~Q(firm_name="")),
        ]
