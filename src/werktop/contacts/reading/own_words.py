"""The words of the grammar in which a slip of the finger is looked for, beside those of `corrections`: verbs that make a statement,
negations, joining words, nouns of contact, and what else it reads."""

from werktop.contacts.reading.vocabulary import (
    CALL_NOUNS,
    CANCELLED,
    ENDS_WHAT,
    EXPLAINING,
    FILLERS,
    FINITE,
    JOINING,
    LEADS,
    MESSAGE_NOUNS,
    NEGATIONS,
    PEOPLE_WORDS,
    PERSONAL_WISHES,
    PREPOSITIONS,
    PRONOUNS,
    SAID,
    TAKEN,
    TAKING,
    UNITS,
    VACANCY,
)  # fmt: skip

LEAST = 5  # letters
ALSO = frozenset(
    "aandachtspunt aangesteld aangetrokken afgerond afspreken afwasser banen beginnen behaald behoefte belafspraak beste"
    " bieden biedt binnen bouwvak breiden breidt certificaat contract diploma eindevaluatie ervaren ervaring evaluatie"
    " feestdagen fiets formulier functie functies gastouder gebracht gebrek gedaan gedronken gegaan gegeven gehaald gehad"
    " gekeken gekomen gekregen gelopen gepland gepleegd gereden gesprongen gestaan gevoerd gevraagd gewandeld geworven"
    " gezeten haalt halen handig herfst herinner hoortoestel huisvesting huren huurt ingehuurd ingepland inloop instappen instromen"
    " interesse kantoor kerstmis keurig kijken kinderdagverblijf kreeg kwamen langs lastig leerdoel leerpunt leert lekker"
    " lente leren liepen locatie mantelzorg matig meelopen minder missen moeilijk moeite nemen netjes nieuwjaar nogmaals"
    " oefenen offerte onderdak ontwikkelen onvoldoende onzeker opent pittig prettig prima proefdag reiskosten rijbewijs"
    " scooter sinterklaas slecht soepel spreekuur springen starten stellen stelt sterk sterke stevig taalcoach taalcursus"
    " taalmaatje tekort terecht terug terugkomdag toont training uitbreiden uitbreiding uitkijken uitstekend verbeteren"
    " vergeet vergeten verlegen verplaatst verschoven vervoer vervolg vervolgafspraak weinig werkschoenen winter woonruimte"
    " zomervakantie zwangerschapsverlof".split()
)
ALSO_WRONG = frozenset("geapt bellt needs smste rondom centrum".split())
OWN_WORDS = frozenset(
    word
    for word in (
        ALSO | CANCELLED | ENDS_WHAT | EXPLAINING | FILLERS | FINITE | JOINING | LEADS | MESSAGE_NOUNS | NEGATIONS | CALL_NOUNS
        | PEOPLE_WORDS | PERSONAL_WISHES | PREPOSITIONS | PRONOUNS | SAID | TAKEN | TAKING | UNITS | VACANCY
    )
    if len(word) >= LEAST and word.isalpha()
) - ALSO_WRONG  # fmt: skip
SHORT_ONES = frozenset(
    "werkt werken gehad geeft krijgt vraagt vragen zonder contact mailtje komen langs moeten kunnen willen netjes weinig"
    " minder terug vrijdag begint vertelt mensen".split()
)
"""Of which four letters are enough to know them: 'wrkt', 'zondr'."""
