"""What to ask a firm on a visit: what is not known of it yet, the most useful first. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from django.utils.translation import gettext_lazy as _

MOST = 7


@dataclass(frozen=True)
class Known:
    """What is known of a firm: work there, what changes, a chance of which nobody knows when, who fits, how it is there, what we
    expect of each other, who speaks for them, in which form work is possible, whom they know, who guides people, how many work
    there, a next step, and a story that may be told."""

    work: bool = False
    change: bool = False
    when: bool = False
    fits: bool = False
    place: bool = False
    expectation: bool = False
    speaker: bool = False
    forms: bool = False
    network: bool = False
    guide: bool = False
    size: bool = False
    step: bool = False
    story: bool = False


QUESTIONS: dict[str, Any] = {
    "work": _("Welk werk is er, nu of later? Het hoeft geen vacature te zijn."),
    "change": _("Wat verandert er het komende jaar: groei, een verhuizing, pensioen, iets nieuws?"),
    "when": _("Jullie noemden een verandering. Wanneer speelt dat, en hoe zeker is het?"),
    "fits": _("Wie past er goed bij jullie, en waar letten jullie op?"),
    "place": _("Hoe gaat het werk hier, en hoe is het om hier te zijn?"),
    "expectation": _("Wat verwachten jullie van ons, en wat mogen wij van jullie verwachten?"),
    "speaker": _("Wie is hier ons vaste aanspreekpunt?"),
    "forms": _("In welke vorm kan iemand beginnen: een stage, een proef, een leerwerkplek, een paar uur?"),
    "network": _("Bij welk bedrijf zou jij iemand voorstellen?"),
    "guide": _("Wie kan iemand op de werkvloer begeleiden?"),
    "size": _("Hoeveel mensen werken er?"),
    "step": _("Welke stap willen jullie het komende jaar zetten?"),
    "story": _("Welk verhaal mogen we aan anderen vertellen?"),
}
"""In the order of how much an answer brings: first work and what becomes work, then what makes a place fit, then the network."""


def questions_for(known: Known) -> list[Any]:
    """At most `MOST` questions, in words."""
    return [QUESTIONS[each.name] for each in fields(known) if not getattr(known, each.name)][:MOST]
