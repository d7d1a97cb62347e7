"""The list of help requests as it is searched and narrowed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.help_requests.models import OPEN, Answer, HandOver, HelpRequest, State

from .visible import (
    hand_overs_finished_by,
    hand_overs_received_by,
    hand_overs_taken_by,
    help_requests_visible_to,
)


@dataclass(frozen=True)
class HelpFilters:
    """`words` stand in the question or are somebody's name; `whose`: "mine", "taken" (`found_hand_overs`) or "" for all; `state`:
    "open", "waiting" (handed over and not answered), "closed" or "" for all; `topic` is one of `Topic`."""

    words: str = ""
    whose: str = "mine"
    state: str = "open"
    topic: str = ""


def found_help_requests(viewer: Actor, filters: HelpFilters) -> QuerySet[HelpRequest]:
    """The help requests that fit, of those that the viewer may see."""
    found = help_requests_visible_to(viewer)
    if filters.whose == "mine":
        found = found.filter(owner_id__in=viewer.ids)
    if filters.state == "open":
        found = found.filter(state__in=OPEN)
    elif filters.state == "waiting":
        found = found.filter(hand_overs__state=Answer.WAITING)
    elif filters.state == "closed":
        found = found.filter(state__in=[State.DONE, State.ENDED]).order_by("-closed_at", "-id")
    if filters.topic:
        found = found.filter(topic=filters.topic)
    if filters.words.strip():
        named = candidates.found_candidates(viewer, candidates.Filters(words=filters.words, with_left=True))
        found = found.filter(
            Q(words__icontains=filters.words.strip()) | Q(candidate_id__in=named.order_by().values("pk"))
        )
    return found


def found_hand_overs(viewer: Actor, filters: HelpFilters) -> QuerySet[HandOver]:
    """What others handed to the viewer: taken over, still to be answered, or done; words are searched in what was written for the
    viewer alone."""
    if filters.state == "closed":
        # nothing of the person is shown any more, so nothing of it is found
        return hand_overs_finished_by(viewer).filter(done_words__icontains=filters.words.strip())
    found = hand_overs_received_by(viewer) if filters.state == "waiting" else hand_overs_taken_by(viewer)
    words = filters.words.strip()
    return found.filter(Q(words__icontains=words) | Q(reach__icontains=words)) if words else found
