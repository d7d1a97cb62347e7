"""A proposal changed to another entrepreneur: one choice, and the candidate talks with somebody else."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests import making
from tests.matches.making_talks import agree, click, evening, give_hours, propose, send

from werktop.audit.refusals import NotVisible
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock
from werktop.matches.refusals import TalkIsSent, TalkIsThere
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(cast, at):
    """Fatima and Joris chose each other; Ineke was there too and has two hours."""
    made = evening(cast, candidates=1, entrepreneurs=3)
    give_hours(cast, at, made, made.partners[0])
    give_hours(cast, at, made, made.partners[1], hours=2)
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    return made


def change(cast, at, told, partner):
    row = FollowUp.objects.get(status="proposed")
    return send(cast, at, told, choices=[Choice(row.pk, entrepreneur_id=partner.pk)])


def test_the_talk_is_with_the_other_one_at_the_first_free_hour_and_the_old_hour_is_free(cast, at, told):
    sent = change(cast, at, told, told.partners[1])
    assert (sent["talks"], sent["steps"], sent["dropped"]) == (1, 0, 0)
    now = {f.entrepreneur.first_name: f for f in FollowUp.objects.all()}
    assert (now["Joris"].status, now["Ineke"].status) == ("dropped", "sent")
    assert now["Ineke"].starts_at == at + timedelta(days=7)
    assert FreeBlock.objects.get(taken_by=now["Ineke"]).entrepreneur == told.partners[1]
    assert FreeBlock.objects.filter(entrepreneur=told.partners[0], taken_by=None).count() == 1
    assert {m.to_name for m in Message.objects.filter(purpose="follow_up")} == {
        told.people[0].name,
        told.partners[1].name,
    }


def test_what_was_changed_does_not_come_back_by_itself(cast, at, told):
    change(cast, at, told, told.partners[1])
    propose(cast, at, told)
    assert sorted(FollowUp.objects.values_list("status", flat=True)) == ["dropped", "sent"]


@pytest.mark.parametrize(("wish", "ground"), [("both", "mutual"), ("agreed", "agreed"), ("none", "by_hand")])
def test_it_rests_on_the_wish_of_both_where_there_is_one(cast, at, told, wish, ground):
    if wish == "both":
        click(told, told.guests[0], told.firms[1])
    elif wish == "agreed":
        agree(told, told.guests[0], told.firms[1])
    change(cast, at, told, told.partners[1])
    assert FollowUp.objects.get(status="sent").ground == ground


def test_nobody_is_in_two_places_at_once(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=3)
    for partner in told.partners:
        give_hours(cast, at, told, partner)
    click(told, told.guests[0], told.firms[0])
    click(told, told.guests[0], told.firms[1])
    propose(cast, at, told)
    kept, other = FollowUp.objects.order_by("starts_at")
    assert kept.starts_at and other.starts_at is None
    send(cast, at, told, choices=[Choice(other.pk, entrepreneur_id=told.partners[2].pk)])
    assert FollowUp.objects.get(entrepreneur=told.partners[2]).starts_at is None


def test_a_pair_that_has_a_proposal_is_refused_and_nothing_is_sent(cast, at, told):
    click(told, told.guests[0], told.firms[1])
    propose(cast, at, told)
    one = FollowUp.objects.get(entrepreneur=told.partners[0])
    with pytest.raises(TalkIsThere):
        send(cast, at, told, choices=[Choice(one.pk, entrepreneur_id=told.partners[1].pk)])
    assert not Message.objects.exists()
    assert set(FollowUp.objects.values_list("status", flat=True)) == {"proposed"}


def test_who_was_not_there_cannot_be_chosen(cast, at, told):
    stranger = making.entrepreneur(making.employer(cast.own, "Bakkerij Linge"), "Henk")
    for key in (stranger.pk, uuid4()):
        with pytest.raises(NotVisible):
            send(cast, at, told, choices=[Choice(FollowUp.objects.get().pk, entrepreneur_id=key)])


def test_a_change_of_what_a_colleague_has_sent_meanwhile_is_refused_and_not_forgotten(cast, at, told):
    row = FollowUp.objects.get()
    send(cast, at, told)
    with pytest.raises(TalkIsSent):
        send(cast, at, told, rows=[row.pk], choices=[Choice(row.pk, entrepreneur_id=told.partners[1].pk)])
    assert FollowUp.objects.get().entrepreneur == told.partners[0]
