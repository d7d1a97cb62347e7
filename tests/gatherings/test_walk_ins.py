"""Who stands at the door without being on the guest list is let in from there, in one step."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.day_making import running_day
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotVisible
from werktop.gatherings.commands.talk_on import ask_talk_on
from werktop.gatherings.commands.walk_ins import let_walk_in
from werktop.gatherings.day_refusals import DayNotRunning, TapUnclear
from werktop.gatherings.models import Gathering, Guest, Seat
from werktop.gatherings.queries.answers import answers_among, answers_of
from werktop.gatherings.queries.asked import asked_of
from werktop.gatherings.queries.cockpit import expected_attendance
from werktop.gatherings.queries.figures import figures_of
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(cast, at, clock):
    return running_day(cast.own, at=at, rounds=1, begun=0)


@pytest.fixture
def amir(cast):
    return making.candidate(cast.own, "Amir", last_name="Haddad")


def test_a_name_that_is_not_on_the_list_is_found_and_let_in_with_one_tap(day, amir, cast, log_in):
    client = log_in(cast.own.account())
    page = text_of(client.get(at_page("day", day.gathering) + "?q=ami"))
    assert "Niet op de gastenlijst?" in page and "Amir Haddad" in page
    post(client, at_page("walk_in", day.gathering), kind="candidate", person=str(amir.pk))
    guest = Guest.objects.get(candidate=amir)
    assert guest.arrived_at and guest.reply == "yes"
    assert not Message.objects.exists(), "who is here needs no invitation"
    assert "Amir Haddad" in text_of(client.get(at_page("day", day.gathering)))


def test_who_walked_in_is_asked_after_the_talk_in_the_way_they_prefer(day, amir, cast, at, clock):
    called = making.candidate(cast.own, "Tom", preferred_channel="call")
    staff, asked = cast.own.actor(), {"at": at, "gathering_id": day.gathering.pk}
    for person in (amir, called):
        let_walk_in(actor=staff, kind="candidate", person_id=person.pk, **asked)
    Gathering.objects.update(status="finished")
    day.gathering.refresh_from_db()
    assert [row.name for row in asked_of(staff, day.gathering, at).to_call] == ["Tom El Amrani"]
    ask_talk_on(actor=staff, **asked)
    message = Message.objects.get(to_id=amir.pk)
    assert message.channel == "email" and "/verder/" in message.body
    assert not Message.objects.filter(to_id=called.pk).exists()


def test_who_comes_while_the_day_runs_past_its_planned_end_is_let_in(day, amir, cast):
    late = day.gathering.ends_at + timedelta(minutes=30)
    let_walk_in(
        actor=cast.own.actor(), at=late, gathering_id=day.gathering.pk, kind="candidate", person_id=amir.pk
    )
    assert Guest.objects.get(candidate=amir).arrived_at == late


def test_entrepreneurs_are_found_by_their_firm_too(day, cast, log_in):
    person = making.entrepreneur(making.employer(cast.own, "Zuivel Zonneveld"), "Wim")
    client = log_in(cast.own.account(Role.COORDINATOR))
    assert "Wim Maas" in text_of(client.get(at_page("day", day.gathering) + "?q=zuiv"))
    post(client, at_page("walk_in", day.gathering), kind="entrepreneur", person=str(person.pk))
    assert Guest.objects.get(entrepreneur=person).arrived_at


def test_who_is_on_the_list_is_not_offered_again(day, cast, log_in):
    page = text_of(log_in(cast.own.account()).get(at_page("day", day.gathering) + "?q=fatima"))
    assert "Op de lijst en binnen" not in page


def test_a_host_at_the_door_reads_whom_to_ask_and_nobodys_name(day, amir, log_in):
    page = text_of(log_in(day.host_account()).get(at_page("day", day.gathering) + "?q=amir"))
    assert "Haddad" not in page and "Vraag wie de dag leidt" in page


def test_one_letter_lists_nobody(day, amir, cast, log_in):
    page = text_of(log_in(cast.own.account()).get(at_page("day", day.gathering) + "?q=a"))
    assert "Haddad" not in page


def test_the_same_request_lets_in_once_and_a_second_time_changes_nothing(day, amir, cast, at):
    asked = {"actor": cast.own.actor(), "at": at, "gathering_id": day.gathering.pk}
    key = uuid4()
    for _time in range(2):
        let_walk_in(**asked, kind="candidate", person_id=amir.pk, key=key)
    let_walk_in(**asked, kind="candidate", person_id=amir.pk)
    assert Guest.objects.filter(candidate=amir).count() == 1


def test_who_may_not_choose_somebody_lets_nobody_in(day, amir, cast, at):
    asked = {"at": at, "gathering_id": day.gathering.pk, "kind": "candidate", "person_id": amir.pk}
    for actor in (day.host(), cast.other.actor(), cast.far.actor(), cast.own.actor(Role.COORDINATOR)):
        with pytest.raises(NotVisible):
            let_walk_in(actor=actor, **asked)
    with pytest.raises(NotVisible):
        let_walk_in(actor=cast.own.actor(), **asked | {"person_id": uuid4()})
    with pytest.raises(TapUnclear):
        let_walk_in(actor=cast.own.actor(), **asked | {"kind": "stranger"})
    Gathering.objects.update(status="preparing")
    with pytest.raises(DayNotRunning):
        let_walk_in(actor=cast.own.actor(), **asked)
    assert not Guest.objects.filter(candidate=amir).exists()


def test_a_garbled_tap_is_refused_in_words(day, cast, log_in):
    answer = post(log_in(cast.own.account()), at_page("walk_in", day.gathering), person="?")
    assert answer.status_code == 409


def test_more_people_take_no_more_queries(day, cast, log_in, django_assert_max_num_queries):
    client = log_in(cast.own.account())
    for _n in range(8):
        making.candidate(cast.own, "Amir")
    address = reverse("gatherings:day", args=[day.gathering.pk]) + "?q=amir"
    client.get(address)
    with django_assert_max_num_queries(48):
        client.get(address)


def test_who_has_no_chair_stands_in_the_open_with_the_way_to_one(day, amir, cast, log_in):
    client, address = log_in(cast.own.account()), at_page("day", day.gathering)
    assert "Nog geen stoel" not in text_of(client.get(address))
    post(client, at_page("walk_in", day.gathering), kind="candidate", person=str(amir.pk))
    answer = client.get(address)
    assert "Nog geen stoel: Amir Haddad" in text_of(answer)
    assert f'href="{at_page("replan", day.gathering)}"' in answer.content.decode()
    answer = log_in(day.host_account()).get(address)
    assert "Nog geen stoel: Amir" in text_of(answer)
    assert at_page("replan", day.gathering) not in answer.content.decode(), "a host does not replan"


def test_of_many_without_a_chair_some_are_named(day, cast, log_in):
    for number in range(8):
        making.guest(day.gathering, making.candidate(cast.own, f"Abel{number}"), arrived_at=making.MOMENT)
    page = text_of(log_in(day.host_account()).get(at_page("day", day.gathering)))
    assert "Abel5 en 2 anderen" in page


def test_who_was_not_expected_is_one_tap_away_for_who_leads(cast, at, clock, log_in):
    day = running_day(cast.own, at=at, begun=0)
    Guest.objects.filter(pk=day.guests["Rosa"].pk).update(reply="no", arrived_at=None)
    lead = log_in(cast.own.account())
    page = lead.get(at_page("day", day.gathering)).content.decode()
    assert 'href="?toch=1"' in page and "Rosa" not in page
    shown = text_of(lead.get(at_page("day", day.gathering) + "?toch=1"))
    assert "Rosa" in shown and "Is er" in shown and "Kees" not in shown and "Niet op de gastenlijst?" in shown
    host = log_in(day.host_account())
    assert "Rosa" not in text_of(host.get(at_page("day", day.gathering) + "?toch=1")), (
        "a no is not listed at the door"
    )


def test_who_has_no_chair_gets_one_without_being_looked_up(cast, at, clock, log_in):
    day = running_day(cast.own, at=at)
    Seat.objects.filter(guest=day.guests["Rosa"]).delete()
    page = log_in(cast.own.account()).get(at_page("day", day.gathering)).content.decode()
    above = page[: page.index('id="guests"')]
    assert "Rosa" in above and 'value="table-2"' in above


def test_who_walked_in_came_and_counts_as_no_invitation_and_no_yes(day, amir, cast, at, log_in):
    made, before = day.gathering, figures_of(day.gathering.pk).candidates
    let_walk_in(actor=cast.own.actor(), at=at, gathering_id=made.pk, kind="candidate", person_id=amir.pk)
    after = figures_of(made.pk).candidates
    assert (after.invited, after.yes, after.came) == (before.invited, before.yes, before.came + 1)
    told = answers_of(made)
    assert told == answers_among(Guest.objects.filter(gathering=made))
    assert (told["candidate"].invited, told["candidate"].walk_ins) == (before.invited, 1)
    # the guest list counts what it shows
    page = log_in(cast.own.account()).get(at_page("guests", made) + "?reply=yes&kind=candidate")
    assert f"komt {page.context['count']}" in [state["label"] for state in page.context["states"]]


def test_who_walked_in_does_not_lift_how_many_are_expected_to_come(day, amir, cast, at):
    staff = cast.own.actor()
    for number in range(32):
        making.guest(
            day.gathering, making.candidate(cast.own, f"Gast {number}"), replied_at=at, invited_at=at
        )
    let_walk_in(actor=staff, at=at, gathering_id=day.gathering.pk, kind="candidate", person_id=amir.pk)
    Gathering.objects.update(status="finished")
    said = Guest.objects.filter(kind="candidate", reply="yes").exclude(candidate=amir)
    came = said.filter(arrived_at__isnull=False)
    rate = expected_attendance(day.gathering, answers_of(day.gathering))["candidate"].rate
    assert (said.count(), rate) == (41, came.count() / 41)


@pytest.mark.parametrize("typed", ["Hadad Amir", "A. Haddad", "Amier Haddad", "Amir el Haddad"])
def test_a_name_that_is_typed_otherwise_finds_who_is_here_already(day, amir, cast, log_in, typed):
    making.candidate(cast.other, "Amir", last_name="Haddadi")
    page = text_of(log_in(cast.own.account()).get(at_page("day", day.gathering), {"q": typed}))
    assert "Amir Haddad" in page and "Haddadi" not in page
