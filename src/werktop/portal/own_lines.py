"""Lines that the own page of a candidate and that of an entrepreneur have in common: invitations, appointments."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from werktop.gatherings.queries.own import OwnInvitation
from werktop.matches.queries.own_talk import agreed_hour
from werktop.matches.queries.talks import Talk

from .words import clock_time, day_of, span_of, state_in_words

ZONE = "Europe/Amsterdam"


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
    return {"with": other, "firm": firm, "when": when, "url": url, "by": ""}


def introduced_line(row: Any, viewer_kind: str) -> dict[str, Any]:
    """A talk that somebody's introduction led to, as the candidate or the entrepreneur reads it."""
    when = _("%(day)s, %(begin)s uur") % {
        "day": day_of(row.talk_at, ZONE),
        "begin": clock_time(row.talk_at, ZONE),
    }
    who = {"who": row.entrepreneur.name, "firm": row.entrepreneur.employer.name}
    is_candidate = viewer_kind == "candidate"
    other = (row.talk_with.name if row.talk_with else "") if is_candidate else row.candidate.first_name
    return {
        "with": other or row.firm_name,
        "firm": row.firm_name if other and is_candidate else "",
        "when": ", ".join(filter(None, (when, row.talk_place))),
        "url": "",
        "by": _("%(who)s van %(firm)s stelde u aan elkaar voor.") % who,
    }
