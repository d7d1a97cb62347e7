"""What came out of the talks of a gathering, in totals only: nobody by name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from werktop.gatherings.models import (
    Agreement,
    ForgottenClicks,
    GuestKind,
    Impression,
    Seat,
    TalentSeen,
    TalkOnQuestion,
)

from ..small_numbers import HIDDEN_BELOW
from .talks import wishes_of


@dataclass(frozen=True)
class TalkTotals:
    """What came out of a gathering, in numbers; the clicks that were forgotten are still counted. `mutual` said so both;
    of `seen_by_host` at least one side is a host's tap that the guest has not confirmed."""

    mutual: int
    seen_by_host: int
    candidates_only: int
    entrepreneurs_only: int
    talents: int
    agreements: int
    answered: int


def talk_totals(gathering_id: UUID) -> TalkTotals:
    """Totals of clicks (pairs), talents and agreements of one gathering, between guests who came."""
    # what somebody who stopped since chose was so all the same
    wishes = wishes_of(gathering_id, with_stopped=True)
    forgotten = ForgottenClicks.objects.filter(gathering=gathering_id).first()
    mutual = wishes.mutual
    by_candidates = sum(len(w.wants) for w in wishes.candidates) - len(mutual)
    agreements = Agreement.objects.filter(gathering=gathering_id)
    talents = TalentSeen.objects.filter(gathering=gathering_id)
    # once it is forgotten who came and who sat where, what was noted stays a number
    if wishes.guests or Seat.objects.filter(plan__gathering=gathering_id).exists():
        agreements = agreements.filter(
            candidate_guest__arrived_at__isnull=False, entrepreneur_guest__arrived_at__isnull=False
        )
        talents = talents.filter(guest__arrived_at__isnull=False)
    return TalkTotals(
        mutual=len(wishes.confirmed),
        seen_by_host=len(mutual) - len(wishes.confirmed),
        candidates_only=by_candidates + (forgotten.by_candidates if forgotten else 0),
        entrepreneurs_only=len(wishes.entrepreneur_only) + (forgotten.by_entrepreneurs if forgotten else 0),
        talents=talents.count(),
        agreements=agreements.count(),
        answered=TalkOnQuestion.objects.filter(gathering=gathering_id, answered_at__isnull=False).count(),
    )


@dataclass(frozen=True)
class ImpressionTotal:
    """Answers of one kind of guest at one moment. `counts` (score 1 to 5) and `mean` are None below ten answers."""

    kind: str
    moment: str
    answers: int | None
    counts: tuple[int, ...] | None
    mean: float | None


def impression_totals(gathering_id: UUID) -> list[ImpressionTotal]:
    """The optional question before and after, in totals per kind of guest; hidden below `HIDDEN_BELOW` answers."""
    found: dict[tuple[str, str], list[int]] = {
        (kind, moment): [0] * 5 for kind in GuestKind.values for moment in Impression.Moment.values
    }
    rows = Impression.objects.filter(gathering=gathering_id).values("kind", "moment", "score")
    for row in rows.annotate(times=Count("id")).order_by("kind", "moment", "score"):
        found[row["kind"], row["moment"]][row["score"] - 1] = row["times"]
    totals = []
    for (kind, moment), counts in found.items():
        answers = sum(counts)
        if answers < HIDDEN_BELOW:
            totals.append(ImpressionTotal(kind, moment, None, None, None))
        else:
            mean = sum(score * times for score, times in enumerate(counts, start=1)) / answers
            totals.append(ImpressionTotal(kind, moment, answers, tuple(counts), mean))
    return totals
