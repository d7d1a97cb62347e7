"""The totals of a list of candidates in words: pictures, each with what it counts and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import Sector

MOST_WORDS = 8
"""So many words stand in the picture of what people can, and all of them in its table."""


@dataclass(frozen=True)
class Row:
    """One bar: `words` stand in place of `value` where that is no exact number."""

    label: str
    value: int
    words: str = ""
    tone: str = "yes"

    @property
    def bar(self) -> tuple[Any, ...]:
        """As the component takes it."""
        return self.label, self.value, None, self.tone, self.words


@dataclass(frozen=True)
class Picture:
    """`rows` with how they were counted (`note`); without rows `nothing` says why. `lines`: a wider table in place of the rows."""

    id: str
    title: str
    note: str = ""
    rows: list[Row] = field(default_factory=list)
    nothing: str = ""
    lines: list[list[Any]] = field(default_factory=list)

    @property
    def bars(self) -> list[tuple[Any, ...]]:
        """The rows as the component takes them."""
        return [row.bar for row in self.rows]


def pictures_of(viewer: Actor, spread: candidates.Spread, *, is_whole: bool = False) -> list[Picture]:
    """All pictures in the order of the page; `is_whole` leaves no word out. One query. Nothing of nobody, nor of an
    organisation of which too little may be told."""
    if not spread.count or (spread.is_rounded and not spread.readiness):
        return []
    needs, asks = _need_words(), _ask_words()
    if spread.is_rounded:
        return [
            _readiness(spread),
            _words(viewer, spread, is_whole),
            _other_needs("needs", _("Wat nodig is om te kunnen werken"), needs, spread.other_needs, spread),
            _sectors(spread),
            _distances(spread),
            _other_needs("asks", _("Nodig op de dag"), asks, spread.other_asks, spread),
            _means(spread),
        ]
    return [
        _readiness(spread),
        _words(viewer, spread, is_whole),
        _needs("needs", _("Wat nodig is om te kunnen werken: kandidaten van mij"), needs, spread.needs, spread),
        _other_needs(
            "other-needs", _("Wat nodig is om te kunnen werken: kandidaten van anderen"), needs, spread.other_needs, spread
        ),
        _sectors(spread),
        _distances(spread),
        _needs("asks", _("Nodig op de dag: kandidaten van mij"), asks, spread.asks, spread),
        _other_needs("other-asks", _("Nodig op de dag: kandidaten van anderen"), asks, spread.other_asks, spread),
        _means(spread),
    ]  # fmt: skip


def _need_words() -> dict[str, str]:
    return {kind: candidates.mark_in_words("need", kind) for kind in candidates.NEEDS}


def _ask_words() -> dict[str, str]:
    return {ask: candidates.mark_in_words("asks", ask) for ask in candidates.ASKED_ON_THE_DAY}


def in_fives(number: int) -> str:
    """A total that is told in fives, in words."""
    return _("ongeveer %(count)d") % {"count": number} if number else _("minder dan 5")


def why_nothing(spread: candidates.Spread) -> str:
    """Why nothing is told of those with whom the viewer does not work."""
    if spread.is_by_hand:
        return _(
            "Dit tellen we alleen bij filters om te kiezen, niet bij een naam, eigen woorden, vinkjes of een gastenlijst."
        )
    return _("Dit zijn minder dan tien mensen: te weinig voor een totaal dat niets over één van hen zegt.")


def why_not_counted(spread: candidates.Spread) -> str:
    """Why where people stand is not told of those with whom the viewer does not work: also where one colleague works with them
    all."""
    if spread.is_of_one:
        return _(
            "De meesten van hen zijn van één collega, en we meten geen collega. Kies je eigen kandidaten, of iedereen."
        )
    return why_nothing(spread)


def _readiness(spread: candidates.Spread) -> Picture:
    kinds = candidates.Readiness
    words = {
        kinds.FIT: _("Werkfit, kan beginnen: we spraken iemand, weten wat die wil, en er hoeft niets eerst"),
        kinds.MIDDLE: _("Midden, is onderweg: wat nodig is wordt geregeld, of er loopt een cursus"),
        kinds.LOW: _("Laag, eerst iets nodig: daar is nog niets over afgesproken"),
        kinds.UNKNOWN: _(
            "Nog niet gesproken over werk: er is geen contact genoteerd, of we weten niet wat iemand wil"
        ),
    }
    tones = {kinds.FIT: "good", kinds.MIDDLE: "yes", kinds.LOW: "open", kinds.UNKNOWN: "rest"}
    note = _("Wat er nog te doen is, naar wat er staat genoteerd; niet hoe iemand is.") + " "
    note += _("Alleen als totaal van een groep, afgerond op vijf: van niemand staat dit ergens.")
    nothing = _(
        "Voor minder dan tien mensen laten we dit niet zien: dan zou het iets over één van hen zeggen."
    )
    if spread.counted < spread.count:
        why = _("De anderen, met wie jij niet werkt, tellen niet mee.") + " " + why_not_counted(spread)
        nothing += " " + why
        note += " " + ngettext(
            "Geteld over %(count)d kandidaat.", "Geteld over %(count)d kandidaten.", spread.counted
        ) % {"count": spread.counted}
        note += " " + why
    return Picture(
        "readiness",
        _("Waar mensen staan"),
        note,
        [
            Row(words[kind], spread.readiness[kind], in_fives(spread.readiness[kind]), tones[kind])
            for kind in (kinds if spread.readiness else ())
        ],
        nothing,
    )


def _needs(
    name: str, title: str, words: Mapping[str, str], numbers: Mapping[str, int], spread: candidates.Spread
) -> Picture:
    rows = [Row(words[kind], number) for kind, number in _most_first(numbers) if number]
    nothing = _("Niets staat open.") if spread.mine else _("Met niemand in deze lijst werk jij.")
    note = _("Wat nog openstaat. Eén mens kan meer nodig hebben.") if name == "needs" else ""
    return Picture(name, title, note, rows, nothing)


def _other_needs(
    name: str, title: str, words: Mapping[str, str], numbers: Mapping[str, int], spread: candidates.Spread
) -> Picture:
    rows = [Row(words[kind], number, in_fives(number)) for kind, number in numbers.items()]
    note = _("Van een collega, of nog van niemand. Afgerond op vijf, naar boven of naar beneden.")
    if spread.is_rounded:
        note = _("Eén mens kan meer nodig hebben. Afgerond op vijf, naar boven of naar beneden.")
    nothing = why_nothing(spread) if spread.others else _("Met iedereen in deze lijst werk jij.")
    return Picture(name, title, note if rows else "", rows, nothing)


def _words(viewer: Actor, spread: candidates.Spread, is_whole: bool) -> Picture:
    of_ten = _("Alleen wat bij tien mensen of meer staat, afgerond op vijf.") if spread.is_rounded else ""
    terms = catalogue.terms_by_id([word.term_id for word in spread.words])
    shown = {term.pk for term in catalogue.shown_to(viewer, terms.values())}
    words = [(terms[word.term_id].label, word) for word in spread.words if word.term_id in shown]
    most = len(words) if is_whole else MOST_WORDS
    levels = [*candidates.LEVELS, None]
    return Picture(
        "words",
        _("Wat mensen kunnen"),
        of_ten or _("Aantal mensen bij wie het staat, op elk niveau."),
        [_row(spread, label, word.count, "good") for label, word in words[:most]],
        of_ten or _("Van niemand in deze lijst is al genoteerd wat ze kunnen."),
        []
        if spread.is_rounded
        else [[label, word.count, *(word.levels.get(level, 0) for level in levels)] for label, word in words],
    )


def level_heads() -> list[str]:
    """The heads over the numbers in the table of what people can."""
    return [_("Mensen"), *(str(words) for words in candidates.LEVELS.values()), _("niveau niet genoteerd")]


def _sectors(spread: candidates.Spread) -> Picture:
    rows = [_row(spread, str(Sector(sector).label), number) for sector, number in spread.sectors.items()]
    rows += _unknown(spread, _("geen interesse die bij een sector hoort"), spread.no_sector)
    note = _("Waar de interesses over gaan die iemand koos. Wie van twee sectoren houdt, telt in beide.")
    return Picture("sectors", _("Sectoren die mensen zoeken"), note, rows)


def _distances(spread: candidates.Spread) -> Picture:
    words = {str(km): _("tot en met %(km)s km") % {"km": km} for km in candidates.DISTANCES}
    words[candidates.FURTHER] = _("meer dan %(km)s km") % {"km": candidates.DISTANCES[-1]}
    rows = [_row(spread, words[band], number) for band, number in spread.distances.items()]
    rows += _unknown(spread, _("nog niet gevraagd"), spread.no_distance)
    return Picture("distances", _("Hoe ver mensen reizen"), _("De grootste afstand die iemand noemde."), rows)


def _means(spread: candidates.Spread) -> Picture:
    rows = [_row(spread, candidates.mark_in_words("by", by), number) for by, number in spread.means.items()]
    rows += _unknown(spread, _("nog niet gevraagd"), spread.no_means)
    note = _("Wie met twee reist, telt in beide.")
    return Picture("means", _("Waarmee mensen reizen"), note, rows)


def _unknown(spread: candidates.Spread, label: str, number: int) -> list[Row]:
    return [_row(spread, label, number, "rest")] if number else []


def _row(spread: candidates.Spread, label: str, number: int, tone: str = "yes") -> Row:
    return Row(label, number, in_fives(number) if spread.is_rounded else "", tone)


def _most_first(numbers: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    return sorted(numbers.items(), key=lambda row: -row[1])
