"""The firm: what it does, and since when it is in. Employers belong to the region; one organisation edits."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.catalogue.choices import Sector, WorkForm
from werktop.regions.naming import key_column, marks_column

KEEP = "firm"
BOOKS = "to know how large a firm is and where it stands in the registers"
KEPT_ASIDE = ["name_key", "name_marks"]
"""Columns that the database makes of a name, to find somebody by: history tells the name."""


class Size(models.TextChoices):
    """How many people work there (classes of CBS)."""

    ONE = "1", _("1 mens")
    TO_9 = "9", _("2 tot en met 9 mensen")
    TO_49 = "49", _("10 tot en met 49 mensen")
    TO_249 = "249", _("50 tot en met 249 mensen")
    MORE = "more", _("250 mensen of meer")


class PsoStep(models.TextChoices):
    """The steps of the performance ladder for social enterprise (PSO)."""

    ASPIRANT = "aspirant", _("aspirant")
    ONE = "1", _("trede 1")
    TWO = "2", _("trede 2")
    THREE = "3", _("trede 3")
    THIRTY = "30+", _("30+")


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
    process = models.TextField(blank=True)
    mission = models.TextField(blank=True)
    culture = models.TextField(blank=True)
    how_it_is = models.TextField(blank=True)
    sbi_code = models.CharField(max_length=5, blank=True)
    sbi_version = models.CharField(max_length=4, blank=True)
    size = models.CharField(max_length=4, choices=Size.choices, blank=True)
    register_number = models.CharField(max_length=8, blank=True)
    pso_step = models.CharField(max_length=8, choices=PsoStep.choices, blank=True)
    pso_until_date = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=20, default="form")
    created_at = models.DateTimeField()
    name_key = key_column("name")
    name_marks = marks_column("name")

    privacy = (
        technical("region organisation source created_at terms joinings entrepreneurs contact_people")
        | label(
            "organisation", "to bring people and work together", KEEP,
            "name name_key name_marks sector address postcode place is_step_free what_we_do looks_for work_forms "
            "process mission culture how_it_is",
        )
        | label("organisation", BOOKS, KEEP, "sbi_code sbi_version size register_number pso_step pso_until_date")
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="the_size_of_an_employer_is_a_class", condition=Q(size__in=["", *Size.values])
            ),
            models.CheckConstraint(
                name="an_sbi_code_is_of_a_version_that_we_know",
                condition=Q(sbi_version__in=["", "2008", "2025"]),
            ),
            models.UniqueConstraint(
                models.functions.Lower("name"),
                "region",
                "postcode",
                name="one_employer_per_name_and_postcode_in_a_region",
            ),
            models.UniqueConstraint(
                fields=["region", "register_number"],
                condition=~Q(register_number=""),
                name="one_employer_per_register_number_in_a_region",
            ),
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
