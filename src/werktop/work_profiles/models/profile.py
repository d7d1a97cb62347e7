"""A work profile: work at an employer, in any form, now or later. It may start as one sentence heard on a visit, and grow."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.catalogue.choices import WorkForm
from werktop.work_profiles.choices import (
    CLOSED,
    OPPOSITES,
    RUNNING,
    WITH_REASON,
    Because,
    Day,
    HowSure,
    PartOfDay,
    Status,
    Trait,
)

KEEP = "firm"
WHY = "to bring people and work together"


def several(choices: type[models.TextChoices]) -> ArrayField:
    """Some of a fixed list."""
    return ArrayField(models.CharField(max_length=16, choices=choices.choices), default=list, blank=True)


@pghistory.track()
class WorkProfile(Record):
    """Work at an employer as a colleague noted it. `organisation` is whose colleague noted it first; the one that answers for
    the employer changes it too.

    `from_date` is when it starts, or where `is_expected` when the employer thinks that it will, with why and how sure.
    `note_id` is the quick note that it came from, of a room above. `reason` says why it ended as it did.
    """

    employer = models.ForeignKey("employers.Employer", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=120)
    own_words = models.TextField(blank=True)
    forms = several(WorkForm)
    places = models.PositiveSmallIntegerField(null=True, blank=True)

    hours_min = models.PositiveSmallIntegerField(null=True, blank=True)
    hours_max = models.PositiveSmallIntegerField(null=True, blank=True)
    days = several(Day)
    times = several(PartOfDay)
    wage_min_cents = models.PositiveIntegerField(null=True, blank=True)
    wage_max_cents = models.PositiveIntegerField(null=True, blank=True)
    wage_words = models.CharField(max_length=120, blank=True)

    from_date = models.DateField(null=True, blank=True)
    is_expected = models.BooleanField(default=False)
    because = models.CharField(max_length=12, choices=Because.choices, blank=True)
    how_sure = models.CharField(max_length=8, choices=HowSure.choices, blank=True)
    until_date = models.DateField(null=True, blank=True)

    traits = several(Trait)
    place_words = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=80, blank=True)
    is_step_free = models.BooleanField(default=False)
    travel = models.CharField(max_length=200, blank=True)

    select_count = models.PositiveSmallIntegerField(null=True, blank=True)
    select_how = models.CharField(max_length=200, blank=True)
    select_by_date = models.DateField(null=True, blank=True)
    is_open_hiring = models.BooleanField(default=False)
    to_call = models.ForeignKey(
        "employers.Entrepreneur", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    contact = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    status = models.CharField(max_length=8, choices=Status.choices, default=Status.IDEA)
    reason = models.CharField(max_length=200, blank=True)
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()
    note_id = models.UUIDField(null=True, blank=True, db_index=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    copied_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    privacy = (
        technical(
            "employer organisation region note_id noted_at closed_at copied_from to_call terms requirements"
        )
        | label(
            "organisation", WHY, KEEP,
            "what own_words forms places hours_min hours_max days times wage_min_cents wage_max_cents wage_words from_date "
            "is_expected because how_sure until_date traits place_words address place is_step_free travel select_count "
            "select_how select_by_date is_open_hiring status reason",
        )
        | label("work-account", "whom to ask", KEEP, "noted_by contact")
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_work_profile_says_what", condition=~Q(what="")),
            models.CheckConstraint(
                name="a_work_profile_has_one_place_or_more", condition=Q(places=None) | Q(places__gte=1)
            ),
            models.CheckConstraint(
                name="hours_of_work_run_from_few_to_many",
                condition=(Q(hours_min=None) | Q(hours_min__range=(1, 60)))
                & (Q(hours_max=None) | Q(hours_max__range=(1, 60)))
                & (Q(hours_min=None) | Q(hours_max=None) | Q(hours_min__lte=F("hours_max"))),
            ),
            models.CheckConstraint(
                name="a_wage_runs_from_low_to_high",
                condition=Q(wage_min_cents=None)
                | Q(wage_max_cents=None)
                | Q(wage_min_cents__lte=F("wage_max_cents")),
            ),
            models.CheckConstraint(
                name="only_expected_work_has_a_reason_and_a_degree",
                condition=Q(is_expected=True) | Q(because="", how_sure=""),
            ),
            models.CheckConstraint(
                name="work_ends_after_it_starts",
                condition=Q(from_date=None) | Q(until_date=None) | Q(until_date__gte=F("from_date")),
            ),
            models.CheckConstraint(
                name="a_place_is_not_a_thing_and_its_opposite",
                condition=~(
                    Q(traits__contains=list(OPPOSITES[0]))
                    | Q(traits__contains=list(OPPOSITES[1]))
                    | Q(traits__contains=list(OPPOSITES[2]))
                    | Q(traits__contains=list(OPPOSITES[3]))
                ),
            ),
            models.CheckConstraint(
                name="closed_work_has_a_moment",
                condition=Q(status__in=RUNNING, closed_at=None)
                | Q(status__in=CLOSED, closed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="work_that_goes_elsewhere_says_why",
                condition=~Q(status__in=WITH_REASON) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="open_hiring_selects_nobody",
                condition=Q(is_open_hiring=False) | Q(select_count=None, select_how="", select_by_date=None),
            ),
        ]
        indexes = [
            models.Index(fields=["employer", "status", "from_date"], name="work_profile_of_employer"),
            models.Index(fields=["region", "status", "from_date"], name="work_profile_of_region"),
        ]

    def __str__(self) -> str:
        return self.what


@pghistory.track()
class WorkProfileTerm(Record):
    """What the work asks (a competency: had already, or with `is_learnable` learned there) or gives room to (an interest), and how
    much that counts, from 1 to 3."""

    profile = models.ForeignKey(WorkProfile, on_delete=models.CASCADE, related_name="terms")
    term = models.ForeignKey("catalogue.Term", on_delete=models.PROTECT, related_name="+")
    is_learnable = models.BooleanField(default=False)
    weight = models.PositiveSmallIntegerField(default=2)

    privacy = technical("profile") | label("organisation", WHY, KEEP, "term is_learnable weight")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["profile", "term"], name="a_term_once_per_work_profile"),
            models.CheckConstraint(
                name="a_term_of_work_weighs_one_to_three", condition=Q(weight__range=(1, 3))
            ),
        ]


@pghistory.track()
class WorkProfileRequirement(Record):
    """What somebody must have for the work, and cannot do without: a licence, a diploma."""

    profile = models.ForeignKey(WorkProfile, on_delete=models.CASCADE, related_name="requirements")
    requirement = models.ForeignKey("catalogue.Requirement", on_delete=models.PROTECT, related_name="+")

    privacy = technical("profile") | label("organisation", WHY, KEEP, "requirement")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "requirement"], name="a_requirement_once_per_work_profile"
            ),
        ]
