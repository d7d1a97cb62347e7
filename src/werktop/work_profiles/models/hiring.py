"""Open hiring: who signed up for work, in the order of signing up, and who has one of the places."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.work_profiles.choices import HOLDING, AskedHow, Turn

from .profile import WorkProfile

WHY = "to give work in the order of signing up"


@pghistory.track()
class SignUp(Record):
    """A candidate who signed up for work that is given to whoever comes first. `number` is the turn: given once, in the order of
    signing up, and never changed. `place` is which of the places was offered. The candidate said so oneself, as `asked_how` tells;
    `signed_by` wrote it down. Nothing follows from a no."""

    profile = models.ForeignKey(WorkProfile, on_delete=models.CASCADE, related_name="sign_ups")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=Turn.choices, default=Turn.WAITING)
    asked_how = models.CharField(max_length=8, choices=AskedHow.choices)
    signed_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    signed_at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical("profile candidate organisation region signed_at offered_at answered_at")
        | label("choice", WHY, "candidate", "number place state asked_how")
        | label("work-account", "whom to ask", "candidate", "signed_by")
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["profile", "number"], name="a_turn_is_given_once"),
            models.UniqueConstraint(
                fields=["profile", "candidate"],
                condition=~Q(state="declined"),
                name="a_candidate_stands_in_a_queue_once",
            ),
            models.UniqueConstraint(
                fields=["profile", "place"],
                condition=Q(place__isnull=False),
                name="a_place_is_offered_to_one_at_a_time",
            ),
            models.CheckConstraint(
                name="who_was_offered_work_has_a_place",
                condition=Q(state__in=HOLDING, place__gte=1, offered_at__isnull=False)
                | ~Q(state__in=HOLDING) & Q(place=None),
            ),
        ]
        indexes = [models.Index(fields=["candidate"], name="sign_up_of_candidate")]
