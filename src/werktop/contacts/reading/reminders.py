"""What a clause says is still to be done, and on which day."""

import re
from datetime import date
from itertools import pairwise

from werktop.contacts.reading.calendar_words import next_working_day
from werktop.contacts.reading.chips import Reminder
from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.deed_words import SUBORDINATE, deed_in_words, topic_at
from werktop.contacts.reading.facts import APPOINTMENTS, ENDS_OF_APPOINTMENTS, PARTICLES
from werktop.contacts.reading.leads import RECEIVED, has_lead, is_still_to_send
from werktop.contacts.reading.naming import CANDIDATE, PERSON
from werktop.contacts.reading.numbers import ABOUT
from werktop.contacts.reading.past_days import lies_behind
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.roles import is_a_role
from werktop.contacts.reading.verbs import ORDERS, TASKS, UNDIVIDED
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    FILLERS,
    FINITE,
    HAPPENED,
    MESSAGE_NOUNS,
    MODALS,
    NEEDS_OBJECT,
    OTHERS,
    OWN,
    PLACES,
    PRONOUNS,
    SAID,
    SEEKING,
    VACANCY,
)  # fmt: skip

DONE = re.compile(rf"({PARTICLES})ge[a-z]{{3,}}(d|t|en)")
SAYS_NOTHING = frozenset(
    {"", "doen", "doe", "weer", "nogmaals", "opnieuw", "liefst", "vrij", "ziek", "weg", "afwezig", "vakantie"}
)
ABSENT = frozenset("ziek vrij afwezig vakantie verlof zwangerschapsverlof".split())
MOVED = frozenset("verzet verplaatst verschoven schuift verschuift uitgesteld".split())
IS = frozenset("is wordt zijn worden staat".split())
STATEMENTS = FINITE - {"zijn", "heb"}
BEGINNING = frozenset("beginnen starten stoppen solliciteren verhuizen lopen".split())
WILL_DO = UNDIVIDED | frozenset("belt mailt appt stuurt bel mail kom ga stuur spreek".split())
DOES = frozenset("belt mailt appt stuurt regelt plant moet gaat zal bezoekt vraagt".split())
BEFORE_A_NOUN = frozenset("het de om aan in met van over goed minder beter".split())


def own_part(clause: Clause) -> Clause:
    """'Hans wil dat ik in januari bel', 'of ik Omar kan bellen': the part that the writer is to do."""
    for i, piece in enumerate(clause.pieces[:-2]):
        if (
            piece.low in ("dat", "of")
            and clause.pieces[i + 1].low in OWN
            and not Clause(clause.pieces[:i]).has(HAPPENED, TASKS)
        ):
            return Clause(clause.pieces[i + 1 :], clause.ends_with)
    return clause


def own_deed(clause: Clause, today: date) -> Reminder | None:
    """'afgesproken dat ik vrijdag Sanne bel': what the writer promised in a clause that tells of contact."""
    for i, piece in enumerate(clause.pieces[:-2]):
        if piece.low in ("dat", "of") and clause.pieces[i + 1].low in OWN:
            deed = Clause(clause.pieces[i + 1 :], clause.ends_with)
            if deed.has(WILL_DO, TASKS, ORDERS) and not deed.has(HAPPENED, ("niet", "geen")):
                return _reminder(deed, today)
    return None


def task_in(clause: Clause, today: date, *, is_led: bool) -> Reminder | None:
    """A reminder that a verb of doing, an order or a lead word makes; never of what others do."""
    if clause.ends_with == "?":
        return None  # 'zullen we Ineke uitnodigen?'
    if clause.has(("wilde", "wilden", "wou", "wouden")) and clause.has(OWN):
        return None  # 'ik wilde Kees bellen'
    clause = own_part(clause)
    is_led = is_led or has_lead(clause) or is_still_to_send(clause)
    at = _task_place(clause, is_led=is_led)
    is_order = _is_order(clause)
    if is_order and clause.has(MESSAGE_NOUNS) and lies_behind(clause, today):
        return None  # 'gister sms Anneke'
    if at is None and not is_led and not is_order and not _will_do(clause, today):
        return None
    if at is not None and not is_led and not is_order and _is_said_of_others(clause, at):
        return None
    if clause.has(HAPPENED) and not (is_led or is_order):
        return None
    if clause.pieces[-1].low in ("gehad", "gedaan"):
        return None  # 'videobellen gehad'
    return _reminder(clause, today)


