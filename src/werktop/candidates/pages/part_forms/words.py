"""What stands over each form, and why it is asked."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

QUESTIONS: dict[str, Any] = {
    "term": _("Wat kan %(name)s, of waar houdt %(name)s van?"),
    "motivation": _("Wat drijft %(name)s?"),
    "wish": _("Wat voor werk wil %(name)s?"),
    "occupation": _("Als wat wil %(name)s werken?"),
    "perspective": _("Waar wil %(name)s naartoe?"),
    "step": _("Wat is een volgende kleine stap van %(name)s?"),
    "goal": _("Wat wil %(name)s leren?"),
    "certificate": _("Welk bewijs heeft %(name)s?"),
    "requirement": _("Wat kan of mag %(name)s?"),
    "instrument": _("Welke cursus of hulp krijgt %(name)s?"),
    "firm": _("Welk bedrijf kent %(name)s?"),
    "need": _("Wat heeft %(name)s nodig om te kunnen werken?"),
    "income": _("Welke uitkering heeft %(name)s?"),
    "standing": _("Staat %(name)s in een register, of is er een indicatie?"),
    "domain": _("Hoe gaat het met %(name)s?"),
    "adjustment": _("Hoe gaat contact met %(name)s goed?"),
}
"""The heading over each form."""


def heading_over(part: str, name: str, row: Any = None) -> str:
    """The heading over the form: of a course that stands there what it did."""
    if part == "instrument" and row is not None:
        return gettext("%(what)s: wat deed het?") % {"what": row.name}
    return str(QUESTIONS[part]) % {"name": name}


WHY: dict[str, Any] = {
    "term": _("Hierop zoeken we tafelgenoten en werk dat past."),
    "motivation": _(
        "Zo begint een gesprek over werk bij wat telt. Wat iemand zelf zei, komt in het voorstel voor “Over mij”."
    ),
    "wish": _("Zo vinden we werk dat past, en stellen we alleen voor wat kan."),
    "occupation": _("Zo vinden we wie past bij werk dat er komt."),
    "perspective": _("Zo weet iedereen waar de stappen voor zijn."),
    "step": _(
        "Klein en haalbaar. Iedereen hier die met kandidaten werkt, leest dit. Gaat het over geld, zorg of thuis? Zet het bij wat "
        "nodig is."
    ),
    "goal": _("Zo zoeken we werk waarbij dat te leren is."),
    "certificate": _("Sommig werk vraagt erom."),
    "requirement": _("Zo stellen we alleen werk voor dat kan. Niet weten is geen nee."),
    "instrument": _(
        "Noteer het als het begint. Is het klaar, bekijk dan samen wat het deed: zo leren we wat helpt. Iedereen hier die met "
        "kandidaten werkt, leest dit. Gaat het over geld, zorg of thuis? Zet het bij wat nodig is."
    ),
    "firm": _("Een bekende bij een bedrijf is vaak de kortste weg."),
    "need": _(
        "Schrijf wat helpt, niet wat je vermoedt. Alleen wie met deze persoon werkt leest dit, en de collega die je hier kiest."
    ),
    "income": _(
        "Zo weten we welke wet helpt. Alleen wie met deze persoon werkt, leest dit; bij zoeken en schikken telt het nooit mee."
    ),
    "standing": _(
        "Niet weten is geen nee. Alleen wie met deze persoon werkt, leest dit; bij zoeken en schikken telt het nooit mee."
    ),
    "domain": _(
        "Bekijk het samen, en open alleen wat anders is dan vorige keer. Er is geen totaal. Alleen wie met deze persoon werkt, "
        "leest dit."
    ),
    "adjustment": _(
        "Schrijf wat je anders doet, niet waarom. Berichten en bellijsten volgen dit. Alleen wie met kandidaten werkt, leest het."
    ),
}
"""Why each is asked."""
