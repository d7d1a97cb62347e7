"""Facts that follow one another without a mark: 'hoekman gebeld zoekt 2 monteurs vr cv sturen' says three things.

A second fact begins behind the core of a contact (its verb, and whom it was with), and where something to do begins: at its
day, or at its words where the day stands behind them.
"""

from __future__ import annotations

import re

from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.roles import is_a_role
from werktop.contacts.reading.verbs import DOES_WORK, TASKS
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    AUXILIARY,
    CONTACT_NOUNS,
    EXPLAINING,
    FILLERS,
    FINITE,
    HAPPENED,
    JOINING,
    MODALS,
    NEGATIONS,
    PLACES,
    PREPOSITIONS,
    PRONOUNS,
    SEEKING,
    TALK_NOUNS,
    VACANCY,
    VISIT_NOUNS,
)  # fmt: skip

CLOSES = frozenset(
    "gehad gedaan gevoerd geweest gedronken gebracht ontvangen gekregen gegeven gezeten gepleegd gegaan af terug langs binnen"
    " kantoor locatie werkplek werkvloer balie inloop spreekuur".split()
)
"""What else belongs to the core of a contact."""
LINKS = PREPOSITIONS | ARTICLES | FILLERS | JOINING | frozenset(
    "samen beide beiden ik we wij mw mevr dhr mevrouw meneer me mij ons hem haar z n zijn".split()
)  # fmt: skip
SUBORDINATE = frozenset("of dat die wat waar hoe wie om omdat zodat als waarom wanneer welke toen".split())
FORWARD = frozenset("zoekt zoeken zoek".split())
STARTS = FORWARD | (FINITE - {"zijn", "heb", "ben", "aangenomen", "begonnen", "gestopt"})
STATED = FINITE | DOES_WORK
WHO = frozenset("ze hij zij er we ik die".split())
APPOINTMENTS = TALK_NOUNS | VISIT_NOUNS | frozenset(
    "afspraak evaluatie eindevaluatie proefdag vervolgafspraak terugkomdag langs vervolg belafspraak meelopen kijken".split()
)  # fmt: skip
ENDS_OF_APPOINTMENTS = ("gesprek", "afspraak", "bezoek", "overleg", "evaluatie")
OBJECTS = frozenset(
    "cv cvs afspraak contact contract opnieuw weer nogmaals vacature vog formulier offerte mail app".split()
)
PARTICLES = "aan|af|bij|door|in|mee|na|om|op|over|rond|toe|uit|vast|voor"
DONE = re.compile(rf"({PARTICLES})?ge[a-z]{{3,}}(d|t|en)|aangepast")
OF_A_NOUN = frozenset(
    "ging gaat gaan is was wordt staat liep zijn waren kwam komt viel valt".split()
)  # 'bezoek Jansen ging niet door'
PUT_OFF = frozenset(
    "verzet verplaatst verschoven afgezegd geannuleerd uitgesteld gecanceld gepland ingepland".split()
)
SAID_WELL = frozenset("handig goed top prima ok oke super sterk goede matig slecht".split())
MORE_OF_IT = frozenset("wil kan zoekt heeft moet mag".split())
WITH_WHOM = frozenset("bij aan met".split())
NOT_REACHED = frozenset("bgg gehoor bereikt".split())
OF_OTHERS = MODALS | frozenset("te hoeft om te worden wordt".split())


def cut_without_mark(pieces: tuple[Piece, ...]) -> int | None:
    """Where a second fact begins in a clause, if one does."""
    end = _core_end(pieces)
    if end is not None and (behind := _behind_core(pieces, end)) is not None:
        return behind
    if (again := _tries_again(pieces)) is not None:
        return again
    deed = _where_a_deed_begins(pieces)
    return deed if deed is not None else _second_statement(pieces)


def _tries_again(pieces: tuple[Piece, ...]) -> int | None:
    """'Daan bgg vr opnieuw', 'geen gehoor morgen weer proberen': when it is tried again, behind who was not reached."""
    last = len(pieces) - 1 - (pieces[-1].low == "proberen")
    is_again = (
        last > 1 and pieces[last].low in ("opnieuw", "weer", "nogmaals") and _is_ahead(pieces[last - 1])
    )
    return last - 1 if is_again and any(p.low in NOT_REACHED for p in pieces[:last]) else None


