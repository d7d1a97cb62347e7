"""What stands in messages about talks: how we reach somebody, who writes and why, and text messages that stay short."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from tests.matches.making_talks import agree, click, evening, give_hours, propose, send

from werktop.matches import commands
from werktop.matches.models import FollowUp, NextStep
from werktop.matches.pages.pairs import Look, Typed, pair_of
from werktop.matches.queries.after import after
from werktop.matches.queries.due import due_for
from werktop.matches.wishes import wishes_for
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
TWO_SEGMENTS = 306  # GSM 03.38: 2 x 153
GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)


def test_who_has_no_telephone_is_written_to_and_colleagues_know(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    for person, phone in ((told.people[0], ""), (told.partners[0], "+31612345678")):
        person.phone, person.email = phone, f"{person.first_name.lower()}@post.example"
        person.save()
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    (talk,) = after(cast.own.actor(), told.gathering.pk, at=at).both
    look = Look(Typed(), wishes_for(told.gathering.pk), {}, None, at, at, {}, {})
    assert "Van Fatima is geen telefoonnummer" in pair_of(talk, [], look)["why"]
    send(cast, at, told)
    last_day = date_format(due_for(cast.own.actor(), at).without_outcome[0].call_by, "l j F")
    said = {m.to_kind: m.body for m in Message.objects.filter(purpose="follow_up")}
    assert f"schrijft u uiterlijk {last_day} om een moment af te spreken" in said["candidate"]
    assert "belt u" not in said["candidate"] and "bellen we" not in said["candidate"]
    assert f"belt u uiterlijk {last_day} om een moment af te spreken" in said["entrepreneur"]


@pytest.mark.parametrize("reason", ["talk_over", "asked", "declined", "talk_off", "network"])
def test_who_was_told_that_we_write_is_written_to(cast, at, log_in, clock, reason):
    told = evening(cast, candidates=1, entrepreneurs=1)
    (person,) = told.people
    person.phone, person.email = "", "fatima@post.example"
    person.save()
    propose(cast, at, told)
    send(cast, at, told)
    assert "schrijft u uiterlijk" in Message.objects.get(purpose="next_step").body
    of_network = {"introducer": told.partners[0], "firm": told.partners[0].employer}
    NextStep.objects.update(reason=reason, **(of_network if reason == "network" else {}))
    step, client = NextStep.objects.get(), log_in(cast.own.account())
    for address in (reverse("matches:next_step", args=[step.pk]), "/"):
        page = client.get(address).content.decode()
        assert "Mail of schrijf" in page
        # how somebody is asked, told or called elsewhere on the page is not about this step
        assert re.findall(r".{40}\bBel (?:en|eerst|zonder)\b.{20}|Heb je gebeld|Wie je belt", page) == []


@pytest.mark.parametrize(("language", "words"), [("nl", "belt u uiterlijk"), ("en", "will call you by")])
@pytest.mark.parametrize("has_mail", [True, False])
def test_who_is_called_reads_the_last_day_that_today_counts(cast, at, language, words, has_mail):
    told = evening(cast, candidates=1, entrepreneurs=1)
    (person,) = told.people
    person.phone, person.email = "+31612345678", "fatima@post.example" if has_mail else ""
    person.languages = [language]
    person.save()
    propose(cast, at, told)
    send(cast, at, told)
    (step,) = due_for(cast.own.actor(), at).steps
    with translation.override(language):
        day = date_format(step.call_by, "l j F")
    assert f"{words} {day}" in Message.objects.get(purpose="next_step").body


def test_every_mail_says_who_sends_it_why_and_what_is_known(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    organisation = cast.own.organisation
    assert Message.objects.count() == 3
    for message in Message.objects.all():
        foot = message.body.strip().splitlines()[-2:]
        assert f"van {organisation.name}, omdat u op de gastenlijst" in foot[0]
        assert organisation.email in foot[0]
        assert foot[1].endswith(f"/gegevens/{organisation.slug}/")


@pytest.mark.parametrize("ground", ["mutual", "host", "agreed"])
@pytest.mark.parametrize("is_timed", [True, False])
def test_a_text_message_about_a_talk_stays_within_two_segments(cast, at, settings, ground, is_timed):
    settings.BASE_URL = "https://werktop.rivierenland.example"
    told = evening(cast, candidates=2, entrepreneurs=1)
    for person in (*told.people, *told.partners):
        person.last_name, person.email, person.phone = "van den Boogaard-Vermeulen", "", "+31612345678"
        person.save()
    firm = told.partners[0].employer
    firm.name, firm.address = (
        "Timmerfabriek en Houthandel Rivierenland",
        "Burgemeester van Lith de Jeudelaan 112",
    )
    firm.save()
    if ground == "agreed":
        agree(told, told.guests[0], told.firms[0])
    else:
        click(told, told.guests[0], told.firms[0], source="host" if ground == "host" else "guest")
    if is_timed:
        give_hours(cast, at, told, told.partners[0])
    propose(cast, at, told)
    send(cast, at, told)
    commands.decline_talk(
        actor=cast.own.actor(),
        at=at + timedelta(hours=1),
        follow_up_id=FollowUp.objects.get().pk,
        said_by="candidate",
    )
    texts = list(Message.objects.filter(channel="sms"))
    assert {m.purpose for m in texts} == {"follow_up", "follow_up_ends", "next_step"}
    for text in texts:
        assert len(text.body.strip()) <= TWO_SEGMENTS, (len(text.body), text.body)
        assert set(text.body.strip()) <= GSM, set(text.body) - GSM
        assert cast.own.organisation.name in text.body


@pytest.mark.parametrize("has_moment", [True, False])
def test_whether_the_moment_suits_is_asked_only_where_there_is_one(cast, at, has_moment):
    told = evening(cast, candidates=1, entrepreneurs=1)
    if has_moment:
        give_hours(cast, at, told, told.partners[0])
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    said = Message.objects.filter(purpose="follow_up")
    assert said.count() == 2
    for message in said:
        assert ("Kan dit moment niet?" in message.body) == has_moment
        assert "toch niet? Zeg het hier." in message.body
