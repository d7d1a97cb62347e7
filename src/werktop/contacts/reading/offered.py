"""Whether a clause offers work at all, and where in it that is told."""

from itertools import pairwise

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.demand_words import HAVING
from werktop.contacts.reading.naming import CANDIDATE, EMPLOYER
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.vocabulary import FILLERS, HAPPENED, OWN, SAID, SEEKING, TAKEN, TAKING

NONE = frozenset({"geen", "niemand", "niet", "niets", "nooit", "niks"})
RELATIVE = frozenset({"die", "omdat", "want", "waar", "maar"})
SOMEBODY = frozenset("haar hem hen hun".split())
KEEPING = frozenset("houden behouden hebben aannemen overnemen inzetten plaatsen inhuren".split())


def told_of_work(clause: Clause) -> Clause:
    """What stands behind 'vandaag gemaild dat': a day and a verb before it are of the contact, and not of the work."""
    at = clause.place(("dat", "of")) or 0
    before = Clause(clause.pieces[:at])
    is_told = clause.pieces[at].low == "dat" or before.has(HAPPENED, SAID)
    return Clause(clause.pieces[at:], clause.ends_with) if at and is_told else clause


def is_no_offer(clause: Clause) -> bool:
    """A question, what is denied, and what is said of a candidate."""
    return (
        clause.ends_with == "?"
        or _is_denied(clause)
        or _is_about_a_candidate(clause)
        or _keeps_somebody(clause)
    )


def _keeps_somebody(clause: Clause) -> bool:
    """'wil haar houden', 'willen hem wel als kok aannemen': one whom the firm knows, and no work for another."""
    words = clause.words
    for i, word in enumerate(words):
        is_object = word in SOMEBODY and words[i - 1 : i] != ["voor"]
        rest = [each for each in words[i + 1 :] if each not in FILLERS] if is_object else []
        if rest and (rest[0] in KEEPING or (rest[0] == "als" and set(rest) & KEEPING)):
            return True
    return False


def _is_denied(clause: Clause) -> bool:
    """'geen plek', 'vacature vervalt', and what there was last year."""
    ends = clause.place(RELATIVE) or len(clause.pieces)
    told = Clause(clause.pieces[:ends])
    if clause.words[:1] and clause.words[0] in CONDITIONAL:
        return True  # 'als er weer plek is'
    if any(low in CONDITIONAL and after in ASKING_OF for low, after in pairwise(clause.words)):
        return True  # 'belt als hij iemand zoekt'
    if any(p.low == "of" and _asks(clause.pieces[i + 1 :]) for i, p in enumerate(clause.pieces)):
        return True  # 'nagevraagd of er nog plek is'
    if told.has(NONE, TAKEN) or "minder nodig" in " ".join(told.words):
        return True
    days = [day for day in clause.days if not day.is_end]
    return bool(days) and all(day.back and not day.ahead for day in days) and clause.has(PAST)


def _asks(after: tuple[Piece, ...]) -> bool:
    """Whether what stands behind 'of' asks if there is work; 'of wij nog een kok hebben' asks for somebody, and is work."""
    if after and after[0].low in OWN and any(p.low in HAVING for p in after):
        return False
    if after and after[0].low in ("ze", "zij", "hij") and any(p.low == "krijgen" for p in after):
        return False
    return bool(after) and (bool(after[0].mention) or after[0].low in ASKING_OF)


CONDITIONAL = frozenset("als zodra mocht mochten indien zolang".split())
ASKING_OF = OWN | frozenset("er ze hij zij het dat hier daar".split())
PAST = frozenset("had hadden zocht zochten was waren toen destijds nam namen".split())


def _is_about_a_candidate(clause: Clause) -> bool:
    """'Fatima zoekt werk', 'we zoeken voor Omar een plek': somebody looks for work, and does not offer it."""
    if clause.named(CANDIDATE) and clause.has(OWN) and clause.has(SEEKING):
        return True
    for piece in clause.pieces:
        if piece.mention:
            if any(name.kind == EMPLOYER for name in piece.mention.names):
                return False
            if any(name.kind == CANDIDATE for name in piece.mention.names):
                return clause.employer is None or clause.has(SEEKING, TAKING)
        if piece.low in SEEKING:
            return False
    return False
