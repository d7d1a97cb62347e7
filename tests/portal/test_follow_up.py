"""An appointment behind a link: the facts, a calendar file, and one tap when it does not suit."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.formats import date_format
from icalendar import Calendar
from tests import making

from werktop.matches.commands import finish_next_step, note_outcome
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.matches.queries.talks import last_day_to_call

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def talk(cast, gathering, guest, entrepreneur_guest, at):
    starts_at = at + timedelta(days=3)
    return FollowUp.objects.create(
        gathering=gathering, region=cast.region, organisation=cast.own.organisation, candidate=guest.candidate,
        entrepreneur=entrepreneur_guest.entrepreneur, ground="mutual", status="sent", starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1), made_at=at, sent_at=at,
    )  # fmt: skip


@pytest.fixture
def path_of(talk, address_of):
    return lambda guest, page="": address_of(
        guest, "follow_up", page=page, about_kind="follow_up", about_id=talk.pk
    )


def test_both_see_with_whom_when_and_where(visitor, path_of, guest, entrepreneur_guest):
    candidate_sees = visitor.get(path_of(guest)).content.decode()
    for words in ("Joris Maas", "vrijdag 27 november, 10.00 tot 11.00 uur", "Industrieweg 12"):
        assert words in candidate_sees
    assert "Fatima El Amrani" in visitor.get(path_of(entrepreneur_guest)).content.decode()


def test_one_tap_says_that_it_does_not_suit_and_frees_the_hour(say, visitor, path_of, guest, talk, at):
    FreeBlock.objects.create(
        gathering=talk.gathering, entrepreneur=talk.entrepreneur, starts_at=talk.starts_at, ends_at=talk.ends_at,
        taken_by=talk,
    )  # fmt: skip
    path = path_of(guest)
    visitor.get(path)
    assert FollowUp.objects.get().status == "sent"
    for _tap in range(2):
        assert "Dit moment gaat niet door." in say(path, answer="unsuitable").content.decode()
    row = FollowUp.objects.get()
    assert (row.status, row.unsuitable_by) == ("unsuitable", "candidate")
    assert FreeBlock.objects.get().taken_by is None


def test_a_talk_that_has_been_can_not_be_called_off(say, path_of, guest, talk, clock):
    path = path_of(guest)
    clock.set(talk.ends_at)
    text = say(path, answer="unsuitable").content.decode()
    assert "Deze afspraak is geweest." in text
    assert FollowUp.objects.get().status == "sent"


def test_who_did_not_have_the_talk_reads_who_calls(
    cast, visitor, path_of, guest, entrepreneur_guest, talk, clock
):
    guest.candidate.assigned_to = cast.own.account()
    guest.candidate.save()
    clock.set(talk.ends_at)
    note_outcome(actor=cast.own.actor(), at=talk.ends_at, follow_up_id=talk.pk, outcome="not_held")
    last_day = date_format(last_day_to_call(talk.ends_at), "l j F")
    calls = f"{cast.own.account().name} belt u uiterlijk {last_day}. Dan praat u samen over uw volgende stap."
    for person, words in (
        (guest, calls),
        (entrepreneur_guest, "Komt er een nieuwe afspraak, dan hoort u dat"),
    ):
        text = visitor.get(path_of(person)).content.decode()
        assert "Dit gesprek is niet doorgegaan." in text and words in text
        assert "U hoeft niets te doen" not in text and "is geweest" not in text
    guest.candidate.phone = ""
    guest.candidate.save()
    text = visitor.get(path_of(guest)).content.decode()
    assert f"schrijft u uiterlijk {last_day} over uw volgende stap" in text and "belt u" not in text
    finish_next_step(actor=cast.own.actor(), at=talk.ends_at, next_step_id=NextStep.objects.get().pk)
    assert "belt u" not in visitor.get(path_of(guest)).content.decode()


def test_who_has_no_colleague_of_the_own_reads_the_organisations_name(
    cast, visitor, path_of, guest, talk, clock
):
    clock.set(talk.ends_at)
    note_outcome(actor=cast.own.actor(), at=talk.ends_at, follow_up_id=talk.pk, outcome="not_held")
    text = visitor.get(path_of(guest)).content.decode()
    assert f"{cast.own.organisation.name} belt u uiterlijk " in text


def test_the_calendar_file_is_of_this_talk(visitor, path_of, guest, talk):
    (made,) = Calendar.from_ical(visitor.get(path_of(guest, "follow_up_calendar")).content).events
    assert made["dtstart"].dt == talk.starts_at
    assert made["uid"] == f"{talk.pk}@werktop"


def test_without_a_moment_it_says_that_we_call(visitor, path_of, guest, talk):
    FollowUp.objects.update(starts_at=None, ends_at=None)
    text = visitor.get(path_of(guest)).content.decode()
    assert "Wij bellen u uiterlijk " in text
    assert "Zet in mijn agenda" not in text
    assert visitor.get(path_of(guest, "follow_up_calendar")).status_code == 404


def test_somebody_elses_link_does_not_open_it(visitor, cast, address_of, talk, gathering):
    other = making.guest(gathering, making.candidate(cast.own, "Bo"))
    path = address_of(other, "follow_up", about_kind="follow_up", about_id=talk.pk)
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert "Joris" not in answer.content.decode()


def test_a_tap_that_comes_too_late_says_so_on_the_own_page(visitor, path_of, guest, talk, monkeypatch, at):
    path = path_of(guest)
    # the colleague notes the outcome between the look at the page and the tap
    monkeypatch.setattr("werktop.portal.pages.follow_up.state_for", lambda *_asked: "open")
    FollowUp.objects.update(outcome="work", outcome_at=at, status="held")
    answer = visitor.post(path, {"request_key": str(uuid4()), "answer": "unsuitable"})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "al genoteerd" in text
    assert "Joris Maas" in text


@pytest.mark.parametrize("outcome", ["not_held", "no_fit"])
def test_of_a_talk_that_came_to_an_end_without_a_moment_nobody_calls_for_one(
    cast, visitor, path_of, guest, talk, at, outcome
):
    FollowUp.objects.update(starts_at=None, ends_at=None)
    path = path_of(guest)
    assert "om een dag en tijd af te spreken" in visitor.get(path).content.decode()
    note_outcome(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, outcome=outcome)
    text = visitor.get(path).content.decode()
    assert "om een dag en tijd af te spreken" not in text
    assert "Joris Maas" in text
