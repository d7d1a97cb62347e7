"""Work that a clause says a firm has or will have."""

from dataclasses import dataclass, replace
from datetime import date

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.demand import regions_of
from werktop.contacts.reading.demand_words import (
    JOINED,
    NOISE,
    SOMEWHERE,
    is_a_place,
    is_done,
    is_telling,
)
from werktop.contacts.reading.offered import is_no_offer, told_of_work
from werktop.contacts.reading.pieces import Piece, written
from werktop.contacts.reading.roles import begins_with_a_role, is_a_role
from werktop.contacts.reading.shortage import short_at
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    ENDS_WHAT,
    FINITE,
    FREE,
    PEOPLE_WORDS,
    PERSONAL_WISHES,
    PREPOSITIONS,
    UNITS,
    VACANCY,
)  # fmt: skip

CLOSING = frozenset(
    "erbij vrij beschikbaar nodig gezocht gevraagd extra welkom benodigd openstaan openstaand vacant aan".split()
)
NO_NUMBER = frozenset("paar aantal handvol stel stuk enkele meerdere diverse verschillende wat".split())
FULL_TIME = frozenset({"fte", "ftes", "x"})
ALSO_WORK = frozenset({"hulp", "vrijwilligers"})
"""What a candidate may look for, and a firm too."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is asked for: how many, of what, from which day; `is_early`: the day stands before the noun."""

    places: int | None
    what: str
    from_date: date | None
    is_early: bool = False


def work_in(clause: Clause, *, has_firm: bool, is_after_work: bool, is_headed: bool = False) -> list[Work]:
    """The openings of a clause; a question offers none. `has_firm`: it speaks of a firm; `is_after_work`: so did the clause
    before it; `is_headed`: a firm stands above it."""
    short = short_at(clause) if has_firm else None
    if short is None and is_no_offer(clause):
        return []
    is_of_firm = clause.employer is not None
    clause = told_of_work(clause)
    regions = [(short, True)] if short else []
    regions = regions or regions_of(
        clause, has_firm=has_firm, is_after_work=is_after_work, is_headed=is_headed
    )
    days = [
        (i, p.when.ahead)
        for i, p in enumerate(clause.pieces)
        if p.when and p.when.ahead and not p.when.is_end
    ]
    first, day = days[0] if days else (None, None)
    found: list[Work] = []
    for region, is_dated in regions:
        for item in _items(region):
            places, what = _noun([p for p in item if not p.when], of_a_firm=is_of_firm)
            own = next((p.when.ahead for p in item if p.when and p.when.ahead and not p.when.is_end), day)
            is_early = first is not None and any(p.number is not None for p in clause.pieces[first + 1 :])
            if places and places > 1 and len(parts := what.split(" en ")) == places and clause.has(VACANCY):
                found += [Work(1, part, own if is_dated else None, is_early) for part in parts]
            elif what:
                found.append(Work(places, what, own if is_dated else None, is_early))
    if (
        clause.has(VACANCY)
        and len(found) > 1
        and [work.places for work in found] == [len(found), *[None] * (len(found) - 1)]
    ):
        found = [replace(work, places=1) for work in found]  # 'twee vacatures: helpende en kok'
    return found


def _items(region: list[Piece]) -> list[list[Piece]]:
    """One item for each number that begins a noun, and for each role of a list: '2 helpenden en 1 kok', 'kok, ober en afwasser'."""
    pieces = [p for p in region if not p.mention]
    items: list[list[Piece]] = [[]]
    for i, piece in enumerate(pieces):
        after = next(
            (p for p in pieces[i + 1 :] if not (p.when or p.low in NOISE) or p.number is not None), None
        )
        goes_on = after is not None and after.number is not None and any(not p.when for p in items[-1])
        if piece.low in JOINED | {","} and (goes_on or _joins_roles(items[-1], pieces[i + 1 :])):
            items.append([])
        elif piece.number is not None and is_a_role(items[-1][-1:]) and begins_with_a_role(pieces[i + 1 :]):
            items.append([piece])  # '2 bakkers 1 verkoopster'
        else:
            items[-1].append(piece)
    return items


def _joins_roles(before: list[Piece], after: list[Piece]) -> bool:
    """'lasser + draaier': what somebody works as on both sides."""
    words = [p for p in before if p.is_word]
    after = after[1:] if after and after[0].low in NOISE | ARTICLES else after
    closes = next((k for k, p in enumerate(after) if p.low in CLOSING), len(after))
    return is_a_role(words[-1:]) and begins_with_a_role(after[:closes]) > 0


