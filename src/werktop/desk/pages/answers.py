"""The bar of answers of the next gathering: who comes, who has not said, who cannot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.queries.answers import Answers

KINDS = ("candidate", "entrepreneur")


def bars_of(answers: Mapping[str, Answers]) -> list[dict[str, Any]]:
    """A bar for each kind of guest of whom somebody was invited, with its words."""
    return [_bar(kind, answers[kind]) for kind in KINDS if kind in answers and answers[kind].invited]


def _bar(kind: str, told: Answers) -> dict[str, Any]:
    who = (
        ngettext("%(count)s kandidaat komt", "%(count)s kandidaten komen", told.yes)
        if kind == "candidate"
        else ngettext("%(count)s ondernemer komt", "%(count)s ondernemers komen", told.yes)
    ) % {"count": told.yes}
    parts = [
        ("yes", told.yes, ngettext("komt", "komen", told.yes)),
        ("open", told.open, _("nog geen antwoord")),
        ("rest", told.waiting, ngettext("wacht", "wachten", told.waiting)),
        ("no", told.no, ngettext("kan niet", "kunnen niet", told.no)),
    ]
    shown = [part for part in parts if part[1] or part[0] == "yes"]
    label = ", ".join(f"{count} {words}" for _tone, count, words in shown)
    return {"words": who, "parts": shown, "label": label}
