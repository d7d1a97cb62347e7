"""Work that a clause says a firm has or will have."""

from dataclasses import dataclass
from datetime import date

from werktop.contacts.reading.clauses import HAPPENED, Clause
from werktop.contacts.reading.naming import CANDIDATE, EMPLOYER
from werktop.contacts.reading.numbers import ABOUT
from werktop.contacts.reading.pieces import Piece, written
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    ENDS_WHAT,
    EXPLAINING,
    FILLERS,
    FINITE,
    FREE,
    MODALS,
    OWN,
    PEOPLE_WORDS,
    PERSONAL_WISHES,
    PLACES,
    PREPOSITIONS,
    PRONOUNS,
    SEEKING,
    TAKEN,
    TAKING,
    TASKS,
    UNITS,
    VACANCY,
)  # fmt: skip

NONE = frozenset({"geen", "niemand", "niet", "niets", "nooit"})
SOMEWHERE = frozenset({"voor", "in", "bij", "op", "als", "aan", "van"})
NOISE = FILLERS | ABOUT | PRONOUNS | FINITE | FREE | frozenset({"te", "a"})


@dataclass(frozen=True, slots=True)
class Work:
    """What is asked for: how many, of what, from which day."""

    places: int | None
    what: str
    from_date: date | None


def work_in(clause: Clause, *, has_firm: bool, is_after_work: bool) -> list[Work]:
    """The openings of a clause; a question offers none. `has_firm`: it speaks of a firm; `is_after_work`: so did the clause
    before it."""
    if clause.ends_with == "?" or clause.has(NONE, TAKEN) or _is_about_a_candidate(clause):
        return []
    regions = _regions(clause, has_firm=has_firm, is_after_work=is_after_work)
    day = next((d.ahead for d in clause.days if d.ahead and not d.is_end), None)
    found: list[Work] = []
    for region, is_dated in regions:
        for item in _items(region):
            places, what = _noun(item)
            if what:
                found.append(Work(places, what, day if is_dated else None))
    return found


def _is_about_a_candidate(clause: Clause) -> bool:
    """'Fatima zoekt werk': who is named before the verb is the one who looks for something."""
    for piece in clause.pieces:
        if piece.mention:
            if any(name.kind == EMPLOYER for name in piece.mention.names):
                return False
            if any(name.kind == CANDIDATE for name in piece.mention.names):
                return clause.employer is None or clause.has(SEEKING, TAKING)
        if piece.low in SEEKING:
            return False
    return False


Region = tuple[list[Piece], bool]  # where the noun stands, and whether the day of the clause is said of it


def _regions(clause: Clause, *, has_firm: bool, is_after_work: bool) -> list[Region]:
    pieces = list(clause.pieces)
    words = [p.low for p in pieces]
    seeking = clause.place(SEEKING)
    if seeking is not None and not (words[seeking] == "nodig" and "uit" in words[seeking:]):
        return _around(pieces, seeking)
    modal = clause.place(MODALS)
    taking = clause.place(TAKING)
    if modal is not None and taking is not None and modal < taking and not clause.named(CANDIDATE):
        between = pieces[modal + 1 : taking]
        return [(between if _is_telling(between) else _from_number(pieces, modal), True)]
    asking = _asking(pieces)
    if asking is not None and has_firm:
        return [(pieces[asking:], True)]
    if "zoek" in words or ("behoefte" in words and "aan" in words):
        at = words.index("behoefte") if "behoefte" in words else words.index("zoek")
        return [(pieces[at + 2 :], True)]
    if clause.has(TASKS, HAPPENED):
        return []
    vacancy = clause.place(VACANCY)
    if vacancy is not None:
        return _vacancy(pieces, vacancy)
    if "pensioen" in words and {"met", "gaat", "gaan"} & set(words):
        before = [p for p in pieces[: words.index("pensioen")] if p.low not in ("met", "gaat", "gaan", "er")]
        return [(before if _is_telling(before) else [*before, pieces[words.index("pensioen")]], True)]
    place = next((i for i, p in enumerate(pieces) if _is_a_place(p)), None)
    if place is not None:
        before_word = words[place - 1] if place else ""
        is_offer = has_firm or clause.has(
            ("heeft", "hebben", "krijgt", "krijgen", "komen", "komt", "zijn", "is"), FREE
        )
        if not is_offer or before_word in ("de", "het", "op", "op", "naar", "van", "in", "zijn", "haar"):
            return []
        return [(_from_number(pieces, place), True)]
    return _bare(clause, has_firm=has_firm, is_after_work=is_after_work)


def _asking(pieces: list[Piece]) -> int | None:
    """Where the number stands in 'vraagt 2 afwassers', 'wil graag een kok', without another verb behind it."""
    for i, piece in enumerate(pieces):
        if piece.low not in ("vraagt", "vragen", "wil", "willen", "wilt"):
            continue
        k = i + 1
        while k < len(pieces) and (pieces[k].when or pieces[k].mention or pieces[k].low in FILLERS | ABOUT):
            k += 1
        words = [p.low for p in pieces[k:]]
        if (
            k + 1 < len(pieces)
            and pieces[k].number is not None
            and not set(words) & (TASKS | MODALS | {"of", "naar"})
        ):
            return None if pieces[k + 1].low in UNITS | PERSONAL_WISHES else k
    return None


def _is_a_place(piece: Piece) -> bool:
    return piece.low in PLACES or (piece.low.endswith(("plek", "plekken")) and len(piece.low) < 30)


def _is_telling(pieces: list[Piece]) -> bool:
    return any(p.is_word and p.low not in NOISE | ARTICLES | PREPOSITIONS for p in pieces)


