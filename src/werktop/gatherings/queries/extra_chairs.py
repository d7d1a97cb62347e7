"""Chairs for who comes along with a candidate: a job coach, an interpreter, a partner. They are no guests and sit in no
plan. What stands on screens and sheets is a number, never whose companion it is."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import ngettext

from werktop.candidates import queries as candidates

from ..models import Guest


def extra_chairs_for(guests: Iterable[Guest]) -> int:
    """How many chairs more these guests need. One query."""
    said = {guest.candidate_id: guest.brings_somebody for guest in guests if guest.candidate_id}
    silent = [key for key, brings in said.items() if brings is None]
    return sum(brings is True for brings in said.values()) + candidates.companions_of(silent)


def extra_chairs_in_words(count: int) -> str:
    """ "1 stoel extra", or "" where none is needed."""
    return (
        ngettext("%(count)s stoel extra", "%(count)s stoelen extra", count) % {"count": count}
        if count
        else ""
    )
