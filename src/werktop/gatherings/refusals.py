"""Refusals of planning and inviting, in words for the person at the screen."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class EndsBeforeItStarts(Refusal):
    text = _("Het einde ligt voor het begin. Kijk de tijden na.")


class LiesInThePast(Refusal):
    text = _("Deze dag of tijd is al geweest. Kies een moment dat nog komt.")


class PreparationComesTooLate(Refusal):
    """The gathering that it prepares for begins before it is over: when that is (in the time zone of the screen)."""

    def __init__(self, begins_at: datetime) -> None:
        when = date_format(timezone.localtime(begins_at), "DATETIME_FORMAT")
        words = gettext(
            "Het gesprek zelf begint op %(when)s uur. De voorbereiding moet dan klaar zijn: kies een eerder moment."
        )
        super().__init__(words % {"when": when}, field="date")


class GatheringIsCancelled(Refusal):
    text = _("Dit prettig gesprek gaat niet door. Plan een nieuw gesprek.")
    status = 409


class GatheringIsOver(Refusal):
    text = _("Dit prettig gesprek is al geweest. Hieraan kun je niets meer veranderen.")


class DayHasBegun(Refusal):
    text = _("De dag is begonnen. Vraag wie het gesprek leidt om iemand erbij te zetten.")
    status = 409


class DayIsUnderWay(Refusal):
    text = _(
        "De dag is begonnen. Wijzigen of afzeggen kan nu niet. Is er nog niemand binnen? Tik dan bij Tijdens op "
        "'Toch nog niet begonnen', en probeer het opnieuw."
    )
    status = 409


class TableHasRoundsBegun(Refusal):
    text = _("De ronde is begonnen. Deze tafel kan nu niet meer dicht.")


class NobodyChosen(Refusal):
    text = _("Je hebt niemand gekozen. Vink een of meer mensen aan en probeer het opnieuw.")


class ChoosesNothing(Refusal):
    text = _("Kies ja of nee.")


class GuestIsSeated(Refusal):
    text = _("Deze gast is al binnen. Meld de gast eerst af bij de deur.")


class GuestIsInvited(Refusal):
    text = _(
        "Deze gast is al uitgenodigd. Wie het gesprek houdt, haalt de gast van de lijst, en dan krijgt de gast bericht. "
        "Komt de gast niet? Noteer dat op de gastenlijst."
    )
    status = 403


class GuestIsCalledFirst(Refusal):
    text = _(
        "Bel deze gast eerst: een bericht komt niet aan, of misschien te laat. Vink dan aan dat je belde."
    )


class GuestNeedsNoCall(Refusal):
    text = _("Deze gast staat niet op de lijst om te bellen.")


class GuestAsksNothing(Refusal):
    text = _("Deze gast vraagt niets. Er is niets te regelen.")


class NobodyToInvite(Refusal):
    text = _("Iedereen op de lijst is al uitgenodigd. Kies eerst nieuwe gasten.")


class TooManyTicksToKeep(Refusal):
    text = _(
        "Zo veel vinkjes tegelijk bewaart deze pagina niet bij het zoeken. Zet eerst op de lijst wie je aanvinkte, en "
        "zoek dan verder."
    )
    status = 409


class NobodyToRemind(Refusal):
    text = _("Er is nu niemand die een herinnering nodig heeft.")


class NumberOutOfReach(Refusal):
    text = _("Dit aantal kan niet. Kies een ander aantal.")


class ColleagueAtTwoTables(Refusal):
    text = _("Een collega zit aan één tafel. Kies voor één van de tafels een ander.")


class OnlyOwnPeople(Refusal):
    text = _("Deze kandidaat is van een andere organisatie. Een collega van die organisatie belt.")
    status = 403
