"""Where in a clause the work stands that a firm has: behind 'zoekt', before 'nodig', between 'neemt' and 'aan'."""

from __future__ import annotations

from werktop.contacts.reading.clauses import HAPPENED, Clause
from werktop.contacts.reading.naming import CANDIDATE, EMPLOYER
from werktop.contacts.reading.numbers import ABOUT
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.roles import is_a_role
from werktop.contacts.reading.verbs import TASKS
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    EXPLAINING,
    FILLERS,
    FINITE,
    FREE,
    MODALS,
    OWN,
    PERSONAL_WISHES,
    PLACES,
    PREPOSITIONS,
    PRONOUNS,
    SEEKING,
    TAKING,
    UNITS,
    VACANCY,
)  # fmt: skip

SOMEWHERE = frozenset({"voor", "in", "bij", "op", "als", "aan", "van"})
NOISE = (
    FILLERS | ABOUT | PRONOUNS | FINITE | FREE | frozenset({"te", "a", "daarna", "pas", "straks", "later"})
)
FORWARD = ("zoekt", "zoeken", "zoek", "zocht", "zochten", "werft")
JOINED = frozenset({"en", "+", "&", "plus"})
NOT_FREE = frozenset("de het op naar van in zijn haar zn n hun mijn".split()) | (EXPLAINING - {"voor"})

# A verb and the particle that closes what it takes: 'neemt 2 koks aan', 'wil er 2 koks bij'.
WANTS = frozenset("wil willen wilt mag mogen kan kunnen moet moeten komt komen".split())
PARTED = (
    (frozenset("neemt nemen".split()), "aan"),
    (frozenset("stelt stellen".split()), "aan"),
    (frozenset("stelt stellen".split()), "beschikbaar"),
    (frozenset("huurt huren".split()), "in"),
    (frozenset("komt komen kom".split()), "tekort"),
    (frozenset("haalt halen".split()), "binnen"),
    (WANTS, "bij"),
)
# Words, the preposition behind which the work stands, and whether a number has to stand there.
LEADING_TO = (
    (frozenset("zoek uitkijken".split()), "naar", False),
    (frozenset({"behoefte", "tekort", "gebrek"}), "aan", False),
    (frozenset({"springen", "verlegen", "staan"}), "om", False),
    (frozenset({"vraag"}), "naar", True),
    (frozenset({"vraagt", "vragen", "vroeg", "vroegen"}), "om", True),
    (frozenset({"breidt", "breiden", "uitbreiden", "uitbreiding"}), "met", False),
    (frozenset({"start", "starten", "begint", "beginnen"}), "met", True),
    (frozenset({"denkt", "denken"}), "aan", True),
    (frozenset({"werk", "baan", "banen", "functie", "functies", "klus"}), "voor", True),
    (frozenset({"biedt", "bieden", "bied"}), "aan", True),
)
MISSING = frozenset("mist missen biedt bieden opent openen werft werven".split())
ARRIVING = frozenset("komen beginnen starten terecht instromen instappen".split())
TAKEN_ON = frozenset("aangenomen geworven ingehuurd aangesteld aangetrokken".split())
LEAVE = frozenset("pensioen zwangerschapsverlof verlof ziekteverlof".split())
RECEIVED = frozenset("ontvangen bekeken besproken binnen vervuld ingevuld online uit toe".split())
ASKED = frozenset("gevraagd gezocht gewenst geschikt gediplomeerd".split())
RESTS = frozenset("erbij extra".split())

Region = tuple[list[Piece], bool]  # where the noun stands, and whether the day of the clause is said of it


