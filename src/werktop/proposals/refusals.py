"""What the commands of this room refuse."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class NobodyChosen(Refusal):
    text = _("Kies ten minste één kandidaat.")


class TooManyAtOnce(Refusal):
    text = _("Stel hoogstens tien kandidaten tegelijk voor. Een werkgever kiest liever uit een paar.")


class ReasonIsMissing(Refusal):
    text = _("Schrijf in één zin waarom dit past. De kandidaat en de werkgever lezen die.")


class ReasonSaysTooMuch(Refusal):
    """Words about benefit, health or a target group reach no employer."""

    def __init__(self, word: str) -> None:
        said = _("“%(word)s” hoort een werkgever niet van ons. Schrijf wat iemand kan en waar het past.")
        super().__init__(said % {"word": word}, field="reason")


class IsPutForwardAlready(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s is al voorgesteld voor dit werk.") % {"name": name})


class WorkSelectsNobody(Refusal):
    """Open hiring goes by the queue: putting somebody forward would choose."""

    text = _("Dit is open hiring: niemand kiest. Zet de kandidaat in de rij bij dit werk.")


class WorkIsClosed(Refusal):
    text = _("Dit werk is er niet meer: het is vervuld of gaat niet door.")


class NobodyDecides(Refusal):
    text = _("Kies wie er bij het bedrijf beslist.")


class SaysNotYesYet(Refusal):
    text = _("De kandidaat zei nog geen ja. Vraag het eerst.")


class IsOver(Refusal):
    text = _("Dit voorstel loopt niet meer. Kijk wat er nu staat.")


class WhyIsMissing(Refusal):
    text = _("Schrijf in één zin waarom. De kandidaat leert daarvan.")
