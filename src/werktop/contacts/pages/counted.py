"""What came of a note, counted in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import ngettext


def saved_in_words(saved: dict[str, Any]) -> str:
    """What came of a note: "1 contactmoment, 1 herinnering"."""
    return counted_in_words(saved["contacts"], saved["openings"], saved["reminders"], len(saved["talents"]))


def counted_in_words(contacts: int, openings: int, reminders: int, talents: int) -> str:
    """As many of each, in words; what there is none of is left out."""
    parts = [
        (contacts, ngettext("%(n)d contactmoment", "%(n)d contactmomenten", contacts)),
        (openings, ngettext("%(n)d keer komend werk", "%(n)d keer komend werk", openings)),
        (reminders, ngettext("%(n)d herinnering", "%(n)d herinneringen", reminders)),
        (talents, ngettext("%(n)d talent", "%(n)d talenten", talents)),
    ]
    return ", ".join(words % {"n": count} for count, words in parts if count)
