"""Where one meets: over a bowl of soup, at a kitchen table, at our own desk, on the doorstep of a firm."""

from __future__ import annotations

from itertools import pairwise

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.contact_nouns import at_firm
from werktop.contacts.reading.naming import CANDIDATE, PERSON
from werktop.contacts.reading.past_days import lies_ahead
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    AT_OURS,
    FILLERS,
    FINITE,
    MESSAGE_NOUNS,
    MODALS,
    SEEKING,
)

MEALS = frozenset(
    "soep soepje broodje broodjes boterham lunch lunchje ontbijt ontbijtje taart taartje gebak gebakje tosti borrel borreltje"
    " kopje thee theetje bakje koffietje biertje hapje maaltijd pannenkoek wandeling wandelingetje ommetje".split()
)
ATE = frozenset("gegeten geluncht ontbeten gewandeld geborreld".split())
HAD = frozenset("gedronken gehad gedaan gedeeld gemaakt gelopen genomen".split())
TABLES = frozenset("tafel keukentafel eettafel kantine terras bankje".split())
AT = frozenset("aan om rond op in".split())
CAME = frozenset("kwam kwamen verscheen verschenen meldde meldden".split())
WAS = frozenset("was waren zat zaten".split())
DESKS = AT_OURS - {"ons", "kantoor", "gemeentehuis"}
DROPPING_IN = frozenset(
    "binnenlopen binnenwandelen binnenwaaien aanlopen aanwaaien langslopen binnenvallen buurten binnen".split()
)
DOORS = frozenset("stoep deur toonbank poort balie drempel".split())
BESIDE = (
    FILLERS | ARTICLES | frozenset("t op bij aan voor de naar net samen met mw dhr mevrouw meneer en".split())
)

SAT_AT = DESKS | TABLES | {"deur", "loket"}
HAD_WHERE = DESKS | {"kantoor", "tafel", "keukentafel", "vloer", "langs"}


def met_somewhere(clause: Clause, *, is_first: bool) -> str:
    """The channel where a clause tells where one met, and no verb or noun of contact does; "" where none."""
    if channel := _at_table(clause):
        return channel
    if _came_to_us(clause, is_first=is_first):
        return "talk"
    return "visit" if is_first and on_the_doorstep(clause) else ""


def sat_together(word: str, words: list[str]) -> bool:
    """'om de tafel gezeten', 'op kantoor gehad'."""
    if word in ("gezeten", "zat", "zaten", "stond", "stonden"):
        return bool(set(words) & SAT_AT)
    return word == "gehad" and bool(set(words) & HAD_WHERE)


def _is_denied(clause: Clause) -> bool:
    return clause.has(("niet", "geen", "nooit"))


def _with_somebody(clause: Clause) -> bool:
    """'met Joke', 'bij mevrouw Bos'."""
    pieces = clause.pieces
    return any(
        p.low in ("met", "bij") and any(q.mention for q in pieces[i + 1 : i + 4])
        for i, p in enumerate(pieces)
    )


def _at_table(clause: Clause) -> str:
    """The channel where a clause tells of a meal or a table with somebody: 'kop soep aan tafel met Joke', 'gegeten met Bas'."""
    if (
        _is_denied(clause)
        or clause.has(MODALS, SEEKING)
        or not (clause.named(CANDIDATE) or clause.named(PERSON))
    ):
        return ""
    has_meal = clause.has(ATE) or (clause.has(MEALS) and (_with_somebody(clause) or clause.has(HAD)))
    is_at_table = _with_somebody(clause) and any(
        p.low in AT and any(q.low in TABLES for q in clause.pieces[i + 1 : i + 3])
        for i, p in enumerate(clause.pieces)
    )
    if not (has_meal or is_at_table) or clause.has(
        FINITE - {"heb", "hebben", "was", "waren", "zat", "zaten"}
    ):
        return ""
    if lies_ahead(clause) and not clause.has(ATE, HAD):
        return ""
    return "visit" if at_firm(clause) else "talk"


def _came_to_us(clause: Clause, *, is_first: bool) -> bool:
    """'Yusuf kwam op het spreekuur', 'op t spreekuur', 'kwam binnenlopen': a candidate, and no day to come."""
    if not clause.named(CANDIDATE) or clause.employer or _is_denied(clause):
        return False
    words = set(clause.words)
    if words & CAME:
        return bool(words & (AT_OURS | DROPPING_IN)) and not words & MESSAGE_NOUNS
    if words & WAS:
        return bool(words & DESKS)
    is_there = bool(words & DESKS and words & {"op", "bij", "aan"})
    return is_first and is_there and words <= BESIDE | DESKS and not lies_ahead(clause)


def on_the_doorstep(clause: Clause) -> bool:
    """'stond op de stoep bij Slagerij Hesselink', 'aan de toonbank bij Hesselink'."""
    if not at_firm(clause) or _is_denied(clause) or lies_ahead(clause):
        return False
    is_there = any(
        low in ("op", "aan", "voor", "bij") and after in DOORS
        for low, after in pairwise(_without_articles(clause))
    )
    return is_there and not clause.has(FINITE - {"stond", "stonden", "heb", "was", "waren", "ben"}, SEEKING)


def _without_articles(clause: Clause) -> list[str]:
    return [low for low in clause.words if low not in ARTICLES]
