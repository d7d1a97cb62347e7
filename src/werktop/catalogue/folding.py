"""Words as they are compared: lower case, no diacritics, single spaces. Without a database, so that files can be
checked by the same rule."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# letters that have no mark to take off
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "đ": "d"})


def folded(words: str) -> str:
    """`words` as they are compared: "Café  Zoë" → "cafe zoe"."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return " ".join(
        "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_PLAIN).split()
    )


def telling(words: str) -> frozenset[str]:
    """What tells in a way to say that somebody has something: "Kan nauwkeurig werken" says what "nauwkeurig" does; "niet" tells."""
    parted = sought(words).split()
    return frozenset(word for word in parted if word not in _SAYS_NOTHING) or frozenset(parted)


_SAYS_NOTHING = frozenset({"werken", "werkt", "kan", "is", "zijn"})


def found_by(names: Iterable[str]) -> str:
    """What a row is found by: each name folded, with a bar before and after it, and every word after a space or bar.

    So "| bar" begins a name, and " bar" a word of one; a hyphen, slash or bracket parts words as a space does.
    """
    parted = (folded(name.translate(_PARTING)) for name in names)
    return "".join(f"| {name} " for name in dict.fromkeys(parted) if name) + "|"


_PARTING = str.maketrans(dict.fromkeys("-/()|,.'’", " "))


def sought(words: str) -> str:
    """What somebody typed, folded and parted in the same way."""
    return folded(words.translate(_PARTING))
