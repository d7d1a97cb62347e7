"""Where in a clause the work stands that a firm has: behind 'zoekt', before 'nodig', between 'neemt' and 'aan'."""

from __future__ import annotations

from itertools import takewhile

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.demand_verbs import awaited, led, parted
from werktop.contacts.reading.demand_words import (
    HAVING,
    JOINED,
    NOISE,
    SOMEWHERE,
    from_number,
    is_a_place,
    is_done,
    is_telling,
)
from werktop.contacts.reading.naming import CANDIDATE, EMPLOYER
from werktop.contacts.reading.numbers import ABOUT
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.roles import begins_with_a_role, is_a_role
from werktop.contacts.reading.verbs import TASKS
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    CONTACT_NOUNS,
    EXPLAINING,
    FILLERS,
    FINITE,
    FREE,
    HAPPENED,
    MODALS,
    OWN,
    PERSONAL_WISHES,
    PREPOSITIONS,
    SEEKING,
    TAKING,
    UNITS,
    VACANCY,
)  # fmt: skip

FORWARD = ("need", "needs", "zoekt", "zoeken", "zoek", "zocht", "zochten", "werft")
NOT_FREE = frozenset("de het op naar van in zijn haar zn n hun mijn".split()) | (EXPLAINING - {"voor"})

# A verb and the particle that closes what it takes: 'neemt 2 koks aan', 'wil er 2 koks bij'.
# Words, the preposition behind which the work stands, and whether a number has to stand there.
LEAVE = frozenset("pensioen zwangerschapsverlof verlof ziekteverlof".split())
RECEIVED = frozenset(
    "ontvangen bekeken besproken binnen vervuld ingevuld online uit toe gezien gelezen".split()
)
TO_HAVE = frozenset("te hebben heeft is zijn".split())  # 'nodig te hebben voor de inpak'
NAMELY = frozenset("namelijk nl waaronder".split())
RESTS = frozenset("erbij extra".split())
BESIDE_WORK = FILLERS - {"en"} | ABOUT | NAMELY | {"te", "weten"}

Region = tuple[list[Piece], bool]  # where the noun stands, and whether the day of the clause is said of it


def regions_of(clause: Clause, *, has_firm: bool, is_after_work: bool, is_headed: bool) -> list[Region]:
    """Where the work stands. `has_firm`: the clause speaks of a firm; `is_after_work`: the one before it spoke of work;
    `is_headed`: a firm stands before it, as above a list."""
    pieces = list(clause.pieces)
    words = [p.low for p in pieces]
    between = parted(pieces, has_firm=has_firm) if not clause.named(CANDIDATE) else None
    if between is not None:
        return [(between, True)]
    seeking = clause.place(SEEKING)
    if seeking is None and (asked := clause.place(("gevraagd",))) and is_a_role(pieces[asked - 1 : asked]):
        seeking = asked  # 'schilder gevraagd'
    if seeking is not None and not (words[seeking] == "nodig" and "uit" in words[seeking:]):
        return _around(pieces, seeking)
    modal, taking = clause.place(MODALS), clause.place(TAKING)
    if modal is not None and taking is not None and modal < taking and not clause.named(CANDIDATE):
        between = pieces[modal + 1 : taking]
        if any(p.low == "iemand" for p in between):
            return [([*between, *pieces[taking + 1 :]], True)]  # 'kan iemand gebruiken op de tekenkamer'
        return [(between if is_telling(between) else from_number(pieces, modal), True)]
    asking = _asking(pieces)
    if asking is not None and has_firm:
        return [(pieces[asking:], True)]
    behind = led(pieces, has_firm=has_firm) if not clause.named(CANDIDATE) else None
    if behind is not None:
        return [(behind, True)]
    if has_firm and (wanted := _of_us(pieces)):
        return [(wanted, True)]
    if has_firm and not clause.named(CANDIDATE) and (expected := awaited(pieces)):
        return [(expected, True)]
    if clause.has(TASKS, HAPPENED, ("geweest",)):
        return []
    vacancy = clause.place(VACANCY)
    if vacancy is not None:
        return _vacancy(pieces, vacancy)
    leave = clause.place(LEAVE)
    is_away = {"gaat", "gaan"}.isdisjoint(words) and any(day.is_end for day in clause.days)
    if leave is not None and {"met", "gaat", "gaan"} & set(words) and not is_away:
        before = [p for p in pieces[:leave] if p.low not in ("met", "gaat", "gaan", "er")]
        return [(before if is_telling(before) else [*before, pieces[leave]], True)]
    place = next((i for i, p in enumerate(pieces) if is_a_place(p)), None)
    if place is not None:
        return _of_a_place(clause, place, has_firm=has_firm)
    return _bare(clause, has_firm=has_firm, is_after_work=is_after_work, is_headed=is_headed)


