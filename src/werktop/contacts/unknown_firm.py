"""A firm that a sentence names and nobody knows yet: its name as far as it can be told from how it is written."""

from __future__ import annotations

import re

from .reading.vocabulary import KINDS_OF_FIRM

WORD = re.compile(r"@?[^\W_][\w'’.&-]*|&|[^\w\s]")
INSIDE = frozenset("de het 't ’t van der den ter ten & en op aan".split())
MOST_WORDS = 5


def firm_written_in(sentence: str) -> str:
    """The words of a name with a capital after a word like "bakkerij" or after "@", "bij" or "naar"; "" for none."""
    words = WORD.findall(sentence)
    for at, word in enumerate(words):
        if word.lstrip("@").casefold() in KINDS_OF_FIRM and (rest := _name_from(words, at + 1)):
            return f"{word.lstrip('@')} {rest}"
    for at, word in enumerate(words):
        before = words[at - 1].casefold() if at else ""
        if (word.startswith("@") or before in ("bij", "naar")) and (name := _name_from(words, at)):
            return name
    return ""


def firm_marked_in(sentence: str) -> str:
    """The name of a firm that somebody marked with @: by a word like "bakkerij", or behind "bij" or "naar"; "" for none."""
    words = WORD.findall(sentence)
    for at, word in enumerate(words):
        if not word.startswith("@"):
            continue
        is_a_kind = word[1:].casefold() in KINDS_OF_FIRM
        if (is_a_kind or (at and words[at - 1].casefold() in ("bij", "naar"))) and (
            name := _name_from(words, at)
        ):
            return name
    return ""


def _name_from(words: list[str], at: int) -> str:
    """The words with a capital from here on, with those that stand inside names."""
    name: list[str] = []
    for word in words[at : at + MOST_WORDS]:
        bare = word.lstrip("@")
        if not (bare[:1].isupper() or bare.casefold() in INSIDE):
            break
        name.append(bare.rstrip(".,'’-"))
    while name and name[-1].casefold() in INSIDE:
        name.pop()
    return " ".join(name) if any(word[:1].isupper() for word in name) else ""
