"""Words that name a diagnosis are found, and those that only look like one are not."""

from __future__ import annotations

import pytest

from werktop.catalogue.suspicions import group_in, groups_in, kind_of, suspicion_in, target_group_in


@pytest.mark.parametrize(
    "words",
    [
        "odd jobs in a garden", "please add my sister's number", "zoekt werk als ass. kok", "wil naar de drugstore",
        "Parkinson Bakery kent haar", "heeft ass. koks geleid", "gehandicaptenzorg: daar wil zij werken", "assistent in de zorg",
        "nah, liever niet", "wil detentietoezichthouder worden", "reclasseringswerker geweest",
        "heeft een VOG", "wil zich inschrijven",
        "heeft de brief niet gelezen", "leest slecht Nederlands", "haar moeder past op", "moeder zegt dat het lukt",
        "zijn vrouw werkt in het ziekenhuis", "heeft het goed opgepakt", "een vooroordeel",
        "bellen, niet schrijven", "wil officier van justitie worden", "monteert inbraakalarmen",
    ],
)  # fmt: skip
def test_a_word_that_only_looks_like_one_passes(words):
    assert suspicion_in(words) == group_in(words) == ""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("heeft add en ODD", "add"), ("ADD'er", "ADD"), ("hij heeft ASS. Hij belt", "ASS"), ("een LVB-er", "LVB"),
        ("gebruikt drugs", "drugs"), ("ziekte van Parkinson", "Parkinson"), ("parkinson heeft hij", "parkinson"),
        ("is gehandicapt", "gehandicapt"), ("autisme", "autisme"), ("NAH na een ongeluk", "NAH"),
    ],
)  # fmt: skip
def test_a_word_that_names_a_diagnosis_is_found(words, found):
    assert suspicion_in(words) == found


@pytest.mark.parametrize(
    ("words", "found", "kind"),
    [
        ("heeft een taakstraf tot mei", "taakstraf", "offence"), ("Reclassering belt", "Reclassering", "offence"),
        ("komt uit detentie", "detentie", "offence"), ("heeft een strafblad", "strafblad", "offence"),
        ("draagt een enkelband", "enkelband", "offence"), ("zat in de gevangenis", "gevangenis", "offence"),
        ("is veroordeeld", "veroordeeld", "offence"), ("had TBS", "TBS", "offence"),
        ("in aanraking met justitie geweest", "in aanraking met justitie", "offence"),
        ("opgepakt door de politie", "opgepakt door", "offence"),
        ("Kan slecht lezen", "slecht lezen", "reading"), ("kan niet goed lezen en schrijven", "niet goed lezen", "reading"),
        ("is laaggeletterd", "laaggeletterd", "reading"),
        ("kan nog niet lezen", "kan nog niet lezen", "reading"), ("een Analfabeet", "Analfabeet", "reading"),
        ("Moeite met lezen", "Moeite met lezen", "reading"), ("schrijft slecht", "schrijft slecht", "reading"),
        ("haar moeder is ziek", "moeder is ziek", "relative"),
        ("Kind ziek, belt later", "Kind ziek", "relative"),
        ("zorgt voor een zieke vader", "zieke vader", "relative"),
        ("zijn vrouw ligt in het ziekenhuis", "zijn vrouw ligt in het ziekenhuis", "relative"),
        ("zoontje is gisteren geopereerd", "zoontje is gisteren geopereerd", "relative"),
        ("is verslaafd", "verslaafd", "health"),
        ("is verslaafd na detentie", "verslaafd", "health"),
    ],
)  # fmt: skip
def test_an_offence_reading_and_the_illness_of_a_relative_are_found_as_what_they_are(words, found, kind):
    assert (suspicion_in(words), kind_of(suspicion_in(words))) == (found, kind)


def test_every_word_of_a_text_is_named_once_in_its_order():
    text = "Ik ben moslim, zat in de gevangenis en ben zwanger. Moslim ben ik graag."
    assert groups_in(text) == ["moslim", "gevangenis", "zwanger"]
    assert groups_in("Ik kook graag") == []


