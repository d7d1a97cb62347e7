"""What is to be done, in the words of the sentence."""

from collections.abc import Sequence
from dataclasses import replace

from werktop.contacts.reading.pieces import Piece, written
from werktop.contacts.reading.verbs import TASKS
from werktop.contacts.reading.vocabulary import ARTICLES, FILLERS, LEADS, MODALS, OWN, PREPOSITIONS

SUBORDINATE = frozenset({"of", "dat", "omdat", "zodra", "wanneer"})
MUST = frozenset({"moet", "moeten"})
PASSING = frozenset("nog even staat gepland ingepland gemaakt".split())
HEAD = (FILLERS - {"weer"}) | OWN | LEADS | frozenset(
    "niet vergeten vergeet me mij eraan herinner moet moeten zal ga gaan wil dat te om let op to do uitgenodigd voor"
    " heb hebben hebt is er staat daarna eerst een de het".split()
)  # fmt: skip
OF_A_NOUN = ARTICLES - {"dat", "die"}


def _is_why(before: list[Piece]) -> bool:
    """'langs om de proefplaatsing te bespreken'."""
    return any(p.low == "om" for p in before)


def _begins_a_noun(pieces: list[Piece]) -> bool:
    """'het contract ophalen', 'De Bongerd bellen': an article goes with the noun or the name behind it."""
    if pieces[0].low not in OF_A_NOUN or len(pieces) < 2:
        return False
    after = pieces[1]
    return after.mention is not None or (after.is_word and after.low not in HEAD)


def topic_at(pieces: Sequence[Piece]) -> int | None:
    """Where 'over de rondleiding van 3 december' begins: a day behind a noun is of that, and stays with it."""
    at = next((i for i, p in enumerate(pieces) if i and p.low in ("over", "inzake", "ivm", "betreft")), None)
    if at is None or not any(p.when and p.text.startswith("van ") for p in pieces[at + 2 :]):
        return None
    return at


def deed_in_words(pieces: list[Piece]) -> str:
    """What is to be done, in the words of the sentence: names stay, days and small words before it go."""
    ends = next(
        (i for i, p in enumerate(pieces) if i and p.low in SUBORDINATE), topic_at(pieces) or len(pieces)
    )
    is_reminded = any(p.low in ("vergeet", "vergeten") for p in pieces)
    kept_days = [replace(p, when=None, low=p.text) for p in pieces[ends:]]
    own = {
        k for i, p in enumerate(pieces) if p.low in OWN for k in (i - 1, i + 1)
    }  # 'moet ik', 'Bilal en ik'
    pieces = [
        p
        for i, p in enumerate(pieces[:ends])
        if not (p.when or p.low in OWN | PASSING or (i in own and p.low in MUST | {"en"}))
    ] + kept_days
    if is_reminded:
        pieces = [p for p in pieces if p.low != "niet"]
    is_invited = any(p.low == "uitgenodigd" for p in pieces)
    while pieces and (pieces[0].low in HEAD or pieces[0].is_mark):
        if _begins_a_noun(pieces) or [p.low for p in pieces[:2]] == ["op", "tijd"]:
            break
        if pieces[0].low == "nog" and len(pieces) > 1 and pieces[1].low in ("x", "keer", "eens"):
            break
        if pieces[0].low == "voor" and len(pieces) > 1 and not is_invited:
            break  # 'voor Bilal werkschoenen bestellen'
        pieces = pieces[1:]
    kept = [
        p
        for i, p in enumerate(pieces)
        if not (
            p.low == "te" and i + 1 < len(pieces) and pieces[i + 1].low in TASKS and not _is_why(pieces[:i])
        )
    ]
    if (
        not kept_days
        and len(kept) > 2
        and kept[-1].low in TASKS
        and kept[-2].low in ("kan", "wil", "moet", "mag", "zal")
    ):
        kept = [*kept[:-2], kept[-1]]  # 'of ik Omar kan bellen'
    modal = next((i for i, p in enumerate(kept) if p.low in MODALS), None)
    if (
        modal is not None
        and modal < 2
        and any(p.low in TASKS for p in kept[modal:])
        and kept[0].mention is None
    ):
        kept = kept[modal + 1 :]
    while kept and (
        kept[-1].low in PREPOSITIONS - {"langs", "aan", "op", "door", "af", "mee"} or kept[-1].is_mark
    ):
        kept = kept[:-1]
    return written(kept)
