"""What somebody said: 'gaf aan dat', 'vroeg of', 'gehoord van Henk dat'; and hearsay, which is no contact."""

from __future__ import annotations

from itertools import pairwise

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.vocabulary import ARTICLES

SAYING = {
    "gaf": "aan",
    "geeft": "aan",
    "liet": "weten",
    "laat": "weten",
    "gaven": "aan",
    "geven": "aan",
    "lieten": "weten",
}
TOLD = frozenset("heeft hebben had hadden".split())
ASKING = frozenset("of om naar ik waar wanneer hoe mij me".split())
HEARSAY = frozenset("zijn haar hun zn de het een zijne men iedereen".split())


def heard_from(clause: Clause, i: int) -> bool:
    """'gehoord van Henk dat', 'van Henk gehoord dat'."""
    if clause.pieces[i].low not in ("gehoord", "hoorde", "hoor", "vernomen"):
        return False
    is_told = any(p.low == "dat" for p in clause.pieces[i + 1 :])
    return is_told and any(p.low == "van" and q.mention for p, q in pairwise(clause.pieces))


def asked(words: list[str], i: int) -> bool:
    """'Gert-Jan vroeg of', 'vroeg ik aan': not 'vroeg in de ochtend'."""
    return words[i] in ("vroeg", "vroegen") and len(words) > i + 1 and (words[i + 1] in ASKING or not i)


def is_hearsay(words: list[str], i: int) -> bool:
    """'zei zijn chef' behind what was said, and 'zegt zelf dat': no contact that the writer had."""
    after = words[i + 1] if i + 1 < len(words) else ""
    return after == "zelf" or (i == 0 and after in HEARSAY)


def says(clause: Clause, i: int) -> bool:
    """'gaf aan dat', 'liet weten': not 'geeft leiding aan de ploeg'."""
    low = clause.pieces[i].low
    if low in ("laten", "aangegeven", "doorgegeven") and any(p.low in TOLD for p in clause.pieces[:i]):
        follows = [p.low for p in clause.pieces[i + 1 : i + 2]]
        return low != "laten" or follows == ["weten"]  # 'heeft laten weten dat'
    particle = SAYING.get(low)
    at = (
        next((k for k, p in enumerate(clause.pieces) if k > i and p.low == particle), None)
        if particle
        else None
    )
    if at is None:
        return False
    after = clause.pieces[at + 1] if at + 1 < len(clause.pieces) else None
    return (
        after is None
        or not (after.low in ARTICLES - {"dat"} or after.mention or after.number is not None)
        or particle == "weten"
    )
