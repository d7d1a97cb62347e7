"""Who counted on coming hears with care that it is otherwise; whom no message reaches stands on a list to call."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.accounts.roles import Role
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.guests import remove_guest
from werktop.gatherings.commands.waiting import let_waiting_in
from werktop.gatherings.refusals import GuestIsCalledFirst
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(cast, clock, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def made(cast, at):
    return making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=10))


def guest_of(cast, made, at, name="Naima", channel="email", reply="yes"):
    person = making.candidate(cast.own, name, address="Dorpsstraat 1")
    return making.guest(made, person, channel=channel, reply=reply, invited_at=at)


def test_who_said_yes_is_asked_about_first_and_reads_a_kind_word(cast, at, made, staff):
    guest = guest_of(cast, made, at)
    one = {"guest_id": guest.pk}
    assert at_page("remove_guest", made, **one) in staff.get(at_page("guests", made)).content.decode()
    page = text_of(staff.get(at_page("remove_guest", made, **one)))
    assert "Naima zei ja en rekent erop te komen." in page
    assert made.guests.filter(pk=guest.pk).exists(), "looking removes nobody"
    post(staff, at_page("remove_guest", made, **one), word="De hal is kleiner dan we dachten.")
    assert not made.guests.filter(pk=guest.pk).exists()
    told = Message.objects.get(purpose="removed")
    assert "De hal is kleiner dan we dachten." in told.body
    assert "Dat spijt ons." in told.body
    assert "Wilt u weten waarom, of een andere keer komen?" in told.body


@pytest.mark.parametrize(
    ("word", "is_short"), [("De hal is te klein.", True), ("Heel veel woorden. " * 9, False)]
)
def test_a_text_message_too_has_a_kind_word_and_whom_to_call(cast, at, made, staff, word, is_short):
    made.contact = cast.own.account()
    made.contact.phone = "+31344123456"
    made.contact.save()
    made.save()
    guest = guest_of(cast, made, at, channel="sms")
    type(guest.candidate).objects.filter(pk=guest.candidate_id).update(phone="+31612345678")
    address = at_page("remove_guest", made, guest_id=guest.pk)
    assert "Tot 70 tekens past het in de sms" in text_of(staff.get(address))
    post(staff, address, word=word)
    told = Message.objects.get(purpose="removed")
    assert told.channel == "sms"
    assert "Dat spijt ons." in told.body
    assert f"Bel {made.contact.name}: 0344" in told.body
    assert (word.strip() in told.body) is is_short


def test_who_is_reached_by_a_call_alone_is_called_before_leaving_the_list(cast, at, made, staff):
    guest = guest_of(cast, made, at, "Wil", "call")
    asked = {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk, "guest_id": guest.pk}
    with pytest.raises(GuestIsCalledFirst):
        remove_guest(**asked)
    address = at_page("remove_guest", made, guest_id=guest.pk)
    assert "Bel eerst zelf" in text_of(staff.get(address))
    answer = staff.post(address, {"request_key": "7f1d0f36-6f2e-4d6e-9a57-0f6d7c3f0a11"})
    assert answer.status_code == 409 and "Vink dan aan dat je belde." in answer.content.decode()
    assert made.guests.filter(pk=guest.pk).exists()
    post(staff, address, called="on")
    assert not made.guests.filter(pk=guest.pk).exists()
    assert not Message.objects.filter(purpose="removed").exists()


def test_another_organisation_sees_no_such_page(cast, at, made, log_in, clock):
    address = at_page("remove_guest", made, guest_id=guest_of(cast, made, at).pk)
    assert log_in(cast.other.account()).get(address).status_code == 404


def test_a_new_time_puts_who_must_be_called_on_a_list_until_ticked(cast, at, made, staff):
    wil = guest_of(cast, made, at, "Wil", "call")
    guest_of(cast, made, at, "Naima", "email")
    change_gathering(
        actor=cast.own.actor(),
        at=at,
        gathering_id=made.pk,
        starts_at=made.starts_at + timedelta(hours=1),
        ends_at=made.ends_at + timedelta(hours=1),
    )
    page = staff.get(at_page("gathering", made)).content.decode()
    calls = page.split('id="calls"')[1].split("</ul>")[0]
    assert "Wil" in calls and "Naima" not in calls
    assert "Er is iets veranderd aan het gesprek" in text_of(staff.get("/"))
    post(staff, at_page("note_called", made, guest_id=wil.pk), called="yes")
    wil.refresh_from_db()
    assert wil.called_at == at
    assert "Er is iets veranderd aan het gesprek" not in text_of(staff.get("/"))


def test_a_letter_that_comes_too_late_for_a_change_is_a_call(cast, at, made, staff):
    guest = guest_of(cast, made, at, "Omar", "letter")
    soon = at + timedelta(days=1)
    change_gathering(
        actor=cast.own.actor(), at=at, gathering_id=made.pk, starts_at=soon, ends_at=soon + timedelta(hours=2)
    )
    guest.refresh_from_db()
    assert guest.hears_by == "late"


def test_who_moves_up_from_the_waiting_list_and_has_only_a_telephone_is_called(cast, at, made, staff):
    guest = guest_of(cast, made, at, "Wil", "call", "waiting")
    type(guest).objects.filter(pk=guest.pk).update(waiting_since_at=at)
    let_waiting_in(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    guest.refresh_from_db()
    assert (guest.reply, guest.hears_by) == ("yes", "call")
    assert 'id="calls"' in staff.get(at_page("gathering", made)).content.decode()


def test_a_coordinator_reads_who_chooses_candidates_instead_of_an_empty_list(cast, at, made, log_in, clock):
    address = reverse("gatherings:choose_guests", args=[made.pk]) + "?kind=candidate"
    page = text_of(log_in(cast.own.account(Role.COORDINATOR)).get(address))
    assert "Kandidaten kiest een collega die hun gegevens mag zien" in page
    assert cast.own.account().email in page
    assert "Niemand gevonden" not in page
    assert "Kandidaten kiest een collega" not in text_of(log_in(cast.own.account()).get(address))


@pytest.mark.parametrize("house", ["private", "other"])
def test_whose_number_the_organiser_may_not_see_is_called_by_the_own_organisation_first(
    cast, at, log_in, clock, house
):
    organiser = getattr(cast, house)
    made = making.gathering(organiser, tables=1, starts_at=at + timedelta(days=10))
    wil = guest_of(cast, made, at, "Wil", "call")
    theirs = log_in(organiser.account(Role.COORDINATOR))
    address = at_page("remove_guest", made, guest_id=wil.pk)
    page = text_of(theirs.get(address))
    assert "Ik heb gebeld" not in page and "gebeld moet worden" in page
    assert ("Een collega van Gemeente Waalsteen" in page) == (house == "other")
    post(theirs, address)
    wil.refresh_from_db()
    assert (wil.reply, wil.hears_by) == ("yes", "off"), "on the list until somebody called"
    own = log_in(cast.own.account())
    today = text_of(own.get("/"))
    assert "1 gast kan toch niet meedoen aan het gesprek van" in today
    assert "Er is iets veranderd" not in today and "Bel nog" not in today
    page = text_of(own.get(at_page("gathering", made)))
    assert "Bel wie toch niet kan meedoen" in page and "Bel zelf" not in page
    theirs_now = text_of(theirs.get(at_page("gathering", made)))
    assert "Een andere organisatie belt" in theirs_now and "gaat daarna van de lijst" in theirs_now
    assert "Bel zelf" not in theirs_now and "veranderde de tijd" not in theirs_now
    post(own, at_page("note_called", made, guest_id=wil.pk), called="yes")
    assert not made.guests.filter(pk=wil.pk).exists()
    assert "kan toch niet" not in text_of(own.get("/"))
