"""What a sentence says that changes at a firm, and may become work or something else that helps: which kind, in which words, when.

Tables of patterns over the clauses of a sentence. It stands beside the four kinds of chip of the command line and changes none of
them: the screen offers what is read here, for the firm that the sentence means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

STAFF = r"(?:medewerkers?|collega'?s?|werknemers?|personeel|eigen mensen|personeelslid|iemand in dienst)"
BUILDING = r"(?:pand|locatie|hal|vestiging|gebouw|bedrijfspand|kantoor|winkel|filiaal|loods)"
SOME = r"(?:\d+|een|een paar|twee|drie|vier|vijf|zes|veel|paar|mensen|man|collega'?s|iemand)"
PATTERNS: tuple[tuple[str, str], ...] = (
    ("support", rf"\b(?:hulp|begeleiding|ondersteuning) (?:bij|voor) (?:een |hun |haar |zijn )?{STAFF}\b"),
    ("support", rf"\b{STAFF}\b.*\b(?:slecht leest|moeite|vastloopt|uit te vallen|uitvalt|dreigt)\b"),
    ("training", rf"\b{STAFF}\b.*\b(?:op ?leid\w*|bijschol\w*|omschol\w*|cursus\w*|training\w*|scholing|trainen)\b"),
    ("training", r"\bscholing van (?:het |hun )?personeel\b"),
    ("moving", r"\bverhui(?:s|st|zen|zing)\b"),
    ("moving", rf"\b(?:nieuwe?|tweede|derde|extra|groter) {BUILDING}\b"),
    ("moving", r"\bverbouw(?:en|t|ing)\b"),
    ("retirement", rf"\b(?:gaat|gaan|{SOME})\b.*\bmet pensioen\b"),
    ("retirement", r"\bvergrij[sz]\w*\b"),
    ("retirement", r"\b(?:collega'?s|mensen|man) stoppen met werken\b|\bworden 6[5-9]\b"),
    ("growth", r"\bgroei(?:t|en)?\b"),
    ("growth", r"\b(?:uitbreiden|uitbreiding)\b(?! met)|\bbreid(?:t|en)\b.*\buit\b(?! met)"),
    ("growth", r"\b(?:grote|nieuwe|extra) (?:opdracht|klant|order)\w*\b"),
    ("growth", r"\bomzet\b.*\b(?:verdubbel\w*|stijgt|gestegen|omhoog)\b"),
    ("growth", r"\b(?:avond|nacht|weekend)ploeg\b.*\b(?:draaien|starten|beginnen)\b"),
    ("innovation", r"\bnieuwe? (?:machines?|producten|product|robots?|lijn|productielijn|techniek|diensten?)\b"),
    ("innovation", r"\brobots?\b|\bwebshop\b|\binnovat\w+\b|\binnoveren\b"),
    ("process", r"\b(?:ge)?automatiser\w*\b|\bgeautomatiseerd\b|\bop de schop\b|\bwerkproces\w*\b|\breorgani\w+\b"),
    ("process", r"\banders (?:gaan )?werken\b|\bnieuwe? (?:systeem|werkwijze)\b"),
)  # fmt: skip
READ = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in PATTERNS)
NOT = re.compile(r"\b(?:niet|geen|nooit|niemand|vorige?|afgelopen|zonder)\b", re.IGNORECASE)
ASKED = re.compile(r"^(?:of|als|indien)\b|\?$", re.IGNORECASE)
TO_DO = re.compile(r"\b(?:bellen|mailen|terugbellen|vragen|sturen|uitzoeken|navragen)\b", re.IGNORECASE)
ENDS = re.compile(r"(?<!\d)[.;:!\n]+(?!\d)|,|(?<=\?)")
AND = re.compile(r"\s+(?:en|maar)\s+", re.IGNORECASE)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sept", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
QUARTERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}
YEAR = re.compile(r"\b(20\d\d)\b")
QUARTER = re.compile(rf"\bq([1-4])\b|\b({'|'.join(QUARTERS)}) kwartaal\b", re.IGNORECASE)
MONTH = re.compile(rf"\b(?:in|vanaf|per|begin|half|eind) ({'|'.join(MONTHS)})\b", re.IGNORECASE)
MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` as `employers.ChanceKind` names it; `words` of the clause; `day` the first of its `span` ("year", "quarter", "month");
    None and "" where nothing says when."""

    kind: str
    words: str
    day: date | None = None
    span: str = ""


def changes_in(sentence: str, today: date, people: Iterable[str] = ()) -> list[Change]:
    """What changes at a firm, each kind once, in the order of the sentence. A clause that names one of `people` is about that
    candidate; what is denied, asked, over, or only to be asked about is none."""
    names = [
        re.compile(rf"\b{re.escape(part)}\b", re.IGNORECASE) for name in people for part in name.split()[:1]
    ]
    found: dict[str, Change] = {}
    for clause in _clauses(sentence):
        if NOT.search(clause) or ASKED.search(clause) or any(name.search(clause) for name in names):
            continue
        kind = _kind_of(clause)
        if not kind or kind in found or (TO_DO.search(clause) and kind != "training"):
            continue
        day, span = _when(clause, today)
        found[kind] = Change(kind, clause[:MOST_WORDS], day, span)
    return list(found.values())


def _clauses(sentence: str) -> list[str]:
    parts = [part.strip() for part in ENDS.split(sentence) if part.strip()]
    clauses: list[str] = []
    for i, part in enumerate(parts):
        halves = AND.split(part)
        # an "and" parts what changes from what changes else
        split = halves if len(halves) > 1 and all(_kind_of(half) for half in halves) else [part]
        clauses += split
        behind = parts[i + 1] if i + 1 < len(parts) else ""
        if len(split) == 1 and _kind_of(part) and not _says_when(part) and _only_says_when(behind):
            # "nieuwe locatie in Tiel, begin 2027 open": the day stands behind
            clauses[-1] = f"{part}, {behind}"
    return clauses


def _only_says_when(clause: str) -> bool:
    return _says_when(clause) and not _kind_of(clause) and not TO_DO.search(clause)


def _kind_of(clause: str) -> str:
    return next((kind for kind, pattern in READ if pattern.search(clause)), "")


def _says_when(clause: str) -> bool:
    return bool(YEAR.search(clause) or QUARTER.search(clause))


def _when(clause: str, today: date) -> tuple[date | None, str]:
    """The first day and the span that a clause names."""
    said = YEAR.search(clause)
    year = int(said[1]) if said else 0
    if re.search(r"\bvolgend jaar\b", clause, re.IGNORECASE):
        year = today.year + 1
    if quarter := QUARTER.search(clause):
        number = int(quarter[1]) if quarter[1] else QUARTERS[quarter[2].lower()]
        of = year or (today.year if 3 * number >= today.month else today.year + 1)
        return date(of, 3 * number - 2, 1), "quarter"
    if month := MONTH.search(clause):
        number = MONTHS[month[1].lower()]
        of = year or (today.year if number >= today.month else today.year + 1)
        return date(of, number, 1), "month"
    return (date(year, 1, 1), "year") if year else (None, "")
