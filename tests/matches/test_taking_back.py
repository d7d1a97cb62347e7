"""A tap taken back puts back what was there, and gives nobody two things at one hour."""

from datetime import timedelta

import pytest
from tests import making
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.audit.actors import Actor
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock
from werktop.matches.refusals import HourIsGone, PlaceIsTaken

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SIDES = pytest.mark.parametrize("side", ["candidate", "entrepreneur"])


@pytest.fixture
def told(cast, at):
    """An appointment of Fatima and Joris; Ineke was there too, and gave the same hour."""
    made = evening(cast, candidates=1, entrepreneurs=2)
    for partner in made.partners:
        give_hours(cast, at, made, partner)
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made)
    return made


@pytest.fixture
def talk(told):
    return FollowUp.objects.get(entrepreneur=told.partners[0])


@pytest.fixture
def guest_of(talk):
    """`guest_of("candidate")`: that side of the talk, behind the own link."""
    return lambda side: Actor(
        side, id=getattr(talk, f"{side}_id"), organisation_id=talk.organisation_id, region_id=talk.region_id,
        link_purpose="follow_up", link_about_id=talk.pk,
    )  # fmt: skip


@pytest.fixture
def take_back(guest_of, talk, at):
    return lambda side: commands.take_back_calling_off(
        actor=guest_of(side), at=at + timedelta(minutes=9), follow_up_id=talk.pk
    )


@pytest.fixture
def call_off(guest_of, talk, at):
    def do(side, what=commands.say_it_does_not_suit):
        what(actor=guest_of(side), at=at + timedelta(minutes=1), follow_up_id=talk.pk)

    return do


def test_not_where_the_candidate_talks_with_another_at_that_hour_now(
    cast, at, told, talk, call_off, take_back
):
    call_off("candidate")
    click(told, told.guests[0], told.firms[1])
    propose(cast, at + timedelta(minutes=2), told)
    other = FollowUp.objects.get(entrepreneur=told.partners[1])
    send(cast, at + timedelta(minutes=3), told, rows=[other.pk])
    with pytest.raises(HourIsGone):
        take_back("candidate")
    talk.refresh_from_db()
    assert talk.status == "unsuitable"
    # the talk with the other goes out at that same hour, which is why
    other.refresh_from_db()
    assert (other.status, other.starts_at) == ("sent", talk.called_off_starts_at)


def test_not_where_the_candidate_has_a_talk_after_another_gathering_then(cast, talk, call_off, take_back):
    call_off("candidate", commands.decline_talk)
    elsewhere = making.gathering(cast.own, starts_at=making.MOMENT - timedelta(days=2))
    FollowUp.objects.create(
        gathering=elsewhere, region_id=talk.region_id, organisation_id=talk.organisation_id,
        candidate_id=talk.candidate_id, entrepreneur=making.entrepreneur(making.employer(cast.own), "Linda"),
        ground="mutual", status="sent", starts_at=talk.starts_at + timedelta(minutes=30),
        ends_at=talk.ends_at + timedelta(minutes=30), made_at=talk.made_at,
    )  # fmt: skip
    with pytest.raises(HourIsGone):
        take_back("candidate")


def new_block(talk, *, minutes=0, longer=0, **other):
    """A free block of the entrepreneur, so many minutes after the hour of the talk, and so much longer."""
    facts = {
        "gathering_id": talk.gathering_id, "entrepreneur_id": talk.entrepreneur_id,
        "starts_at": talk.starts_at + timedelta(minutes=minutes),
        "ends_at": talk.ends_at + timedelta(minutes=minutes + longer),
    }  # fmt: skip
    return FreeBlock.objects.create(**facts | other)


def test_not_where_the_entrepreneur_gave_an_hour_across_it_to_somebody_else(
    cast, told, talk, call_off, take_back
):
    call_off("entrepreneur")
    third = FollowUp.objects.create(
        gathering=told.gathering, region_id=talk.region_id, organisation_id=talk.organisation_id,
        candidate=making.candidate(cast.own, "Yonas"), entrepreneur_id=talk.entrepreneur_id, ground="mutual",
        status="sent", made_at=talk.made_at,
    )  # fmt: skip
    new_block(talk, minutes=30, taken_by=third)
    with pytest.raises(HourIsGone):
        take_back("entrepreneur")


@SIDES
def test_not_where_the_hour_is_another_one_now(cast, talk, call_off, take_back, side):
    elsewhere = making.gathering(cast.own, starts_at=making.MOMENT - timedelta(days=2))
    for facts in ({"longer": 30}, {"gathering_id": elsewhere.pk}):
        call_off(side)
        FreeBlock.objects.filter(entrepreneur_id=talk.entrepreneur_id).delete()
        block = new_block(talk, **facts)
        with pytest.raises(HourIsGone):
            take_back(side)
        block.refresh_from_db()
        assert block.taken_by is None


@SIDES
def test_beside_what_else_the_two_have_it_stands_again(cast, told, talk, call_off, take_back, side):
    call_off(side)
    new_block(talk, minutes=60)
    take_back(side)
    talk.refresh_from_db()
    assert talk.status == "sent"
    assert FreeBlock.objects.get(taken_by=talk).starts_at == talk.starts_at


@SIDES
def test_not_where_a_talk_with_somebody_else_took_its_place(cast, at, told, talk, call_off, take_back, side):
    call_off(side, commands.decline_talk)
    guest = told.guests[0] if side == "candidate" else told.firms[0]
    guest.most_talks = 1
    guest.save()
    new = other_talk(cast, told, talk, side, made_at=at + timedelta(minutes=2))
    with pytest.raises(PlaceIsTaken):
        take_back(side)
    talk.refresh_from_db()
    assert talk.status == "declined"
    FollowUp.objects.filter(pk=new.pk).update(status="dropped")
    take_back(side)
    talk.refresh_from_db()
    assert talk.status == "sent"


@SIDES
def test_who_had_more_talks_than_wanted_before_takes_it_back_all_the_same(
    cast, at, told, talk, call_off, take_back, side
):
    other_talk(cast, told, talk, side, made_at=at)
    call_off(side, commands.decline_talk)
    guest = told.guests[0] if side == "candidate" else told.firms[0]
    guest.most_talks = 1
    guest.save()
    take_back(side)
    talk.refresh_from_db()
    assert talk.status == "sent"


def other_talk(cast, told, talk, side, *, made_at):
    """Another talk of this side of `talk`, without a time."""
    pair = (
        {"candidate_id": talk.candidate_id, "entrepreneur": told.partners[1]}
        if side == "candidate"
        else {"candidate": making.candidate(cast.own, "Yonas"), "entrepreneur_id": talk.entrepreneur_id}
    )
    return FollowUp.objects.create(
        gathering=told.gathering, region_id=talk.region_id, organisation_id=talk.organisation_id,
        ground="by_hand", status="sent", made_at=made_at, sent_at=made_at, **pair,
    )  # fmt: skip
