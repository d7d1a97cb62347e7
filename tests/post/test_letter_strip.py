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
    "nl": (
        "Ja, ik kom",
        "Nee, ik kan niet",
        "u betaalt mijn reis",
        "er komt iemand met mij mee",
        "Stuur deze strook naar:",
        "3 december",
    ),
    "en": (
        "Yes, I will come",
        "No, I cannot come",
        "you pay my travel",
        "somebody comes with me",
        "Send this slip to:",
        "3 December",
    ),
}


FREEPOST = "Antwoordnummer 100\n4001 VB Waalsteen"


@pytest.fixture
def printed(cast, at):
    """`printed("invitation", language="en")`: the pages of that letter to Fatima, as text, from who has this address."""

    def do(purpose, *, language="nl", address=FREEPOST, **facts):
        own = cast.own.organisation
        own.return_address = address
        own.save()
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
    assert "Bel 0344 000 000. Of scan de code met uw telefoon." in sheet
    assert "terug" not in sheet and "Stuur" not in sheet


def test_without_a_telephone_the_strip_promises_none(printed, cast):
    cast.own.organisation.phone = ""
    cast.own.organisation.save()
    (sheet,) = printed("invitation")
    assert "Stuur deze strook naar:" in sheet
    assert "Liever bellen" not in sheet


@pytest.mark.parametrize("purpose", ["invitation", "confirmed"])
def test_every_letter_has_the_address_of_who_sends_it_and_the_strip_keeps_it(printed, purpose):
    (sheet,) = printed(purpose, address="Stadskantoor\nMarkt 1\n4001 AA Waalsteen")
    assert "Gemeente Waalsteen Stadskantoor, Markt 1, 4001 AA Waalsteen" in sheet, "the letterhead"
    strip = sheet.partition("Zet een kruisje:")[2]
    whole = "Stuur deze strook naar: Gemeente Waalsteen, Stadskantoor, Markt 1, 4001 AA Waalsteen."
    assert (whole in strip) == (purpose == "invitation")
    assert "postzegel" not in sheet


def test_a_freepost_number_needs_no_stamp(printed):
    (sheet,) = printed("invitation")
    assert "Antwoordnummer 100, 4001 VB Waalsteen. Een postzegel is niet nodig. Afgeven mag ook." in sheet


def test_without_an_address_nobody_is_asked_to_send_anything(printed):
    (sheet,) = printed("invitation", address="")
    assert "Geef deze strook af bij Gemeente Waalsteen. Liever bellen? 0344 000 000." in sheet
    assert "stuur" not in sheet.lower() and "postzegel" not in sheet


def test_the_longest_address_leaves_the_letter_on_one_sheet(printed):
    (sheet,) = printed(
        "invitation", address="\n".join(["Sector Werk en Inkomen, ter attentie van de heer Van den Berg"] * 3)
    )
    assert sheet.count("Fatima El Amrani") == 2