def _noun(pieces: list[Piece], *, of_a_firm: bool) -> tuple[int | None, str]:
    """(number, words) of an item: without what says nothing about the work."""
    places: int | None = None
    counted = next((i for i, p in enumerate(pieces) if p.number is not None), None)
    if counted and pieces[0].low in PREPOSITIONS - {"als"} and counted < 4:
        pieces = [*pieces[counted:], *pieces[:counted]]  # 'voor de keuken 2 hulpen'
    elif counted and counted < 4 and not any(p.low in PREPOSITIONS | JOINED for p in pieces[:counted]):
        after = pieces[counted + 1].low if counted + 1 < len(pieces) else "uur"
        pieces = pieces[counted:] if after not in UNITS and pieces[counted].low != "een" else pieces
    while (
        pieces
        and pieces[0].low in NOISE | ARTICLES | PREPOSITIONS | {"-", ":", "/", "'"}
        and pieces[0].number is None
    ):
        pieces = pieces[1:]
    if len(pieces) > 1 and pieces[0].number is not None and pieces[1].low in UNITS - {"fulltime", "parttime"}:
        return None, ""
    if len(pieces) > 1 and pieces[0].low == "een" and pieces[1].number is not None:
        pieces = pieces[1:]  # 'een tweetal'
    if pieces and pieces[0].number is not None:
        places, is_person = pieces[0].number, pieces[0].low == "iemand"
        pieces = pieces[1:]
        if is_person and len(pieces) > 2 and pieces[0].low == "erbij" and pieces[1].low in SOMEWHERE:
            pieces = pieces[1:]  # 'iemand erbij in de winkel'
        if is_person and (not pieces or pieces[0].low in ENDS_WHAT | {"met", "erbij"}):
            return 1, _with_whom(pieces)
        if is_person:
            pieces = _behind(pieces)
        elif pieces and pieces[0].low in NO_NUMBER and len(pieces) > 1:
            places, pieces = None, pieces[1:]
        elif pieces and pieces[0].low in FULL_TIME:
            pieces = pieces[1:]
        elif pieces and pieces[0].low in ("in", "op", "voor", "bij"):
            pieces = _behind(pieces)  # 'vier in de bediening en twee in de afwas'
    elif pieces and pieces[0].low in NO_NUMBER and len(pieces) > 1:
        pieces = pieces[1:]
    while pieces and pieces[0].low in NOISE | {"-", ":", "goede", "tal", "fte"} and pieces[0].number is None:
        if pieces[0].low == "goede" or (pieces[1:2] and pieces[1].low == "-" and pieces[1].is_tight):
            break  # 'zij-instromers'
        pieces = pieces[1:]
    if places is not None and len(pieces) > 2 and pieces[0].low == "extra" and pieces[1].low in PEOPLE_WORDS:
        pieces = pieces[1:]
    for k in range(2):  # 'plek voor 1 persoon in de kas' and '2 mensen voor de kas' are work in the kas
        is_for = places is not None and len(pieces) > 1 and pieces[1].low == "voor"
        is_people = bool(pieces) and pieces[0].low in PEOPLE_WORDS and (k == 1 or is_for)
        if not pieces or not (is_people or is_a_place(pieces[0])):
            break
        inner = _behind(pieces[1:])
        if not is_telling(inner) or len(inner) == len(pieces) - 1 or not inner:
            break
        if inner[0].number is not None:
            places, inner = inner[0].number, inner[1:]
        pieces = inner or pieces
    pieces = _cut(pieces)
    if pieces and is_done(pieces[-1]):
        return None, ""
    is_compound = len(pieces) > 2 and pieces[1].low == "-" and pieces[1].is_tight  # 'cv-monteur'
    if not pieces or (not is_compound and pieces[0].low in _no_noun(of_a_firm=of_a_firm)):
        return None, ""
    return places, written(pieces)


def _no_noun(*, of_a_firm: bool) -> frozenset[str]:
    """Words with which no work begins: how long, and what a candidate looks for."""
    return UNITS | (PERSONAL_WISHES - ALSO_WORK if of_a_firm else PERSONAL_WISHES)


def _with_whom(pieces: list[Piece]) -> str:
    """'iemand met rijbewijs', and 'iemand' of whom nothing else is said that is short."""
    is_short = bool(pieces) and pieces[0].low == "met"
    return f"iemand {written(_cut(pieces))}".strip() if is_short else "iemand"


def _behind(pieces: list[Piece]) -> list[Piece]:
    """The noun behind 'voor de', 'in het', 'als': '2 plekken in de keuken' is work in the keuken."""
    if len(pieces) > 1 and pieces[0].low in FREE:
        k = 1 + (pieces[1].low in FINITE)
        if k < len(pieces) and pieces[k].low in SOMEWHERE:
            pieces = pieces[k:]  # '3 plekken vrij voor vakkenvullers', '1 plek vrij komt in de keuken'
    if not pieces or pieces[0].low not in SOMEWHERE:
        return pieces
    k = 1 + (len(pieces) > 2 and pieces[1].low in SOMEWHERE)  # 'iemand voor op de tekenkamer'
    while (
        k < len(pieces)
        and pieces[k].low in ARTICLES
        and (pieces[k].number is None or pieces[k - 1].low in SOMEWHERE)
    ):
        if pieces[k].low == "een":
            break
        k += 1
    return pieces[k:] if k < len(pieces) else pieces


def _cut(pieces: list[Piece]) -> list[Piece]:
    """The noun ends at a clause of its own, at hours and at small words behind it."""
    end = len(pieces)
    for i, piece in enumerate(pieces):
        if (
            piece.low in ENDS_WHAT
            and i
            or (i and piece.low in CLOSING and i + 1 == len(pieces))
            or (piece.low in CLOSING - {"aan", "extra"})
            or (i and piece.low in ("vrijkomt", "vrijkomen", "bijkomt", "bijkomen", "ontstaat"))
            or (
                i
                and piece.low in ("aan", "in", "te")
                and i + 1 < len(pieces)
                and pieces[i + 1].low in ("te", "nemen")
            )
            or (i and piece.low in ("fulltime", "parttime", "voltijd", "deeltijd"))
            or (i and piece.low == "p" and i + 2 < len(pieces) and pieces[i + 1].low == "/")
        ):
            end = i
            break
        is_unit = i + 1 < len(pieces) and pieces[i + 1].low in UNITS
        if piece.number is not None and (is_unit or i) and piece.low != "een":
            end = i
            break
    pieces = pieces[:end]
    while pieces and (pieces[-1].low in NOISE | PREPOSITIONS | ARTICLES | {"en", ","} or pieces[-1].is_mark):
        pieces = pieces[:-1]
    return pieces
