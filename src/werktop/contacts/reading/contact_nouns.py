"""Nouns that say by what channel a contact was, and where it was: 'rondleiding', 'bij Jansen'."""

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.naming import EMPLOYER, PERSON
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    CALL_NOUNS,
    EVENTS,
    EXPLAINING,
    MESSAGE_NOUNS,
    TALK_NOUNS,
    VISIT_NOUNS,
)  # fmt: skip

COFFEE = frozenset("koffie koffietje bakkie bakje kopje thee lunch lunchen geluncht borrel".split())
AMONG_COLLEAGUES = frozenset({"teamoverleg", "werkoverleg", "afdelingsoverleg"})


def nouns_in(clause: Clause) -> set[str]:
    """Channels of the nouns of contact that are not merely what was spoken about."""
    found: set[str] = set()
    for i, piece in enumerate(clause.pieces):
        word = piece.low
        if word in CALL_NOUNS or word.startswith("telefonisch"):
            channel = "call"
        elif word in VISIT_NOUNS or word.endswith("bezoek") or word in COFFEE and at_firm(clause):
            channel = "visit"
        elif word in TALK_NOUNS or (
            word.endswith(("gesprek", "overleg")) and len(word) < 30 and word not in AMONG_COLLEAGUES
        ):
            channel = "talk"
        elif word in MESSAGE_NOUNS:
            channel = "message"
        elif word in EVENTS and clause.has(("gehad", "gedaan", "gevoerd")):
            channel = "talk"
        else:
            continue
        before = [p.low for p in clause.pieces[max(0, i - 3) : i]]
        if before[-1:] and before[-1] in ("zijn", "haar", "hun", "z'n") and word == "telefoon":
            continue  # 'zijn telefoon stond uit'
        if before[-1:] == ["op"] and set(before) & {"wacht", "wachten"}:
            continue  # 'wacht op bericht'
        while before and (before[-1] in ARTICLES or before[-1] in ("nieuwe", "nieuw", "eerste")):
            before.pop()
        if before and before[-1] in EXPLAINING | {"na", "naar"}:
            continue
        if not is_denied(clause, i):
            found.add(channel)
    return found


def is_denied(clause: Clause, i: int) -> bool:
    """Whether a negation stands shortly before a word; what comes after it says something else."""
    before = [p.low for p in clause.pieces[max(0, i - 5) : i]]
    return any(word in ("niet", "geen", "nooit", "niets") for word in before)


def at_firm(clause: Clause) -> bool:
    """'bij' or 'naar' before a firm or somebody of one."""
    pieces = clause.pieces
    return any(
        p.low in ("bij", "naar")
        and any(
            q.mention and q.mention.is_a(kind) for q in pieces[i + 1 : i + 5] for kind in (EMPLOYER, PERSON)
        )
        for i, p in enumerate(pieces)
    )
