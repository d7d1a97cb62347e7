"""What each score says in each domain of life, as one says it to the person: what can be seen, and not what somebody is.

Words of our own: 1 is help now, 5 goes well; they were not taken from a published instrument, and are not comparable with one.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from .models import SCORES, Domain

WORDS: dict[str, tuple[Any, ...]] = {
    Domain.MONEY: (
        _("geen geld voor eten, of huis of stroom gaat eraf"),
        _("er komen rekeningen bij die blijven liggen"),
        _("iemand helpt mee, en zo blijft het op orde"),
        _("rekeningen lukken zelf, een tegenvaller nog niet"),
        _("alles op tijd, en iets achter de hand"),
    ),
    Domain.WORK: (
        _("zoeken of leren lukt nu niet"),
        _("wil wel, en weet nog niet waar te beginnen"),
        _("oefent of leert, met iemand ernaast"),
        _("werkt of leert, nog niet voor lang of voor genoeg uren"),
        _("heeft werk of een opleiding die past"),
    ),
    Domain.DAYS: (
        _("dag en nacht lopen door elkaar"),
        _("weinig om voor op te staan"),
        _("een paar vaste dingen, als iemand meedenkt"),
        _("de meeste dagen zijn gevuld"),
        _("een weekritme dat bevalt"),
    ),
    Domain.HOUSING: (
        _("geen bed voor vannacht, of binnenkort niet meer"),
        _("een bed voor even, of een huis dat niet veilig is"),
        _("woont met begeleiding, of op proef"),
        _("een eigen huis, er moet nog iets aan gebeuren"),
        _("een eigen huis dat past en te betalen is"),
    ),
    Domain.HOME: (
        _("thuis is het niet veilig"),
        _("thuis is vaak ruzie, of te veel zorg"),
        _("het gaat, doordat iemand van buiten helpt"),
        _("meestal rustig, en ruzie wordt goedgemaakt"),
        _("thuis is rust en steun"),
    ),
    Domain.MIND: (
        _("zo gaat het niet langer, er moet nu iemand bij"),
        _("de meeste dagen zijn zwaar"),
        _("er zijn zware dagen, en iemand die dan helpt"),
        _("meestal goed, met een mindere dag ertussen"),
        _("voelt zich goed"),
    ),
    Domain.BODY: (
        _("moet nu eerst naar een dokter"),
        _("het lijf houdt veel tegen"),
        _("het lukt met rust, hulp of een hulpmiddel"),
        _("af en toe last, en de dag gaat door"),
        _("het lijf werkt mee"),
    ),
    Domain.MEANS: (
        _("de dag draait erom, er moet nu iemand bij"),
        _("er gaat geregeld iets door mis"),
        _("houdt het vol, met hulp van anderen"),
        _("houdt het zelf in de hand, door op te letten"),
        _("het speelt niet"),
    ),
    Domain.CARE: (
        _("eten, slapen en wassen komen er bijna niet van"),
        _("slaat het vaak over"),
        _("het lukt als iemand eraan denkt"),
        _("het lukt zelf, op drukke dagen wat minder"),
        _("het gaat vanzelf"),
    ),
    Domain.HOUSEHOLD: (
        _("huis en post zijn niet meer te overzien"),
        _("er blijft veel liggen"),
        _("samen met iemand komt het af"),
        _("het meeste komt af, een lastige brief niet"),
        _("huis, post en afspraken zijn bij"),
    ),
    Domain.PEOPLE: (
        _("niemand om te bellen"),
        _("wel mensen, maar geen die helpen"),
        _("één iemand, of een vrijwilliger"),
        _("een paar mensen die helpen als het moet"),
        _("genoeg mensen, en helpt zelf ook"),
    ),
    Domain.TAKING_PART: (
        _("komt het huis niet uit"),
        _("komt bijna nergens"),
        _("gaat mee als iemand meegaat"),
        _("doet af en toe ergens aan mee"),
        _("hoort ergens bij en doet mee"),
    ),
    Domain.LAW: (
        _("er loopt nu iets dat werken tegenhoudt"),
        _("er kwam kort geleden iets bij"),
        _("houdt zich aan de afspraken met wie toezicht houdt"),
        _("er loopt niets meer, er is nog iets af te ronden"),
        _("er speelt niets"),
    ),
}


def score_in_words(domain: str, score: int) -> str:
    """What this score says in this domain."""
    return str(WORDS[domain][score - 1])


def scores_in_words(domain: str) -> list[tuple[int, str]]:
    """All scores of a domain to choose from, with the number in front."""
    return [(score, f"{score}: {score_in_words(domain, score)}") for score in SCORES]
