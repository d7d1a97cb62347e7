"""What guests answer after the proposals were made counts until the talks are sent; nobody hears of a talk that they
no longer want, and nobody is left without a next step."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from tests.matches.making_talks import agree, click, evening, give_hours, propose, send

from werktop.gatherings.commands.talks import answer_talk_on
from werktop.gatherings.models import Agreement, Click, TalkOnQuestion
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, NextStep
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(cast, at):
    """Fatima and Joris chose each other, and so did Yonas and Ineke; Joris also wants to talk on with Marit."""
    made = evening(cast, candidates=3)
    give_hours(cast, at, made, made.partners[0])
    for number in (0, 1):
        click(made, made.guests[number], made.firms[number])
    click(made, made.firms[0], made.guests[2], is_mutual=False)
    propose(cast, at - timedelta(hours=1), made)
    return made


def answers_nobody(cast, at, told, guest):
    """A guest says afterwards: with nobody."""
    answer_talk_on(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, holder_kind=guest.kind,
        holder_id=guest.candidate_id or guest.entrepreneur_id, chosen_guest_ids=[],
    )  # fmt: skip


def after(told) -> str:
    return f"/gesprekken/{told.gathering.pk}/na/"


@pytest.mark.parametrize("who", ["candidate", "entrepreneur"])
def test_who_wants_it_no_more_hears_of_no_talk_and_the_others_do(cast, at, told, who):
    fatima = FollowUp.objects.get(candidate=told.people[0])
    answers_nobody(cast, at, told, told.guests[0] if who == "candidate" else told.firms[0])
    rows = FollowUp.objects.filter(ground="mutual").values_list("pk", flat=True)
    sent = send(cast, at, told, rows=list(rows))
    assert (sent["talks"], sent["lost"]) == (1, [fatima.pk])
    fatima.refresh_from_db()
    assert fatima.status == "proposed"
    assert {m.to_id for m in Message.objects.filter(purpose="follow_up")} == {
        told.people[1].pk, told.partners[1].pk,
    }  # fmt: skip
    step = NextStep.objects.get(candidate=told.people[0])
    assert step.owner == cast.own.account()
    assert step.told_at is None


def test_an_agreement_that_was_taken_back_is_not_sent_unless_both_want_it(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    agree(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    Agreement.objects.all().delete()
    row = FollowUp.objects.get()
    assert send(cast, at, told, rows=[row.pk])["lost"] == [row.pk]
    click(told, told.guests[0], told.firms[0])
    assert send(cast, at, told, rows=[row.pk])["talks"] == 1


def test_a_wish_of_an_entrepreneur_that_is_gone_is_not_called_about(cast, at, told):
    call = FollowUp.objects.get(ground="call")
    assert NextStep.objects.get(candidate=told.people[2]).reason == "asked"
    Click.objects.filter(chooser=told.firms[0], chosen=told.guests[2]).delete()
    assert send(cast, at, told, rows=[call.pk])["lost"] == [call.pk]
    # the step no longer speaks of a wish that is gone
    assert NextStep.objects.get(candidate=told.people[2]).reason == "talk_over"


def test_where_somebody_left_the_talk_goes_to_another_one(cast, at, told):
    row = FollowUp.objects.get(candidate=told.people[0])
    answers_nobody(cast, at, told, told.firms[0])
    choice = Choice(row.pk, entrepreneur_id=told.partners[1].pk)
    assert send(cast, at, told, rows=[row.pk], choices=[choice])["talks"] == 1


def test_a_candidate_whose_only_talk_is_not_sent_has_a_next_step(cast, at, told):
    row = FollowUp.objects.get(candidate=told.people[0])
    send(cast, at, told, rows=[row.pk], choices=[Choice(row.pk, is_dropped=True)])
    assert NextStep.objects.filter(candidate=told.people[0], told_at=None).exists()


def test_who_gets_a_talk_gets_no_message_about_a_next_step(cast, at, told):
    call = FollowUp.objects.get(ground="call")
    sent = send(cast, at, told, rows=[call.pk])
    assert (sent["talks"], sent["steps"]) == (1, 0)
    assert Message.objects.filter(to_id=told.people[2].pk).count() == 1
    assert not NextStep.objects.filter(candidate=told.people[2]).exists()


def test_a_next_step_that_was_promised_stays_where_a_talk_comes_in(cast, at, told):
    step = NextStep.objects.get(candidate=told.people[2])
    send(cast, at, told, rows=[])
    click(told, told.guests[2], told.firms[0], is_mutual=False)
    propose(cast, at, told)
    assert FollowUp.objects.get(candidate=told.people[2]).ground == "mutual"
    assert NextStep.objects.get(pk=step.pk).told_at == at


@pytest.mark.usefixtures("clock")
def test_the_page_tells_beforehand_and_the_answer_who_dropped_out(cast, log_in, at, told):
    answers_nobody(cast, at, told, told.guests[0])
    client, row = log_in(cast.own.account()), FollowUp.objects.get(candidate=told.people[0])
    name = told.people[0].name
    page = client.get(after(told)).content.decode()
    assert "Er kwam 1 antwoord binnen sinds het voorstel." in page
    assert f"{name} wil toch niet verder praten. Dit gesprek gaat niet de deur uit." in page
    assert f'value="talk:{row.pk}" checked' not in page
    both = FollowUp.objects.filter(ground="mutual")
    form = {"agree": [f"talk:{r.pk}" for r in both], "request_key": str(uuid4())}
    page = client.post(after(told), form, follow=True).content.decode()
    assert "1 afspraak is onderweg." in page
    assert f"{name} wil toch niet verder praten. Dit gesprek is niet verstuurd." in page
    assert "1 mens kreeg een andere volgende stap." in page


@pytest.mark.usefixtures("clock")
def test_making_the_proposals_anew_keeps_what_was_added_and_chosen(cast, log_in, at, told):
    commands.add_follow_up(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, candidate_id=told.people[0].pk,
        entrepreneur_id=told.partners[1].pk, words="Zelfde dorp.",
    )  # fmt: skip
    answers_nobody(cast, at, told, told.firms[0])
    row = FollowUp.objects.get(candidate=told.people[1])
    form = {
        "seen": [f"talk:{row.pk}"], f"choice-talk:{row.pk}": "drop", "request_key": str(uuid4()),
    }  # fmt: skip
    page = log_in(cast.own.account()).post(f"{after(told)}voorstellen/", form).content.decode()
    assert "binnen sinds het voorstel" not in page
    assert re.search(rf'name="choice-talk:{row.pk}" value="drop" checked', page)
    assert f'value="talk:{row.pk}" checked' not in page
    assert "Zelfde dorp." in page
    assert not FollowUp.objects.filter(candidate=told.people[0], ground="mutual").exists()


@pytest.mark.usefixtures("clock")
def test_what_is_on_akkoord_is_sent_from_the_page_of_the_proposals_made_anew(cast, log_in, at, told):
    client = log_in(cast.own.account())
    row = FollowUp.objects.get(candidate=told.people[1])
    shown = {"seen": [f"talk:{row.pk}"], "agree": [f"talk:{row.pk}"]}
    page = client.post(f"{after(told)}voorstellen/", shown | {"request_key": str(uuid4())}).content.decode()
    form = re.search(r'<form[^>]* id="after"[^>]*>', page)
    goes_to = re.search(r'action="([^"]+)"', form.group()).group(1)
    assert client.post(goes_to, shown | {"request_key": str(uuid4())}).status_code == 302
    row.refresh_from_db()
    assert row.status == "sent"


@pytest.mark.usefixtures("clock")
def test_who_has_not_answered_is_told_and_nobody_else_is(cast, log_in, at, told):
    client = log_in(cast.own.account())
    answers_nobody(cast, at, told, told.guests[0])
    TalkOnQuestion.objects.update(asked_at=at)
    page = client.get(after(told)).content.decode()
    assert "4 gasten die er waren, gaven zelf nog geen antwoord" in page
    names = page.split('id="silent"')[1].split("</details>")[0]
    assert told.people[1].name in names
    assert told.people[0].name not in names
    assert "Verstuur wat akkoord is" in page
