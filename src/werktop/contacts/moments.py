"""Contact moments and reminders as moments on the page of a candidate or an employer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.story import Moment

from .models import Channel, ContactMoment, Role
from .queries import moments_of_candidate, moments_of_employer, people_named

MOST = 30
"""As many of the last contact moments as a page tells; the list has them all."""


def moments_with_candidate(viewer: Actor, candidate: Any, at: datetime) -> list[Moment]:
    """The last contact moments with a candidate, with who else was there."""
    rows = list(moments_of_candidate(viewer, candidate.pk, at)[:MOST])
    times = tries(rows, of=candidate.pk)
    return [_told(row, candidate.pk, each) for row, each in zip(rows, times, strict=True)]


def moments_with_employer(viewer: Actor, employer: Any, at: datetime) -> list[Moment]:
    """The last contact moments of the own organisation with a firm and its people."""
    rows = list(moments_of_employer(viewer, employer.pk)[:MOST])
    return [_told(row, employer.pk, times) for row, times in zip(rows, tries(rows), strict=True)]


def tries(rows: list[ContactMoment], of: UUID | None = None) -> list[int]:
    """Of each of these moments with one person or firm, the latest first: the how-manieth time in a row that nobody was reached;
    0 where somebody was. A message that was sent is no time, nor is what is only about this candidate (`of`)."""
    found: list[int] = []
    times = 0
    for row in reversed(rows):
        if row.channel != Channel.MESSAGE and of not in only_about(row):
            times = 0 if row.is_reached else times + 1
        found.append(0 if row.is_reached else times)
    return found[::-1]


def only_about(row: Any) -> list[UUID]:
    """The candidates whom a moment is about, and with whom nobody spoke."""
    return [each.candidate_id for each in row.people.all() if each.role == Role.ABOUT]


def how_in_words(row: ContactMoment, times: int = 1) -> str:
    """How it went: "gebeld", "gebeld, niet bereikt, 3e keer" or "bericht gestuurd"."""
    how = str(row.get_channel_display())
    if row.is_reached:
        return how
    if row.channel == Channel.MESSAGE:
        return _("bericht gestuurd")
    missed = _("niet bereikt") if times < 2 else _("niet bereikt, %(times)se keer") % {"times": times}
    return f"{how}, {missed}"


def said_in_words(row: Any) -> str:
    """What was said, or who reads that; "" where nothing was noted."""
    return _("alleen wie met deze persoon werkt leest wat er gezegd is") if row.is_hidden else str(row.said)


def promised_in_words(row: Any) -> str:
    """What was promised, or who reads that."""
    return _("alleen wie met deze persoon werkt leest wat er beloofd is") if row.is_hidden else str(row.said)


def _told(row: Any, page_of: UUID, times: int) -> Moment:
    colleague = row.by.name.split(" ")[0] if row.by else ""
    head = ", ".join(filter(None, (capfirst(how_in_words(row, times)), colleague, *others_in(row, page_of))))
    said = said_in_words(row)
    return Moment(
        day=timezone.localdate(row.happened_at),
        words=f"{head}: {said}" if said else head,
        url=reverse("contacts:moment", args=[row.pk]),
        people=tuple(people_named([row])),
    )


def others_in(row: Any, page_of: UUID | None = None) -> list[str]:
    """The names on a moment or reminder, people first and then the firm, but the one whose page it is; last whom a moment was
    only about, also on that one's page."""
    people = list(row.people.all())
    about = [each.candidate.name for each in people if each.role == Role.ABOUT]
    spoken_with = [
        each
        for each in people
        if each.role == Role.WITH
        and (page_of is None or page_of not in (each.candidate_id, each.entrepreneur_id))
    ]
    firm = [row.employer.name] if row.employer and row.employer_id != page_of else []
    return [
        *((each.candidate or each.entrepreneur).name for each in spoken_with),
        *firm,
        *([about_in_words(about)] if about else []),
    ]


def about_in_words(names: Iterable[str]) -> str:
    """Of these candidates: that it is about them, and was not with them."""
    return _("gaat over %(names)s") % {"names": _(" en ").join(names)}


def who_in_words(row: Any) -> str:
    """Everybody with whom a moment was or whom it or a reminder is about, people first and then the firm; "" for nobody by name."""
    return ", ".join(others_in(row))
