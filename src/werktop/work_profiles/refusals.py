"""What commands about work refuse, in the words of the field."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class WhatIsMissing(Refusal):
    text = _("Schrijf in een paar woorden wat voor werk het is.")


class PlacesAreUnreadable(Refusal):
    text = _("Schrijf het aantal als een getal van 1 tot 999, of laat het leeg.")


class HoursAreUnreadable(Refusal):
    text = _("Schrijf de uren per week als een getal van 1 tot 60, of laat het leeg.")


class HoursAreTurned(Refusal):
    text = _("Het minste aantal uren is meer dan het meeste. Draai ze om.")


class WageIsUnreadable(Refusal):
    text = _("Schrijf het loon per uur als een bedrag tot 500 euro, of laat het leeg.")


class WageIsTurned(Refusal):
    text = _("Het laagste loon is hoger dan het hoogste. Draai ze om.")


class EndsBeforeItStarts(Refusal):
    text = _("Het werk houdt op voordat het begint. Kijk de dagen na.")


class PlaceContradictsItself(Refusal):
    text = _("Kies één van de twee: %(one)s, of %(other)s.")

    def __init__(self, one: object, other: object, **more: object) -> None:
        super().__init__(self.text % {"one": one, "other": other}, **more)  # type: ignore[arg-type]


class OpenHiringSelectsNobody(Refusal):
    text = _(
        "Bij open hiring kiest niemand: wie zich het eerst aanmeldt, krijgt de plek. Haal de afspraken over selectie weg."
    )


class ReasonIsMissing(Refusal):
    text = _("Schrijf in een paar woorden waarom.")


class StatusIsUnknown(Refusal):
    text = _("Dit formulier klopt niet. Laad de pagina opnieuw.")


class FunctionHasNoName(Refusal):
    text = _("Schrijf welke functie het is.")


class TasksAreMissing(Refusal):
    text = _("Schrijf minstens één taak op.")


class TaskTakesNoTime(Refusal):
    text = _("Schrijf bij elke taak de uren per week, van een minuut tot 60 uur. Met een komma mag: 4,5.")


class NoTasksAreChosen(Refusal):
    text = _("Kies minstens één taak.")


class NobodySignsUpHere(Refusal):
    text = _("Voor dit werk kan niemand zich aanmelden: het is geen open hiring, of het is afgesloten.")


class StandsInTheQueue(Refusal):
    text = _("%(name)s staat al in de rij voor dit werk.")

    def __init__(self, name: str) -> None:
        super().__init__(self.text % {"name": name})


class NobodyIsChosen(Refusal):
    text = _("Kies wie zich aanmeldt.")


class AskFirst(Refusal):
    text = _("Vraag het eerst zelf, en kies hoe je het vroeg.")


class QueueStands(Refusal):
    text = _("Er staan mensen in de rij. Zolang dat zo is, blijft dit open hiring.")


class ChanceIsSettled(Refusal):
    text = _(
        "Van deze kans is intussen al werk gemaakt, of ze is afgesloten. Kijk eerst op de pagina van het bedrijf. Wat je typte, "
        "staat hier nog."
    )


class PeopleArePutForward(Refusal):
    text = _(
        "Voor dit werk zijn kandidaten voorgesteld, en bij open hiring kiest niemand. Rond die voordrachten eerst af of trek ze in."
    )


class NotTheirTurn(Refusal):
    text = _("Dit werk is nu niet aan deze kandidaat aangeboden. Kijk hoe de rij er nu voor staat.")
