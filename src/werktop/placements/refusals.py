"""What the commands of this room refuse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal
from werktop.catalogue.choices import WorkForm

from .models import Footing


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


class NobodyChosen(Refusal):
    text = _("Kies iemand van het bedrijf.")


class FootingCannotBe(Refusal):
    """In this form of work nobody is paid so."""

    def __init__(self, work_form: str, able: Sequence[str]) -> None:
        said = _("Bij “%(form)s” kan dit niet. Kies “%(able)s”, of een andere vorm.")
        words = _("” of “").join(str(Footing(each).label) for each in able)
        super().__init__(said % _of(work_form, able=words), field="footing")


class HoursAreMissing(Refusal):
    """A place for a time has its hours from the first day on."""

    def __init__(self, work_form: str) -> None:
        super().__init__(_("Vul in hoeveel uur per week deze %(form)s is.") % _of(work_form), field="hours")


class EndIsMissing(Refusal):
    """It has an end as well."""

    def __init__(self, work_form: str) -> None:
        said = _("Vul in tot wanneer deze %(form)s naar verwachting loopt.")
        super().__init__(said % _of(work_form), field="expected_end_date")


class TrialIsTooLong(Refusal):
    """Longer than the rules of support allow."""

    def __init__(self, months: int, last: date) -> None:
        said = _(
            "Een proefplaatsing duurt nooit langer dan %(months)d maanden: hoogstens tot en met %(day)s."
        )
        super().__init__(said % {"months": months, "day": date_format(last)}, field="expected_end_date")


class MayTakePaidWork(Refusal):
    text = _(
        "Komt dit in de plaats van iemands betaalde werk? Dan doen we het niet. Zo niet, vink dat dan aan."
    )

    def __init__(self) -> None:
        super().__init__(field="takes_no_paid_work")


class LeaveIsMissing(Refusal):
    text = _(
        "Vraag het eerst aan wie de uitkering betaalt, de gemeente of UWV: beginnen voor die ja zei, telt niet. Vink het aan "
        "als het goed is."
    )

    def __init__(self) -> None:
        super().__init__(field="leave_given")


def _of(work_form: str, **more: str) -> dict[str, Any]:
    return {"form": str(WorkForm(work_form).label)} | more
