"""By what ways guests would hear, in words: before an invitation goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Gathering, Guest, GuestKind
from ..queries.hearing import ways_now

ELSEWHERE = "elsewhere"
"""Another organisation's candidate hears from that organisation; by what way is not ours to know."""


def ways_of_chosen(chosen: Sequence[Guest], gathering: Gathering, at: datetime) -> Counter[str]:
    """How many of these guests, who were not invited yet, would hear by which way."""
    return Counter(_called(ways_now(chosen, gathering, at)).values())


def ways_of_people(gathering: Gathering, kind: str, keys: Iterable[UUID], at: datetime) -> dict[UUID, str]:
    """By which way each of these candidates or entrepreneurs, who are not on the list yet, would hear."""
    field = "candidate_id" if kind == GuestKind.CANDIDATE else "entrepreneur_id"
    guests = {(guest := Guest(kind=kind, **{field: key})).pk: (key, guest) for key in keys}
    ways = ways_now([guest for _key, guest in guests.values()], gathering, at)
    return {guests[pk][0]: way for pk, way in _called(ways).items()}


def ways_in_words(ways: Mapping[str, int]) -> str:
    """ "3 per e-mail, 1 per brief, die jullie printen, 2 bel je zelf."; "" for nobody."""
    told = [words.replace("{n}", str(ways[way])) for way, words in _words().items() if ways.get(way)]
    return ", ".join(told) + "." if told else ""


def invited_in_words(ways: Mapping[str, int]) -> str:
    """How many are invited now, and by what ways; "" for nobody."""
    count = sum(ways.values())
    if not count:
        return ""
    words = ngettext("Nodig uit: %(count)s gast.", "Nodig uit: %(count)s gasten.", count) % {"count": count}
    return f"{words} {ways_in_words(ways)}"


def ways_to_count(ways: Mapping[str, int]) -> dict[str, Any]:
    """The same for the page's script, with "{n}" for a number; `base` are those on the list already."""
    return {
        "base": dict(ways),
        "ways": _words(),
        "one": (ngettext("Nodig uit: %(count)s gast.", "Nodig uit: %(count)s gasten.", 1)) % {"count": "{n}"},
        "many": (ngettext("Nodig uit: %(count)s gast.", "Nodig uit: %(count)s gasten.", 2))
        % {"count": "{n}"},
    }


def _words() -> dict[str, str]:
    return {
        "email": _("%(count)s per e-mail") % {"count": "{n}"},
        "sms": _("%(count)s per sms") % {"count": "{n}"},
        "letter": _("%(count)s per brief, die jullie printen") % {"count": "{n}"},
        "call": _("%(count)s bel je zelf") % {"count": "{n}"},
        ELSEWHERE: _("%(count)s via de eigen organisatie") % {"count": "{n}"},
    }


def _called(ways: Mapping[UUID, str]) -> dict[UUID, str]:
    return {key: "call" if way == "late" else way for key, way in ways.items()}
