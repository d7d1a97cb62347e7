"""What a guest needs on the day, asked behind the link of the invitation: ticked, unticked, read by whom, and counted."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.test_arranging import card
from tests.portal.test_invitation import shown

from werktop.gatherings.models import Guest
from werktop.gatherings.queries.extra_chairs import extra_chairs_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def extra_chairs_at(gathering):
    """How many chairs more those who said yes need."""
    return extra_chairs_for(Guest.objects.filter(gathering=gathering, kind="candidate", reply="yes"))


def chosen(text: str) -> dict[str, str]:
    """Each box or answer that stands ticked, and what it sends."""
    found = re.findall(r'name="(\w+)" value="(\w*)" checked', text)
    return dict(found)


def test_a_guest_says_that_somebody_comes_along_and_takes_it_back(say, visitor, guest, address_of, gathering):
    path = address_of(guest)
    text = shown(say(path, answer="yes", brings_somebody="on"))
    assert re.search(r'name="brings_somebody"[^>]*checked', text)
    assert extra_chairs_at(gathering) == 1
    text = shown(say(path, answer="yes"))
    assert not re.search(r'name="brings_somebody"[^>]*checked', text)
    assert extra_chairs_at(gathering) == 0
    assert "Somebody is coming with me" in shown(visitor.get(address_of(guest, language="en")))


def test_what_the_file_says_is_ticked_already_and_can_be_unticked_for_this_time(
    say, visitor, guest, address_of, gathering
):
    type(guest.candidate).objects.update(has_companion=True, is_interpreter_needed=True, is_travel_paid=True)
    path = address_of(guest)
    asked = shown(visitor.get(path))
    for name in ("brings_somebody", "wants_interpreter", "wants_travel_paid"):
        assert re.search(rf'name="{name}"[^>]*checked', asked)
    assert not re.search(r'name="wants_childcare"[^>]*checked', asked)
    say(path, answer="yes", wants_interpreter="on")
    said = Guest.objects.get(pk=guest.pk)
    assert (said.wants_interpreter, said.wants_travel_paid) == (True, False)
    assert extra_chairs_at(gathering) == 0
    guest.candidate.refresh_from_db()
    assert guest.candidate.has_companion, "the file stays as it is"
    say(path, answer="no")
    assert Guest.objects.get(pk=guest.pk).brings_somebody is None


def test_toward_another_organisation_nothing_stands_ticked_and_the_page_says_who_reads_it(
    cast, say, visitor, gathering, address_of, log_in
):
    theirs = making.candidate(cast.other, "Yonas", is_interpreter_needed=True, is_childcare_needed=True)
    guest = making.guest(gathering, theirs, "invited")
    path, words = address_of(guest), "Wat u hier aankruist, leest die organisatie ook."
    asked = shown(visitor.get(path))
    assert chosen(asked) == {"wants_childcare": "", "wants_interpreter": ""}
    holder, own = (house.organisation.name for house in (cast.own, cast.other))
    assert f"{holder} organiseert dit gesprek." in asked and words in asked
    assert f"{own} weet dit al van u. U kiest of {holder} het ook mag weten." in asked
    assert asked.count(f"Ja. Alleen {own} weet het.") == asked.count(f"Ja. {holder} mag het ook weten.") == 2
    at_holder, at_home = (log_in(house.account()) for house in (cast.own, cast.other))
    cockpit = reverse("gatherings:gathering", args=[gathering.pk])
    assert chosen(shown(say(path, answer="yes", wants_childcare="on")))["wants_childcare"] == "on"
    assert card(at_holder.get(cockpit)).count("tolk") == 0, "of which the guest said nothing"
    assert "Geregeld: kinderopvang" in card(at_holder.get(cockpit))
    assert "Geregeld: tolk" in card(at_home.get(cockpit)), "the own organisation goes on reading its file"
    say(path, answer="yes", wants_childcare="false")
    said = Guest.objects.get(pk=guest.pk)
    assert (said.wants_childcare, said.wants_interpreter) == (False, None)


def test_what_the_own_file_says_is_declined_in_one_step_and_a_need_is_never_lost_by_it(
    cast, say, gathering, address_of
):
    theirs = making.candidate(cast.other, "Yonas", is_interpreter_needed=True)
    guest = making.guest(gathering, theirs, "invited")
    path, promise = address_of(guest), "Wij regelen een tolk."
    text = shown(say(path, answer="yes", wants_interpreter=""))
    assert promise in text and "Ik wil graag een tolk" not in text, "no empty box under the promise"
    assert "Hebt u een tolk nodig?" in text and chosen(text) == {"wants_interpreter": ""}
    Guest.objects.update(arranged=["wants_interpreter"])
    told = []
    for sent in ("", "on", "", "false", ""):
        text = shown(say(path, answer="yes", wants_interpreter=sent))
        guest.refresh_from_db()
        assert chosen(text) == {"wants_interpreter": sent}
        told.append((guest.wants_interpreter, promise in text, guest.arranged))
    there = ["wants_interpreter"]
    assert told == [
        (None, False, there), (True, False, there), (None, False, there), (False, False, []), (None, True, [])
    ]  # fmt: skip
    say(path, answer="yes", wants_interpreter="maybe")
    say(path, answer="yes")  # a page from before the file said it
    guest.refresh_from_db()
    assert guest.wants_interpreter is None
    type(theirs).objects.update(is_interpreter_needed=False)
    say(path, answer="yes", wants_interpreter="false")  # a page from before the file said it no more
    guest.refresh_from_db()
    assert not guest.wants_interpreter


def test_a_second_tap_at_another_organisations_gathering_changes_nothing(
    cast, visitor, gathering, address_of
):
    theirs = making.candidate(cast.other, "Yonas", is_childcare_needed=True)
    path = address_of(making.guest(gathering, theirs, "invited"))
    form = {"request_key": str(uuid4()), "answer": "yes", "wants_interpreter": "on", "wants_childcare": "on"}
    assert [visitor.post(path, form).status_code for _time in range(2)] == [302, 302]


def test_of_a_chair_more_the_page_says_that_it_is_counted(cast, visitor, gathering, address_of):
    theirs = making.candidate(cast.other, "Yonas", has_companion=True)
    text = shown(visitor.get(address_of(making.guest(gathering, theirs, "invited"))))
    assert "Gemeente Waalsteen leest alleen hoeveel stoelen er extra staan." in text
    assert extra_chairs_at(gathering) == 0, "not before the yes"
    Guest.objects.update(reply="yes")
    assert extra_chairs_at(gathering) == 1


def test_at_the_own_organisation_the_page_names_nobody_else(visitor, guest, address_of):
    assert "organiseert dit gesprek" not in shown(visitor.get(address_of(guest)))


def test_of_who_reads_totals_alone_the_page_says_so(cast, clock, visitor, address_of):
    made = making.gathering(cast.private)
    guest = making.guest(made, making.candidate(cast.other, "Yonas"), "invited")
    assert "leest alleen hoeveel mensen iets nodig hebben. Niet wie." in shown(visitor.get(address_of(guest)))


def test_the_page_says_what_is_arranged(say, visitor, guest, address_of):
    path = address_of(guest)
    assert "Wat u nodig hebt" not in shown(say(path, answer="yes"))
    assert "Wij regelen een tolk. Wij laten u weten of dat lukt." in shown(
        say(path, answer="yes", wants_interpreter="on")
    )
    Guest.objects.update(arranged=["wants_interpreter"])
    assert "Er is een tolk." in shown(visitor.get(path))
    assert "Er is een tolk." not in shown(say(path, answer="no"))
