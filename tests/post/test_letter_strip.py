"""A letter that asks something can be answered without internet: by telephone or with its strip."""

import io

import pypdf
import pytest
from tests import making

from werktop.audit.actors import SYSTEM
from werktop.gatherings.messages import tell_all
from werktop.post.letters import pdf_of
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
STRIP = {
    "nl": ("Ja, ik kom", "Nee, ik kan niet", "u betaalt mijn reis", "Geef deze strook af bij", "3 december"),
    "en": (
        "Yes, I will come",
        "No, I cannot come",
        "you pay my travel",
        "Hand this slip in at",
        "3 December",
    ),
}


@pytest.fixture
def printed(cast, at):
    """`printed("invitation", language="en")`: the pages of that letter to Fatima, as text."""

    def do(purpose, *, language="nl", **facts):
        gathering = making.gathering(cast.own, travel_tip="Bus 44 stopt voor de deur.")
        person = making.candidate(
            cast.own,
            "Fatima",
            address="Lindestraat 4",
            preferred_channel="letter",
            languages=[language],
            **facts,
        )
        guest = making.guest(gathering, person, "invited", channel="letter")
        assert tell_all(actor=SYSTEM, at=at, gathering=gathering, guests=[guest], purpose=purpose) == 1
        letters = list(Message.objects.select_related("organisation"))
        pages = pypdf.PdfReader(io.BytesIO(pdf_of(letters, viewer=SYSTEM, on_date=at.date()))).pages
        return [" ".join(page.extract_text().split()) for page in pages]

    return do


@pytest.mark.parametrize("purpose", ["invitation", "reminder"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_invitation_has_a_strip_to_tear_off_on_its_one_sheet(printed, purpose, language):
    (sheet,) = printed(purpose, language=language)
    for words in (*STRIP[language], "Gemeente Waalsteen", "0344 000 000"):
        assert words in sheet
    assert sheet.count("Fatima El Amrani") == 2, "in the address and on the strip"


@pytest.mark.parametrize("purpose", ["invitation", "confirmed"])
def test_nobody_has_to_type_the_address_of_a_link(printed, purpose):
    (sheet,) = printed(purpose)
    assert "/u/" not in sheet
    assert "de code" in sheet
    assert "/gegevens/" in sheet


def test_a_letter_that_asks_nothing_has_no_strip(printed):
    (sheet,) = printed("confirmed")
    assert "Knip of scheur" not in sheet
    assert "Geef antwoord met de telefoon: bel 0344 000 000" in sheet


def test_without_a_telephone_the_strip_promises_none(printed, cast):
    cast.own.organisation.phone = ""
    cast.own.organisation.save()
    (sheet,) = printed("invitation")
    assert "Geef deze strook af bij Gemeente Waalsteen, of stuur hem op." in sheet
    assert "Liever bellen" not in sheet
