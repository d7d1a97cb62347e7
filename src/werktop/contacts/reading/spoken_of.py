"""Which candidates a sentence speaks of without saying that anybody spoke with them: "Griendman gebeld over Ewa"."""

from __future__ import annotations

from typing import Final

from werktop.catalogue.dutch.tokens import Token, composed, tokenize
from werktop.contacts.reading.chips import Names
from werktop.contacts.reading.mentions import Mention, mentions_in
from werktop.contacts.reading.naming import CANDIDATE, name_list
from werktop.contacts.reading.vocabulary import FILLERS, OF_CONTACT

ABOUT: Final = frozenset(
    "over voor omtrent betreffende aangaande inzake namens ivm vanwege rondom rond".split()
)
TITLES: Final = frozenset("de mevrouw meneer mevr mw dhr hr kandidaat onze mijn".split())
DISCUSSED: Final = frozenset("besproken doorgesproken voorbesproken nabesproken doorgenomen".split())
PARTIES: Final = frozenset(
    "chef baas bazin werkgever leidinggevende werkbegeleider begeleider begeleidster jobcoach klantmanager casemanager consulent"
    " bewindvoerder wijkteam buurtteam schuldhulp schuldhulpverlening schuldhulpverlener uwv gemeente school opvang huisarts"
    " moeder vader ouders man vrouw partner zus broer zoon dochter oma opa tante oom neef nicht buurvrouw buurman vriend vriendin"
    " voorman teamleider ploegbaas planner directeur eigenaar mentor docent tolk reclassering ggz maatschappelijk uitzendbureau"
    " afdelingshoofd hoofd personeelszaken hr administratie receptie".split()
)
"""Whom one calls about a candidate: not known here by name."""
NO_PARTY: Final = FILLERS | frozenset(
    "net zojuist even kort lang uitgebreid weer opnieuw nogmaals terug alweer al nog nu toen ook eindelijk eerst daarna telefonisch"
    " samen haar hem hen ze zij hij ik we wij iemand vandaag gister gisteren eergisteren vanmorgen vanmiddag vanochtend vanavond"
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vorige afgelopen deze twee drie vier keer maal per over en met de"
    " het een is heb heeft zoals was druk snel vroeg laat meteen direct dus".split()
)
MARKS: Final = frozenset(",.:;!?()\n-–")


def only_spoken_of(sentence: str, names: Names) -> frozenset[str]:
    """The candidates who, wherever words of contact name them, are what was spoken of: behind "over" or "voor", as whose mother it
    was, or in what somebody else said who was called. "Over Daan gesproken, vrijdag Daan bellen" was not with Daan."""
    tokens = tokenize(composed(sentence))
    mentions = mentions_in(tokens, name_list(names))
    of: set[str] = set()
    others: set[str] = set()
    before: tuple[Mention, bool] | None = None
    for mention in mentions:
        if not mention.is_a(CANDIDATE):
            before = None
            continue
        is_of = _is_of(tokens, mention, mentions)
        if before and _goes_on(tokens, before[0], mention):
            is_of = is_of or before[1]
        before = mention, is_of
        if is_of:
            of.add(mention.names[0].shown)
        elif _says_contact(_clause(tokens, mention)):
            others.add(mention.names[0].shown)
    return frozenset(of - others)


def _is_of(tokens: list[Token], mention: Mention, mentions: list[Mention]) -> bool:
    at = mention.first - 1
    while at >= 0 and tokens[at].low in TITLES | {"."}:
        at -= 1
    low = tokens[at].low if at >= 0 else ""
    if low in ABOUT:
        return True
    if low == "van" and at and tokens[at - 1].low in PARTIES:
        return True  # 'de moeder van Fatima gebeld'
    behind = tokens[mention.end].low if mention.end < len(tokens) else ""
    if behind in PARTIES and tokens[mention.end - 1].low == "s":
        return True  # "Fatima's moeder"
    if low not in ("met", "en") and any(t.low in DISCUSSED for t in _clause(tokens, mention)):
        return any(not each.is_a(CANDIDATE) for each in mentions) or any(t.low in PARTIES for t in tokens)
    return _was_told_by_another(tokens, mention, mentions)


def _goes_on(tokens: list[Token], before: Mention, mention: Mention) -> bool:
    """'over Ewa en Daan'."""
    between = [token.low for token in tokens[before.end : mention.first]]
    return bool(between) and set(between) <= {"en", ",", "&", "+", "of"}


def _says_contact(tokens: list[Token]) -> bool:
    return any(token.low in OF_CONTACT for token in tokens)


def _clause(tokens: list[Token], mention: Mention) -> list[Token]:
    """The tokens around a mention, up to a mark."""
    first, end = mention.first, mention.end
    while first and tokens[first - 1].text not in MARKS:
        first -= 1
    while end < len(tokens) and tokens[end].text not in MARKS:
        end += 1
    return tokens[first:end]


def _was_told_by_another(tokens: list[Token], mention: Mention, mentions: list[Mention]) -> bool:
    """'Jumbo Tiel gebeld, Anja redt het daar niet': somebody else was called, who is not known here, and what follows is told."""
    verb = next((i for i, token in enumerate(tokens) if token.low in OF_CONTACT), None)
    if verb is None or mention.first < verb or _says_contact(_clause(tokens, mention)):
        return False
    if any(each.first < mention.first for each in mentions):
        return False  # somebody who is known was called, and the grammar says who
    first = next((i for i in range(verb, mention.first) if tokens[i].text in MARKS), None)
    if first is None:
        return False
    return any(
        tokens[i].low in PARTIES or (tokens[i].has_capital and tokens[i].low not in NO_PARTY)
        for i in (*range(verb), *range(verb + 1, first))
    )


__all__ = ["only_spoken_of"]
