"""What the day says no to, in words for the person at the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class DayNotRunning(Refusal):
    text = _("Dit kan alleen op de dag zelf, als het gesprek begonnen en nog niet afgelopen is.")


class DayHasBegun(Refusal):
    text = _("Dit gesprek is al begonnen of gaat niet door.")


class NotTheDayYet(Refusal):
    text = _(
        "De dag begin je op de dag zelf, en dan sluit je die ook af. Wie het gesprek organiseert, kan de avond ervoor al "
        "beginnen, vanaf 17.00 uur."
    )


class DayBeginsEarly(Refusal):
    text = _(
        "Het gesprek begint pas later. Lees eerst wat er gebeurt als je de dag nu al begint, en vink het aan."
    )


class DayHasGuests(Refusal):
    text = _("Er is al iemand binnen of er is al een ronde begonnen. De dag blijft begonnen.")


class DayIsOver(Refusal):
    text = _("Dit gesprek is langer dan een week voorbij. Op het tafelscherm komt niets meer bij.")


class PrintsAreClosed(Refusal):
    text = _(
        "Dit gesprek is voorbij. Tafelkaarten, badges en persoonlijke kaarten print je tot en met de dag zelf."
    )


class DayIsClosedForHosts(Refusal):
    text = _("Dit gesprek is voorbij. Wie erbij was, ziet nu alleen de organisatie die het gesprek hield.")


class NotYetHere(Refusal):
    text = _("Deze gast is nog niet binnen. Tik eerst op 'Is er'.")


class NoSeatsYet(Refusal):
    text = _("Er is nog geen opstelling. Deel eerst de stoelen in.")


class RoundsAreDone(Refusal):
    text = _("Alle rondes zijn geweest.")


class RoundNotRunning(Refusal):
    text = _("Er is nu geen ronde bezig.")


class RoundHasClicks(Refusal):
    text = _("In deze ronde is al iets genoteerd. De ronde blijft staan.")


class NotAtThisTable(Refusal):
    text = _("Deze twee mensen zaten niet samen aan deze tafel. Vraag de coördinator om het te noteren.")


class TableHandedOver(Refusal):
    text = _(
        "Deze tafel had toen al een andere tafelhost. Geef het door aan die collega of aan de coördinator."
    )


class TapUnclear(Refusal):
    text = _("Deze tik is niet te lezen. Tik het nog een keer aan.")


class NotYourQuestion(Refusal):
    text = _("U kunt alleen kiezen uit mensen met wie u aan tafel zat. Kijk uw keuze na.")


class AlreadyTold(Refusal):
    text = _("U hebt deze vraag al beantwoord. Dank u wel.")


class ScoreOutOfRange(Refusal):
    text = _("Kies een antwoord van 1 tot en met 5.")


class HasAChair(Refusal):
    text = _("Deze gast zit in deze ronde al aan een tafel.")


class TooLateToAsk(Refusal):
    text = _("Het gesprek is te lang geleden: een antwoord telt niet meer mee. Bel wie je nog wilt spreken.")


class NotFinishedYet(Refusal):
    text = _("Sluit het gesprek eerst af. Daarna kan dit.")
