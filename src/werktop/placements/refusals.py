"""What the commands of this room refuse."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class WorksThereAlready(Refusal):
    def __init__(self, name: str, firm: str) -> None:
        said = _(
            "%(name)s werkt al bij %(firm)s. Wijzig die plaatsing, of noteer eerst wanneer zij eindigde."
        )
        super().__init__(said % {"name": name, "firm": firm})


class EmployerSaidNoYes(Refusal):
    text = _("De werkgever zei nog geen ja tegen dit voorstel. Noteer dat eerst.")


class WhatIsMissing(Refusal):
    text = _("Schrijf in een paar woorden wat voor werk het is.")


class FormIsMissing(Refusal):
    text = _("Kies in welke vorm iemand werkt.")


class WhatSaysTooMuch(Refusal):
    """The firm and the person read it."""

    def __init__(self, word: str) -> None:
        said = _(
            "“%(word)s” hoort hier niet: ook het bedrijf leest dit. Schrijf alleen wat voor werk het is."
        )
        super().__init__(said % {"word": word}, field="what")


class EndsBeforeItStarts(Refusal):
    text = _("De laatste dag is niet eerder dan de eerste werkdag.")


class EndsLater(Refusal):
    text = _("Noteer het einde als het zover is. Zet een dag die nog komt bij “Loopt naar verwachting tot”.")


class WhyIsMissing(Refusal):
    text = _("Kies waarom het eindigde.")


class EndedAlready(Refusal):
    text = _("Deze plaatsing is al geëindigd. Kijk wat er nu staat.")


class NobodyToCall(Refusal):
    text = _("Kies een collega die met kandidaten werkt.")