def plan_in(clause: Clause, today: date) -> Reminder | None:
    """An appointment without a verb: 'vrijdag 10 uur intake Samira'."""
    clause = own_part(clause)
    if clause.ends_with == "?" or (clause.has(OWN) and clause.has(("hoor", "krijg", "weet"))):
        return None
    days = [d for d in clause.days if d.ahead and d.ahead > today and not d.is_end and not d.is_start]
    if not days or clause.has(HAPPENED, SEEKING, SAID, PLACES, VACANCY):
        return None
    says_own = clause.has(OWN) or clause.words[:1] in (["ga"], ["gaan"])
    planned = clause.has(("gepland", "ingepland")) or (
        clause.has(MOVED) and "naar" in clause.words and clause.has(IS)
    )
    planned = planned or _is_on_its_day(clause)
    if not says_own and clause.words[:1] in (["die"], ["dat"], ["dit"]):
        return None
    if clause.has(("uitgenodigd", "toegezegd")) and clause.pieces[0].low != "uitgenodigd":
        return None
    if clause.pieces[-1].low in ("gaan", "zijn", "kijken", "zitten", "staan") and not clause.has(
        MODALS - {"gaan"}
    ):
        says_own = says_own or clause.pieces[0].mention is None  # 'op 20 januari met Omar naar Jumbo gaan'
    if not (says_own or planned) and (
        clause.has(STATEMENTS, OTHERS, ("niet", "geen", "niemand", "niks")) or _has_a_verb(clause)
    ):
        return None
    return _reminder(clause, today)


def _is_on_its_day(clause: Clause) -> bool:
    """'het volgende gesprek met Winston is op 14 december'."""
    pieces = clause.pieces
    is_an_appointment = any(p.low in APPOINTMENTS or p.low.endswith(ENDS_OF_APPOINTMENTS) for p in pieces)
    return is_an_appointment and any(
        p.low in IS and q.when and i + 2 == len(pieces) for i, (p, q) in enumerate(pairwise(pieces))
    )


def _task_place(clause: Clause, *, is_led: bool) -> int | None:
    for i, piece in enumerate(clause.pieces):
        is_to_tell = piece.low == "weten" and i and clause.pieces[i - 1].low == "laten"
        if piece.low not in TASKS and not is_to_tell:
            continue
        before = clause.pieces[i - 1].low if i else ""
        if before in ("te", "zitten", "staan") and not is_led:
            continue
        after = clause.pieces[i + 1].low if i + 1 < len(clause.pieces) else ""
        later = [p.low for p in clause.pieces[i + 1 : i + 5]]
        if (after in STATEMENTS or "niet" in later) and not is_led:
            continue  # 'plannen gaat lastig', 'plannen lukt niet'
        if piece.low == "vragen" and not is_led and _asks_for_work(clause.pieces[i + 1 :]):
            continue
        if before in BEFORE_A_NOUN or (before in OTHERS and not is_led):
            continue
        others = [p for p in clause.pieces if p is not piece and not p.is_mark]
        if piece.low in NEEDS_OBJECT and not any(
            p.mention or (p.is_word and p.low not in FILLERS) for p in others
        ):
            continue
        return i
    return None


def _asks_for_work(after: tuple[Piece, ...]) -> bool:
    """'vragen 8 plukkers': a firm asks for them."""
    said = [p for p in after if not p.when and p.low not in FILLERS | ABOUT]
    return bool(said) and said[0].number is not None and is_a_role(said[1:])


def _is_done(piece: Piece) -> bool:
    """'plan bijgesteld': a participle of a verb that comes apart ends what was done."""
    return bool(DONE.fullmatch(piece.low))


def _is_order(clause: Clause) -> bool:
    pieces = [p for p in clause.pieces if not p.when and p.low not in FILLERS | {"dus", "aub", "svp"}]
    if (
        len(pieces) < 2
        or pieces[0].low not in ORDERS
        or clause.has(HAPPENED, RECEIVED)
        or _is_done(pieces[-1])
    ):
        return False
    low, after = pieces[0].low, pieces[1]
    if low == "nodig":
        return "uit" in clause.words
    if low in ("mail", "app", "sms", "whatsapp"):
        return (
            bool(after.mention)
            or after.low in ARTICLES | PRONOUNS
            or bool(clause.days and clause.days[0].ahead)
        )
    if low in ("vraag", "plan", "zoek", "maak", "regel", "check", "koppel", "vul", "meld", "neem", "stuur"):
        return after.low not in ("van",)
    return True


