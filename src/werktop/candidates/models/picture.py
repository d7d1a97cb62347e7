"""The parts of a candidate's picture: each a row with its source and reason, and a history that also knows what went.

What a part says are its fields in `SAYS`; two lines of its history that agree in these are no change. The picture on any
day is read out of the history (`queries.picture`).
"""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import Label, label, technical
from werktop.audit.records import Record

from .candidate import KEEP, Candidate, Way

MATCHED = "to bring together with work that fits"
IN_TOUCH = "to be in touch in a way that works for this person"
TOGETHER = "to see together what helped, and what comes next"


class Source(models.TextChoices):
    """Where something was seen or said."""

    OWN_WORDS = "own_words", _("zelf verteld")
    TOGETHER = "together", _("samen bekeken")
    TABLE = "table", _("aan tafel gezien")
    WORKPLACE = "workplace", _("op het werk gezien")
    COURSE = "course", _("in een cursus gezien")
    COLLEAGUE = "colleague", _("gezien door een collega")
    FILE = "file", _("uit een bestand")


SOURCES = [(each.value, each.label) for each in Source if each != Source.TOGETHER]
"""Where most parts may come from: what is looked at together is scored together."""


class Level(models.IntegerChoices):
    """How far somebody is, as one would say it."""

    WITH_HELP = 0, _("kan het met hulp")
    BEGINS = 1, _("begint ermee")
    CAN = 2, _("kan het zelf")
    TEACHES = 3, _("kan het anderen leren")


def tracked() -> list[pghistory.Tracker]:
    """A line of history for what came, changed and went."""
    return [pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()]


class Part(Record):
    """Abstract base: one thing that is known of a candidate, since `noted_at`, and why."""

    SAYS: ClassVar[tuple[str, ...]] = ()
    IS_ONE: ClassVar[bool] = False
    """At most one row for each candidate."""
    IS_GUARDED: ClassVar[bool] = False
    """Only for who works with this person (`queries.can_see_needs`)."""
    IS_FOR_CONTACT: ClassVar[bool] = False
    """For every colleague who may call or write to this person."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=12, choices=SOURCES, default=Source.OWN_WORDS)
    reason = models.CharField(max_length=200, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        abstract = True


def part_labels(
    purpose: str, fields: str, category: str = "picture", retention: str = KEEP
) -> dict[str, Label]:
    """The labels of a part: its own `fields`, and source and reason with them."""
    return technical("candidate noted_at noted_by") | label(
        category, purpose, retention, f"source reason {fields}"
    )


@pghistory.track(*tracked())
class CandidateTerm(Part):
    """A competency or interest, how far somebody is with it, and where it was seen: first, and also."""

    SAYS = ("term_id", "level", "source", "also_seen")

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="terms")
    term = models.ForeignKey("catalogue.Term", on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(choices=Level.choices, null=True, blank=True)
    also_seen = ArrayField(models.CharField(max_length=12, choices=SOURCES), default=list, blank=True)

    privacy = part_labels(MATCHED, "term level also_seen")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["candidate", "term"], name="a_term_once_per_candidate"),
            models.CheckConstraint(
                name="a_level_is_one_of_the_four", condition=Q(level=None) | Q(level__in=Level.values)
            ),
        ]


@pghistory.track(*tracked())
class LearningGoal(Part):
    """What somebody wants to learn, in own words."""

    SAYS = ("words", "done_date")

    words = models.CharField(max_length=200)
    done_date = models.DateField(null=True, blank=True)

    privacy = part_labels(TOGETHER, "words done_date")

    class Meta:
        constraints = [models.CheckConstraint(name="a_learning_goal_says_what", condition=~Q(words=""))]


@pghistory.track(*tracked())
class Adjustment(Part):
    """How contact goes well: what we do otherwise for this person, never why. Messages follow it (`Candidate.adjusted_ways`)."""

    SAYS = ("way", "words")
    IS_FOR_CONTACT = True

    way = models.CharField(max_length=8, choices=Way.choices)
    words = models.CharField(max_length=200, blank=True)

    privacy = part_labels(IN_TOUCH, "way words", "needs")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_adjustment_says_what_we_do", condition=~Q(way="other") | ~Q(words="")
            )
        ]


@pghistory.track(*tracked())
class KnownFirm(Part):
    """A firm in somebody's own network, and who is known there."""

    SAYS = ("firm_name", "words")

    firm_name = models.CharField(max_length=120)
    words = models.CharField(max_length=200, blank=True)

    privacy = part_labels(MATCHED, "firm_name words")

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_firm_in_the_network_has_a_name", condition=~Q(firm_name=""))
        ]


class Outcome(models.TextChoices):
    """What somebody has by a course or other help, as one of the two who looked at it says."""

    HELPED = "helped", _("het hielp")
    PARTLY = "partly", _("het hielp een beetje")
    NOT = "not", _("het hielp niet")
    UNKNOWN = "unknown", _("ik weet het nog niet")


@pghistory.track(*tracked())
class InstrumentUse(Part):
    """A course or another instrument: what both expected of it beforehand, and what came of it, looked at together on `seen_date`:
    for the candidate (`outcome`) and for the colleague (`colleague_outcome`), who need not agree, and in the words of both.
    `grew`: the competencies (terms of the catalogue) that grew by it."""

    SAYS = (
        "name", "expectation", "from_date", "until_date", "seen_date", "outcome", "candidate_words", "colleague_outcome",
        "colleague_words", "grew",
    )  # fmt: skip

    name = models.CharField(max_length=120)
    expectation = models.CharField(max_length=400, blank=True)
    from_date = models.DateField()
    until_date = models.DateField(null=True, blank=True)
    seen_date = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    candidate_words = models.CharField(max_length=400, blank=True)
    colleague_outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    colleague_words = models.CharField(max_length=400, blank=True)
    grew = ArrayField(models.UUIDField(), default=list, blank=True)

    privacy = part_labels(
        TOGETHER,
        "name expectation from_date until_date seen_date outcome candidate_words colleague_outcome colleague_words grew",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_instrument_begins_before_it_ends",
                condition=Q(until_date=None) | Q(from_date__lte=F("until_date")),
            ),
            models.CheckConstraint(
                name="an_instrument_begins_before_it_is_looked_at",
                condition=Q(seen_date=None) | Q(from_date__lte=F("seen_date")),
            ),
            models.CheckConstraint(
                name="an_instrument_helped_or_not",
                condition=Q(outcome__in=["", *Outcome.values])
                & Q(colleague_outcome__in=["", *Outcome.values]),
            ),
            models.CheckConstraint(name="an_instrument_has_a_name", condition=~Q(name="")),
        ]


@pghistory.track(*tracked())
class Perspective(Part):
    """Where the plan leads, in one sentence."""

    SAYS = ("words",)
    IS_ONE = True

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=200)

    privacy = part_labels(TOGETHER, "words")

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_perspective_says_where_it_leads", condition=~Q(words=""))
        ]


@pghistory.track(*tracked())
class Motivation(Part):
    """What drives somebody to work, in one sentence: for the draft of "Over mij" and a talk. Never how somebody is doing."""

    SAYS = ("words", "source")
    IS_ONE = True

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=200)

    privacy = part_labels(MATCHED, "words")

    class Meta:
        constraints = [models.CheckConstraint(name="a_motivation_says_what_drives", condition=~Q(words=""))]