def regions_of(clause: Clause, *, has_firm: bool, is_after_work: bool, is_headed: bool) -> list[Region]:
    """Where the work stands. `has_firm`: the clause speaks of a firm; `is_after_work`: the one before it spoke of work;
    `is_headed`: a firm stands before it, as above a list."""
    pieces = list(clause.pieces)
    words = [p.low for p in pieces]
    parted = _parted(pieces, has_firm=has_firm) if not clause.named(CANDIDATE) else None
    if parted is not None:
        return [(parted, True)]
    seeking = clause.place(SEEKING)
    if seeking is not None and not (words[seeking] == "nodig" and "uit" in words[seeking:]):
        return _around(pieces, seeking)
    modal, taking = clause.place(MODALS), clause.place(TAKING)
    if modal is not None and taking is not None and modal < taking and not clause.named(CANDIDATE):
        between = pieces[modal + 1 : taking]
        if any(p.low == "iemand" for p in between):
            return [([*between, *pieces[taking + 1 :]], True)]  # 'kan iemand gebruiken op de tekenkamer'
        return [(between if _is_telling(between) else _from_number(pieces, modal), True)]
    asking = _asking(pieces)
    if asking is not None and has_firm:
        return [(pieces[asking:], True)]
    led = _led(pieces, has_firm=has_firm) if not clause.named(CANDIDATE) else None
    if led is not None:
        return [(led, True)]
    if has_firm and not clause.named(CANDIDATE) and (awaited := _awaited(pieces)):
        return [(awaited, True)]
    if clause.has(TASKS, HAPPENED, ("geweest",)):
        return []
    vacancy = clause.place(VACANCY)
    if vacancy is not None:
        return _vacancy(pieces, vacancy)
    leave = clause.place(LEAVE)
    if leave is not None and {"met", "gaat", "gaan"} & set(words):
        before = [p for p in pieces[:leave] if p.low not in ("met", "gaat", "gaan", "er")]
        return [(before if _is_telling(before) else [*before, pieces[leave]], True)]
    place = next((i for i, p in enumerate(pieces) if is_a_place(p)), None)
    if place is not None:
        return _of_a_place(clause, place, has_firm=has_firm)
    return _bare(clause, has_firm=has_firm, is_after_work=is_after_work, is_headed=is_headed)


def is_a_place(piece: Piece) -> bool:
    return piece.low in PLACES or (piece.low.endswith(("plek", "plekken")) and len(piece.low) < 30)


def _parted(pieces: list[Piece], *, has_firm: bool) -> list[Piece] | None:
    """What stands between a verb and its particle: 'neemt in april 2 koks aan'."""
    last = len(pieces)
    while last and (pieces[last - 1].when or pieces[last - 1].is_mark or pieces[last - 1].mention):
        last -= 1
    for verb_words, particle in PARTED:
        verb = next((i for i, p in enumerate(pieces) if p.low in verb_words), None)
        if verb is None:
            continue
        end = next((i for i in range(len(pieces) - 1, verb, -1) if pieces[i].low == particle), None)
        if end is None or (particle in ("bij", "in", "aan") and end != last - 1 and not pieces[end].when):
            continue
        between = pieces[verb + 1 : end]
        counted = any(p.number is not None for p in between)
        if (counted or (_is_telling(between) and particle not in ("bij", "in", "binnen"))) and (
            has_firm or counted
        ):
            return [*between, *(p for p in pieces[end + 1 :] if p.when)]
    return None


def _led(pieces: list[Piece], *, has_firm: bool) -> list[Piece] | None:
    """What stands behind 'op zoek naar', 'een tekort aan', 'starten met'."""
    for leading, preposition, needs_number in LEADING_TO:
        verb = next((i for i, p in enumerate(pieces) if p.low in leading), None)
        if verb is None:
            continue
        at = next((i for i in range(verb + 1, len(pieces)) if pieces[i].low == preposition), None)
        if at is None or any(
            p.is_word and p.low not in NOISE | ARTICLES | {"uit"} for p in pieces[verb + 1 : at]
        ):
            continue
        after = pieces[at + 1 :]
        first = next((p for p in after if not p.when and p.low not in NOISE), None)
        counted = first is not None and first.number is not None
        if counted and first is not None and first.low == "een":
            counted = is_a_role(after[after.index(first) + 1 :])
        if first is not None and (counted or not needs_number) and (has_firm or not needs_number):
            return after
    return None


