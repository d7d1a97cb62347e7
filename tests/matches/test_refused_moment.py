"""A moment that somebody just said not to suit is not proposed again, also while that can still be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.matches.making_talks import click, give_hours, send, told_appointment

from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp
from werktop.matches.pages.pair_words import moment, short_moment
from werktop.matches.queries.own_talk import TAKE_BACK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def told(cast, at):
    made = told_appointment(cast, at, entrepreneurs=2)
    made.talk = FollowUp.objects.get()
    made.refused = made.talk.starts_at
    commands.say_it_does_not_suit(
        actor=cast.own.actor(), at=at, follow_up_id=made.talk.pk, said_by="candidate"
    )
    return made


@pytest.mark.parametrize("after", [timedelta(0), TAKE_BACK])
def test_the_page_after_the_gathering_does_not_offer_it_for_this_talk(cast, at, log_in, clock, told, after):
    clock.set(at + after)
    page = log_in(cast.own.account()).get(reverse("matches:after", args=[told.gathering.pk]))
    (pair,) = page.context["again"]
    offered = [each["label"] for each in (*pair["quick"], *pair["options"])]
    assert short_moment(told.refused) not in offered
    told.talk.refresh_from_db()
    assert told.talk.starts_at > told.refused and pair["quick"][0]["value"] == ""


@pytest.mark.parametrize("after", [timedelta(0), TAKE_BACK])
def test_the_talks_own_page_names_another_one_and_fills_in_none(cast, at, log_in, clock, told, after):
    clock.set(at + after)
    page = log_in(cast.own.account()).get(reverse("matches:follow_up", args=[told.talk.pk]))
    told.talk.refresh_from_db()
    assert f"Voorstel: {moment(told.talk.starts_at)}" in page.content.decode()
    assert told.talk.starts_at != told.refused and "day" not in page.context["moment"].initial


def test_it_is_not_taken_with_somebody_else_who_was_there_either(cast, at, log_in, told):
    """Ineke is free at the same hour, and two hours later."""
    give_hours(cast, at, told, told.partners[1], hours=2)
    click(told, told.guests[0], told.firms[1])
    page = log_in(cast.own.account()).get(reverse("matches:after", args=[told.gathering.pk]))
    (pair,) = page.context["again"]
    (other,) = [each for each in pair["options"] if each["value"].startswith("other:")]
    later = told.refused + timedelta(hours=2)
    assert moment(later) in other["detail"]
    send(
        cast, at, told, rows=[told.talk.pk],
        choices=[Choice(told.talk.pk, entrepreneur_id=told.partners[1].pk)],
    )  # fmt: skip
    new = FollowUp.objects.get(entrepreneur=told.partners[1])
    assert new.starts_at == later


def test_no_hour_that_was_refused_before_comes_back(cast, at, log_in, told):
    """Fatima refused the first of Joris' hours, and Joris the second; the first is free for others and not for her."""
    told.talk.refresh_from_db()
    second = told.talk.starts_at
    send(cast, at, told, rows=[told.talk.pk])
    commands.say_it_does_not_suit(
        actor=cast.own.actor(), at=at, follow_up_id=told.talk.pk, said_by="entrepreneur"
    )
    told.talk.refresh_from_db()
    assert told.talk.starts_at is None and told.talk.called_off_starts_at == second
    page = log_in(cast.own.account()).get(reverse("matches:after", args=[told.gathering.pk]))
    (pair,) = page.context["again"]
    offered = [each["label"] for each in (*pair["quick"], *pair["options"])]
    assert not {short_moment(told.refused), moment(told.refused), short_moment(second)} & {*offered}
