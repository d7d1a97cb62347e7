"""Room for one more talk: never in the past, at the hour that was shown, and no more than an entrepreneur wants."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from tests.matches.making_talks import agree, click, evening, give_hours, propose, send

from werktop.gatherings.models import Guest
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp
from werktop.matches.notice import first_day_from
from werktop.matches.queries.clashes import spans_of
from werktop.matches.queries.others import others_for
from werktop.matches.queries.read_once import people_of
from werktop.matches.queries.talks import talks_of
from werktop.matches.refusals import EnoughTalks
from werktop.matches.wishes import wishes_for
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(cast, at):
    """Fatima and Joris chose each other, and so did Yonas and Ineke, who both gave two hours: in a week, and two
    hours later."""
    made = evening(cast, candidates=2)
    for number in (0, 1):
        give_hours(cast, at, made, made.partners[number], hours=2)
        click(made, made.guests[number], made.firms[number])
    propose(cast, at, made)
    made.rows = [FollowUp.objects.get(candidate=person) for person in made.people]
    return made


def wants_at_most(guest, most):
    Guest.objects.filter(pk=guest.pk).update(most_talks=most)


def shown(told, row, partner, at):
    """What the page says of `partner` as another one for `row`."""
    wishes = wishes_for(told.gathering.pk)
    talks = talks_of([row])
    found = others_for(
        told.gathering.pk,
        talks,
        wishes,
        people_of([], wishes.entrepreneurs).entrepreneurs,
        spans_of(talks, wishes.entrepreneurs),
        {},
        from_day=first_day_from(at, told.gathering.time_zone),
    )
    return next(other for other in found[row.pk] if other.entrepreneur.pk == partner.pk)


def change(cast, at, told, number, partner):
    row = told.rows[number]
    return send(cast, at, told, rows=[row.pk], choices=[Choice(row.pk, entrepreneur_id=partner.pk)])


def booked(told, partner, person):
    return FollowUp.objects.get(candidate=person, entrepreneur=partner).starts_at


@pytest.mark.parametrize(("days", "hours"), [(0, 2), (2, 2), (3, None), (8, None)])
def test_the_hour_shown_for_another_one_is_the_hour_booked_and_still_to_come(cast, at, told, days, hours):
    ineke, now = told.partners[1], at + timedelta(days=days)
    offered = shown(told, told.rows[0], ineke, now).starts_at
    assert offered == (None if hours is None else at + timedelta(days=7, hours=hours))
    change(cast, now, told, 0, ineke)
    assert booked(told, ineke, told.people[0]) == offered


def test_an_hour_at_which_the_candidate_is_elsewhere_is_neither_shown_nor_booked(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=3)
    for partner, hours in zip(told.partners, (1, 3, 2), strict=True):
        give_hours(cast, at, told, partner, hours=hours)
    for firm in told.firms[:2]:
        click(told, told.guests[0], firm)
    propose(cast, at, told)
    first, second = FollowUp.objects.order_by("starts_at")
    linda = told.partners[2]
    # in place of the first talk its own hour is free; in place of the second the first talk stands in the way
    assert shown(told, first, linda, at).starts_at == first.starts_at
    assert shown(told, second, linda, at).starts_at == second.starts_at > first.starts_at
    send(cast, at, told, choices=[Choice(second.pk, entrepreneur_id=linda.pk)])
    assert booked(told, linda, told.people[0]) == second.starts_at


def test_no_hour_that_has_become_too_soon_is_proposed(cast, at, told):
    propose(cast, at + timedelta(days=2), told)
    assert {row.starts_at for row in FollowUp.objects.all()} == {at + timedelta(days=7)}
    propose(cast, at + timedelta(days=3), told)
    assert {row.starts_at for row in FollowUp.objects.all()} == {None}


@pytest.mark.parametrize("most", [0, 1])
def test_a_change_to_who_has_enough_talks_is_refused_and_nothing_goes_out(cast, at, told, most):
    wants_at_most(told.firms[1], most)
    with pytest.raises(EnoughTalks, match=f"Ineke .* wil hoogstens {most} gesprek"):
        change(cast, at, told, 0, told.partners[1])
    assert not Message.objects.exists()
    assert set(FollowUp.objects.values_list("status", flat=True)) == {"proposed"}
    assert shown(told, told.rows[0], told.partners[1], at).is_full


def test_below_the_maximum_it_is_not_refused(cast, at, told):
    wants_at_most(told.firms[1], 2)
    assert not shown(told, told.rows[0], told.partners[1], at).is_full
    assert change(cast, at, told, 0, told.partners[1])["talks"] == 1


def test_two_who_change_places_stay_within_the_maximum(cast, at, told):
    for firm in told.firms:
        wants_at_most(firm, 1)
    pairs = zip(told.rows, reversed(told.partners), strict=True)
    choices = [Choice(row.pk, entrepreneur_id=partner.pk) for row, partner in pairs]
    assert send(cast, at, told, choices=choices)["talks"] == 2
    assert booked(told, told.partners[1], told.people[0]) == at + timedelta(days=7)


def test_what_was_agreed_aloud_stands_above_the_maximum(cast, at, told):
    wants_at_most(told.firms[1], 1)
    agree(told, told.guests[0], told.firms[1])
    assert change(cast, at, told, 0, told.partners[1])["talks"] == 1


def test_a_wish_that_is_still_to_be_called_about_takes_no_place(cast, at, told):
    wants_at_most(told.firms[1], 1)
    FollowUp.objects.filter(pk=told.rows[1].pk).update(ground="call")
    assert change(cast, at, told, 0, told.partners[1])["talks"] == 1


@pytest.mark.usefixtures("clock")
def test_the_page_says_who_has_enough_and_keeps_what_was_chosen(cast, log_in, told):
    wants_at_most(told.firms[1], 1)
    client, address = log_in(cast.own.account()), f"/gesprekken/{told.gathering.pk}/na/"
    assert "(heeft genoeg gesprekken)" in client.get(address).content.decode()
    chosen, row = f"other:{told.partners[1].pk}", told.rows[0]
    answer = client.post(
        address,
        {"agree": [f"talk:{row.pk}"], f"other-talk:{row.pk}": chosen, "request_key": str(uuid4())},
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "wil hoogstens 1 gesprek: dit is er een te veel. Kies iemand anders." in page
    assert re.search(rf'value="talk:{row.pk}" checked', page)
    assert f'<option value="{chosen}" selected>' in page


@pytest.mark.usefixtures("clock")
def test_a_talk_added_by_hand_keeps_to_the_maximum_and_the_form_to_what_was_typed(cast, log_in, told):
    wants_at_most(told.firms[1], 1)
    client, address = log_in(cast.own.account()), f"/gesprekken/{told.gathering.pk}/na/erbij/"
    asked = {
        "candidate": str(told.people[0].pk), "entrepreneur": str(told.partners[1].pk), "words": "Zelfde dorp.",
    }  # fmt: skip
    page = client.post(address, asked | {"request_key": str(uuid4())}).content.decode()
    assert "wil hoogstens 1 gesprek" in page
    assert "Zelfde dorp." in page
    assert FollowUp.objects.count() == 2
    wants_at_most(told.firms[1], 2)
    assert client.post(address, asked | {"request_key": str(uuid4())}).status_code == 302


def test_an_agreement_aloud_can_be_added_above_the_maximum(cast, at, told):
    wants_at_most(told.firms[1], 0)
    agree(told, told.guests[0], told.firms[1])
    assert commands.add_follow_up(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk,
        candidate_id=told.people[0].pk, entrepreneur_id=told.partners[1].pk,
    )  # fmt: skip
