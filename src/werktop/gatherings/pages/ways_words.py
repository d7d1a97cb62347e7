"""By what ways guests would hear, in words: before an invitation goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Gathering, Guest
from ..queries.hearing import ways_now
from ..queries.scene import Fit

ELSEWHERE = "elsewhere"
"""Another organisation's candidate hears from that organisation; by what way is not ours to know."""


def ways_of_chosen(chosen: Sequence[Guest], gathering: Gathering, at: datetime) -> Counter[str]:
    """How many of these guests, who were not invited yet, would hear by which way."""
    return Counter(_called(ways_now(chosen, gathering, at)).values())


def ways_of_people(gathering: Gathering, people: Iterable[Fit], at: datetime) -> dict[UUID, str]:
    """By which way each of these candidates and entrepreneurs, who are not on the list yet, would hear."""
    guests = {(guest := Guest(kind=f.kind, **{f"{f.kind}_id": f.id})).pk: (f.id, guest) for f in people}
    ways = ways_now([guest for _key, guest in guests.values()], gathering, at)
    return {guests[pk][0]: way for pk, way in _called(ways).items()}


def ways_in_words(ways: Mapping[str, int]) -> str:
    """ "3 per e-mail, 1 per brief, die jullie printen, 2 bel je zelf."; "" for nobody."""
    told = [words.replace("{n}", str(ways[way])) for way, words in _words().items() if ways.get(way)]
    return ", ".join(told) + "." if told else ""


def invited_in_words(ticked: Counter[str], base: Counter[str]) -> str:
    """How many are `ticked`, how many are invited then with those on the list already (`base`), and by what ways."""
    first = _ticked().replace("{n}", str(ticked.total()))
    ways = base + ticked
    count = ways.total()
    if not count:
        return first
    words = ngettext("Nodig uit: %(count)s gast.", "Nodig uit: %(count)s gasten.", count) % {"count": count}
    return f"{first} {words} {ways_in_words(ways)}"


def ways_to_count(base: Counter[str]) -> dict[str, Any]:
    """The same for the page's script, with "{n}" for a number."""
    return {
        "base": dict(base),
        "ways": _words(),
        "ticked": _ticked(),
        "one": (ngettext("Nodig uit: %(count)s gast.", "Nodig uit: %(count)s gasten.", 1)) % {"count": "{n}"},
        "many": (ngettext("Nodig uit: %(count)s gast.", "Nodig uit: %(count)s gasten.", 2))
        % {"count": "{n}"},
    }


def _ticked() -> str:
    return _("Aangevinkt: %(count)s.") % {"count": "{n}"}


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
