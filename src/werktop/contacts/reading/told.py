"""What a clause tells of a candidate for the picture: a wish, a paper, what is needed to be able to work, a small step.

The screen offers these beside the four kinds of chip of the command line, to be accepted or dropped.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from werktop.contacts.reading.chips import Told
from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.naming import CANDIDATE
from werktop.contacts.reading.pieces import Piece, written
from werktop.contacts.reading.verbs import TASKS
from werktop.contacts.reading.vocabulary import ARTICLES, FILLERS, OWN

WANTS = frozenset("wil wilt zoekt zoek wenst".split())
HOURS = frozenset("uur uren u".split())
DENIED = frozenset("niet geen niemand nooit zonder nee".split())
NOT_YET = frozenset("halen leren wil wilt bezig kwijt verlopen moet zonder verloopt".split())
LETTERS = frozenset("am b be c ce d t".split())
PAPERS = frozenset("vca bhv ehbo haccp vog".split())
GOT = frozenset("heeft behaald gehaald binnen haalde geslaagd".split())
ARRANGED = frozenset(
    "regelen geregeld zoeken zoekt nodig aanvragen aanmelden vinden gezocht geen gebrek zonder regel hulp lastig".split()
)
NEEDS = {
    "childcare": "kinderopvang opvang oppas kinderdagverblijf gastouder bso".split(),
    "transport": "vervoer fiets auto reiskosten ov busabonnement scooter taxi".split(),
    "debts": "schulden schuld schuldhulp schuldhulpverlening bewindvoerder bewindvoering geldzorgen budgetcoach".split(),
    "housing": "woning huisvesting onderdak huis kamer woonruimte".split(),
    "care": "mantelzorg mantelzorger".split(),
    "language": "taalles taalcursus taalcoach taaltoets taalmaatje".split(),
    "equipment": "bril werkschoenen werkkleding hoortoestel".split(),
}
NEED_OF = {word: kind for kind, words in NEEDS.items() for word in words}
MUST = frozenset("moet gaat zal".split())
BEHIND_WORK = frozenset("werken werk aan graag misschien slag liefst".split())
MOST_HOURS = 60


def told_in(clause: Clause, candidate: str) -> list[Told]:
    """What a clause tells of this candidate; nothing where it asks."""
    if clause.ends_with == "?" or any(p.low in ("of", "als") for p in clause.pieces[:1]):
        return []
    found = [_wish(clause), _paper(clause), _need(clause), _step(clause)]
    return [replace(each, candidate=candidate) for each in found if each is not None]


def _words(clause: Clause) -> set[str]:
    return set(clause.words)


def _wish(clause: Clause) -> Told | None:
    """'wil 24 uur in de zorg', 'zoekt werk als kok'."""
    at = clause.place(WANTS)
    if at is None or clause.employer or _words(clause) & (DENIED | OWN):
        return None
    behind = clause.pieces[at + 1 :]
    hours = next(
        (
            p.number
            for p, q in zip(behind, behind[1:], strict=False)
            if p.number is not None and q.low in HOURS
        ),
        None,
    )
    hours = hours if hours and hours <= MOST_HOURS else None
    work = _work_behind(behind)
    return Told("wish", "", work, hours=hours) if hours or work else None


def _work_behind(pieces: tuple[Piece, ...]) -> str:
    """'in de zorg', 'als kok': in which work, behind 'wil' or 'zoekt werk'."""
    for i, piece in enumerate(pieces):
        if piece.low not in ("in", "als"):
            continue
        between = [
            p
            for p in pieces[:i]
            if p.is_word and p.low not in FILLERS | HOURS | BEHIND_WORK | {"baan", "een"}
        ]
        noun = list(takewhile(lambda p: p.is_word and p.low not in BEHIND_WORK | TASKS, pieces[i + 1 :]))
        while noun and noun[0].low in ARTICLES:
            noun = noun[1:]
        if not between and noun and len(noun) <= 4:
            return written(noun)
    return ""


def _paper(clause: Clause) -> Told | None:
    """'heeft rijbewijs B', 'vca gehaald'."""
    words = [p.low for p in clause.pieces]
    if set(words) & (DENIED | NOT_YET):
        return None
    for i, low in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ""
        if low == "rijbewijs" and after in LETTERS:
            return Told("certificate", "", f"rijbewijs {after.upper()}", code=f"rijbewijs-{after}")
        if low in PAPERS and set(words) & GOT and "nodig" not in words:
            return Told("certificate", "", low.upper())
        if low in ("diploma", "certificaat") and set(words) & GOT and after and after not in GOT:
            name = takewhile(lambda p: p.is_word and p.low not in GOT, clause.pieces[i:])
            return Told("certificate", "", written(list(name)))
    return None


def _need(clause: Clause) -> Told | None:
    """'kinderopvang regelen', 'heeft geen vervoer'."""
    words = clause.words
    kind = next((NEED_OF[word] for word in words if word in NEED_OF), None)
    if kind is None or not set(words) & ARRANGED or clause.employer:
        return None
    day = next((d.ahead for d in clause.days if d.ahead), None)
    return Told("need", "", _said_of(clause, {"heeft", "moet", "nog", "we"}), of_kind=kind, date=day)


def _step(clause: Clause) -> Told | None:
    """'moet nog cv maken', 'gaat zich inschrijven': what the candidate does."""
    at = clause.place(MUST)
    if (
        at is None
        or _words(clause) & (DENIED | OWN)
        or not any(p.low in TASKS for p in clause.pieces[at + 1 :])
    ):
        return None
    if any(p.mention and not p.mention.is_a(CANDIDATE) for p in clause.pieces[:at]):
        return None
    day = next((d.ahead for d in clause.days if d.ahead), None)
    what = _said_of(Clause(clause.pieces[at + 1 :]), {"nog", "zich", "eerst", "even"})
    return Told("step", "", what, date=day) if what else None


def _said_of(clause: Clause, small: set[str]) -> str:
    """The words of a clause without days, names and small words at its beginning."""
    pieces = [p for p in clause.pieces if not (p.when or p.mention)]
    while pieces and (
        pieces[0].low in FILLERS | small | {"ze", "hij", "zij", "haar", "zijn"} or pieces[0].is_mark
    ):
        pieces = pieces[1:]
    return written(pieces)
