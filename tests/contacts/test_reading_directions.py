"""Which way a message went, and whom a sentence only speaks of."""

import pytest

from werktop.contacts.reading import Names, came_in, only_spoken_of

NAMES = Names(
    candidates=("Anja Kuipers", "Ewa Baran", "Daan Meijer"),
    employers=("Metaalbewerking Griendman",),
    people=("Petra Jansen",),
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ewa Baran appte dat ze ziek is",
        "@Ewa mailt dat ze komt",
        "bericht van Ewa, ze is ziek",
        "mail gekregen van Ewa",
        "appje van Ewa gekregen",
        "Van Ewa een appje: ze is ziek",
        "Ewa geappt, ze antwoordde meteen",
        "Ewa gemaild en antwoord gekregen",
        "Ewa heeft gemaild dat ze ziek is",
        "Ewa appte terug",
        "met Ewa geappt",
        "gemaild met Ewa",
        "Ewa stuurde een bericht",
        "Ewa reageerde per mail",
        "Ewa heeft mij vandaag gemaild dat ze komt",
        "mail gehad v ewa, 10 dec contract ophalen",
        "geapt m ewa",
        "per mail contact met Ewa",
    ],
)
def test_a_message_came_in(sentence):
    assert came_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chantal Huisman geappt dat ik haar zoek",
        "Chantal app gestuurd met de link",
        "mailtje gestuurd met vacature",
        "Said een mail met vacature gestuurd",
        "Said El Hadji kwam niet op de afspraak, gemaild",
        "ik appte Ewa",
        "Ewa appte ik over vrijdag",
        "wij hebben Ewa geappt",
        "Ik heb Ewa een mail gestuurd",
        "brief gestuurd aan Ewa",
        "Ewa kreeg een mail van mij",
        "Ewa geappt, geen reactie",
        "Ewa gemaild, nog geen antwoord",
        "Ewa gemaild, reageert niet",
        "Ewa gemaild, moet nog antwoorden, wacht op antwoord",
        "Ewa met cv gemaild",
        "Ewa gemaild, morgen contact met Griendman",
    ],
)
def test_a_message_only_went_out(sentence):
    assert not came_in(sentence)


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("Griendman gebeld over Ewa", {"Ewa Baran"}),
        ("Petra gesproken over Ewa en Daan", {"Ewa Baran", "Daan Meijer"}),
        ("gebeld met schuldhulp voor Daan", {"Daan Meijer"}),
        ("Met Ewa gesproken over Daan, vrijdag Daan bellen", {"Daan Meijer"}),
        ("De moeder van Anja gebeld", {"Anja Kuipers"}),
        ("Anja's moeder gebeld", {"Anja Kuipers"}),
        ("Ewa besproken met Griendman", {"Ewa Baran"}),
        ("Jumbo Tiel gebeld, Anja Kuipers redt het daar niet zegt de chef", {"Anja Kuipers"}),
        ("gebeld met de gemeente, Daan krijgt geen vergunning", {"Daan Meijer"}),
        ("cv voor Ewa gemaakt, Ewa gesproken", set()),
        ("Ewa gebeld over Griendman", set()),
        ("Bij Griendman langs geweest met Ewa", set()),
        ("Net gebeld, Anja komt morgen", set()),
        ("Gebeld: Daan komt morgen", set()),
        ("Anja gebeld, ze redt het niet volgens de chef", set()),
        ("Anja opvang geregeld, gebeld", set()),
    ],
)
def test_whom_a_sentence_only_speaks_of(sentence, of):
    assert only_spoken_of(sentence, NAMES) == of
