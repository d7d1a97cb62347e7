"""Seat plans: who sits where in which round, what is pinned, who sits apart or together."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .gathering import Gathering, Table
from .guests import Guest

SEATING = "to seat guests with those they fit with"


class SeatPlan(Record):
    """A plan of all rounds. One is in force; a proposed one is shown before it is applied.

    `version` counts up with each change, so that two colleagues who move the same guest are told. A change makes a
    new plan that `follows` the one before, which stays, so that the last change can be undone.
    `report` is the seating mechanism's report, counted anew after a change by hand.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("voorstel")
        IN_FORCE = "in_force", _("geldt")
        OLD = "old", _("vervangen")

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="plans")
    state = models.CharField(max_length=8, choices=State.choices)
    version = models.PositiveIntegerField(default=1)
    seed = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    follows = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")

    privacy = technical("gathering state version seed report made_at made_by follows seats")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering"],
                condition=Q(state="in_force"),
                name="one_seat_plan_in_force_per_gathering",
            ),
            models.UniqueConstraint(
                fields=["gathering"],
                condition=Q(state="proposed"),
                name="one_proposed_seat_plan_per_gathering",
            ),
        ]


class Seat(Record):
    """A chair: this guest at this table in this round of this plan."""

    plan = models.ForeignKey(SeatPlan, on_delete=models.CASCADE, related_name="seats")
    round = models.PositiveSmallIntegerField()
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="+")
    guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="+")
    is_moved = models.BooleanField(default=False)

    privacy = technical("plan is_moved") | label("choice", SEATING, "presence", "round table guest")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "round", "guest"], name="one_chair_per_guest_per_round"),
            models.CheckConstraint(name="a_seat_is_in_a_round", condition=Q(round__gte=1)),
        ]
        indexes = [models.Index(fields=["plan", "round", "table"], name="seat_by_table")]


@pghistory.track()
class Pin(Record):
    """This guest stays at this table when the rest is planned anew (an entrepreneur's own table among them)."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="+")
    guest = models.OneToOneField(Guest, on_delete=models.CASCADE, related_name="pin")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="+")

    privacy = technical("gathering") | label("choice", SEATING, "presence", "guest table")


@pghistory.track()
class PairRule(Record):
    """Two guests who sit apart or together. The pair is kept with the lower key first."""

    class Kind(models.TextChoices):
        APART = "apart", _("liever niet aan één tafel")
        TOGETHER = "together", _("samen aan één tafel")

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    first = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="+")

    privacy = technical("gathering") | label("choice", SEATING, "needs", "kind first second")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_rule_per_pair"),
            models.CheckConstraint(name="a_pair_is_two_people_in_order", condition=Q(first__lt=F("second"))),
        ]
