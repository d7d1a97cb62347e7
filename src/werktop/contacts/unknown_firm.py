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
        if _is_a_kind(word) and (rest := _name_from(words, at + 1)):
            return f"{word.lstrip('@')} {rest}"
    for at, word in enumerate(words):
        if (word.startswith("@") or _is_led_to(words, at)) and (name := _name_from(words, at)):
            return name
    return ""


def firm_marked_in(sentence: str) -> str:
    """The name of a firm that somebody marked with @: by a word like "bakkerij", or behind "bij" or "naar"; "" for none."""
    words = WORD.findall(sentence)
    for at, word in enumerate(words):
        is_marked = word.startswith("@") and (_is_a_kind(word) or _is_led_to(words, at))
        if is_marked and (name := _name_from(words, at)):
            return name
    return ""


def _is_a_kind(word: str) -> bool:
    return word.lstrip("@").casefold() in KINDS_OF_FIRM


def _is_led_to(words: list[str], at: int) -> bool:
    return at > 0 and words[at - 1].casefold() in ("bij", "naar")


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