def _around(pieces: list[Piece], at: int) -> list[Region]:
    """What 'zoekt', 'nodig' and 'gezocht' are said of: after 'zoekt', on both sides of the others."""
    after = pieces[at + 1 :]
    if pieces[at].low in ("zoekt", "zoeken", "zoek", "zocht") and _is_telling(after):
        return [(after, True)]
    if pieces[at].low in ("zoekt", "zoeken", "zoek", "zocht") and any(p.number is not None for p in after):
        return [(after, True)]
    before = _from_number(pieces[:at], at)
    goes_on = next((k for k, p in enumerate(after) if p.low in ("en", "+", "&", "plus")), None)
    if goes_on is not None and any(p.number is not None for p in after[goes_on:]):
        day_there = any(p.when for p in after[goes_on:])
        return [(before, not day_there), (after[goes_on + 1 :], True)]
    tail = after if after and after[0].low in SOMEWHERE else []
    if not _is_telling(before) and not any(p.number is not None for p in before):
        return [(after, True)]
    return [([*before, *tail], True)]


def _from_number(pieces: list[Piece], at: int) -> list[Piece]:
    """From the first number on, or else from behind the verb."""
    verb = max((i for i, p in enumerate(pieces[:at]) if p.low in FINITE | {"dat"}), default=-1)
    numbers = [i for i, p in enumerate(pieces[:at]) if p.number is not None]
    first = next((i for i in numbers if i > verb), numbers[0] if numbers else None)
    if first is not None:
        return pieces[first:]
    return pieces[verb + 1 :]


def _vacancy(pieces: list[Piece], at: int) -> list[Region]:
    k = at - 1
    while k >= 0 and (pieces[k].low in ARTICLES) and pieces[k].number is None:
        k -= 1
    if k >= 0 and pieces[k].low in EXPLAINING | {"op", "naar", "uit"}:
        return []
    after = [p for p in pieces[at + 1 :] if not (p.mention or p.when)]
    while after and (after[0].low in SOMEWHERE or after[0].is_mark):
        after = after[1:]
    while after and after[0].low in ARTICLES and after[0].number is None:
        after = after[1:]
    count = [p for p in pieces[max(0, at - 2) : at] if p.number is not None]
    if not _is_telling(after):
        return [([*count, pieces[at]], True)]
    return [([*([] if any(p.number is not None for p in after[:2]) else count), *after], True)]


def _bare(clause: Clause, *, has_firm: bool, is_after_work: bool) -> list[Region]:
    """'2 monteurs vanaf maart' of a firm that is known; '3 koks' after other work; 'drie koks erbij'."""
    pieces = [p for p in clause.pieces if p.low not in FILLERS - {"en"} | ABOUT]
    while pieces and pieces[0].low in ("en", "+", "&", "plus"):
        pieces = pieces[1:]
    first = next((i for i, p in enumerate(pieces) if p.number is not None), None)
    if first is None or not has_firm or clause.named(CANDIDATE):
        return []
    if not clause.has(("erbij", "extra")):
        if clause.has(FINITE - {"zijn"}, OWN):
            return []
        if any(not (p.when or p.mention or p.low in ("bij", ":", "-")) for p in pieces[:first]):
            return []
        dated = any(d.ahead for d in clause.days)
        if not (dated or is_after_work):
            return []
    return [(pieces[first:], True)]


def _items(region: list[Piece]) -> list[list[Piece]]:
    """One item for each number that begins a noun: '2 helpenden en 1 kok'."""
    pieces = [p for p in region if not (p.mention or p.when)]
    items: list[list[Piece]] = [[]]
    for i, piece in enumerate(pieces):
        goes_on = i + 1 < len(pieces) and pieces[i + 1].number is not None and bool(items[-1])
        if piece.low in ("en", "+", "&", ",", "plus") and goes_on:
            items.append([])
        else:
            items[-1].append(piece)
    return items


def _noun(pieces: list[Piece]) -> tuple[int | None, str]:
    """(number, words) of an item: without what says nothing about the work."""
    places: int | None = None
    while (
        pieces
        and pieces[0].low in NOISE | ARTICLES | PREPOSITIONS | {"-", ":", "/", "'"}
        and pieces[0].number is None
    ):
        pieces = pieces[1:]
    if pieces and pieces[0].number is not None:
        places, is_person = pieces[0].number, pieces[0].low == "iemand"
        pieces = pieces[1:]
        if is_person:
            pieces = _behind(pieces)
        elif pieces and pieces[0].low == "paar":
            places, pieces = None, pieces[1:]
    while pieces and pieces[0].low in NOISE | {"-", ":", "goede", "tal"} and pieces[0].number is None:
        if pieces[0].low == "goede":
            break
        pieces = pieces[1:]
    for _ in range(2):  # 'plek voor 1 persoon in de kas' is work in the kas
        if not pieces or not (pieces[0].low in PEOPLE_WORDS or _is_a_place(pieces[0])):
            break
        inner = _behind(pieces[1:])
        if len(inner) == len(pieces) - 1 or not inner:
            break
        if inner[0].number is not None:
            places, inner = inner[0].number, inner[1:]
        pieces = inner or pieces
    pieces = _cut(pieces)
    if not pieces or pieces[0].low in UNITS | PERSONAL_WISHES:
        return None, ""
    return places, written(pieces)


def _behind(pieces: list[Piece]) -> list[Piece]:
    """The noun behind 'voor de', 'in het', 'als': '2 plekken in de keuken' is work in the keuken."""
    if len(pieces) > 1 and pieces[0].low in FREE and pieces[1].low in SOMEWHERE:
        pieces = pieces[1:]  # '3 plekken vrij voor vakkenvullers'
    if not pieces or pieces[0].low not in SOMEWHERE:
        return pieces
    k = 1
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
            or piece.low in ("erbij", "vrij", "beschikbaar", "nodig", "gezocht", "gevraagd")
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
