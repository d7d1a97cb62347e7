"""Letters that arrive in time are printed; for the others somebody calls or goes by."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.matches.models import FollowUp
from werktop.post import jobs
from werktop.post.models import Message
from werktop.post.paper import comes_too_late

pytestmark = pytest.mark.django_db
LETTERS = reverse("post:letters")


@pytest.fixture
def letter(lay_down, cast):
    """A letter to a candidate about a gathering that begins so long from now."""

    def do(at, ahead, person=None, **other):
        person = person or making.candidate(cast.own, "Dirk", phone="+31344000000")
        about = other.pop("about_id", None) or making.gathering(cast.own, starts_at=at + ahead).pk
        return lay_down(
            channel="letter", to_id=person.pk, to_name="Dirk", to_address="Dirk\nDijk 1\n4001 AB Tiel",
            about_id=about, at=at, **other,
        )  # fmt: skip

    return do


def shown_to(client):
    return client.get(LETTERS).content.decode()


@pytest.mark.parametrize(("days", "is_printed"), [(2, False), (3, True)])
def test_three_working_days_before_it_is_the_last_for_the_post(
    letter, cast, log_in, clock, at, days, is_printed
):
    letter(at, timedelta(days=days))  # a Tuesday
    client = log_in(cast.own.account())
    shown, today = shown_to(client), client.get("/").content.decode()
    assert ("Open de brieven" in shown) is is_printed
    assert ("bel of breng" in shown) is not is_printed
    assert ("tel:+31344000000" in shown) is not is_printed
    assert ("1 brief om te printen" in today) is is_printed
    assert ("1 brief is te laat voor de post" in today) is not is_printed


@pytest.mark.parametrize(("days", "is_late"), [(4, True), (5, False)])
def test_a_weekend_brings_no_letter(at, days, is_late):
    friday = at + timedelta(days=3)
    assert comes_too_late(friday + timedelta(days=days), friday) is is_late


def test_who_was_called_leaves_the_list(letter, cast, log_in, clock, at):
    key = letter(at, timedelta(hours=4))
    client = log_in(cast.own.account())
    told = {"request_key": str(uuid4()), "letter": [str(key)], "how": "told"}
    assert "1 mens weet het" in client.post(LETTERS, told, follow=True).content.decode()
    assert "bel of breng" not in shown_to(client)


@pytest.fixture
def talk(cast):
    """A talk of Dirk that begins then (or nobody knows when), and himself."""

    def do(at, starts_at):
        person = making.candidate(cast.own, "Dirk")
        made = making.gathering(cast.own, starts_at=at - timedelta(days=9))
        return person, FollowUp.objects.create(
            gathering=made, region=made.region, organisation=made.organisation, candidate=person, status="sent",
            entrepreneur=making.entrepreneur(making.employer(cast.own)), ground="mutual", made_at=at,
            starts_at=starts_at, ends_at=starts_at and starts_at + timedelta(hours=1),
        )  # fmt: skip

    return do


def test_a_letter_about_a_talk_that_has_been_is_not_offered(letter, talk, cast, log_in, clock, at):
    person, row = talk(at, at - timedelta(hours=3))
    letter(at, timedelta(), person, about_kind="follow_up", about_id=row.pk, purpose="follow_up")
    assert "Er liggen geen brieven klaar" in shown_to(log_in(cast.own.account()))


@pytest.mark.parametrize(("hours", "status"), [(-3, "too_late"), (3, "waiting"), (None, "waiting")])
def test_at_night_a_letter_about_a_talk_that_has_been_is_too_late(letter, talk, clock, at, hours, status):
    person, row = talk(at, None if hours is None else at + timedelta(hours=hours))
    key = letter(at, timedelta(), person, about_kind="follow_up", about_id=row.pk, purpose="follow_up")
    assert jobs.end_late(0) == (status == "too_late")
    assert jobs.end_late(0) == 0
    assert Message.objects.get(pk=key).status == status


def test_at_night_letters_of_every_organisation_about_a_gathering_that_began_are_too_late(
    letter, lay_down, cast, clock, at
):
    over = [letter(at, timedelta(hours=-1)), letter(at, timedelta(hours=-1), purpose="confirmed")]
    Message.objects.filter(pk=over[1]).update(organisation=cast.other.organisation)
    stays = [
        letter(at, timedelta(days=5)),
        # the question after the talk is of no use before it, and no mail is a letter
        letter(at, timedelta(hours=-1), purpose="talk_on"),
        lay_down(about_id=Message.objects.get(pk=over[0]).about_id),
    ]
    assert jobs.end_late(0) == 2
    assert set(Message.objects.filter(status="too_late").values_list("pk", flat=True)) == set(over)
    assert set(Message.objects.filter(status="waiting").values_list("pk", flat=True)) == set(stays)


def test_the_outbox_says_which_letters_were_too_late(letter, cast, log_in, clock, at):
    letter(at, timedelta(hours=-1))
    client, outbox = log_in(cast.own.account()), reverse("post:outbox")
    assert "te laat<" not in client.get(outbox).content.decode().replace("te laat</option>", "")
    jobs.end_late(0)
    assert "1 brief was te laat" in client.get(outbox).content.decode()
    shown = client.get(outbox, {"status": "too_late"}).content.decode()
    assert "Dirk" in shown and "niet geprint voor het moment" in shown and "Probeer opnieuw" not in shown
    strange = log_in(cast.other.account()).get(outbox, {"status": "too_late"}).content.decode()
    assert "Dirk" not in strange


def test_of_two_letters_to_one_person_the_later_goes_and_replaces_the_earlier(
    letter, cast, log_in, clock, at
):
    person, made = making.candidate(cast.own, "Dirk"), making.gathering(cast.own, starts_at=at + timedelta(9))
    first = letter(at, timedelta(), person, about_id=made.pk)
    later = letter(
        at + timedelta(minutes=1), timedelta(), person, about_id=made.pk, purpose="confirmed",
        subject="Fijn dat u komt",
    )  # fmt: skip
    client = log_in(cast.own.account())
    shown = shown_to(client)
    assert str(later) in shown and str(first) not in shown
    client.post(LETTERS, {"request_key": str(uuid4()), "letter": [str(later)]})
    assert Message.objects.get(pk=first).status == "withdrawn"
    assert "Er liggen geen brieven klaar" in shown_to(client)


def test_who_plans_gatherings_sees_post_about_gatherings_alone(letter, lay_down, cast, log_in, clock, at):
    step = letter(at, timedelta(9), about_kind="next_step", about_id=uuid4(), purpose="next_step")
    lay_down(about_kind="follow_up", purpose="follow_up", to_name="Yonas Tesfay")
    client = log_in(cast.own.account(Role.COORDINATOR))
    assert "Er liggen geen brieven klaar" in shown_to(client)
    assert client.get(reverse("post:letters_pdf")).status_code == 302
    assert "Yonas Tesfay" not in client.get(reverse("post:outbox")).content.decode()
    client.post(LETTERS, {"request_key": str(uuid4()), "letter": [str(step)]})
    assert Message.objects.get(pk=step).status == "waiting"
    assert str(step) in shown_to(log_in(cast.own.account()))
