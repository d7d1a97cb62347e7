"""A chance at a firm that is no vacancy: what changes there, and may become work or something else that helps."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .firm import KEEP, Employer


class ChanceKind(models.TextChoices):
    """What changes at a firm (seed 003, seed 004)."""

    GROWTH = "growth", _("groei")
    MOVING = "moving", _("verhuizing of nieuw pand")
    INNOVATION = "innovation", _("iets nieuws")
    RETIREMENT = "retirement", _("pensioen")
    PROCESS = "process", _("ander werkproces")
    SUPPORT = "support", _("iemand helpen blijven werken")
    TRAINING = "training", _("eigen mensen opleiden")
    OTHER = "other", _("iets anders")


class Span(models.TextChoices):
    """How exactly it is known when."""

    DAY = "day", _("dag")
    MONTH = "month", _("maand")
    QUARTER = "quarter", _("kwartaal")
    YEAR = "year", _("jaar")


class Sureness(models.TextChoices):
    SURE = "sure", _("zeker")
    LIKELY = "likely", _("waarschijnlijk")
    MAYBE = "maybe", _("misschien")


@pghistory.track()
class Chance(Record):
    """A chance as a colleague heard it. `expected_date` is the first day of its `span`; `outcome` says in words what was done
    with it. `note_id` is the quick note that it came from, and `work_profile_id` the work that it became, of rooms above."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        WORK = "work", _("werkprofiel geworden")
        PASSED = "passed", _("doorgegeven")
        NOTHING = "nothing", _("nu niets mee te doen")

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=ChanceKind.choices)
    words = models.CharField(max_length=200)
    expected_date = models.DateField(null=True, blank=True)
    span = models.CharField(max_length=8, choices=Span.choices, blank=True)
    sureness = models.CharField(max_length=8, choices=Sureness.choices, blank=True)
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()
    note_id = models.UUIDField(null=True, blank=True, db_index=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    outcome = models.CharField(max_length=200, blank=True)
    work_profile_id = models.UUIDField(null=True, blank=True)
    closed_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical("employer organisation region note_id noted_at work_profile_id closed_at")
        | label(
            "organisation", "to bring people and work together", KEEP,
            "kind words expected_date span sureness status outcome",
        )
        | label("work-account", "whom to ask", KEEP, "noted_by closed_by")
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_chance_says_what", condition=~Q(words="")),
            models.CheckConstraint(
                name="a_chance_has_a_day_with_its_span",
                condition=Q(expected_date=None, span="") | Q(expected_date__isnull=False) & ~Q(span=""),
            ),
            models.CheckConstraint(
                name="an_open_chance_is_not_closed",
                condition=Q(status="open", closed_at=None) | ~Q(status="open") & Q(closed_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["employer", "status"], name="chance_of_employer"),
            models.Index(fields=["region", "status", "expected_date"], name="chance_of_region"),
        ]