def _core_end(pieces: tuple[Piece, ...]) -> int | None:
    """The last piece of the core of a contact: 'gebeld met Fatima', 'mail van Hoekman gekregen'."""
    at = next((i for i in range(len(pieces)) if _says_contact(pieces, i)), None)
    if at is None or any(p.low in MODALS for p in pieces[:at]) or any(p.low in PUT_OFF for p in pieces):
        return None
    end = at
    for j in range(at + 1, len(pieces)):
        piece = pieces[j]
        if piece.mention and pieces[j - 1].mention:
            break  # 'gebeld met Hoekman Fatima kan beginnen'
        if piece.mention or piece.low in HAPPENED | CONTACT_NOUNS | CLOSES:
            end = j
        elif not (piece.when or piece.is_mark or piece.low in LINKS) or piece.low in SUBORDINATE:
            break
    return end if any(p.mention for p in pieces[: end + 2]) else None


def _says_contact(pieces: tuple[Piece, ...], i: int) -> bool:
    low = pieces[i].low
    before = pieces[i - 1].low if i else ""
    is_back = low == "terug" and i + 1 < len(pieces) and pieces[i + 1].low == "van"
    is_langs = is_back or low == "langs" and (i + 1 < len(pieces) and pieces[i + 1].low in ("bij", "geweest"))
    is_noun = low in CONTACT_NOUNS or low.endswith("bezoek")
    return (
        low in HAPPENED
        or low == "geweest"
        or is_langs
        or (is_noun and before not in EXPLAINING | {"na", "naar"})
    )


def _behind_core(pieces: tuple[Piece, ...], end: int) -> int | None:
    """Where what follows the core of a contact is a fact of its own, and does not only say more of the contact."""
    last, begin = len(pieces) - 1, end + 1
    at = begin
    while at <= last and pieces[at].low in FILLERS:
        at += 1
    if at > last:
        return None
    piece = pieces[at]
    is_told = any(p.low in HAPPENED | CLOSES for p in pieces[: end + 1])
    if _starts_work(pieces, at) or (
        piece.low in STARTS - (frozenset() if is_told else OF_A_NOUN) and at < last
    ):
        return begin
    if piece.mention:
        return begin if any(p.low in STARTS | SEEKING | HAPPENED for p in pieces[at + 1 :]) else None
    if piece.when:
        return _behind_day(pieces, begin, at)
    if is_told and not (
        piece.low in LINKS | SUBORDINATE | AUXILIARY | TASKS or piece.is_mark or piece.number is not None
    ):
        return begin
    return _next_statement(pieces, at)


def _behind_day(pieces: tuple[Piece, ...], begin: int, at: int) -> int | None:
    """A day behind a contact is of what follows where that is to be done, else of the contact."""
    when, rest = pieces[at].when, pieces[at + 1 :]
    if rest and when and when.ahead and _is_to_do(rest):
        return begin
    if when and rest and (rest[0].low in STARTS - OF_A_NOUN or _starts_work(pieces, at + 1)):
        is_of_work = when.is_start or when.back is None or (when.ahead and (when.ahead - when.back).days > 7)
        return begin if is_of_work else at + 1
    return None


def _next_statement(pieces: tuple[Piece, ...], at: int) -> int | None:
    """'gesproken over de stage wil stoppen': a verb of its own behind more of the contact."""
    for i in range(at, len(pieces) - 1):
        low = pieces[i].low
        if low in SUBORDINATE or low in ("en", "maar"):
            return None
        if i > at and (low in STARTS - AUXILIARY or _starts_work(pieces, i) and low in FORWARD):
            return i - (pieces[i - 1].low in WHO)
    return None