def _will_do(clause: Clause, today: date) -> bool:
    """'Fatima belt vrijdag terug', 'vrijdag bel ik weer'."""
    ahead = clause.has_no_day or any(d.ahead and d.ahead > today for d in clause.days)
    return ahead and clause.has(WILL_DO) and (clause.has(OWN) or "terug" in clause.words)


def _is_said_of_others(clause: Clause, at: int) -> bool:
    """Whether what stands before the verb says that somebody else does, may or wants it, or that it is not so."""
    before = clause.pieces[:at]
    words = {p.low for p in before if p.low}
    if words & {"niet", "geen", "hoeft", "nooit", "leren", "leert"}:
        return True
    if words & OWN:
        return False
    modals = words & STATEMENTS
    if not modals:
        return bool(words & OTHERS) and not clause.days
    named = any(p.mention and any(n.kind == CANDIDATE for n in p.mention.names) for p in before)
    return not (modals <= {"moet", "moeten"} and not named and not words & OTHERS)


def _has_a_verb(clause: Clause) -> bool:
    """'Garage Smit neemt Kevin aan': a word on -t right behind or before who does it; 'Joris en Bram beginnen'."""
    pieces = [p for p in clause.pieces if not p.when]
    if len(clause.mentions) > 1 and any(p.mention and q.low in BEGINNING for p, q in pairwise(pieces[:-1])):
        return True
    for i, piece in enumerate(pieces):
        if (
            piece.is_word
            and len(piece.low) > 3
            and piece.low.endswith("t")
            and piece.text not in ("contract", "project")
            and piece.low not in MOVED
        ):
            after = pieces[i + 1] if i + 1 < len(pieces) else None
            follows = i > 0 and pieces[i - 1].mention is not None
            leads = after is not None and (after.low in OTHERS)
            if (follows or leads) and not piece.low.endswith(
                ("ment", "kaart", "bericht", "ct", "lijst", "dienst")
            ):
                return True
    return False


def _reminder(clause: Clause, today: date) -> Reminder | None:
    moved = clause.place(MOVED)
    to = next((i for i, p in enumerate(clause.pieces) if p.low == "naar" and i > (moved or 0)), None)
    if moved is not None and to is not None:  # 'afspraak van morgen verzet naar woensdag'
        clause = Clause(
            (*(p for p in clause.pieces[:moved] if not p.when and p.low not in IS), *clause.pieces[to + 1 :])
        )
    subordinate = clause.place(SUBORDINATE)
    last = clause.pieces[-1].when
    by = last.ahead if subordinate and last and last.is_before else None
    if by:  # 'uitzoeken of we dat kunnen vergoeden voor 15 december'
        clause = Clause(clause.pieces[:-1], clause.ends_with)
    what = deed_in_words([p for p in clause.pieces if not (p.low in IS and _is_on_its_day(clause))])
    if (
        what in SAYS_NOTHING
        or not any(c.isalpha() for c in what)
        or (clause.has(ABSENT) and not clause.has(TASKS, ORDERS))
    ):
        return None
    said = Clause(clause.pieces[: topic_at(clause.pieces) or clause.place(SUBORDINATE) or len(clause.pieces)])
    days = [d for d in said.days if d.ahead and not d.is_soon]
    ahead = [d.ahead for d in days if d.ahead]
    if said.has_no_day and not by:
        return Reminder(None, what, clause.hour, _owner(clause))
    day = max(ahead[0], today) if ahead else by or next_working_day(today)
    return Reminder(day, what, clause.hour, _owner(clause))


def _owner(clause: Clause) -> str:
    """Who does it, where somebody of `people` is said to: 'Joost belt vrijdag terug', 'Joost stuurt het cv'."""
    pieces = [p for p in clause.pieces if not p.when and p.low not in FILLERS]
    for i, piece in enumerate(pieces[:3]):
        near = [p.low for p in (*pieces[i + 1 : i + 2], *pieces[max(0, i - 1) : i])]
        if piece.mention and piece.mention.is_a(PERSON) and set(near) & DOES:
            return piece.mention.names[0].shown
    return ""
