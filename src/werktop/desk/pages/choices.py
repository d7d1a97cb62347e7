"""The choices beside the list of candidates: what each is called, and how many of those found it would leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
from werktop.regions import queries as regions

from ..queries import Numbers
from .asked import CHOICES, ONE, SEVERAL, WORDS, Asked, is_own

LONGEST = 60
"""As many choices of one kind as are offered where the rest is written by people, and has no end: those that most share."""

UNCOUNTED = -1
"""The number of a choice that is offered and not counted."""


@dataclass(frozen=True)
class Offered:
    """What can be chosen of each kind, as pairs of value and words with their number where it is counted; `names` are the words
    alone, for what was chosen."""

    choices: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def name(self, kind: str, value: str) -> str:
        """What a choice is called."""
        return self.names.get((kind, value), value)


def offered(viewer: Actor, asked: Asked, numbers: Numbers, at: Any) -> Offered:
    """All choices of the list for this viewer. Five queries past the numbers. How long ago a colleague spoke with people, or
    touched their picture, is counted of oneself only: the list is for work, and measures no colleague (WOR art. 27). Where it
    is of another's whom nobody spoke with for long, nothing is counted: the numbers of all towns add up to the whole."""
    by_kind: dict[str, dict[str, int]] = {kind: {} for kind in (*SEVERAL, *ONE)}
    for mark, number in numbers.marks.items():
        kind, _colon, said = mark.partition(":")
        if kind in by_kind:
            by_kind[kind][said] = number
    if not asked.said.get("term"):
        by_kind |= {kind: dict.fromkeys(candidates.LABELS[kind], UNCOUNTED) for kind in ("level", "seen")}
    names = _names(viewer, asked, by_kind, [gathering for gathering, _n in numbers.gatherings], at)
    choices = {}

    def say(kind: str, value: str, number: int) -> tuple[str, str]:
        is_told = number != UNCOUNTED and _is_counted(viewer, asked, kind, value)
        return value, f"{names[kind, value]} ({number})" if is_told else names[kind, value]

    for kind, told in by_kind.items():
        chosen = set(asked.said.get(kind, ()))
        rows = [
            (value, n) for value, n in told.items() if n and value not in chosen and (kind, value) in names
        ]
        if kind in ("occupation", "licence"):
            rows = sorted(rows, key=lambda row: (-row[1], row[0]))[:LONGEST]
        elif kind in ("term", "lang", "in", "with", "may"):
            rows = sorted(rows, key=lambda row: names[kind, row[0]].casefold())
        else:
            rows = sorted(rows, key=lambda row: (not row[0].isdigit(), row[0].zfill(4)))
        choices[kind] = [say(kind, value, n) for value, n in rows]
    counted = numbers.counted
    always: dict[str, Mapping[str, int]] = {
        "unspoken": counted.unspoken | {"never": counted.never_spoken},
        "untouched": counted.untouched,
        "sharing": {"yes": counted.shared, "no": counted.all - counted.shared},
        "erasing": {"all": numbers.erased, "mine": numbers.erased_mine},
        "telling": {"all": counted.untold, "mine": counted.untold_mine},
    }
    for kind, of_each in always.items():
        choices[kind] = [say(kind, value, of_each[value]) for value in CHOICES[kind]]
    choices["gathering"] = [
        say("gathering", "never", numbers.never_asked),
        *(say("gathering", str(gathering.pk), n) for gathering, n in numbers.gatherings),
    ]
    return Offered(choices, names)


def _is_counted(viewer: Actor, asked: Asked, kind: str, value: str) -> bool:
    """Whether a number beside this choice measures no colleague."""
    if asked.measures_a_colleague(viewer):
        return False
    if kind == "with":
        return not asked.is_for_long or is_own(viewer, value)
    return kind not in ("unspoken", "untouched") or not asked.is_of_another(viewer)


def named(viewer: Actor, asked: Asked, gathering: Any, at: Any, *, is_somebody: bool) -> Offered:
    """What was chosen in words, without what else there is. `is_somebody`: whether anybody was found; else no colleague is named,
    whatever the address says. Two queries."""
    by_kind = {kind: dict.fromkeys(asked.said.get(kind, ()), 0) for kind in (*SEVERAL, *ONE)}
    by_kind["with"] = {key: 0 for key in by_kind["with"] if is_somebody and key != "me"}
    return Offered({}, _names(viewer, asked, by_kind, [gathering] if gathering else [], at))


