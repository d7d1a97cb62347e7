"""Whom to call, in groups: each with its own heading and why, since the groups ask different things of the reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from werktop.ui.components.phones import phone

from ..queries.calls import Call
from ..queries.hearing import LATE, SOON
from ..queries.needs import beforehand_in_words


@dataclass(frozen=True)
class CallGroup:
    """Calls of one kind: `name` for the address on the page, `title`, and `why` they are made; `rows` are the calls, each
    with `beside`: the number to call and why this guest is called."""

    name: str
    title: str
    why: str
    rows: list[dict[str, Any]]


def calls_in_groups(calls: Iterable[Call], *, is_cancelled: bool) -> list[CallGroup]:
    """The groups that are not empty: those that the reader makes first, those of others last."""
    found: dict[str, list[dict[str, Any]]] = {"own": [], "too": [], "leaving": [], "others": []}
    for call in calls:
        found[_group_of(call)].append({"call": call, "beside": _beside(call, is_cancelled=is_cancelled)})
    words = _words(is_cancelled=is_cancelled)
    return [CallGroup(name, *words[name], listed) for name, listed in found.items() if listed]


def _group_of(call: Call) -> str:
    if not call.is_ours:
        return "others"
    return "leaving" if call.is_leaving else "too" if call.has_mail else "own"


def _beside(call: Call, *, is_cancelled: bool) -> str:
    if not call.is_ours:
        # the organisation that calls knows the number and the reason
        return ""
    number = phone(call.guest.phone) or _("geen nummer bekend")
    if call.is_leaving:
        return " · ".join(filter(None, [number, call.guest.adjusted]))
    letter = call.guest.channel == "letter"
    why = {
        LATE: _("een brief komt te laat") if letter else _("een sms komt te laat"),
        SOON: _("een e-mail komt misschien te laat"),
    }.get(call.way, _("alleen te bellen"))
    # what this guest cannot do without may be what changed; for a gathering that is off nothing is arranged
    needs = [] if is_cancelled else beforehand_in_words(call.guest.needs, call.guest.arranged)
    return " · ".join(filter(None, [number, call.guest.adjusted or why, *needs]))


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
                "Voor deze gasten veranderde de tijd, de plaats of wat er geregeld is, of er kwam een stoel vrij, of juist geen. "
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
