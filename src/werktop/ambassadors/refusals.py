"""What the commands of this room refuse."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class NothingSaid(Refusal):
    text = _("Schrijf een paar woorden.")


class NoName(Refusal):
    text = _("Vul de naam van het bedrijf of van de ondernemer in.")


class CannotBeReached(Refusal):
    text = _("Vul een e-mailadres of een telefoonnummer in.")


class IsNamedAlready(Refusal):
    text = _("Deze ondernemer is al genoemd. Wij bellen, of hebben al gebeld.")


class FellowIsClosed(Refusal):
    text = _("Dit is intussen afgerond. Zet het eerst weer open.")
    status = 409


class AnotherCalls(Refusal):
    status = 409

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s belt al.") % {"name": name})


class JoinedAlready(Refusal):
    text = _("Dit bedrijf doet al mee. Maak dat eerst ongedaan.")


class IsAmbassadorAlready(Refusal):
    text = _("Deze ondernemer is al ambassadeur.")


class EndsBeforeItBegins(Refusal):
    text = _("De laatste dag ligt voor de eerste. Kijk de datum na.")


class CoachesAlready(Refusal):
    text = _("Deze ondernemer coacht deze kandidaat al.")


class NobodyThere(Refusal):
    text = _("Kies een ondernemer uit de lijst.")


class YesIsToCome(Refusal):
    text = _("Deze dag moet nog komen. Kies de dag waarop de kandidaat ja zei.")


class DoesNotWantThat(Refusal):
    text = _("Deze kandidaat wil niet dat wij over die praten met werkgevers. Vraag het eerst opnieuw.")


class TalkIsOver(Refusal):
    text = _("Dit moment is voorbij. Kies een dag en een tijd die nog komen.")


class TalkIsToCome(Refusal):
    text = _("Dit gesprek moet nog komen. Noteer het daarna.")


class ClubIsHereAlready(Refusal):
    text = _("Een club of terrein met deze naam staat al in de lijst.")


class NoFirmChosen(Refusal):
    text = _("Kies een werkgever uit de lijst.")


class AnswerIsMissing(Refusal):
    text = _("Schrijf in één zin wat jullie ermee deden. Wie het idee had, leest dat.")


class TooLongForAText(Refusal):
    text = _("Deze ondernemer krijgt een sms. Houd het bij hoogstens 200 tekens.")


class IsOnlyCalled(Refusal):
    text = _("Van deze ondernemer is geen e-mailadres of mobiel nummer bekend. Bel even om te bedanken.")