def _names(
    viewer: Actor, asked: Asked, by_kind: dict[str, dict[str, int]], gatherings: list[Any], at: Any
) -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    for kind in (*SEVERAL, *ONE):
        for value in {*by_kind[kind], *asked.said.get(kind, ())}:
            names[kind, value] = candidates.mark_in_words(kind, value)
    names |= _terms(viewer, {*by_kind["term"], *asked.said.get("term", ())})
    names |= _occupations({*by_kind["occupation"], *asked.said.get("occupation", ())})
    if by_kind["may"] or asked.said.get("may"):
        names |= {("may", each.code): each.label for each in catalogue.requirements()}
    names |= _colleagues(viewer, set(by_kind["with"]))
    places = regions.municipality_names(timezone.localdate(at))
    for code in {*by_kind["in"], *asked.said.get("in", ())}:
        names["in", code] = places.get(code, code)
    for word in CHOICES["unspoken"]:
        names["unspoken", word] = (
            ngettext("%(count)d week niet gesproken", "%(count)d weken niet gesproken", int(word))
            % {"count": int(word)}
            if word.isdigit()
            else _("nog nooit gesproken")
        )
    for word in CHOICES["untouched"]:
        names["untouched", word] = ngettext(
            "beeld ouder dan %(count)d maand", "beeld ouder dan %(count)d maanden", int(word)
        ) % {"count": int(word)}
    names["gathering", "never"] = _("nooit uitgenodigd")
    for gathering in gatherings:
        names["gathering", str(gathering.pk)] = f"{gathering.place_name}, " + date_format(
            timezone.localtime(gathering.starts_at), "j F Y"
        )
    return names | {
        ("sharing", "yes"): _("gedeeld"),
        ("sharing", "no"): _("niet gedeeld"),
        ("erasing", "all"): _("wordt binnen een maand gewist"),
        ("erasing", "mine"): _("wordt gewist, van mij of niemand"),
        ("telling", "all"): _("nog niet verteld"),
        ("telling", "mine"): _("nog niet verteld, van mij of niemand"),
        ("left", "on"): _("ook wie gestopt is"),
    }


def _terms(viewer: Actor, keys: set[str]) -> dict[tuple[str, str], str]:
    found = catalogue.terms_by_id([UUID(key) for key in keys])
    return {("term", str(term.pk)): term.label for term in catalogue.shown_to(viewer, found.values())}


def _occupations(keys: set[str]) -> dict[tuple[str, str], str]:
    found = catalogue.occupations([UUID(key) for key in keys])
    return {("occupation", str(key)): each.label for key, each in found.items()}


def _colleagues(viewer: Actor, keys: set[str]) -> dict[tuple[str, str], str]:
    """Who works with somebody of those found; nobody else has a name here, whatever the address says."""
    own = str(viewer.id)
    found = accounts.accounts_by_id([UUID(key) for key in keys if key != "nobody"])
    names = {("with", str(key)): account.name for key, account in found.items()}
    return names | {
        ("with", "nobody"): _("van niemand"),
        ("with", "me"): _("van mij"),
        ("with", own): _("van mij"),
    }


def chips(asked: Asked, told: Offered) -> list[dict[str, str]]:
    """What was chosen, in words, each with what takes it away."""
    found = []
    for name in (*WORDS, *SEVERAL, *ONE, *CHOICES, "gathering"):
        for value in asked.said.get(name, ()):
            words = f"“{value}”" if name in WORDS else told.name(name, value)
            kind = candidates.KINDS.get(name, "")
            title = {
                "place": _("Plaats"),
                "work": _("Soort werk"),
                "certificate": _("Bewijs"),
                "learning": _("Wil leren"),
                "firm": _("Kent mensen bij"),
                "gathering": _("Gesprek"),
            }.get(name, str(kind))
            found.append({"value": f"{name}={value}", "words": f"{title}: {words}" if title else words})
    return found
