"""Work between a verb and its particle, or behind a verb and its preposition: 'neemt 2 koks aan', 'start met 3 leerlingen'."""

from __future__ import annotations

from werktop.contacts.reading.demand_words import JOINED, NOISE, from_number, is_a_place, is_telling
from werktop.contacts.reading.naming import EMPLOYER
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.roles import is_a_role
from werktop.contacts.reading.shortage import NO_WORK, is_staff, where_it_is
from werktop.contacts.reading.vocabulary import ARTICLES

WANTS = frozenset("wil willen wilt mag mogen kan kunnen moet moeten komt komen".split())
PARTED = (
    (frozenset("neemt nemen".split()), "aan"),
    (frozenset("neemt nemen".split()), "dienst"),
    (frozenset("stelt stellen".split()), "aan"),
    (frozenset("stelt stellen".split()), "beschikbaar"),
    (frozenset("huurt huren".split()), "in"),
    (frozenset("komt komen kom".split()), "tekort"),
    (frozenset("heeft hebben".split()), "tekort"),
    (frozenset("komt komen kom".split()), "vrij"),
    (frozenset("haalt halen".split()), "binnen"),
    (WANTS, "bij"),
)
LEADING_TO = (
    (frozenset("zoek uitkijken".split()), "naar", False),
    (frozenset("wachten wacht hoopt hopen rekent rekenen aast azen".split()), "op", True),
    (frozenset({"behoefte", "tekort", "gebrek"}), "aan", False),
    (frozenset({"springen", "verlegen", "staan"}), "om", False),
    (frozenset({"vraag"}), "naar", True),
    (frozenset({"vraag", "verzoek"}), "om", True),
    (frozenset({"vraagt", "vragen", "vroeg", "vroegen"}), "om", True),
    (frozenset({"breidt", "breiden", "uitbreiden", "uitbreiding"}), "met", False),
    (frozenset({"start", "starten", "begint", "beginnen"}), "met", True),
    (frozenset({"denkt", "denken"}), "aan", True),
    (frozenset({"werk", "baan", "banen", "functie", "functies", "klus"}), "voor", True),
    (frozenset({"biedt", "bieden", "bied"}), "aan", True),
)
MISSING = frozenset("mist missen biedt bieden opent openen werft werven".split())
ARRIVING = frozenset("komen beginnen starten terecht instromen instappen slag meedraaien meelopen".split())
TAKEN_ON = frozenset("aangenomen geworven ingehuurd aangesteld aangetrokken".split())


def parted(pieces: list[Piece], *, has_firm: bool) -> list[Piece] | None:
    """What stands between a verb and its particle: 'neemt in april 2 koks aan'."""
    last = len(pieces)
    while last and (pieces[last - 1].when or pieces[last - 1].is_mark or pieces[last - 1].mention):
        last -= 1
    for verb_words, particle in PARTED:
        verb = next((i for i, p in enumerate(pieces) if p.low in verb_words), None)
        if verb is None and particle == "tekort":  # '2 mensen tekort in de bakkerij'
            verb = next((i - 1 for i, p in enumerate(pieces) if p.number is not None), None)
        if verb is None or (particle == "vrij" and any(is_a_place(p) for p in pieces)):
            continue
        end = next((i for i in range(len(pieces) - 1, verb, -1) if pieces[i].low == particle), None)
        if end is None:
            continue
        goes_on = [p for p in pieces[end + 1 : end + 3] if p.low in JOINED or p.number is not None]
        if len(goes_on) == 2 and any(p.number is not None for p in pieces[verb + 1 : end]):
            return [*pieces[verb + 1 : end], *pieces[end + 1 :]]  # 'neemt 6 koks aan en 2 obers'
        between = pieces[verb + 1 : end]
        if between and (particle, between[-1].low) in (("dienst", "in"), ("tekort", "te")):
            between = between[:-1]
        counted = any(p.number is not None for p in between)
        place = where_it_is(pieces[end + 1 :]) if counted or is_a_role(between) or is_staff(between) else []
        if particle in ("bij", "in", "aan") and end != last - 1 and not (pieces[end].when or place):
            continue
        if particle == "tekort" and pieces[end + 1 : end + 2] and pieces[end + 1].low == "aan":
            continue
        if particle == "tekort" and any(p.low in NO_WORK for p in between):
            continue
        if particle == "tekort" and place and is_staff(between):
            return place  # 'komt handen tekort in de keuken'
        if (counted or (is_telling(between) and particle not in ("bij", "in", "binnen"))) and (
            has_firm or counted
        ):
            return [*between, *(place or [p for p in pieces[end + 1 :] if p.when])]
    return None


def led(pieces: list[Piece], *, has_firm: bool) -> list[Piece] | None:
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
        if counted and first is not None and (first.low == "een" or preposition == "op"):
            counted = is_a_role(after[after.index(first) + 1 :])
        if first is not None and (counted or not needs_number) and (has_firm or not needs_number):
            return after
    return None


def awaited(pieces: list[Piece]) -> list[Piece] | None:
    """'mogen 2 stagiairs komen', 'mist 2 koks', 'er worden 3 mensen aangenomen'."""
    words = [p.low for p in pieces]
    missing = next((i for i, low in enumerate(words) if low in MISSING), None)
    if missing is not None and any(p.number is not None for p in pieces[missing + 1 :]):
        return pieces[missing + 1 :]
    modal = next((i for i, low in enumerate(words) if low in ("mogen", "mag", "kunnen", "kan")), None)
    arriving = next((i for i, low in enumerate(words) if low in ARRIVING and i > (modal or 0)), None)
    if modal is not None and arriving is not None and {"er", "bij"} & set(words[:arriving]):
        between = pieces[modal + 1 : arriving]
        if any(p.number is not None for p in between):
            return between
        counted = next((i for i, p in enumerate(pieces[:modal]) if p.number is not None), None)
        if arriving == modal + 1 and counted is not None:
            return pieces[counted:modal]  # 'dat er vijf stagiairs mogen komen'
    joining = next(
        (i for i, low in enumerate(words) if low == "bij" and words[i + 1 : i + 2] and words[i + 1] in WANTS),
        None,
    )
    if joining is not None and "er" in words and any(p.number is not None for p in pieces[:joining]):
        return from_number(pieces[:joining], joining)  # 'dat er twee koks bij kunnen'
    starting = next((i for i, low in enumerate(words) if low in ARRIVING), None)
    if starting is not None and any(p.mention and p.mention.is_a(EMPLOYER) for p in pieces):
        counted = next((i for i, p in enumerate(pieces) if p.number is not None and i > starting), None)
        if counted is not None and is_a_role(pieces[counted + 1 :]):
            return pieces[counted:]
    if {"worden", "wordt"} & set(words):
        taken = next((i for i, low in enumerate(words) if low in TAKEN_ON), None)
        if taken is not None:
            return from_number(pieces[:taken], taken)
    return None
