"""Why seats cannot be planned or changed, in words for the person at the screen."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class SeatsDoNotFit(Refusal):
    """There is no plan that keeps the rules; the text names what is in the way and what to do, `kinds` are the
    mechanism's words for the rules in conflict."""

    def __init__(self, text: str, *, kinds: Iterable[str] = ()) -> None:
        super().__init__(text)
        self.kinds = tuple(kinds)


class NobodyToSeat(Refusal):
    text = _("Er is nog niemand die komt, of er staat nog geen tafel. Nodig eerst gasten uit.")


class SeatsChangedMeanwhile(Refusal):
    """A colleague changed the seats after this page was made; the text says what it is now."""

    text = _("De opstelling is intussen veranderd. Kijk wat er nu staat en probeer het opnieuw.")


class ProposalIsOutdated(SeatsChangedMeanwhile):
    text = _("Sinds dit voorstel is er iets veranderd, zoals wie er is of een tafel. Deel opnieuw in.")


class AnotherProposal(SeatsChangedMeanwhile):
    text = _("Een collega deed intussen een ander voorstel. Kijk wat dat is en kies opnieuw.")


class TableIsFull(Refusal):
    text = _("Aan die tafel is geen stoel meer vrij. Ruil met iemand, of zet er een stoel bij.")


class RoundHasBegun(Refusal):
    text = _("Deze ronde is al begonnen: wie zit, blijft zitten. Verzet iemand in een volgende ronde.")


class NobodySeatedYet(Refusal):
    text = _("Er is nog geen opstelling. Deel eerst de stoelen in.")


class GuestHasNoChair(Refusal):
    text = _("Deze gast komt niet of zit niet in deze ronde. Kijk op de gastenlijst.")


class NothingToUndo(Refusal):
    text = _("Er is niets om ongedaan te maken.")


class RuleNeedsTwoCandidates(Refusal):
    text = _("Kies twee verschillende kandidaten die komen.")


class RulesContradict(Refusal):
    text = _("Deze twee staan al op de lijst. Haal die afspraak eerst weg.")


class NoTableLeft(Refusal):
    text = _("Er moet minstens één tafel open blijven.")


class NothingProposed(Refusal):
    text = _("Er ligt geen voorstel meer. Maak een nieuw voorstel.")
