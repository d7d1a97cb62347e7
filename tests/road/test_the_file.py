"""One person from the first talk to help that came, over HTTP: each noted once, by a colleague, a stand-in, a professional
and the candidate. Everything is typed and tapped on pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.help_requests.asking import last_mail, link_in
from tests.own_pages import own_client
from tests.road.walking import Walker, logged_in

from werktop.candidates.models import Candidate, InstrumentUse, Need, PlanStep, Presentation
from werktop.contacts.models import ContactMoment, Reminder
from werktop.help_requests.models import HandOver

pytestmark = pytest.mark.django_db
TODAY = "2026-11-24"


@pytest.fixture
def beside(cast):
    account = making.colleague_beside(cast.own)
    account.set_password("een-lang-wachtwoord")
    account.save()
    return account


def part(walker: Walker, person: Candidate, name: str, /, **filled) -> None:
    """From the candidate's page to the form of a part of the picture, and back."""
    walker.open(reverse("candidates:candidate", args=[person.pk]))
    (address,) = {href for href, _words in walker.page.links if href.endswith(f"/beeld/{name}/")}
    walker.open(address)
    walker.press("Bewaar", **filled)


def test_a_file_is_kept_by_many_hands(cast, clock, at, carry_post, beside):
    manager = logged_in(cast.own.account())
    person = a_first_talk(manager, cast.own.account())
    the_picture_grows(manager, person)
    help_comes_from_elsewhere(manager, person, carry_post)
    a_colleague_stands_in(manager, person, beside)
    the_candidate_approves(manager, person, at)
    clock.set(at + timedelta(days=40))
    nobody_is_typed_twice(logged_in(cast.own.account()), person)


def a_first_talk(manager: Walker, account) -> Candidate:
    manager.open(reverse("candidates:new_candidate"))
    reach = {"phone": "06 12 34 56 78", "email": "samira@post.example", "postcode": "4001 AB"}
    manager.press("Bewaar", name="Samira Bakkali", **reach)
    person = Candidate.objects.get(first_name="Samira")
    assert person.assigned_to == account
    manager.open(reverse("desk:today"))
    manager.press("Lees", sentence="@Samira gebeld, vrijdag terugbellen")
    manager.press("Klopt, bewaar")
    assert ContactMoment.objects.get().people.get().candidate == person and Reminder.objects.exists()
    return person


def the_picture_grows(manager: Walker, person: Candidate) -> None:
    said = {"source": "own_words"}
    part(manager, person, "wish", hours_max="24", day_parts="morning", travels_by="bicycle")
    part(manager, person, "step", words="Bellen met de open dag", doer="candidate", due_date=TODAY, **said)
    need = {"kind": "transport", "words": "Een fiets", "action": "Naar de werkplaats", "due_date": TODAY}
    part(manager, person, "need", doer="assigned", **need, **said)
    part(manager, person, "instrument", name="Taalmaatje", expectation="Durven bellen", from_date=TODAY)
    words = manager.open(reverse("desk:today")).words
    assert "Naar de werkplaats" in words or "Een fiets" in words
    assert (PlanStep.objects.count(), Need.objects.count(), InstrumentUse.objects.count()) == (1, 1, 1)


def help_comes_from_elsewhere(manager: Walker, person: Candidate, carry_post) -> None:
    manager.open(reverse("help_requests:new_help_request", args=[person.pk]))
    manager.press("Bewaar", words="Wie kijkt er mee naar mijn brieven?", topic="money", due_date=TODAY)
    manager.open(manager.page.link("Wie kijkt er mee naar mijn brieven?"))
    manager.follow("Draag over")
    asked = {
        "to_name": "Petra Zand",
        "to_email": "petra@hulp.example",
        "words": "Kijk mee.",
        "consent_how": "talk",
    }
    manager.press("Vraag het", **asked)
    carry_post()
    petra = Walker()
    petra.open(link_in(last_mail()))
    petra.press("Ja, ik help")
    assert HandOver.objects.get().state == "accepted"


def a_colleague_stands_in(manager: Walker, person: Candidate, beside) -> None:
    manager.open(reverse("accounts:stand_ins"))
    manager.press("Regel het", until_date="2026-12-01", stand_in_ids=str(beside.pk))
    bas = logged_in(beside)
    bas.open(reverse("desk:today"))
    assert "Bas" in beside.name and "neemt waar" in bas.open(reverse("accounts:stand_ins")).words
    manager.press("Stop")


def the_candidate_approves(manager: Walker, person: Candidate, at) -> None:
    manager.open(reverse("portal:presentation", args=[person.pk]))
    manager.press("Bewaar", words="Ik maak graag iets met mijn handen.")
    own = Walker()
    own.client = own_client(person, at)
    own.open(reverse("portal:about_me"))
    own.press("Dit klopt. Werkgevers mogen dit lezen")
    assert Presentation.objects.get().is_approved


def nobody_is_typed_twice(manager: Walker, person: Candidate) -> None:
    manager.open(reverse("candidates:new_candidate"))
    manager.press("Bewaar", name="S. Bakkali", phone="06 12 34 56 78", postcode="4001 AB")
    manager.press("Dezelfde persoon", of="Samira")
    assert Candidate.objects.count() == 1
    assert "Bellen met de open dag" in manager.open(reverse("candidates:candidate", args=[person.pk])).words
