"""What a region or an organisation adds to the shipped rules: newer amounts, and how it goes there for an employer."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

USED = "used"


@pghistory.track()
class AddedAmount(Record):
    """A newer row of a rule, from its own first day; of one organisation, or of the whole region (`organisation` None). It is
    taken back and put back, and never deleted."""

    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "regions.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    rule_key = models.CharField(max_length=40)
    value = models.DecimalField(max_digits=11, decimal_places=2)
    """In the unit of the rule; money in whole cents."""
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    """The first day on which it no longer holds."""
    law = models.CharField(max_length=120)
    article = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=200)
    reason = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    set_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    set_at = models.DateTimeField()

    privacy = (
        technical("region organisation is_active set_at")
        | label(
            "organisation",
            "what support there is for employers",
            USED,
            "rule_key value valid_from valid_until law article source reason",
        )
        | label("work-account", "whom to ask", USED, "set_by")
    )

    class Meta:
        ordering = ["rule_key", "valid_from", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "organisation", "rule_key", "valid_from"],
                condition=Q(is_active=True),
                nulls_distinct=False,
                name="one_amount_of_a_rule_begins_on_a_day",
            ),
            models.CheckConstraint(condition=Q(value__gte=0), name="no_added_amount_is_below_nought"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="an_added_amount_ends_after_it_begins",
            ),
        ]


@pghistory.track()
class Practice(Record):
    """How it goes for an employer with one instrument or step of the procedure: the agreement of the region (`organisation`
    None), or where an organisation differs from it and why. What an organisation leaves empty is as agreed."""

    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "regions.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    about = models.CharField(max_length=40)
    who_to_ask = models.CharField(max_length=200, blank=True)
    answer_days = models.PositiveSmallIntegerField(null=True, blank=True)
    """Working days until we answer: who picks it up, and what happens next."""
    decision_days = models.PositiveSmallIntegerField(null=True, blank=True)
    """Working days until there is a decision, of whoever decides; that may take UWV longer."""
    form = models.CharField(max_length=200, blank=True)
    own_rule = models.CharField(max_length=300, blank=True)
    """An own maximum or addition, in words."""
    contact = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    is_active = models.BooleanField(default=True)
    set_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    set_at = models.DateTimeField()

    privacy = (
        technical("region organisation is_active set_at")
        | label(
            "organisation",
            "the same procedure for an employer in the whole region",
            USED,
            "about who_to_ask answer_days decision_days form own_rule contact reason",
        )
        | label("work-account", "whom to ask", USED, "set_by")
    )

    class Meta:
        ordering = ["about", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "organisation", "about"],
                nulls_distinct=False,
                name="one_practice_for_each_subject",
            ),
            models.CheckConstraint(
                condition=Q(organisation=None) | ~Q(reason=""), name="a_difference_says_why"
            ),
            models.CheckConstraint(
                condition=Q(answer_days=None) | Q(answer_days__lte=250), name="an_answer_comes_within_a_year"
            ),
            models.CheckConstraint(
                condition=Q(decision_days=None) | Q(decision_days__lte=250),
                name="a_decision_comes_within_a_year",
            ),
        ]
