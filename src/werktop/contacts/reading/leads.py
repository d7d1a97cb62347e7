"""Words that say that what follows is to be done: 'actie:', 'niet vergeten', 'ik moet nog'."""

from itertools import pairwise

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.deed_words import HEAD
from werktop.contacts.reading.vocabulary import (
    CALL_NOUNS,
    FILLERS,
    FINITE,
    HAPPENED,
    LEADS,
    MESSAGE_NOUNS,
    OWN,
)

RECEIVED = frozenset("gehad gekregen ontvangen gedaan".split())  # 'mail gehad van Omar' is no order
MUST = frozenset({"moet", "moeten", "zal", "zullen"})


def is_lead(clause: Clause) -> bool:
    """'actie:', 'niet vergeten': says that what follows is to be done."""
    words = clause.words
    if words == ["let", "op"]:
        return True
    return bool(words) and not clause.mentions and all(w in LEADS or w in HEAD or w in FILLERS for w in words) and (
        bool(set(words) & LEADS) or "vergeten" in words or "vergeet" in words or words[0] == "herinner"
    )  # fmt: skip


def has_lead(clause: Clause) -> bool:
    """The same at the beginning of a clause, and 'ik moet nog …'."""
    words = clause.words[:5]
    if not words:
        return False
    must = any({low, after} & OWN and {low, after} & MUST for low, after in pairwise(words))
    if must and not clause.has(HAPPENED, ("dat", "of", "omdat")):
        return True
    return (
        words[0] in LEADS
        or words[:2] in (["niet", "vergeten"], ["vergeet", "niet"])
        or ("vergeten" in words and "niet" in words)
        or ("herinner" in words[:2] and bool({"me", "mij"} & set(words)))
    )


def must_do(clause: Clause) -> bool:
    """'Moet voor vrijdag de uren doorgeven' as the first thing that is said: the writer leaves out 'ik'."""
    after = clause.pieces[1:2]
    return (
        clause.pieces[0].low == "moet"
        and bool(after)
        and (after[0].when is not None or after[0].low == "nog")
    )


def is_still_to_send(clause: Clause) -> bool:
    """'nog een mailtje naar Oostpoort'."""
    return (
        clause.words[:1] == ["nog"]
        and clause.has(MESSAGE_NOUNS | CALL_NOUNS)
        and not clause.has(FINITE, RECEIVED)
    )
