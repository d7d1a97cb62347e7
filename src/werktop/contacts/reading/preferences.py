"""How somebody likes contact to go: 'liever bellen dan schrijven', 'niet mailen', 'bellen werkt beter'."""

from __future__ import annotations

from typing import Final

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.vocabulary import FILLERS

CALLING: Final = frozenset("bellen gebeld telefonisch telefoon belt".split())
TEXTING: Final = frozenset("appen app appje appjes geappt sms smsen sms'en smsje whatsapp whatsappen".split())
WRITING: Final = frozenset(
    "schrijven brief brieven briefje mail mails mailen gemaild mailtje mailtjes post email".split()
)
WAYS: Final = CALLING | TEXTING | WRITING
RATHER: Final = frozenset("liever liefst beter best prettiger fijner makkelijker voorkeur".split())
BESIDE: Final = frozenset(
    "worden wordt wil wilt heeft dan werkt werken gaat lukt het niet geen ze hij zij haar hem voor bij een en maar of de"
    " te sturen contact vindt is via altijd".split()
)


def preference_in(clause: Clause) -> str | None:
    """The way of contact that goes well, where a clause says nothing else: "call", "sms", or "" for another; None where it says
    more, or something else."""
    words = [p.low for p in clause.pieces if not (p.mention or p.is_mark)]
    said = set(words)
    if clause.days or clause.ends_with == "?" or not said & WAYS or said - WAYS - RATHER - BESIDE - FILLERS:
        return None
    denied = next((i for i, word in enumerate(words) if word in ("niet", "geen")), None)
    if denied is not None and words[max(0, denied - 1)] in ("nog", "even"):
        return None  # 'nog niet mailen'
    if not said & RATHER and (denied is None or not set(words[denied:]) & WAYS or said & {"heeft", "is"}):
        return None
    return _way(words, denied)


def _way(words: list[str], denied: int | None) -> str:
    """What stands before 'dan' and is not denied; where writing alone is denied, calling."""
    turned = words.index("maar") if "maar" in words else len(words)
    without = set(words[denied:turned] if denied is not None else [])
    wanted = words[: words.index("dan")] if "dan" in words else words
    way = next((word for word in wanted if word in WAYS - without), "")
    if way in CALLING or (not way and without & WRITING and not without & CALLING):
        return "call"
    return "sms" if way in TEXTING else ""


def goes_with_preference(clause: Clause, before: Clause) -> bool:
    """'maar bellen' behind 'niet mailen'."""
    words = {p.low for p in clause.pieces if not (p.mention or p.is_mark)}
    is_way = bool(words & WAYS) and not words - WAYS - RATHER - FILLERS and not clause.days
    return is_way and preference_in(before) is not None
