"""What a host noted as agreed at the table stands as a proposal; what a guest answers since is said beside it, and goes
out on a colleague's word alone."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.matches.making_talks import agree, click, evening, propose, send

from werktop.gatherings.commands.talks import answer_talk_on
from werktop.gatherings.models import Agreement
from werktop.matches.models import FollowUp, NextStep
from werktop.matches.queries.room import talks_per_guest
from werktop.matches.wishes import wishes_for
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WARNING = "koos daarna zelf anders. Bel eerst, en vraag of het gesprek nog doorgaat."


@pytest.fixture
def told(cast):
    """A host noted that Fatima and Joris agreed on something, and that it clicked; Fatima and Ineke met too."""
    made = evening(cast, candidates=1)
    agree(made, made.guests[0], made.firms[0], "visit")
    click(made, made.guests[0], made.firms[0], source="host")
    return made


@pytest.fixture
def answer(cast, at, told):
    """A guest answers on the own page; of the gathering's colleague, since the rule is the same."""

    def do(guest, *chosen, later=timedelta(0)):
        answer_talk_on(
            actor=cast.own.actor(), at=at + later, gathering_id=told.gathering.pk, holder_kind=guest.kind,
            holder_id=guest.candidate_id or guest.entrepreneur_id, chosen_guest_ids=[g.pk for g in chosen],
        )  # fmt: skip

    return do


@pytest.fixture
def na(cast, told, log_in):
    client, path = log_in(cast.own.account()), f"/gesprekken/{told.gathering.pk}/na/"

    def do(**form):
        if form:
            return client.post(path, {"request_key": str(uuid4()), **form}, follow=True).content.decode()
        return client.get(path).content.decode()

    return do


def talk_with(partner) -> FollowUp:
    return FollowUp.objects.get(entrepreneur=partner)


def test_it_stays_a_proposal_with_a_word_beside_it_and_is_not_ticked(cast, at, told, answer, na):
    propose(cast, at, told)
    row = talk_with(told.partners[0])
    assert f'value="talk:{row.pk}" checked' in na()
    answer(told.guests[0])
    text = na()
    assert f"Aan tafel is iets afgesproken, maar {told.people[0].name} {WARNING}" in text
    assert f'value="talk:{row.pk}"' in text and f'value="talk:{row.pk}" checked' not in text
    propose(cast, at, told)
    assert talk_with(told.partners[0]) == row and WARNING in na()


def test_it_takes_no_place_and_whoever_has_nothing_else_has_a_next_step(cast, at, told, answer):
    told.guests[0].most_talks = 1
    told.guests[0].save()
    click(told, told.guests[0], told.firms[1])
    answer(told.guests[0], told.firms[1])
    assert propose(cast, at, told) == {"agreed": 0, "mutual": 1, "calls": 1, "steps": 0, "more": 0}
    assert talk_with(told.partners[1]).ground == "mutual"
    counts = talks_per_guest(told.gathering.pk, wishes_for(told.gathering.pk))
    assert counts == {told.people[0].pk: 1, told.partners[1].pk: 1}
    answer(told.guests[0])
    propose(cast, at, told)
    assert NextStep.objects.filter(candidate=told.people[0]).exists()


def test_who_did_not_read_of_the_answer_does_not_send_it(cast, at, told, answer, na):
    propose(cast, at, told)
    row = talk_with(told.partners[0])
    na()
    answer(told.guests[0])
    text = na(seen=[f"talk:{row.pk}"], agree=[f"talk:{row.pk}"])
    assert "koos daarna zelf anders. Dit gesprek is niet verstuurd." in text
    assert not Message.objects.filter(purpose="follow_up").exists()
    row.refresh_from_db()
    assert row.status == "proposed"
    assert NextStep.objects.filter(candidate=told.people[0]).exists()


def test_who_read_of_it_and_called_sends_it_with_first_names(cast, at, told, answer, na):
    answer(told.guests[0])
    propose(cast, at, told)
    key = f"talk:{talk_with(told.partners[0]).pk}"
    seen = [value.split('"')[0] for value in na().split('name="seen" value="')[1:]]
    assert "1 afspraak is onderweg." in na(seen=seen, agree=[key])
    bodies = {m.to_kind: m.body for m in Message.objects.filter(purpose="follow_up")}
    assert "U sprak aan tafel iets af met Fatima." in bodies["entrepreneur"]
    assert told.people[0].name not in bodies["entrepreneur"]
    assert told.partners[0].name not in bodies["candidate"].partition(",")[2]
    # a colleague knew: nobody is told to ask again
    assert "De afspraak staat nog" not in na()


def test_once_both_chose_each_other_it_is_their_own_word(cast, at, told, answer, na):
    propose(cast, at, told)
    answer(told.guests[0], told.firms[0])
    assert talk_with(told.partners[0]).ground == "agreed"
    answer(told.firms[0], told.guests[0])
    propose(cast, at, told)
    assert "Beiden kozen daarna voor elkaar." in na()
    send(cast, at, told)
    bodies = {m.to_kind: m.body for m in Message.objects.filter(purpose="follow_up")}
    assert told.people[0].name in bodies["entrepreneur"]


@pytest.mark.parametrize("who", ["candidate", "entrepreneur"])
def test_who_answers_otherwise_after_it_was_sent_is_named(cast, at, told, answer, na, who):
    propose(cast, at, told)
    send(cast, at, told)
    assert "De afspraak staat nog" not in na()
    guest, person = {
        "candidate": (told.guests[0], told.people[0]),
        "entrepreneur": (told.firms[0], told.partners[0]),
    }[who]
    answer(guest, later=timedelta(minutes=1))
    assert f"{person.name} koos daarna zelf anders. De afspraak staat nog." in na()


def test_an_answer_from_before_the_agreement_says_nothing_about_it(cast, at, told, answer, na):
    Agreement.objects.all().delete()
    answer(told.guests[0])
    agree(told, told.guests[0], told.firms[0], "visit")
    propose(cast, at, told)
    assert WARNING not in na()
    # the page showed it ticked: the same answer again is now about it
    answer(told.guests[0], later=timedelta(hours=1))
    assert WARNING in na()
    answer(told.guests[0], told.firms[0], later=timedelta(hours=2))
    assert WARNING not in na()


def test_a_colleague_who_passes_an_answer_on_sees_what_the_host_noted(cast, told, log_in):
    client = log_in(cast.own.account())
    path = reverse("matches:answer_for", args=[told.gathering.pk, told.guests[0].pk])
    text = client.get(path).content.decode()
    assert "De tafelhost noteerde iets wat is afgesproken met Joris." in text
    assert f'value="{told.firms[0].pk}" checked' in text
