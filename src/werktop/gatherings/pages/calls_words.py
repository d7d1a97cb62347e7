"""Whom to call, in groups: each with its own heading and why, since the groups ask different things of the reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..queries.hearing import Call


@dataclass(frozen=True)
class CallGroup:
    """Calls of one kind: `name` for the address on the page, `title`, and `why` they are made."""

    name: str
    title: str
    why: str
    calls: list[Call]


def calls_in_groups(calls: Iterable[Call], *, is_cancelled: bool) -> list[CallGroup]:
    """The groups that are not empty: those that the reader makes first, those of others last."""
    found: dict[str, list[Call]] = {"own": [], "too": [], "leaving": [], "others": []}
    for call in calls:
        found[_group_of(call)].append(call)
    words = _words(is_cancelled=is_cancelled)
    return [CallGroup(name, *words[name], listed) for name, listed in found.items() if listed]


def _group_of(call: Call) -> str:
    if not call.is_ours:
        return "others"
    return "leaving" if call.is_leaving else "too" if call.has_mail else "own"


def _words(*, is_cancelled: bool) -> dict[str, tuple[str, str]]:
    return {
        "own": (
            _("Bel zelf"),
            _(
                "Deze gasten horen het alleen per telefoon: een bericht komt te laat, of ze zijn alleen te bellen. "
                "Vink af wie gebeld is."
            )
            if is_cancelled
            else _(
                "Voor deze gasten veranderde de tijd of de plaats, of er kwam een stoel vrij, of juist geen. "
                "Een bericht bereikt ze niet, of te laat. Vertel hoe het nu is en vink af wie gebeld is."
            ),
        ),
        "too": (
            _("Bel ook wie een e-mail krijgt"),
            _(
                "Het nieuws komt minder dan drie uur voor het begin. Misschien lezen deze gasten hun e-mail te laat. "
                "Vink af wie gebeld is."
            ),
        ),
        "leaving": (
            _("Bel wie toch niet kan meedoen"),
            _(
                "De organisator haalt deze gasten van de lijst. Leg uit waarom. Daarna gaat de naam vanzelf weg."
            ),
        ),
        "others": (
            _("Een andere organisatie belt"),
            _("Je hoeft zelf niet te bellen. Hier zie je wie het al weet."),
        ),
    }
