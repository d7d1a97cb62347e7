"""Who works where, since which day and until when, and which colleague is called about it."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.catalogue.choices import WorkForm

KEEP = "candidate"
WHY = "to know who works where, and whom to call about it"
UNPAID = (WorkForm.TRIAL, WorkForm.WORK_EXPERIENCE, WorkForm.INTERNSHIP, WorkForm.VOLUNTARY)
"""Without wages. A learn-work place can be either."""
PAID = (WorkForm.REGULAR, WorkForm.CARVED, WorkForm.SHELTERED, WorkForm.SECONDMENT)


class Footing(models.TextChoices):
    """How somebody is paid at the start. The first of the three facts of a placement; the other two are known later. For who works
    with the candidate alone: an employer never learns it from us."""

    REGULAR = "regular", _("regulier: met loon")
    KEEPS_BENEFIT = "keeps_benefit", _("met behoud van uitkering")
    NOT_APPLICABLE = "not_applicable", _("zonder loon, en had geen uitkering")


class Ended(models.TextChoices):
    """Why somebody works there no more, in words that may stand in a file: never about health."""

    TERM = "term", _("de afgesproken tijd was om")
    OTHER_FORM = "other_form", _("gaat daar verder in een andere vorm")
    ELSEWHERE = "elsewhere", _("ging elders werken")
    OUTGROWN = "outgrown", _("was toe aan iets anders")
    NO_FIT = "no_fit", _("het paste niet")
    NO_WORK = "no_work", _("het werk was er niet meer")
    NOT_BEGUN = "not_begun", _("begon toch niet")
    OTHERWISE = "otherwise", _("om iets anders")
    MISTAKE = "mistake", _("stond er bij vergissing")


NEVER_WAS = (Ended.NOT_BEGUN, Ended.MISTAKE)
"""Reasons by which nobody worked there: such a placement ends on its first day."""


@pghistory.track()
class Placement(Record):
    """One candidate at one firm from the first worked day on, with or without a proposal before it. `what` is the work in a few
    words, as everybody reads it. `contact` is the colleague who is called; without one the firm's contact person is. `leave_given`:
    who pays the benefit agreed before the first day; `takes_no_paid_work`: it takes the place of nobody's paid work. Both are
    asked of the forms of work without wages alone (`terms`)."""

    SAID: ClassVar = {
        "takes_no_paid_work": _("komt niet in de plaats van iemands betaalde werk"),
        "leave_given": _("wie de uitkering betaalt, zei vooraf ja"),
    }

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.CASCADE, related_name="+")
    employer = models.ForeignKey("employers.Employer", on_delete=models.PROTECT, related_name="+")
    work_profile = models.ForeignKey(
        "work_profiles.WorkProfile", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    proposal = models.ForeignKey(
        "proposals.Proposal", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    entrepreneur = models.ForeignKey(
        "employers.Entrepreneur", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    what = models.CharField(max_length=120)
    work_form = models.CharField(max_length=16, choices=WorkForm.choices)
    week_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    started_date = models.DateField()
    expected_end_date = models.DateField(null=True, blank=True)
    footing = models.CharField(max_length=16, choices=Footing.choices, blank=True)
    takes_no_paid_work = models.BooleanField(default=False)
    leave_given = models.BooleanField(default=False)
    ended_date = models.DateField(null=True, blank=True)
    ended_reason = models.CharField(max_length=12, choices=Ended.choices, blank=True)
    contact = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()

    privacy = (
        technical("organisation region employer work_profile proposal noted_at")
        | label(
            "picture", WHY, KEEP,
            "candidate entrepreneur what work_form week_minutes started_date expected_end_date takes_no_paid_work ended_date "
            "ended_reason",
        )
        | label("by-law", "to know how somebody is paid, and what comes of that", KEEP, "footing leave_given")
        | label("work-account", "whom to call", KEEP, "contact noted_by")
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "employer"],
                condition=Q(ended_date=None),
                name="a_candidate_works_at_a_firm_once_at_a_time",
            ),
            models.UniqueConstraint(fields=["proposal"], name="a_proposal_becomes_one_placement"),
            models.CheckConstraint(name="a_placement_says_what_work", condition=~Q(what="")),
            models.CheckConstraint(
                name="hours_of_a_placement_fit_in_a_week",
                condition=Q(week_minutes=None) | Q(week_minutes__range=(1, 3600)),
            ),
            models.CheckConstraint(
                name="a_placement_ends_after_it_starts",
                condition=(Q(ended_date=None) | Q(ended_date__gte=F("started_date")))
                & (Q(expected_end_date=None) | Q(expected_end_date__gte=F("started_date"))),
            ),
            models.CheckConstraint(
                name="work_without_wages_is_not_paid",
                condition=~Q(work_form__in=UNPAID, footing=Footing.REGULAR),
            ),
            models.CheckConstraint(
                name="a_job_is_paid",
                condition=~Q(work_form__in=PAID) | Q(footing__in=("", Footing.REGULAR)),
            ),
            models.CheckConstraint(
                name="a_trial_placement_is_for_who_keeps_a_benefit",
                condition=~Q(work_form=WorkForm.TRIAL) | Q(footing__in=("", Footing.KEEPS_BENEFIT)),
            ),
            models.CheckConstraint(
                name="a_placement_that_ended_says_why",
                condition=Q(ended_date=None, ended_reason="")
                | Q(ended_date__isnull=False) & ~Q(ended_reason=""),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-started_date", "-id"], name="placement_by_start"),
            models.Index(fields=["employer", "ended_date"], name="placement_at_firm"),
            models.Index(fields=["work_profile", "ended_date"], name="placement_of_work"),
            models.Index(fields=["entrepreneur", "ended_date"], name="placement_with"),
        ]

    @property
    def never_was(self) -> bool:
        """Whether nobody worked there."""
        return self.ended_reason in NEVER_WAS
