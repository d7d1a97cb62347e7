"""Two organisations, one talk without a time: each calls its own side, and only the candidate's own has the number."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.desk.queries import today_of
from werktop.matches import commands
from werktop.matches.models import FollowUp, NextStep
from werktop.matches.queries.running import talks_that_run
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

NUMBER, SHOWN = "+31611122233", "06 111 222 33"


def talk_of_two(cast, at, *, hours: int = 0, is_wanted: bool = True, **fields):
    """A talk of Hans (of the other organisation) and Joris (a guest of `own`), sent."""
    made = evening(cast, candidates=0, entrepreneurs=1)
    person = making.candidate(cast.other, "Hans", **{"phone": NUMBER} | fields)
    made.people.append(person)
    made.guests.append(making.guest(made.gathering, person, arrived_at=made.gathering.starts_at))
    if hours:
        give_hours(cast, at, made, made.partners[0], hours=hours)
    if is_wanted:
        click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made)
    return made


def shown(log_in, house, name: str, *keys) -> str:
    answer = log_in(house.account()).get(reverse(name, args=keys))
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


def has_number(page: str) -> bool:
    return NUMBER in page or SHOWN in page or "11122233" in page.replace(" ", "")


def test_each_side_is_called_by_the_organisation_that_signs_its_message(cast, at, log_in):
    talk_of_two(cast, at)
    bodies = {m.to_kind: " ".join(m.body.split()) for m in Message.objects.filter(purpose="follow_up")}
    assert "Gemeente Lingeveld belt u uiterlijk" in bodies["candidate"]
    assert "Gemeente Waalsteen belt u uiterlijk" in bodies["entrepreneur"]
    own, other = shown(log_in, cast.own, "desk:today"), shown(log_in, cast.other, "desk:today")
    assert "Bel Joris. Gemeente Lingeveld belt Hans." in own
    assert "Bel Hans. Gemeente Waalsteen belt Joris." in other
    assert "Bel Hans." not in own
    assert "Bel Joris." not in other


def test_the_pages_of_the_talk_name_who_calls_whom(cast, at, log_in):
    made = talk_of_two(cast, at)
    talk = FollowUp.objects.get().pk
    for house in (cast.own, cast.other):
        for page in (
            shown(log_in, house, "matches:follow_up", talk),
            shown(log_in, house, "matches:after", made.gathering.pk),
        ):
            assert "Gemeente Lingeveld belt Hans, Gemeente Waalsteen belt Joris" in page
            assert "nog geen tijdstip: wij bellen beiden" not in page


def test_one_organisation_calls_both_as_before(cast, at, log_in):
    made = evening(cast, candidates=1, entrepreneurs=1)
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made)
    talk = FollowUp.objects.get().pk
    assert "nog geen tijdstip: wij bellen beiden" in shown(log_in, cast.own, "matches:follow_up", talk)
    assert "belt Joris" not in shown(log_in, cast.own, "desk:today")


@pytest.mark.parametrize("hours", [0, 1])
def test_the_number_of_a_candidate_is_shown_to_the_own_organisation_alone(cast, at, log_in, hours):
    made = talk_of_two(cast, at, hours=hours)
    talk = FollowUp.objects.get().pk
    for name, key in (("matches:follow_up", talk), ("matches:after", made.gathering.pk)):
        assert not has_number(shown(log_in, cast.own, name, key))
    assert has_number(shown(log_in, cast.other, "matches:follow_up", talk))


def test_the_number_beside_a_next_step_is_shown_to_the_own_organisation_alone(cast, at, log_in):
    made = talk_of_two(cast, at, is_wanted=False)
    step = NextStep.objects.get().pk
    for name, key in (("matches:next_step", step), ("matches:after", made.gathering.pk)):
        page = shown(log_in, cast.own, name, key)
        assert not has_number(page)
        assert reverse("matches:finish_step", args=[step]) not in page, (
            "who cannot call has nothing to tick off"
        )
        page = shown(log_in, cast.other, name, key)
        assert has_number(page)
        assert reverse("matches:finish_step", args=[step]) in page


def test_who_is_written_to_is_no_call(cast, at, log_in):
    talk_of_two(cast, at, phone="")
    assert "Bel Joris. Gemeente Lingeveld schrijft Hans." in shown(log_in, cast.own, "desk:today")
    talk = FollowUp.objects.get().pk
    assert "Mail of schrijf Hans." in shown(log_in, cast.other, "matches:follow_up", talk)


def test_who_erases_an_entrepreneur_reads_which_organisation_tells_its_candidate(cast, at):
    made = talk_of_two(cast, at, preferred_channel="call", email="", postcode="", address="")
    own, other = (
        talks_that_run(house.actor(), made.partners[0], at)[0].to_call for house in (cast.own, cast.other)
    )
    assert (own, other) == ("Hans El Amrani, Gemeente Lingeveld", f"Hans El Amrani, {NUMBER}")


@pytest.mark.parametrize("state", ["no time", "has been", "unsuitable", "step"])
def test_every_link_on_today_opens(cast, at, log_in, state):
    made = talk_of_two(cast, at, hours=1 if state != "no time" else 0, is_wanted=state != "step")
    if state == "has been":
        FollowUp.objects.update(starts_at=at - timedelta(hours=3), ends_at=at - timedelta(hours=2))
    if state == "unsuitable":
        commands.say_it_does_not_suit(
            actor=cast.own.actor(), at=at - timedelta(hours=5), said_by="candidate",
            follow_up_id=FollowUp.objects.get().pk,
        )  # fmt: skip
    for house in (cast.own, cast.other):
        found = today_of(house.actor(), at)
        assert found.count == (0 if state == "step" and house is cast.own else 1)
        browser = log_in(house.account())
        page = browser.get(reverse("desk:today"))
        links = {each["url"] for each in page.context["needs"]} | {
            each["action_url"] for each in page.context["needs"]
        }
        for link in links:
            assert browser.get(link.partition("#")[0]).status_code == 200, link
    person = reverse("candidates:candidate", args=[made.people[0].pk])
    assert person in shown(log_in, cast.other, "desk:today")
    assert person not in shown(log_in, cast.own, "desk:today")
