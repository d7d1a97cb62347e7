"""What came of a note, counted in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import ngettext


def saved_in_words(saved: dict[str, Any]) -> str:
    """What came of a note: "1 contactmoment, 1 herinnering"."""
    counts = (saved["contacts"], saved["openings"], saved["reminders"], len(saved["talents"]))
    return counted_in_words(*counts, parts=len(saved["parts"]), chances=saved.get("chances", 0))


def counted_in_words(
    contacts: int, openings: int, reminders: int, talents: int, parts: int = 0, chances: int = 0
) -> str:
    """As many of each, in words; what there is none of is left out."""
    named = [
        (contacts, ngettext("%(n)d contactmoment", "%(n)d contactmomenten", contacts)),
        (openings, ngettext("%(n)d keer komend werk", "%(n)d keer komend werk", openings)),
        (chances, ngettext("%(n)d kans", "%(n)d kansen", chances)),
        (reminders, ngettext("%(n)d herinnering", "%(n)d herinneringen", reminders)),
        (talents, ngettext("%(n)d talent", "%(n)d talenten", talents)),
        (parts, ngettext("%(n)d regel in het beeld", "%(n)d regels in het beeld", parts)),
    ]
    return ", ".join(words % {"n": count} for count, words in named if count)
