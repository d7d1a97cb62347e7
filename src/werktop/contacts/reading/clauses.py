"""A sentence in clauses: at marks, and at a joining word or a day between two facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werktop.contacts.reading.dates import When
from werktop.contacts.reading.dividing import STATES, cut_in
from werktop.contacts.reading.labels import is_a_label, is_an_appointment, says_something
from werktop.contacts.reading.mentions import Mention
from werktop.contacts.reading.naming import EMPLOYER
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.roles import begins_with_a_role, is_a_role
from werktop.contacts.reading.verbs import ORDERS, TASKS
from werktop.contacts.reading.vocabulary import (
    FILLERS,
    HAPPENED,
    NEEDS_OBJECT,
    PLACES,
    PREPOSITIONS,
    SAID,
    SEEKING,
    VACANCY,
)  # fmt: skip

ENDS = frozenset('.!?;:,()\n–—•*>|[]"“”')
ABBREVIATED = frozenset(
    "mw mevr dhr hr tel evt nl bv ca min max incl excl nr ivm bijv aub svp ma di wo do vr za jan feb mrt apr jun jul aug sep"
    " sept okt nov dec vac huish log adm techn prod schoonm afd minst begel div vanmidd".split()
)
WAITING = SEEKING - {"nodig", "gezocht", "benodigd"}  # a colon behind these is followed by what is sought
LONGEST = 60  # pieces of a clause; nobody writes longer ones, and reading one takes the square of it
OF_ALL = frozenset("allemaal allebei beide beiden alle".split())
TO_BEGIN = frozenset({"beginnen", "starten"})  # 'te beginnen in februari'
LIGHT = PREPOSITIONS | FILLERS | frozenset("de het een en ook & samen ik liefst voorkeur start dus".split())
BESIDE_A_DAY = LIGHT | OF_ALL


@dataclass(frozen=True)
class Clause:
    """Pieces that say one thing. `ends_with` is the mark after them."""

    pieces: tuple[Piece, ...]
    ends_with: str = ""

    @property
    def words(self) -> list[str]:
        return [p.low for p in self.pieces if p.low]

    def has(self, *sets: Iterable[str]) -> bool:
        return any(p.low in group for group in sets for p in self.pieces if p.low)

    def place(self, words: Iterable[str]) -> int | None:
        """Where the first of these words stands."""
        return next((i for i, p in enumerate(self.pieces) if p.low and p.low in words), None)

    @property
    def mentions(self) -> list[Mention]:
        return [p.mention for p in self.pieces if p.mention]

    def named(self, kind: str) -> tuple[str, ...]:
        """The names of one kind that are sure, each once, in the order of the clause."""
        return tuple(dict.fromkeys(m.names[0].shown for m in self.mentions if m.is_a(kind)))

    @property
    def employer(self) -> str | None:
        return next(iter(self.named(EMPLOYER)), None)

    @property
    def days(self) -> list[When]:
        return [p.when for p in self.pieces if p.when and (p.when.ahead or p.when.back)]

    @property
    def has_no_day(self) -> bool:
        """Whether the date that it names does not exist, and it names no other day."""
        return not self.days and any(p.when and p.when.is_no_day for p in self.pieces)

    @property
    def days_ahead(self) -> list[date]:
        """The days to come that it names, in its order."""
        return [day.ahead for day in self.days if day.ahead]

    @property
    def hour(self) -> str:
        """The first hour that is said with a day, as "15.30"; "" where none is."""
        return next((p.when.hour for p in self.pieces if p.when and p.when.hour), "")

    def before_what_was_said(self) -> Clause:
        """The part before 'dat', where that names somebody: who is named behind it is only spoken of."""
        at = self.place(("dat", "of"))
        part = Clause(self.pieces[: at or 0], self.ends_with)
        return part if part.mentions and part.has(HAPPENED, SAID) else self

    @property
    def is_only_names(self) -> bool:
        return bool(self.mentions) and all(p.mention or p.low in LIGHT or p.is_mark for p in self.pieces)

    @property
    def is_only_days(self) -> bool:
        before = ("", *(p.low for p in self.pieces))
        return bool(self.days) and all(
            p.when
            or p.is_mark
            or p.low in BESIDE_A_DAY
            or (p.low == "te" and i + 1 < len(self.pieces) and self.pieces[i + 1].low in TO_BEGIN)
            or (p.low in TO_BEGIN and before[i] == "te")
            or (p.number is not None and before[i] == "alle")
            for i, p in enumerate(self.pieces)
        )


def clauses_of(pieces: list[Piece]) -> list[Clause]:
    """The clauses in order; none is empty."""
    found: list[Clause] = []
    begin = 0
    for i, piece in enumerate(pieces):
        if i > begin and is_a_label(pieces, i) and says_something(pieces[begin:i]):
            found += _divided(Clause(tuple(pieces[begin:i]), ";"))
            begin = i
        if _ends_clause(pieces, i, begin):
            found += _divided(Clause(tuple(pieces[begin:i]), piece.low))
            begin = i + 1
    found += _divided(Clause(tuple(pieces[begin:])))
    return [clause for clause in found if any(not p.is_mark for p in clause.pieces)]


def joined(clauses: list[Clause]) -> list[Clause]:
    """Clauses that only name a day go with the one that says what is on it."""
    found: list[Clause] = []
    waiting: tuple = ()
    for i, clause in enumerate(clauses):
        if (
            i
            and clauses[i - 1].ends_with == ":"
            and found
            and _asks_for_more(clauses[i - 1])
            and clause.mentions
        ):
            at = found[-1].pieces[-1].end
            colon = Piece(at, at, ":", ":", is_tight=True)
            found[-1] = Clause((*found[-1].pieces, colon, *clause.pieces), clause.ends_with)
            continue
        if found and clause.pieces[0].number is not None and _seeks_still(found[-1]):
            found[-1] = Clause((*found[-1].pieces, *waiting, *clause.pieces), clause.ends_with)
            waiting = ()
            continue
        if clause.is_only_days and found and _seeks_still(found[-1]):
            waiting = (*waiting, *clause.pieces)
            continue
        if clause.is_only_days and found and _begins_work(found[-1], clause):
            found.append(clause)
            continue
        if (
            clause.pieces[0].when
            and all(p.when or p.mention or p.is_mark or p.low in LIGHT for p in clause.pieces)
            and found
            and clauses[i - 1].ends_with == ":"
            and is_an_appointment(found[-1].pieces)
        ):
            found[-1] = Clause((*found[-1].pieces, *clause.pieces), clause.ends_with)
            continue  # 'afspraak: di 8 dec'
        if clause.is_only_days:
            goes_back = found and _takes_day(found[-1], clause)
            goes_back = goes_back and (i == len(clauses) - 1 or clause.ends_with in (".", ";"))
            if goes_back:
                found[-1] = Clause((*found[-1].pieces, *clause.pieces), clause.ends_with)
            else:
                waiting = (*waiting, *clause.pieces)
            continue
        found.append(Clause((*waiting, *clause.pieces), clause.ends_with) if waiting else clause)
        waiting = ()
    if waiting:
        found.append(Clause(waiting))
    return found


def _seeks_still(clause: Clause) -> bool:
    """'zoekt vanaf april, dus na Pasen,' waits for whom."""
    at = max((i for i, p in enumerate(clause.pieces) if p.low in ("zoekt", "zoeken", "zkt")), default=None)
    rest = () if at is None else clause.pieces[at + 1 :]
    return (
        at is not None
        and clause.ends_with == ","
        and any(p.when for p in rest)
        and all(p.when or p.low in LIGHT for p in rest)
    )


def _begins_work(clause: Clause, day: Clause) -> bool:
    """'2 koks, start 4 jan': the day is of the work before it."""
    is_work = any(p.number is not None for p in clause.pieces) and not clause.has(TASKS, ORDERS - {"nodig"})
    return is_work and (day.has(OF_ALL | TO_BEGIN) or any(d.is_start for d in day.days))


def _asks_for_more(clause: Clause) -> bool:
    """'bellen:' waits for whom."""
    words = [p for p in clause.pieces if not p.when and p.low not in FILLERS]
    return len(words) == 1 and words[0].low in TASKS - NEEDS_OBJECT


def _takes_day(clause: Clause, day: Clause) -> bool:
    """Whether a day behind a clause is said of it: a task or work may lie ahead, contact does not."""
    if clause.days:
        return False
    is_work = any(p.number is not None and p.low != "een" for p in clause.pieces)
    if any(d.is_before for d in day.days) and not (is_work or clause.has(HAPPENED)):
        return True  # '…, uiterlijk donderdag'
    is_ahead = any(d.ahead and d.ahead != d.back for d in day.days)
    return not is_ahead or clause.has(TASKS, ORDERS, SEEKING, PLACES, VACANCY)


def _ends_clause(pieces: list[Piece], i: int, begin: int) -> bool:
    piece = pieces[i]
    if piece.low == "-" and not piece.is_tight and i + 1 < len(pieces) and not pieces[i + 1].is_tight:
        return True
    if piece.low not in ENDS or not piece.is_mark:
        return False
    after = pieces[i + 1] if i + 1 < len(pieces) else None
    before = pieces[i - 1] if i else None
    if piece.low == ".":
        if after and after.is_tight:
            return False
        is_short = (
            before is not None
            and piece.is_tight
            and (_last_word(before) in ABBREVIATED or len(before.low) == 1 or _is_cut_short(pieces, i))
        )
        return not (is_short and after)
    if (
        piece.low == ":"
        and any(p.low in VACANCY | WAITING for p in pieces[max(begin, i - 4) : i])
        and not (after and after.when)
    ):
        return False  # 'vacature bij X: kok'
    if piece.low == ",":
        return not (_is_in_a_list(pieces, i, begin) or _is_among_roles(pieces, i, begin))
    return True


def _last_word(piece: Piece) -> str:
    """The word before a point, also where a day ends with it: '3 dec.'."""
    return piece.low or (piece.text.rpartition(" ")[2] if piece.when else "")


def _is_cut_short(pieces: list[Piece], i: int) -> bool:
    """'2 huish. hulpen': a short word between a number and a word that goes on in lower case."""
    if i < 2 or i + 1 >= len(pieces):
        return False
    word, after = pieces[i - 1], pieces[i + 1]
    is_short = (
        word.is_word and 3 <= len(word.low) <= 8 and word.low[-1] not in "aeiou" and word.low not in STATES
    )
    goes_on = after.is_word and not after.has_capital and not is_a_label(pieces, i + 1)
    return is_short and pieces[i - 2].number is not None and goes_on


def _is_in_a_list(pieces: list[Piece], i: int, begin: int) -> bool:
    """Whether a comma stands between names of which the last follows 'en': 'Omar, Yusuf en Tesfay'."""
    named = pieces[i - 1].mention if i > begin else None
    if named is None:
        return False
    kind = named.names[0].kind
    for k in range(i + 1, min(i + 40, len(pieces)), 2):
        mention = pieces[k].mention
        if not mention or mention.names[0].kind != kind or k + 1 >= len(pieces):
            return False
        if pieces[k + 1].low in ("en", "&", "+"):
            return k + 2 < len(pieces) and pieces[k + 2].mention is not None
        if pieces[k + 1].low != ",":
            return False
    return False


def _is_among_roles(pieces: list[Piece], i: int, begin: int) -> bool:
    """Whether a comma stands between roles of which the last follows 'en': 'chauffeur, planner en lasser'."""
    if i <= begin or not is_a_role(pieces[i - 1 : i]):
        return False
    k = i
    while k < len(pieces) and pieces[k].low == ",":
        length = begins_with_a_role(pieces[k + 1 : k + 5])
        if not length:
            return False
        k += 1 + length
    return k < len(pieces) and pieces[k].low in ("en", "&", "+") and is_a_role(pieces[k + 1 : k + 3])


def _divided(clause: Clause) -> list[Clause]:
    """A clause cut where a second fact begins without a mark, and again as long as one does."""
    found: list[Clause] = []
    left = clause.pieces
    while left:
        cut = cut_in(left[:LONGEST]) or ((LONGEST, LONGEST) if len(left) > LONGEST else None)
        if cut is None:
            found.append(Clause(left, clause.ends_with))
            break
        found.append(Clause(left[: cut[0]], ","))
        left = left[cut[1] :]
    return found
