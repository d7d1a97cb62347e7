"""Who has to be called because a talk does not go on and no message reaches them, and who was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor

from .own_talk import GUESTS
from .talks import Talk, follow_ups_visible_to, talks_of


@dataclass(frozen=True)
class TalkCall:
    """One of the two (`side`) of a talk that does not go on, whom only a call reaches, from `from_at` on: before it the
    talk can still be put back. `called_at`: when a colleague called, if so."""

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


def calls_of(talk: Talk) -> list[TalkCall]:
    """Of one talk, called already or not, also those whose moment is to come."""
    found = []
    for side in GUESTS:
        from_at = getattr(talk.row, f"call_{side}_from_at")
        if from_at is not None:
            found.append(TalkCall(talk, side, from_at, getattr(talk.row, f"called_{side}_at")))
    return found


def calls_after(viewer: Actor, gathering_id: UUID, at: datetime) -> list[TalkCall]:
    """Whom to call now after this gathering, and was not called yet, as far as the viewer may see the talks."""
    rows = follow_ups_visible_to(viewer).filter(_to_call("candidate", at) | _to_call("entrepreneur", at))
    return _open(rows.filter(gathering_id=gathering_id), at)


def calls_for(viewer: Actor, at: datetime) -> list[TalkCall]:
    """The same for Today, after all gatherings: candidates of the viewer's own organisation, and entrepreneurs where it
    held the gathering."""
    own = Q(organisation_id=viewer.organisation_id) & _to_call("candidate", at)
    own |= Q(gathering__organisation_id=viewer.organisation_id) & _to_call("entrepreneur", at)
    is_own = {
        "candidate": lambda row: row.organisation_id == viewer.organisation_id,
        "entrepreneur": lambda row: row.gathering.organisation_id == viewer.organisation_id,
    }
    rows = follow_ups_visible_to(viewer).filter(own).select_related("gathering")
    return [call for call in _open(rows, at) if is_own[call.side](call.talk.row)]


def _to_call(side: str, at: datetime) -> Q:
    return Q(**{f"call_{side}_from_at__lte": at, f"called_{side}_at": None})


def _open(rows: Any, at: datetime) -> list[TalkCall]:
    talks = talks_of(list(rows.order_by("called_off_at", "made_at", "id")))
    return [c for talk in talks for c in calls_of(talk) if c.called_at is None and c.from_at <= at]
