"""Words about an appointment on guests' pages: with whom, when, where."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.matches.queries.own_talk import agreed_hour
from werktop.matches.queries.talks import Talk
from werktop.portal.words import span_of


def facts_of(
    talk: Talk, *, is_candidate: bool, has_phone: bool, is_open: bool = True
) -> list[tuple[str, str, str]]:
    """With whom, when and where, each with the name of its icon. Of a talk that is not `is_open` nobody calls any more
    to agree on a moment."""
    has_hour = agreed_hour(talk.row)[0] is not None
    icon = "calendar" if has_hour else "phone" if has_phone else "mail"
    when = [(icon, _("Wanneer"), when_of(talk, has_phone=has_phone))] if has_hour or is_open else []
    return [
        ("chat", _("Met wie"), whom_of(talk, is_candidate=is_candidate)),
        *when,
        ("pin", _("Waar"), talk.place),
    ]


def when_of(talk: Talk, *, has_phone: bool) -> str:
    """Day and hours as this guest was told them, or until when we call or write about them."""
    starts_at, ends_at = agreed_hour(talk.row)
    if starts_at and ends_at:
        return span_of(starts_at, ends_at, talk.row.gathering.time_zone)
    return _call_words(talk, has_phone=has_phone)


def whom_of(talk: Talk, *, is_candidate: bool) -> str:
    """With whom this guest talks; a candidate reads the firm too."""
    if is_candidate:
        return f"{talk.name_for_candidate}, {talk.entrepreneur.employer.name}"
    return talk.name_for_entrepreneur


def _call_words(talk: Talk, *, has_phone: bool) -> str:
    """Who is told that we call, or write, is told until which day at most: the one that Today counts."""
    if talk.call_by is None:
        if has_phone:
            return _("Wij bellen u om een dag en tijd af te spreken.")
        return _("Wij schrijven u om een dag en tijd af te spreken.")
    words = (
        _("Wij bellen u uiterlijk %(day)s om een dag en tijd af te spreken.")
        if has_phone
        else _("Wij schrijven u uiterlijk %(day)s om een dag en tijd af te spreken.")
    )
    return words % {"day": date_format(talk.call_by, "l j F")}
