"""A link belongs to the address it went to: once that is corrected, who reads the old one can open nothing, and what goes to
the new one holds a link that works. A letter's link stays."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests import making

from werktop.candidates.commands import change_candidate
from werktop.employers.commands.people import change_entrepreneur
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.guests import choose_guests, remove_guest
from werktop.gatherings.commands.inviting import invite_guests, remind_guests
from werktop.gatherings.models import Guest
from werktop.post.all_kept import all_kept_of_recipient
from werktop.post.commands import mark_letters_printed
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db
BY = {
    "email": ({"email": "verkeerd@buurman.example"}, {"email": "fatima@goed.example"}),
    "sms": (
        {"email": "", "phone": "+31611111111", "preferred_channel": "sms"},
        {"phone": "+31622222222"},
    ),
}


@pytest.fixture
def invited(cast, at):
    """`invited(**facts)`: a candidate, and the invitation to come in three weeks, which waits."""

    def make(**facts):
        made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20))
        person = making.candidate(cast.own, "Fatima", **facts)
        making.guest(made, person, reply="chosen")
        invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
        return person, Message.objects.get(to_id=person.pk)

    return make


@pytest.fixture
def change(cast, at):
    return lambda person, **facts: change_candidate(
        actor=cast.own.actor(), at=at, candidate_id=person.pk, **facts
    )


@pytest.fixture
def remind(cast, at, clock):
    """The reminder to the only guest, four days on."""

    def do() -> Message:
        clock.set(at + timedelta(days=4))
        guest = Guest.objects.get()
        remind_guests(
            actor=cast.own.actor(), at=clock.moment, gathering_id=guest.gathering_id, guest_ids=[guest.pk]
        )
        return Message.objects.get(purpose="reminder")

    return do


def page_in(message: Message) -> str:
    """The path of the link in a message."""
    (found,) = re.findall(r"https?://[^/\s]+(/\S*[\w-]{44}/)", message.body)
    return found


@pytest.mark.parametrize("way", BY)
def test_what_went_to_the_wrong_address_opens_and_answers_nothing_once_it_is_corrected(
    invited, change, remind, carry_post, clock, way
):
    before, after = BY[way]
    person, message = invited(**before)
    Message.objects.update(status="sent", sent_at=clock.moment)
    path = page_in(message)
    assert Client().get(path).status_code == 200
    assert change(person, **after) == 1
    assert Client().get(path).status_code == 410
    assert Client().post(path, {"answer": "no", "request_key": str(uuid4())}).status_code == 410
    assert Guest.objects.get().reply == "invited"
    again = page_in(remind())
    assert again != path and Client().get(again).status_code == 200 and Client().get(path).status_code == 410


@pytest.mark.parametrize("way", BY)
@pytest.mark.parametrize("status", ["waiting", "failed"])
def test_what_waits_follows_with_a_link_that_works(invited, change, clock, way, status):
    before, after = BY[way]
    person, message = invited(**before)
    Message.objects.update(status=status, tries=2)
    old, words = page_in(message), message.body
    change(person, **after)
    message.refresh_from_db()
    new = page_in(message)
    assert message.body.replace(new, old) == words and new != old
    assert (Client().get(new).status_code, Client().get(old).status_code) == (200, 410)


def test_what_had_no_way_for_a_while_leaves_with_a_link_that_works(invited, change, clock):
    person, message = invited(email="verkeerd@buurman.example", phone="+31344000000")
    old = page_in(message)
    change(person, email="", preferred_channel="call")
    change(person, email="fatima@goed.example", preferred_channel="email")
    message.refresh_from_db()
    assert message.status == "waiting" and page_in(message) != old
    assert Client().get(page_in(message)).status_code == 200


def test_what_waits_at_an_address_that_came_back_leaves_with_a_link_that_works(invited, change, clock):
    person, message = invited(email="fatima@post.example", phone="+31344000000")
    change(person, email="", preferred_channel="call")
    change(person, email="fatima@post.example", preferred_channel="email")
    message.refresh_from_db()
    assert message.status == "waiting" and Client().get(page_in(message)).status_code == 200


def test_a_slip_put_right_at_once_leaves_the_link_that_was_sent_open(invited, change, clock):
    person, message = invited(email="fatima@post.example")
    Message.objects.update(status="sent", sent_at=clock.moment)
    change(person, email="fatima@pots.example")
    assert Client().get(page_in(message)).status_code == 410
    change(person, email="fatima@post.example")
    assert Client().get(page_in(message)).status_code == 200


@pytest.mark.parametrize("days", [0, 400])
def test_what_went_to_the_old_address_stays_closed_whatever_lives_longer(
    cast, invited, change, clock, at, days
):
    person, message = invited(email="oud@post.example")
    Message.objects.update(status="sent", sent_at=at)
    clock.set(at + timedelta(days=days))  # also where it had ended by then
    change_candidate(
        actor=cast.own.actor(), at=clock.moment, candidate_id=person.pk, email="nieuw@post.example"
    )
    moved = clock.moment + timedelta(days=30)
    change_gathering(
        actor=cast.own.actor(),
        at=clock.moment,
        gathering_id=Guest.objects.get().gathering_id,
        starts_at=moved,
        ends_at=moved + timedelta(hours=2),
    )
    news = Message.objects.get(purpose="changed")
    assert [Client().get(page_in(each)).status_code for each in (message, news)] == [410, 200]


def test_who_goes_off_the_list_and_on_it_again_gets_a_new_link_and_the_old_letter_opens_nothing(
    cast, invited, at, clock
):
    person, letter = invited(preferred_channel="letter", address="Dijk 1")
    mark_letters_printed(actor=cast.own.actor(), at=at, message_ids=[letter.pk])
    guest = Guest.objects.get()
    by = {"actor": cast.own.actor(), "at": at, "gathering_id": guest.gathering_id}
    remove_guest(**by, guest_id=guest.pk, is_called=True)
    choose_guests(**by, candidate_ids=[person.pk])
    invite_guests(**by)
    again = Message.objects.get(purpose="invitation", status="waiting")
    assert [Client().get(page_in(each)).status_code for each in (letter, again)] == [410, 200]


def test_a_link_of_which_it_is_not_known_where_it_went_closes_with_any_correction(invited, change, clock):
    person, message = invited(email="verkeerd@buurman.example")
    Link.objects.update(reach="")  # made before that was kept
    Message.objects.update(status="sent", sent_at=clock.moment)
    assert change(person, last_name="Bakker") == 0
    assert Client().get(page_in(message)).status_code == 200
    assert change(person, email="fatima@goed.example") == 1
    assert Client().get(page_in(message)).status_code == 410


def test_what_is_kept_says_until_when_the_links_work_that_open_still(cast, invited, change, clock, at):
    person, _message = invited(email="oud@post.example")
    Link.objects.update(expires_at=at + timedelta(days=900))
    Message.objects.update(status="sent", sent_at=at)
    change(person, email="nieuw@post.example")
    person.refresh_from_db()
    _messages, told = all_kept_of_recipient(cast.own.actor(), person, at)
    assert [said for _what, said in told.rows] == ["1", ""]


def test_a_link_in_a_letter_stays_whatever_else_is_corrected(cast, invited, change, remind, clock, at):
    person, letter = invited(preferred_channel="letter", address="Dijk 1")
    mark_letters_printed(actor=cast.own.actor(), at=at, message_ids=[letter.pk])
    Guest.objects.update(channel="email")
    mail = remind()
    assert page_in(mail) != page_in(letter)
    assert change(person, email="fatima@goed.example", address="Kade 2") == 1
    assert Client().get(page_in(letter)).status_code == 200
    assert Client().get(page_in(mail)).status_code == 410


@pytest.mark.parametrize(
    "facts", [{"last_name": "Bakker"}, {"email": "Fatima@Post.example"}, {"address": "Kade 2"}]
)
def test_another_change_closes_nothing(invited, change, clock, facts):
    person, message = invited(email="fatima@post.example")
    assert change(person, **facts) == 0
    assert Client().get(page_in(message)).status_code == 200


def test_an_entrepreneur_s_link_too(cast, at, clock):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20))
    person = making.entrepreneur(making.employer(cast.own), email="oud@firma.example")
    making.guest(made, person, reply="chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    message = Message.objects.get(to_id=person.pk)
    old = page_in(message)
    closed = change_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=person.pk, email="nieuw@firma.example"
    )
    message.refresh_from_db()
    assert closed == 1 and Client().get(old).status_code == 410
    assert Client().get(page_in(message)).status_code == 200


def test_the_colleague_reads_that_the_old_link_is_closed(cast, invited, log_in, clock):
    person, _message = invited(email="verkeerd@buurman.example")
    client = log_in(cast.own.account())
    page = reverse("candidates:change_candidate", args=[person.pk])
    typed = {"name": person.name, "postcode": "4001 AB", "languages": ["nl"], "request_key": str(uuid4())}
    said = client.post(page, typed | {"email": "fatima@goed.example"}, follow=True).content.decode()
    assert "ging, opent niet meer. In een volgend bericht staat een nieuwe." in said
    assert "Ging daar een uitnodiging of afspraak heen? Bel dan even: die sturen we niet opnieuw." in said
    typed["request_key"] = str(uuid4())
    said = client.post(page, typed | {"email": "fatima@goed.example"}, follow=True).content.decode()
    assert "Bewaard." in said and "opent niet meer" not in said and "Bel dan" not in said