def _second_statement(pieces: tuple[Piece, ...]) -> int | None:
    """'kan goed lassen wil 32 uur': a second verb of the same person, behind a first that is complete."""
    for i in range(2, len(pieces) - 1):
        if pieces[i].low in SUBORDINATE:
            return None
        if pieces[i].low in MORE_OF_IT and _is_said(pieces[:i]) and any(p.low in FINITE for p in pieces[:i]):
            return i
    return None


def _starts_work(pieces: tuple[Piece, ...], i: int) -> bool:
    """'2 koks', 'zoekt', 'plek voor', 'vac', 'op zoek naar', 'er is'."""
    if i >= len(pieces):
        return False
    low, after = pieces[i].low, pieces[i + 1].low if i + 1 < len(pieces) else ""
    return (
        (pieces[i].number is not None and (is_a_role(list(pieces[i + 1 :])) or after in PLACES))
        or low in FORWARD | PLACES | VACANCY
        or (low == "op" and after == "zoek")
        or (low in ("er", "nog", "geen", "niemand") and after != "")
    )


def _where_a_deed_begins(pieces: tuple[Piece, ...]) -> int | None:
    """'heeft 2 koks nodig vr cv sturen', 'kan goed lassen evalueren over 2 weken': what is to be done, behind what is."""
    deed = next((i for i in range(len(pieces) - 1, 0, -1) if _is_a_deed(pieces[i])), None)
    small = FILLERS | WITH_WHOM
    if deed is None or any(
        not (p.when or p.mention or p.is_mark or p.low in small) for p in pieces[deed + 1 :]
    ):
        return None
    day = next((i for i in range(deed - 1, 0, -1) if _is_ahead(pieces[i])), None)
    if day is not None and (_is_work(pieces[day + 1 : deed]) or not _is_to_do(pieces[day + 1 :])):
        day = None
    is_behind = any(p.when for p in pieces[deed + 1 :])
    if day is not None and not is_behind and not (_is_start(pieces[day]) and _is_work(pieces[:day])):
        return day if _is_said(pieces[:day]) else None
    if pieces[deed].low not in TASKS:
        return None
    begin = deed
    while begin > 1 and pieces[begin - 1].low in FILLERS | OBJECTS:
        begin -= 1
    if (
        begin > 2
        and pieces[begin - 1].mention
        and pieces[begin - 2].low not in PREPOSITIONS | ARTICLES | JOINING
    ):
        begin -= any(p.mention for p in pieces[: begin - 1])
    is_clear = is_behind or day is not None or any(p.low in HAPPENED for p in pieces[:begin])
    return begin if is_clear and _is_said(pieces[:begin]) else None


def _is_ahead(piece: Piece) -> bool:
    return piece.when is not None and piece.when.ahead is not None


def _is_start(piece: Piece) -> bool:
    return piece.when is not None and piece.when.is_start


def _is_a_deed(piece: Piece) -> bool:
    return piece.low in TASKS | APPOINTMENTS or piece.low.endswith(ENDS_OF_APPOINTMENTS)


def _is_to_do(rest: tuple[Piece, ...]) -> bool:
    """Whether some pieces only say what is to be done: no verb of somebody else, nothing that took place."""
    lows = {p.low for p in rest}
    return any(_is_a_deed(p) for p in rest) and not lows & (
        FINITE | HAPPENED | SEEKING | OF_OTHERS | {"niet"}
    )


def _is_work(pieces: tuple[Piece, ...]) -> bool:
    return any(_starts_work(pieces, i) or p.low in SEEKING for i, p in enumerate(pieces))


def _is_said(pieces: tuple[Piece, ...]) -> bool:
    """Whether some pieces say something whole by themselves."""
    lows = [p.low for p in pieces]
    if (
        any(DONE.fullmatch(low) for low in lows)
        or set(lows) & (HAPPENED | {"geweest"} | NEGATIONS | SAID_WELL | NOT_REACHED)
        or _is_work(pieces)
    ):
        return True
    verb = max((i for i, low in enumerate(lows) if low in STATED), default=None)
    if verb is None:
        return False
    small = FILLERS | PRONOUNS | PREPOSITIONS | ARTICLES | FINITE
    return any(p.is_word and p.low not in small for p in pieces[verb + 1 :])
