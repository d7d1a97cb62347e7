"""What happens on the day: rounds that begin and end, clicks, talents seen, agreements made aloud, impressions."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .gathering import KEEP, Gathering
from .guests import Guest

ON = "to bring together who want to talk on"


@pghistory.track()
class Round(Record):
    """A round that has begun. Its seats are facts."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="begun_rounds")
    number = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    privacy = technical("gathering number started_at ended_at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gathering", "number"], name="a_round_begins_once")]


class ClickSource(models.TextChoices):
    HOST = "host", _("door de tafelhost")
    GUEST = "guest", _("door de gast zelf")


@pghistory.track()
class Click(Record):
    """`chooser` wants to talk on with `chosen`. A host's tap makes one in each direction; a guest's own answer
    replaces all of that guest's own direction. Nobody sees who did not choose them. One-sided clicks go after 30 days.
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="+")
    chooser = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="+")
    chosen = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=8, choices=ClickSource.choices)
    noted_at = models.DateTimeField()

    privacy = technical("gathering noted_at source") | label(
        "choice", ON, "one_sided presence", "chooser chosen"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chooser", "chosen"], name="a_click_once_per_direction"),
            models.CheckConstraint(name="nobody_clicks_with_themselves", condition=~Q(chooser=F("chosen"))),
        ]
        indexes = [models.Index(fields=["gathering"], name="click_by_gathering")]


@pghistory.track()
class TalentSeen(Record):
    """A talent that the table saw in a candidate."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="+")
    guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="talents")
    term = models.ForeignKey("catalogue.Term", on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    privacy = technical("gathering noted_at") | label(
        "picture", "to tell the candidate and to match on", "candidate", "guest term"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["guest", "term"], name="a_talent_once_per_guest")]


@pghistory.track()
class Agreement(Record):
    """What two guests agreed aloud at the table, as their host noted it. It stands: a fact for the matching, until one of
    the two says otherwise: `left_out_by_…_at` is when this guest last answered without the other, None where the
    answer names the other or none came since the host noted it."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="+")
    candidate_guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="+")
    entrepreneur_guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=200, blank=True)
    noted_at = models.DateTimeField()
    left_out_by_candidate_at = models.DateTimeField(null=True, blank=True)
    left_out_by_entrepreneur_at = models.DateTimeField(null=True, blank=True)

    privacy = technical("gathering noted_at") | label(
        "choice",
        ON,
        KEEP,
        "candidate_guest entrepreneur_guest words left_out_by_candidate_at left_out_by_entrepreneur_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["candidate_guest", "entrepreneur_guest"], name="one_agreement_per_pair"
            )
        ]


class TalkOnQuestion(Record):
    """The question "Met wie wilt u verder praten?": when a guest was asked, and when the guest answered for himself.

    From the own answer on, a host's tap no longer speaks for this guest.
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="+")
    guest = models.OneToOneField(Guest, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    privacy = technical("gathering guest asked_at") | label("choice", ON, KEEP, "answered_at")


class ForgottenClicks(Record):
    """How many one-sided clicks of a gathering were deleted after 30 days: the totals stay, the people do not."""

    gathering = models.OneToOneField(Gathering, on_delete=models.CASCADE, related_name="+")
    by_candidates = models.PositiveIntegerField(default=0)
    by_entrepreneurs = models.PositiveIntegerField(default=0)

    privacy = technical("gathering") | label(
        "choice", "what came of a gathering, in totals", KEEP, "by_candidates by_entrepreneurs"
    )


class Impression(Record):
    """An answer to the one optional question, before or after. Kept without the guest: totals only."""

    class Moment(models.TextChoices):
        BEFORE = "before", _("vooraf")
        AFTER = "after", _("na afloop")

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    moment = models.CharField(max_length=8, choices=Moment.choices)
    score = models.PositiveSmallIntegerField()

    privacy = technical("gathering kind moment") | label(
        "choice", "what a gathering does to how people look at it", KEEP, "score"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_impression_is_1_to_5", condition=Q(score__gte=1, score__lte=5))
        ]