def _awaited(pieces: list[Piece]) -> list[Piece] | None:
    """'mogen 2 stagiairs komen', 'mist 2 koks', 'er worden 3 mensen aangenomen'."""
    words = [p.low for p in pieces]
    missing = next((i for i, low in enumerate(words) if low in MISSING), None)
    if missing is not None and any(p.number is not None for p in pieces[missing + 1 :]):
        return pieces[missing + 1 :]
    modal = next((i for i, low in enumerate(words) if low in ("mogen", "mag", "kunnen", "kan")), None)
    arriving = next((i for i, low in enumerate(words) if low in ARRIVING and i > (modal or 0)), None)
    if modal is not None and arriving is not None and "er" in words[:arriving]:
        between = pieces[modal + 1 : arriving]
        if any(p.number is not None for p in between):
            return between
    starting = next((i for i, low in enumerate(words) if low in ARRIVING), None)
    if starting is not None and any(p.mention and p.mention.is_a(EMPLOYER) for p in pieces):
        counted = next((i for i, p in enumerate(pieces) if p.number is not None and i > starting), None)
        if counted is not None and is_a_role(pieces[counted + 1 :]):
            return pieces[counted:]
    if {"worden", "wordt"} & set(words):
        taken = next((i for i, low in enumerate(words) if low in TAKEN_ON), None)
        if taken is not None:
            return _from_number(pieces[:taken], taken)
    return None


def is_done(piece: Piece) -> bool:
    """'2 koks geplaatst': a participle says what was done."""
    low = piece.low
    return (
        low not in ASKED
        and len(low) > 6
        and ((low.startswith("ge") and low.endswith(("t", "d", "en"))) or low.endswith("gesteld"))
    )


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
        ):
            return None if pieces[k + 1].low in UNITS | PERSONAL_WISHES else k
    return None


def _is_telling(pieces: list[Piece]) -> bool:
    return any(p.is_word and p.low not in NOISE | ARTICLES | PREPOSITIONS for p in pieces)


def _around(pieces: list[Piece], at: int) -> list[Region]:
    """What 'zoekt', 'nodig' and 'gezocht' are said of: after 'zoekt', on both sides of the others."""
    after = pieces[at + 1 :]
    is_forward = pieces[at].low in FORWARD
    if is_forward and (_is_telling(after) or any(p.number is not None for p in after)):
        return [(after, True)]
    before = _from_number(pieces[:at], at)
    goes_on = next((k for k, p in enumerate(after) if p.low in JOINED), None)
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
    is_known = at > 0 and pieces[at - 1].low in ("de", "die", "deze")
    if is_known or k >= 0 and pieces[k].low in EXPLAINING | {"op", "naar", "uit"}:
        return []
    after = [p for p in pieces[at + 1 :] if not (p.mention or p.when)]
    while after and (after[0].low in SOMEWHERE or after[0].is_mark):
        after = after[1:]
    while after and after[0].low in ARTICLES and after[0].number is None:
        after = after[1:]
    if after and (is_done(after[0]) or after[0].low in RECEIVED):
        return []
    count = [p for p in pieces[max(0, at - 2) : at] if p.number is not None]
    if not _is_telling(after):
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
    return [(_from_number(list(clause.pieces), place), True)]


def _bare(clause: Clause, *, has_firm: bool, is_after_work: bool, is_headed: bool) -> list[Region]:
    """'2 monteurs vanaf maart' of a firm that is known; '3 koks' after other work or under a firm; 'drie koks erbij'."""
    pieces = [p for p in clause.pieces if p.low not in FILLERS - {"en"} | ABOUT]
    while pieces and pieces[0].low in JOINED:
        pieces = pieces[1:]
    first = next((i for i, p in enumerate(pieces) if p.number is not None or p.low == "fte"), None)
    if first is None or not has_firm or clause.named(CANDIDATE):
        return []
    if not clause.has(RESTS):
        if clause.has(FINITE - {"zijn", "start"}, OWN) or any(is_done(p) for p in pieces[first:]):
            return []
        if any(not (p.when or p.mention or p.low in ("bij", ":", "-")) for p in pieces[:first]):
            return []
        is_dated = any(d.ahead for d in clause.days)
        is_of_firm = is_headed or any(m.is_a(EMPLOYER) for m in clause.mentions)
        is_work = "fte" in clause.words or is_a_role(pieces[first + 1 :])
        if not (is_dated or is_after_work or (is_of_firm and is_work)):
            return []
    return [(pieces[first:], True)]
