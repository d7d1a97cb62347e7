"""What two people may agree aloud at the table, in the words of the table screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

AGREED_WORDS = {
    "visit": gettext_noop("komt kijken"),
    "call": gettext_noop("ze bellen"),
    "send": gettext_noop("stuurt iets op"),
}


ON_SCREEN = {
    "visit": gettext_noop("Komt kijken bij %(name)s"),
    "call": gettext_noop("Belt met %(name)s"),
    "send": gettext_noop("Stuurt iets naar %(name)s"),
}
"""The same, as the table screen offers it with an entrepreneur's name."""


def codes_in(words: str) -> list[str]:
    """The codes kept in an agreement, in the order of the table screen."""
    kept = words.split(",")
    return [code for code in AGREED_WORDS if code in kept]


def agreed_in_words(words: str) -> str:
    """An agreement as people read it: codes in the language of the screen, other words as they are."""
    codes = codes_in(words)
    return ", ".join(str(_(AGREED_WORDS[code])) for code in codes) if codes else words


__all__ = ["AGREED_WORDS", "ON_SCREEN", "agreed_in_words", "codes_in"]
