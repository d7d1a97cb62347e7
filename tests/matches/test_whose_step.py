"""A next step is of somebody who works for the candidate's own organisation now, and stands on somebody's Today."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.matches.making_talks import click, evening, propose, send

from werktop.accounts import commands as accounts
from werktop.accounts import queries as account_queries
from werktop.accounts.models import Account, Membership
from werktop.accounts.roles import Role
from werktop.desk.queries import today_of
from werktop.gatherings.models import Click
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, NextStep
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def colleague(house: making.House, name: str, role: str = Role.RELATIONSHIP_MANAGER) -> Account:
    """One more colleague of this organisation."""
    account = Account.objects.create(
        email=f"{name.lower()}@post.example", name=f"{name} Bakker", password="x"
    )
    Membership.objects.create(account=account, organisation=house.organisation, role=role)
    return account


def guest_of_other(cast, **fields):
    """At a gathering of `own`: one candidate of the other organisation came, and no talk follows."""
    made = evening(cast, candidates=0, entrepreneurs=1)
    person = making.candidate(cast.other, "Hans", **fields)
    made.people.append(person)
    made.guests.append(making.guest(made.gathering, person, arrived_at=made.gathering.starts_at))
    return made


def steps_on_today(actor, at) -> list[str]:
    return [step.candidate.first_name for step in today_of(actor, at).steps]


def body() -> str:
    return " ".join(Message.objects.get(purpose="next_step").body.split())


@pytest.mark.parametrize("phone", ["+31600000000", ""])
def test_another_organisations_candidate_is_called_or_written_to_by_that_organisation(cast, at, phone):
    made = guest_of_other(cast, phone=phone)
    propose(cast, at, made)
    send(cast, at, made)
    assert NextStep.objects.get().owner is None
    assert "Gemeente Lingeveld " + ("belt" if phone else "schrijft") + " u uiterlijk" in body()
    assert cast.own.account().name not in body()
    assert cast.own.organisation.name not in body()
    second = account_queries.actor_of(colleague(cast.other, "Karim"))
    assert steps_on_today(cast.other.actor(), at) == steps_on_today(second, at) == ["Hans"]
    assert steps_on_today(cast.own.actor(), at) == []


def test_the_colleague_who_has_the_candidate_there_is_named_and_reads_it(cast, at):
    made = guest_of_other(cast, assigned_to=cast.other.account())
    propose(cast, at, made)
    send(cast, at, made)
    assert f"{cast.other.account().name} belt u uiterlijk" in body()
    assert steps_on_today(cast.other.actor(), at) == ["Hans"]
    assert steps_on_today(account_queries.actor_of(colleague(cast.other, "Karim")), at) == []


def test_the_sender_reads_that_it_goes_to_a_colleague_of_the_other_organisation(cast, at, log_in):
    made = guest_of_other(cast, assigned_to=cast.other.account())
    propose(cast, at, made)
    browser = log_in(cast.own.account())
    words = "gaat naar een collega van Gemeente Lingeveld"
    after = reverse("matches:after", args=[made.gathering.pk])
    assert words in browser.get(after).content.decode()
    send(cast, at, made)
    assert words in browser.get(after).content.decode()
    step = reverse("matches:next_step", args=[NextStep.objects.get().pk])
    assert words in browser.get(step).content.decode()
    assert words not in log_in(cast.other.account()).get(step).content.decode()


@pytest.mark.parametrize("roles", [[], [Role.TABLE_HOST]])
def test_who_left_or_has_another_role_is_not_promised(cast, at, roles):
    karim = account_queries.actor_of(colleague(cast.own, "Karim"))
    made = evening(cast, candidates=1, entrepreneurs=1)
    own = cast.own.account()
    made.people[0].assigned_to = own
    made.people[0].save()
    set_roles(cast, at, own, roles)
    gathering_id = made.gathering.pk
    commands.propose_follow_ups(actor=karim, at=at, gathering_id=gathering_id)
    send(cast, at, made, actor=karim)
    assert "Karim Bakker belt u uiterlijk" in body()
    assert NextStep.objects.get().owner_id == karim.id
    assert steps_on_today(karim, at) == ["Fatima"]


def test_who_leaves_before_the_message_goes_out_is_not_promised_in_it(cast, at):
    karim = account_queries.actor_of(colleague(cast.own, "Karim"))
    made = evening(cast, candidates=1, entrepreneurs=1)
    propose(cast, at, made)
    set_roles(cast, at, cast.own.account(), [])
    send(cast, at, made, actor=karim)
    assert "Karim Bakker belt u uiterlijk" in body()
    assert NextStep.objects.get().owner_id == karim.id


@pytest.mark.parametrize("way", ["left", "erased"])
def test_what_a_colleague_promised_who_is_gone_is_of_everybody_who_arranges_talks_there(
    cast, at, log_in, way
):
    karim = colleague(cast.own, "Karim")
    made = evening(cast, candidates=1, entrepreneurs=1)
    made.people[0].assigned_to = cast.own.account()
    made.people[0].save()
    propose(cast, at, made)
    send(cast, at, made)
    stays = account_queries.actor_of(karim)
    assert steps_on_today(stays, at) == []
    if way == "left":
        set_roles(cast, at, cast.own.account(), [])
    else:
        NextStep.objects.update(owner=None)
    assert steps_on_today(stays, at) == ["Fatima"]
    assert steps_on_today(cast.other.actor(), at) == []
    assert steps_on_today(cast.own.actor(Role.COORDINATOR), at) == []
    page = log_in(karim).get(reverse("matches:next_step", args=[NextStep.objects.get().pk])).content.decode()
    assert cast.own.account().name not in page
    assert "staat bij alle relatiemanagers op Vandaag" in page


def test_a_talk_called_off_gives_no_step_to_who_left(cast, at):
    made = evening(cast, candidates=1, entrepreneurs=1)
    karim = colleague(cast.own, "Karim")
    made.people[0].assigned_to = karim
    made.people[0].save()
    made.gathering.contact = cast.own.account()
    made.gathering.save()
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made)
    set_roles(cast, at, karim, [])
    decline(cast, at)
    assert NextStep.objects.get().owner == cast.own.account()


def test_a_talk_of_another_organisations_candidate_called_off_is_theirs_to_follow(cast, at):
    made = guest_of_other(cast)
    made.gathering.contact = cast.own.account()
    made.gathering.save()
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made)
    decline(cast, at)
    assert NextStep.objects.get().owner is None
    later = at + timedelta(days=1)
    assert steps_on_today(cast.other.actor(), later) == ["Hans"]
    assert steps_on_today(cast.own.actor(), later) == []


def test_a_talk_lost_after_a_step_that_is_done_gives_a_new_step(cast, at):
    made = evening(cast, candidates=1, entrepreneurs=2)
    propose(cast, at, made)
    send(cast, at, made)
    first = NextStep.objects.get()
    commands.finish_next_step(actor=cast.own.actor(), at=at, next_step_id=first.pk)
    propose(cast, at, made)
    assert NextStep.objects.get() == first, "what is done is not asked again"
    talk = commands.add_follow_up(
        actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk,
        candidate_id=made.people[0].pk, entrepreneur_id=made.partners[0].pk,
    )  # fmt: skip
    send(cast, at, made, rows=[talk])
    commands.say_it_does_not_suit(
        actor=cast.own.actor(), at=at + timedelta(hours=1), follow_up_id=talk, said_by="entrepreneur"
    )
    later = at + timedelta(hours=3)
    send(cast, later, made, rows=[talk], choices=[Choice(talk, is_dropped=True)])
    assert NextStep.objects.get(done_at=None).made_at == later
    assert NextStep.objects.count() == 2


def test_a_proposal_that_goes_after_a_step_that_is_done_gives_one_new_step(cast, at):
    made = evening(cast, candidates=1, entrepreneurs=1)
    propose(cast, at, made)
    send(cast, at, made)
    commands.finish_next_step(actor=cast.own.actor(), at=at, next_step_id=NextStep.objects.get().pk)
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    assert FollowUp.objects.get().status == "proposed"
    assert not NextStep.objects.filter(done_at=None).exists()
    Click.objects.all().delete()
    propose(cast, at, made)
    assert NextStep.objects.filter(done_at=None).count() == 1
    step = NextStep.objects.get(done_at=None)
    commands.finish_next_step(actor=cast.own.actor(), at=at, next_step_id=step.pk)
    propose(cast, at, made)
    assert not NextStep.objects.filter(done_at=None).exists()


def set_roles(cast, at, account, roles) -> None:
    accounts.set_roles(
        actor=cast.own.actor(Role.FUNCTIONAL_ADMIN), at=at, account_id=account.pk,
        organisation_id=cast.own.organisation.pk, roles=roles,
    )  # fmt: skip


def decline(cast, at) -> None:
    """The entrepreneur says by telephone: not this talk."""
    commands.decline_talk(
        actor=cast.own.actor(), at=at, follow_up_id=FollowUp.objects.get().pk, said_by="entrepreneur"
    )
