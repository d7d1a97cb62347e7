"""What commands about help requests refuse."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class NothingAsked(Refusal):
    text = _("Schrijf in een paar woorden wat iemand vraagt.")


class ReasonIsMissing(Refusal):
    text = _("Schrijf kort waarom het stopt.")


class NoOwner(Refusal):
    text = _("Deze collega is geen relatiemanager van jullie organisatie. Kies een ander.")


class IsClosed(Refusal):
    text = _("Deze hulpvraag is al afgerond. Open die eerst weer.")


class IsWithSomebody(Refusal):
    text = _("Deze hulpvraag ligt al bij iemand. Trek die overdracht eerst in.")


class NobodyToAsk(Refusal):
    text = _("Kies een collega, of vul een naam en een e-mailadres in.")


class TwoReceivers(Refusal):
    text = _("Kies een collega of vul iemand anders in, niet allebei.")


class ConsentIsMissing(Refusal):
    text = _("Vraag de kandidaat eerst of het goed is. Noteer dan wanneer en hoe.")


class ConsentIsToCome(Refusal):
    text = _("Deze dag moet nog komen. Kies de dag waarop de kandidaat ja zei.")


class WhyNot(Refusal):
    text = _("Schrijf in één zin waarom het niet kan. Dan gaat het zoeken verder.")


class NotAskedOfYou(Refusal):
    text = _("Wie gevraagd is om te helpen, antwoordt zelf.")


class IsAnswered(Refusal):
    text = _("Deze vraag wacht niet meer op een antwoord.")


class IsNotTakenOver(Refusal):
    text = _("Alleen wie de hulpvraag overnam, rondt die af.")


class IsReadAlready(Refusal):
    text = _("Wie het vroeg, las al dat het klaar is, of vroeg een ander. Bel die collega.")
