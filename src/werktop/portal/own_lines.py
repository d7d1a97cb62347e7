"""Lines that the own page of a candidate and that of an entrepreneur have in common: invitations, appointments."""

from __future__ import annotations

from typing import Any

from werktop.gatherings.queries.own import OwnInvitation
from werktop.matches.queries.own_talk import agreed_hour
from werktop.matches.queries.talks import Talk

from .words import span_of, state_in_words


def invitation_line(found: OwnInvitation, url: str) -> dict[str, Any]:
    """When and where, whether it can be answered, and what was said; `url` is where it is read."""
    gathering = found.gathering
    return {
        "when": span_of(gathering.starts_at, gathering.ends_at, gathering.time_zone),
        "where": gathering.place_name,
        "url": url,
        "is_open": found.is_open,
        "state": state_in_words(found),
        "is_yes": found.reply == "yes" and not found.is_cancelled and not found.is_asked_again,
    }


def talk_line(talk: Talk, other: str, firm: str, url: str) -> dict[str, Any]:
    """With whom (`other`, of `firm` where that is said) and when; `when` is "" until there is an hour."""
    starts_at, ends_at = agreed_hour(talk.row)
    when = span_of(starts_at, ends_at, talk.row.gathering.time_zone) if starts_at and ends_at else ""
    return {"with": other, "firm": firm, "when": when, "url": url}