SAID_OF_SOMEBODY = {
    "undeclared": (
        "Ellen doet zwart een paar huizen schoonmaken", "ze klust ernaast en geeft dat niet op",
        "Ewa werkt zwart maar wil 24 uur", "heeft zwart bijverdiensten", "doet zwart wat haren", "geeft zijn inkomsten niet op",
        "Ellen Brouwer werkt volgens mij zwart", "Ellen Brouwer gebeld, werkt volgens mij zwart",
        "Ellen Brouwer werkt zwart bij de kapper, gebeld", "zwartwerk", "klust zwart bij", "wil zwart bijklussen",
        "doet aan zwart werken", "heeft jaren zwart gewerkt", "zwart aan het werk bij haar oom",
        "krijgt het onder de tafel betaald", "werkt onder de tafel", "wordt cash betaald", "cash bijverdienen",
        "verdient contant bij", "krijgt zwart uitbetaald", "beunt bij in de bouw", "verzwijgt inkomsten",
        "uitkeringsfraude", "heeft een zwart baantje", "heeft een zwarte bijbaan", "werkt er zwart naast",
        "klust cash bij", "krijgt cash in de hand", "werkt zwart", "verdient zwart bij", "haar inkomsten verzwegen",
        "zwart bijverdienen",
    ),
    "label": (
        "lui en ongemotiveerd", "Ellen is lui", "is agressief", "luie vent", "gebeld, lui", "kwam onbeschoft over",
        "is niet gemotiveerd", "heeft geen motivatie", "is onbetrouwbaar", "liegt", "agressief aan de telefoon",
        "werd agressief", "een leugenaar", "vind haar lui", "beetje lui", "onverzorgd", "stelt zich aan",
    ),
    "offence": (
        "zat vast", "heeft vastgezeten", "zit vast voor diefstal", "zat drie maanden vast", "zit weer vast",
        "zat twee jaar vast en zoekt nu werk", "zat in de bak",
    ),
    "health": (
        "alcohol geroken", "rook naar alcohol", "ruikt naar drank", "dranklucht", "onder invloed", "was dronken",
        "drinkt", "drinkt veel", "drinkt weer", "zit aan de drank", "gokt", "kwam dronken op gesprek",
    ),
    "relative": (
        "haar man die drinkt", "haar man drinkt", "zijn vrouw gokt", "vader slaat haar", "moeder die drinkt",
    ),
}  # fmt: skip
SAID_OF_WORK = (
    "wil niet lui overkomen", "is niet lui", "alcohol schenken", "mag geen alcohol schenken, is 17",
    "kan alcohol schenken in de bar", "vast werk", "zoekt vast werk", "zat vast in de file",
    "heeft vast gezeten in de file", "zit vast aan een contract", "zit vast in het rooster",
    "heeft een vast contract", "zit vast wel goed", "komt vast en zeker", "draagt zwart",
    "werkt in het zwart gekleed", "zwarte broek en witte blouse nodig", "werkt met zwart-wit foto's",
    "drinkt graag koffie", "samen koffie gedronken", "drinkt geen alcohol", "kan omgaan met agressie",
    "cursus omgaan met agressieve klanten", "werkte met agressieve middelen", "wordt niet agressief van drukte",
    "kassa: contant afrekenen", "klanten die contant betalen", "zat aan tafel 3", "de stekker ligt onder de tafel",
    "werkt bij Zwart", "Ellen Zwart werkt vrijdag", "gesproken met Kim Zwart over werk", "de trein zat vast",
    "fraudeonderzoeker worden", "die lui van kantoor", "wil onder begeleiding werken", "werkt onder de brug",
    "is erg gemotiveerd", "heeft motivatie genoeg", "motivatie is hoog", "werkt hard", "vaste baan",
    "haar man werkt in de bouw", "haar man drinkt koffie met ons", "haar zoon zit op school",
    "betrouwbaar en eerlijk", "is aan het werk", "zat vaste tijden in het rooster",
    "wil nooit meer ongemotiveerd overkomen", "de machine zat vast en hij loste het op", "haar fiets is gestolen",
    "zwart haar", "heeft een zwarte band judo", "wordt contant beheer gevraagd",
    "werkte bij de brouwerij en schonk bier", "is niet bang, wel rustig", "zit vast in een vergadering",
    "krijgt contant geld geleerd te tellen", "werkt met zwart leer en wit leer", "werkt graag met zwart en rood",
    "verft muren wit en zwart", "werkkleding is zwart", "werkschoenen zwart", "legt het in de bak", "bij de dealer was plek",
    "steelt de show", "gokt op een vaste baan", "het stinkt in de loods", "betaalpas zwart", "gewerkt met zwart garen",
)  # fmt: skip


@pytest.mark.parametrize("kind", SAID_OF_SOMEBODY)
def test_a_rumour_a_verdict_and_a_punishment_are_found_as_what_they_are(kind):
    found = {words: suspicion_in(words) for words in SAID_OF_SOMEBODY[kind]}
    assert [words for words, word in found.items() if not word or kind_of(word) != kind] == []


def test_the_same_words_about_work_things_or_the_road_pass():
    assert [words for words in SAID_OF_WORK if suspicion_in(words)] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("iets met een Wajong-plek", "Wajong-plek"), ("staat in het doelgroepregister", "doelgroepregister"),
        ("baan via de banenafspraak", "banenafspraak"), ("wil een garantiebaan", "garantiebaan"),
        ("met loonkostensubsidie", "loonkostensubsidie"), ("kan met LKS", "LKS"),
        ("wil werken met een doelgroep", ""), ("baan met garantie", ""), ("loon en subsidies berekenen", ""),
    ],
)  # fmt: skip
def test_what_a_register_or_a_subsidy_says_of_somebody_is_found(words, found):
    assert target_group_in(words) == found and (not found or kind_of(found) == "group")
