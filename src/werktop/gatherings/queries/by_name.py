"""Who bears the name that was searched for stands before who only resembles it."""

from __future__ import annotations

import unicodedata

from .scene import Fit


def named_first(fits: list[Fit], words: str) -> list[Fit]:
    """The same people in the same order, but first who is (or whose firm is) called exactly `words`, then whose name has
    words that begin like them all, then the others. Without words nothing changes."""
    typed = _plain(words)
    if not typed:
        return fits
    return sorted(fits, key=lambda fit: min(_unlikeness(typed, name) for name in (fit.name, fit.firm_name)))


def _unlikeness(typed: str, name: str) -> int:
    whole = _plain(name)
    if whole == typed:
        return 0
    parts = whole.split()
    return 1 if all(any(part.startswith(word) for part in parts) for word in typed.split()) else 2


def _plain(words: str) -> str:
    """Small letters without accents, single spaces: as the search compares them."""
    letters = unicodedata.normalize("NFKD", " ".join(words.split()).casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))
