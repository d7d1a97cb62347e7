"""Who has to be called about an appointment, or because it does not go on, since no message reaches them; and who was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.post.recipients import recipient_of

from ..models import FollowUp, FollowUpStatus
from .own_talk import GUESTS
from .talks import Talk, follow_ups_visible_to, talks_of


@dataclass(frozen=True)
class TalkCall:
    """One of the two (`side`) of a talk, whom only a call reaches in time, from `from_at` on: before it a talk that was
    called off can still be put back. `called_at`: when a colleague called, if so."""

    talk: Talk
    side: str
    from_at: datetime
    called_at: datetime | None

    @property
    def person(self) -> Any:
        """Whom to call."""
        return getattr(self.talk, self.side)

    @property
    def other(self) -> Any:
        """With whom the talk would have been."""
        return self.talk.entrepreneur if self.side == "candidate" else self.talk.candidate

    @property
    def has_message(self) -> bool:
        """Whether this one is written to as well: that message may be read too late."""
        return recipient_of(self.side, self.person).is_written_to

    @property
    def about(self) -> str:
        """What the call is about, in short: a form sends it back with the tick."""
        return call_in_short(self.talk.row, self.side)

    @property
    def is_off(self) -> bool:
        """Whether to say that the talk does not go on; else when and where it is."""
        return not is_appointment(self.talk.row)


def is_appointment(row: FollowUp) -> bool:
    """Whether who is called about this talk hears when it is: it stands, and has an hour."""
    return row.status == FollowUpStatus.SENT and not row.outcome and row.starts_at is not None


def call_in_short(row: FollowUp, side: str) -> str:
    """What a call to this side is about, to see whether it is still so when the tick comes in."""
    from_at = getattr(row, f"call_{side}_from_at")
    moments = (each.isoformat() if each else "" for each in (row.starts_at, from_at))
    return " ".join((row.status, *moments, row.place))


def calls_of(talk: Talk) -> list[TalkCall]:
    """Of one talk, called already or not, also those whose moment is to come."""
    found = []
    for side in GUESTS:
        from_at = getattr(talk.row, f"call_{side}_from_at")
        if from_at is not None:
            found.append(TalkCall(talk, side, from_at, getattr(talk.row, f"called_{side}_at")))
    return found


def calls_among(talks: Iterable[Talk], at: datetime) -> list[TalkCall]:
    """Whom to call now about these talks, and was not called yet: those called off longest ago first, then as they come."""
    found = [
        call
        for talk in talks
        if not (is_appointment(talk.row) and talk.row.starts_at and talk.row.starts_at <= at)
        for call in calls_of(talk)
        if call.called_at is None and call.from_at <= at
    ]
    return sorted(
        found, key=lambda call: (call.talk.row.called_off_at is None, call.talk.row.called_off_at or at)
    )


def calls_for(viewer: Actor, at: datetime) -> list[TalkCall]:
    """The same for Today, after all gatherings: candidates of the viewer's own organisation, and entrepreneurs where
    it held the gathering."""
    return own_calls_among(viewer, talks_of(rows_to_call(viewer, at)), at)


def rows_to_call(viewer: Actor, at: datetime) -> list[FollowUp]:
    """The talks that `calls_for` are about, as they were made."""
    own = Q(organisation_id=viewer.organisation_id) & _to_call("candidate", at)
    own |= Q(gathering__organisation_id=viewer.organisation_id) & _to_call("entrepreneur", at)
    return list(follow_ups_visible_to(viewer).filter(own).order_by("made_at", "id"))


def own_calls_among(viewer: Actor, talks: Iterable[Talk], at: datetime) -> list[TalkCall]:
    """Of these calls the ones that the viewer's organisation makes."""
    is_own = {
        "candidate": lambda row: row.organisation_id == viewer.organisation_id,
        "entrepreneur": lambda row: row.gathering.organisation_id == viewer.organisation_id,
    }
    return [call for call in calls_among(talks, at) if is_own[call.side](call.talk.row)]


def _to_call(side: str, at: datetime) -> Q:
    """Not about an appointment that has begun: that call comes too late."""
    has_begun = Q(status=FollowUpStatus.SENT, outcome="", starts_at__lte=at)
    return Q(**{f"call_{side}_from_at__lte": at, f"called_{side}_at": None}) & ~has_begun