def _asking(pieces: list[Piece]) -> int | None:
    """Where the number stands in 'vraagt 2 afwassers', 'wil graag een kok', without another verb behind it."""
    for i, piece in enumerate(pieces):
        if piece.low not in ("vraagt", "vragen", "wil", "willen", "wilt"):
            continue
        k = i + 1
        while k < len(pieces) and (
            pieces[k].when
            or pieces[k].mention
            or pieces[k].low in FILLERS | ABOUT | {"ze", "hij", "zij", "men"}
        ):
            k += 1
        words = list(takewhile(lambda low: low not in ("die", "waar"), (p.low for p in pieces[k:])))
        if (
            k < len(pieces)
            and pieces[k].number is None
            and is_a_role(pieces[k : k + 1])
            and not set(words) & (TASKS | {"worden"})
        ):
            return k  # 'wil stagiair in februari'
        if (
            k + 1 < len(pieces)
            and pieces[k].number is not None
            and not set(words) & (TASKS | MODALS | {"of", "naar"})
            and not (pieces[k].low == "een" and _ends_in_a_deed(pieces[k + 1 :]))
        ):
            return None if pieces[k + 1].low in UNITS | PERSONAL_WISHES else k
    return None


def _ends_in_a_deed(pieces: list[Piece]) -> bool:
    """'wil Yusuf een proefplaatsing aanbieden': what the firm will do, and nobody whom it seeks."""
    said = [p for p in pieces if p.is_word]
    return len(said) > 1 and said[-1].low.endswith("en") and not (is_a_role(said[-1:]) or is_a_role(said[:1]))


ASKING_FOR = OWN | {"ze", "zij", "hij"}


def _of_us(pieces: list[Piece]) -> list[Piece]:
    """'of wij nog een vakkenvuller hebben', 'of ze 2 koks konden krijgen': what a firm asks of us."""
    words = [p.low for p in pieces]
    at = next((i for i in range(1, len(words)) if words[i - 1] == "of" and words[i] in ASKING_FOR), 0)
    end = next((i for i in range(at, len(words)) if words[i] in HAVING | {"krijgen"}), 0)
    between = [p for p in pieces[at + 1 : end] if p.low not in MODALS]
    is_counted = any(p.number is not None and is_a_role(between[k + 1 :]) for k, p in enumerate(between))
    rest = pieces[end + 1 :]
    if at and end and rest and rest[0].low in SOMEWHERE and any(p.low == "iemand" for p in between):
        return [*between, *rest]  # 'of ik iemand had voor de nachtzorg'
    return [*between, *(p for p in pieces[end + 1 :] if p.when)] if at and end and is_counted else []


def _around(pieces: list[Piece], at: int) -> list[Region]:
    """What 'zoekt', 'nodig' and 'gezocht' are said of: after 'zoekt', on both sides of the others."""
    after = pieces[at + 1 :]
    is_forward = pieces[at].low in FORWARD
    if is_forward and (is_telling(after) or any(p.number is not None for p in after)):
        return [(after, True)]
    before = from_number(pieces[:at], at)
    goes_on = next((k for k, p in enumerate(after) if p.low in JOINED), None)
    if goes_on is not None and any(p.number is not None for p in after[goes_on:]):
        day_there = any(p.when for p in after[goes_on:])
        return [(before, not day_there), (after[goes_on + 1 :], True)]
    late = next((k for k, p in enumerate(after) if p.low not in TO_HAVE), 0)
    tail = after[late:] if after and after[late].low in SOMEWHERE else []
    if not is_telling(before) and not any(p.number is not None for p in before):
        return [(after, True)]
    return [([*before, *tail], True)]


def _vacancy(pieces: list[Piece], at: int) -> list[Region]:
    k = at - 1
    while k >= 0 and (pieces[k].low in ARTICLES) and pieces[k].number is None:
        k -= 1
    is_known = at > 0 and pieces[at - 1].low in ("de", "die", "deze")
    if is_known or k >= 0 and pieces[k].low in EXPLAINING | {"op", "naar", "uit"}:
        return []
    after = [p for p in pieces[at + 1 :] if not (p.mention or p.when)]
    while after and (after[0].low in SOMEWHERE | FREE | {"staan", "gekomen"} or after[0].is_mark):
        after = after[1:]
    while after and after[0].low in ARTICLES and after[0].number is None:
        after = after[1:]
    if after and (is_done(after[0]) or after[0].low in RECEIVED):
        return []
    count = [p for p in pieces[max(0, at - 2) : at] if p.number is not None]
    if not is_telling(after):
        return [([*count, pieces[at]], True)]
    return [([*([] if any(p.number is not None for p in after[:2]) else count), *after], True)]


