"""What is refused about a candidate's facts, in words for who types them."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal
from werktop.catalogue.suspicions import kind_of


class NameIsMissing(Refusal):
    text = _("Vul een naam in. Een voornaam is genoeg.")


class PostcodeIsUnknown(Refusal):
    text = _("Deze postcode bestaat niet. Kijk de vier cijfers na; de letters mogen weg.")


class NoWayToReach(Refusal):
    text = _("Vul in hoe je iemand bereikt: een e-mailadres, een telefoonnummer of een adres.")


class EmailIsUnreadable(Refusal):
    text = _("Dit is geen volledig e-mailadres. Een adres heeft een @ en eindigt op bijvoorbeeld .nl.")


class PhoneIsUnreadable(Refusal):
    text = _("Dit telefoonnummer klopt niet. Schrijf tien cijfers, of begin met + en het land.")


class ChannelDoesNotFit(Refusal):
    text = _("Zo kun je iemand niet bereiken: het gegeven daarvoor is leeg.")


class LetterNeedsPostcode(Refusal):
    text = _("Voor een brief is ook de postcode nodig.")


class LookedAtWithoutWords(Refusal):
    text = _("Kies of het hielp, of schrijf wat het deed.")


class NothingIsSaid(Refusal):
    text = _("Vul dit in. Een paar woorden zijn genoeg.")


class TextIsTooLong(Refusal):
    """`length` is what it has, `most` what it may have, in signs."""

    def __init__(self, length: int, most: int, *, field: str | None = None) -> None:
        told = _("Deze tekst is te lang: %(length)d tekens, en het mag tot %(most)d. Maak de tekst korter.")
        super().__init__(told % {"length": length, "most": most}, field=field)


INSTEAD = {
    "health": _(
        "“%(word)s” zegt wat iemand heeft, of misschien heeft. Schrijf wat helpt of wat iemand vraagt, niet wat iemand heeft."
    ),
    "reading": _(
        "“%(word)s” zegt wat iemand misschien niet kan. Schrijf wat je anders doet, bijvoorbeeld: bellen in plaats van schrijven."
    ),
    "undeclared": _(
        "“%(word)s” is een vermoeden. Dat bewaren wij niet. "
        "Schrijf alleen wat is afgesproken, bijvoorbeeld: wil weten wat bijverdienen mag."
    ),
    "label": _(
        "“%(word)s” is een oordeel over iemand, en de kandidaat mag het lezen. "
        "Schrijf wat je zag of wat is afgesproken, bijvoorbeeld: kwam twee keer niet."
    ),
    "group": _(
        "“%(word)s” zegt welke uitkering iemand heeft of in welk register iemand staat. "
        "Noteer het bij “Uitkering, registers en indicaties”; dat leest alleen wie met de kandidaat werkt."
    ),
    "offence": _(
        "“%(word)s” gaat over straf of politie. Dat bewaren wij niet. "
        "Schrijf wat je ermee moet, bijvoorbeeld op welke dagen iemand kan."
    ),
    "relative": _(
        "“%(word)s” zegt hoe het met iemand anders gaat. "
        "Schrijf wat het voor de afspraak betekent, bijvoorbeeld: kan pas na tien uur."
    ),
}
"""What to write in its place, for each kind of word that is not written about somebody."""


class NamesADiagnosis(Refusal):
    """`word` is what was read as one."""

    def __init__(self, word: str, *, field: str | None = None) -> None:
        super().__init__(INSTEAD[kind_of(word)] % {"word": word}, field=field)


class ShelteredWorkIsNoWish(Refusal):
    text = _(
        "Beschut werk is er alleen met een indicatie. Noteer die bij “Uitkering, registers en indicaties”; "
        "dat leest alleen wie met de kandidaat werkt."
    )


class NoneBesideOne(Refusal):
    text = _("Er staat al een uitkering. Is die gestopt? Zet er dan eerst bij op welke dag.")


class GroundIsMissing(Refusal):
    text = _("Schrijf op welke grond jullie dit mogen vragen. Zonder grond kan het niet aan.")


class AdviceIsMissing(Refusal):
    text = _("Schrijf wie adviseerde en op welke dag, bijvoorbeeld de functionaris gegevensbescherming.")


class TwoDoers(Refusal):
    text = _("Je koos al iemand uit de lijst. Kies één van de twee.")


class NoIsPrivate(Refusal):
    text = _(
        "Een nee zegt hier iets over gezondheid of verleden. Laat het weg, en schrijf bij wat nodig is wat helpt."
    )


class LevelIsUnknown(Refusal):
    text = _("Kies hoe ver iemand is: een van de vier, of nog niet bekend.")


class ScoreIsUnknown(Refusal):
    text = _("Kies een van de vijf, of laat het leeg.")


class MostIsLess(Refusal):
    text = _("Minstens is hier meer dan hoogstens. Wissel de twee om.")


class EndsBeforeItBegins(Refusal):
    text = _("Dit is voor het begin. Kijk de twee dagen na.")


class IsStillToCome(Refusal):
    text = _("Deze dag moet nog komen. Kijk de datum na.")


class IsTooLongAgo(Refusal):
    text = _("Dit is langer geleden dan een mens werkt. Kijk het jaar na.")


class IsThereAlready(Refusal):
    text = _("Dit staat er al. Wijzig wat er staat.")


class IsNotedToday(Refusal):
    text = _(
        "Dit is vandaag al genoteerd. Kijk op de pagina wat er staat; is het iets anders, schrijf dan wat."
    )


class ObjectionStands(Refusal):
    text = _("De kandidaat maakte bezwaar tegen delen in de regio. Pas als dat is ingetrokken, deel je weer.")


class AreThereAlready(Refusal):
    """`words` are the talents that were noted before."""

    def __init__(self, words: str, count: int, *, field: str | None = None) -> None:
        told = ngettext(
            "%(words)s staat er al. Haal het vinkje weg, en wijzig wat er staat.",
            "%(words)s staan er al. Haal die vinkjes weg, en wijzig wat er staat.",
            count,
        )
        super().__init__(told % {"words": words}, field=field)


class ColleagueIsElsewhere(Refusal):
    text = _("Deze collega is geen relatiemanager van jullie organisatie. Kies een ander.")


class ReasonIsMissing(Refusal):
    text = _("Schrijf in een paar woorden waarom je dit nu moet lezen.")


class NobodyWorksWith(Refusal):
    text = _("Nog niemand werkt met deze persoon. Word zelf vaste collega, dan lees je het.")


class IsTaken(Refusal):
    text = _("Een collega was je voor en werkt nu met deze persoon.")


class ErasedByWhoWorksWith(Refusal):
    text = _("Wissen doet wie met deze kandidaat werkt. Vraag het die collega.")
    status = 403


class AnotherWorksWith(Refusal):
    text = _(
        "Dit doet alleen wie met deze kandidaat werkt. Werkt er niemand mee, zeg dan eerst op de kandidaat dat jij het doet."
    )
    status = 403


class WhyIsMissing(Refusal):
    text = _("Kies waarom je dit doet. De collega's die iemand krijgen, lezen het.")


class NobodyTakesOver(Refusal):
    text = _("Vink aan wie de kandidaten krijgt.")


class GiverIsErased(Refusal):
    text = _("Wie deze kandidaten had, werkt hier niet meer en is gewist. Draag ze over aan een ander.")


class ObjectsToEmployers(Refusal):
    def __init__(self, name: str) -> None:
        said = _("%(name)s maakte bezwaar tegen voorstellen aan werkgevers. Praat er eerst samen over.")
        super().__init__(said % {"name": name})


class PlaceIsNew(Refusal):
    text = _("Er kwam intussen iemand bij uit een andere plaats. Kijk nog eens wie welke plaats neemt.")


class PlaceIsGone(Refusal):
    """`places` are those of which nobody is left."""

    def __init__(self, places: list[str]) -> None:
        told = _("Intussen is hier niemand meer van: %(places)s. Kijk wat er nu staat, en verdeel opnieuw.")
        names = ", ".join(place or gettext("plaats onbekend") for place in places)
        super().__init__(told % {"places": names})