def _of_a_place(clause: Clause, place: int, *, has_firm: bool) -> list[Region]:
    """'heeft 2 plekken', 'er komt een plek vrij in de keuken'."""
    before = clause.pieces[place - 1].low if place else ""
    is_offer = has_firm or clause.has(
        ("heeft", "hebben", "krijgt", "krijgen", "komen", "komt", "zijn", "is"), FREE
    )
    if not is_offer or before in NOT_FREE:
        return []
    region = from_number(list(clause.pieces), place)
    if len([p for p in region if p.is_word and p.low not in NOISE | FREE | PREPOSITIONS]) == 1:
        region = [*region, *_place_before(clause.pieces[: clause.pieces.index(region[0])])]
    return [(region, True)]


def _place_before(pieces: tuple[Piece, ...]) -> list[Piece]:
    """'in de bediening 1 plek': where it is stands before the number."""
    for at in range(len(pieces) - 2, -1, -1):
        if pieces[at].low in ("in", "op"):
            said = [p for p in pieces[at:] if p.low not in FINITE]
            return said if is_telling(said) and not any(p.mention for p in said) else []
    return []


def _is_counted_behind(bare: list[Piece]) -> bool:
    """'bediening 2': the number stands behind the noun."""
    is_noun = 2 <= len(bare) <= 3 and all(p.is_word and p.low not in FINITE | PREPOSITIONS for p in bare[:-1])
    return (
        is_noun
        and bare[-1].number is not None
        and bare[-1].low.isdecimal()
        and not bare[0].low.startswith("ge")
    )


def _bare(clause: Clause, *, has_firm: bool, is_after_work: bool, is_headed: bool) -> list[Region]:
    """'2 monteurs vanaf maart' of a firm that is known; '3 koks' after other work or under a firm; 'drie koks erbij'."""
    pieces = [p for p in clause.pieces if p.low not in BESIDE_WORK]
    while pieces and pieces[0].low in JOINED:
        pieces = pieces[1:]
    bare = [p for p in pieces if not (p.when or p.mention)]
    is_list = is_after_work or (is_headed and (clause.days or any(p.low in JOINED for p in bare)))
    if is_list and has_firm and begins_with_a_role(bare) and not clause.named(CANDIDATE):
        return [(pieces, True)]  # 'zoekt chauffeur, planner': the second of a list
    starts = any(p.when and p.when.is_start for p in pieces)
    is_plain = len(bare) == 2 and all(p.is_word for p in bare) and not clause.has(FINITE, TASKS, PREPOSITIONS)
    if is_headed and has_firm and starts and is_plain and is_a_role(bare[:1]) and not clause.named(CANDIDATE):
        return [(pieces, True)]  # 'Jansen: monteur elektra per 1 mei'
    if (is_headed or is_after_work) and has_firm and _is_counted_behind(bare) and not clause.named(CANDIDATE):
        return [([bare[-1], *bare[:-1]], True)]
    first = next((i for i, p in enumerate(pieces) if p.number is not None or p.low == "fte"), None)
    if first is not None and any(p.low in CONTACT_NOUNS for p in pieces[first + 1 : first + 3]):
        return []  # 'nog een mailtje'
    if first is None or not has_firm or clause.named(CANDIDATE):
        return []
    if not clause.has(RESTS):
        if clause.has(FINITE - {"zijn", "start"}, OWN) or any(is_done(p) for p in pieces[first:]):
            return []
        is_dated = bool(clause.days_ahead)
        before = {"bij", ":", "-", "van", "de", "het", "t"} | (
            {"voor"} if is_dated and is_a_role(pieces[first + 1 :]) else set()
        )
        if any(not (p.when or p.mention or p.low in before) for p in pieces[:first]):
            return []
        is_of_firm = is_headed or any(m.is_a(EMPLOYER) for m in clause.mentions)
        is_work = "fte" in clause.words or is_a_role(pieces[first + 1 :])
        if not (is_dated or is_after_work or (is_of_firm and is_work)):
            return []
    return [(pieces[first:], True)]
