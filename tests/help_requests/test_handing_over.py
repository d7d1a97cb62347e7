"""A warm hand-over: to somebody by name, who confirms with one tap; until then it stays with the sender."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.help_requests.asking import PETRA, TODAY, WORDS, asked, handed, link_in

from werktop.accounts.models import Account, Membership
from werktop.accounts.queries import actor_of as as_one
from werktop.accounts.roles import Role
from werktop.audit.models import Entry, PersonalView
from werktop.audit.refusals import NotVisible
from werktop.help_requests import commands
from werktop.help_requests.models import HandOver, HelpRequest
from werktop.help_requests.queries.visible import hand_overs_received_by, received_hand_over_for
from werktop.help_requests.refusals import (
    ConsentIsMissing,
    ConsentIsToCome,
    IsAnswered,
    IsWithSomebody,
    NobodyToAsk,
    TwoReceivers,
)
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FILE = {"own_words": "Kenmerkwoorden", "email": "kenmerk@post.example", "day_note": "Kenmerknoot"}


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def row(cast):
    return asked(cast.own, making.candidate(cast.own, last_name="Kenmerknaam", **FILE))


@pytest.fixture
def opened(cast, row, carry_post):
    """What was handed to Petra, and the link in her mail."""
    given = handed(cast.own, row)
    (mail,) = carry_post()
    return given, link_in(mail), mail


def answer(link, **said):
    return Client().post(link, {"request_key": uuid4(), **said})


def test_the_mail_names_nobody_and_the_page_shows_only_what_was_written_for_it(opened, row):
    given, link, mail = opened
    assert mail.to == ["petra@hulp.example"] or "petra@hulp.example" in mail.to[0]
    for words in ("Fatima", "Kenmerk", WORDS, given.words):
        assert words not in mail.subject + mail.body
    page = Client().get(link).content.decode()
    assert given.words in page and given.reach in page and "Ja, ik help" in page
    assert "Kenmerk" not in page and WORDS not in page, "nothing else of the file"
    view = PersonalView.objects.get(page="help_requests:answer_hand_over")
    assert (view.actor_kind, view.actor_id) == ("professional", given.pk)
    assert str(row.candidate_id) in view.about_ids
    assert HandOver.objects.get().state == "waiting", "a scanner that opens the link answers nothing"


def test_the_mail_to_somebody_elsewhere_opens_in_the_demo_mailbox(cast, row, walk):
    handed(cast.own, row)
    walker = walk(cast.own.account())
    assert "Petra Zand" in walker.open(reverse("post:mailbox")).words
    mail = walker.follow("Petra Zand").words
    assert "Wilt u iemand helpen?" in mail and "een medewerker daar vraagt of u iemand wilt helpen" in mail
    assert "gastenlijst" not in mail


def test_one_tap_says_yes_and_both_read_it(client, opened, row):
    given, link, _mail = opened
    assert answer(link, answer="yes").status_code == 302
    assert "U helpt. Dank u wel." in Client().get(link).content.decode()
    row.refresh_from_db()
    assert (row.state, HandOver.objects.get().state) == ("running", "accepted")
    page = text_of(client.get(reverse("help_requests:help_request", args=[row.pk])))
    assert "overgenomen" in page and "kandidaat zei ja op 24 november, in een gesprek" in page
    story = text_of(client.get(reverse("candidates:candidate", args=[row.candidate_id])))
    assert "Petra Zand, schuldhulp Tiel helpt" in story
    entry = Entry.objects.get(verb="help_requests.answer_hand_over")
    assert (entry.actor_kind, entry.about_id, entry.detail) == (
        "professional",
        given.pk,
        {"link": "hand_over"},
    )
    assert answer(link, answer="yes").status_code == 302, "the same again changes nothing"


def test_no_needs_a_sentence_comes_back_to_the_sender_and_closes_what_was_written(client, opened, row):
    given, link, _mail = opened
    refused = answer(link, answer="no", why=" ")
    assert refused.status_code == 409 and "Schrijf in één zin waarom" in refused.content.decode()
    assert answer(link, answer="no", why="Wij zitten vol tot januari").status_code == 302
    page = Client().get(link).content.decode()
    assert given.words not in page and given.reach not in page and "Meer is niet nodig" in page
    today = text_of(client.get("/"))
    assert "Petra Zand kan niet helpen: Wij zitten vol tot januari" in today
    assert answer(link, answer="yes").status_code == 409
    client.post(reverse("help_requests:note_answer_read", args=[given.pk]), {"request_key": uuid4()})
    assert "Wij zitten vol" not in text_of(client.get("/"))
    assert Client().get(link).status_code == 410
    assert HelpRequest.objects.get().state == "asked"
    handed(making.House(row.organisation, {Role.RELATIONSHIP_MANAGER: row.owner}), row)


def test_withdrawn_and_done_close_the_link_and_what_waits_does_not_leave(cast, at, client, row, carry_post):
    given = handed(cast.own, row)
    message = Message.objects.get(about_id=given.pk)
    client.post(reverse("help_requests:withdraw_hand_over", args=[given.pk]), {"request_key": uuid4()})
    message.refresh_from_db()
    assert message.status == "withdrawn" and carry_post() == []
    handed(cast.own, row)
    (mail,) = carry_post()
    link = link_in(mail)
    answer(link, answer="yes")
    commands.finish_help(actor=cast.own.actor(), at=at, help_request_id=row.pk)
    assert Client().get(link).status_code == 410


def test_until_it_is_answered_it_stays_with_the_sender_and_after_three_days_on_today(
    cast, at, clock, client, row
):
    type(row).objects.update(due_date=TODAY + timedelta(days=30))
    handed(cast.own, row)
    assert "antwoordde nog niet" not in text_of(client.get("/"))
    clock.set(at + timedelta(days=3))
    today = text_of(client.get("/"))
    assert "Petra Zand antwoordde nog niet sinds dinsdag 24 november" in today
    assert "1 mens rekent vandaag op je" in today
    assert HelpRequest.objects.get().owner_id == cast.own.account().pk


class TestToAColleague:
    def test_of_the_own_organisation_who_takes_it_over_sees_to_it(self, cast, log_in, row, carry_post):
        bas = making.colleague_beside(cast.own)
        type(row.candidate).objects.update(assigned_to=cast.own.account())
        given = handed(cast.own, row, to_account_id=bas.pk)
        client, address = log_in(bas), reverse("help_requests:received", args=[given.pk])
        assert address in client.get("/").content.decode()
        assert given.words in client.get(address).content.decode()
        assert client.get(reverse("help_requests:help_request", args=[row.pk])).status_code == 404
        client.post(address, {"request_key": uuid4(), "answer": "yes"})
        row.refresh_from_db()
        assert (row.owner_id, row.state) == (bas.pk, "running")
        assert address not in client.get("/").content.decode()
        (mail,) = carry_post()
        assert Client().get(link_in(mail)).status_code == 200

    def test_of_another_organisation_reads_what_was_written_and_nothing_of_the_file(self, cast, log_in, row):
        given = handed(cast.own, row, to_account_id=cast.other.account().pk)
        client, address = log_in(cast.other.account()), reverse("help_requests:received", args=[given.pk])
        page = client.get(address).content.decode()
        assert given.words in page and "Kenmerk" not in page and WORDS not in page
        assert "Kenmerk" not in client.get("/").content.decode()
        for name in ("help_request", "hand_over"):
            assert client.get(reverse(f"help_requests:{name}", args=[row.pk])).status_code == 404
        assert client.get(reverse("candidates:candidate", args=[row.candidate_id])).status_code == 404
        client.post(address, {"request_key": uuid4(), "answer": "yes"})
        row.refresh_from_db()
        assert (row.owner_id, row.state) == (cast.own.account().pk, "running")
        view = PersonalView.objects.filter(page="help_requests:received").first()
        assert view.about_organisation_id == cast.own.organisation.pk, "the own organisation reads who looked"
        commands.withdraw_hand_over(actor=cast.own.actor(), at=making.MOMENT, hand_over_id=given.pk)
        assert client.get(address).status_code == 404

    def test_it_is_nobody_elses(self, cast, log_in, row):
        given = handed(cast.own, row, to_account_id=cast.other.account().pk)
        address = reverse("help_requests:received", args=[given.pk])
        for house in (cast.far, cast.private):
            assert log_in(house.account()).get(address).status_code in (403, 404)
        beside = making.colleague_beside(cast.other)
        assert log_in(beside).get(address).status_code == 404
        # who handed it over reads it too, and does not answer it
        client = log_in(cast.own.account())
        assert client.get(address).status_code == 200
        assert client.post(address, {"request_key": uuid4(), "answer": "yes"}).status_code == 409

    @pytest.mark.parametrize("left", [Membership, Account])
    def test_who_does_not_work_there_any_more_opens_it_no_more(self, cast, row, carry_post, left):
        receiver = cast.other.account()
        handed(cast.own, row, to_account_id=receiver.pk)
        (mail,) = carry_post()
        assert Client().get(link_in(mail)).status_code == 200
        theirs = {"account": receiver} if left is Membership else {"pk": receiver.pk}
        left.objects.filter(**theirs).update(is_active=False)
        assert Client().get(link_in(mail)).status_code == 404
        assert answer(link_in(mail), answer="yes").status_code == 404

    def test_who_stands_in_at_one_organisation_reads_nothing_that_was_asked_at_another(self, cast, at, row):
        receiver, beside = cast.other.account(), making.colleague_beside(cast.own)
        Membership.objects.create(
            account=receiver, organisation=cast.own.organisation, role=Role.RELATIONSHIP_MANAGER
        )
        given = handed(cast.own, row, to_account_id=receiver.pk)
        HandOver.objects.update(to_organisation=cast.other.organisation)
        for viewer in (
            replace(as_one(beside, cast.own.organisation.pk), acts_for=receiver.pk),
            as_one(receiver, cast.own.organisation.pk),
        ):
            assert not hand_overs_received_by(viewer).exists()
            with pytest.raises(NotVisible):
                received_hand_over_for(viewer, given.pk)
        there = as_one(receiver, cast.other.organisation.pk)
        assert received_hand_over_for(there, given.pk).pk == given.pk


class TestTakenOverFromAnotherOrganisation:
    """Who said yes keeps it until it is done, and who asked reads that."""

    @pytest.fixture
    def taken(self, cast, at, row):
        given = handed(cast.own, row, to_account_id=cast.other.account().pk)
        commands.answer_hand_over(actor=cast.other.actor(), at=at, hand_over_id=given.pk, is_accepted=True)
        return given

    def test_it_stands_on_today_and_in_a_list_with_what_was_written_for_it_and_no_more(
        self, cast, log_in, row, taken
    ):
        client, address = log_in(cast.other.account()), reverse("help_requests:help_requests")
        assert f"{address}?whose=taken" in client.get("/").content.decode()
        page = client.get(address, {"whose": "taken"}).content.decode()
        for words in (taken.words, taken.reach, cast.own.organisation.name, "overgenomen"):
            assert words in page
        assert reverse("help_requests:received", args=[taken.pk]) in page
        assert "Kenmerk" not in page and WORDS not in page and "geldzaken" not in page
        view = PersonalView.objects.get(page="help_requests:help_requests", about_ids=[str(row.candidate_id)])
        assert view.about_organisation_id == cast.own.organisation.pk
        for asked_for, is_found in (("fatima", True), ("Kenmerknaam", False), (WORDS, False)):
            found = client.get(address, {"whose": "taken", "q": asked_for}).content.decode()
            assert (taken.words in found) is is_found
        # it is the list of who said yes alone, and not of who asked or of a colleague
        for account in (cast.own.account(), making.colleague_beside(cast.other)):
            assert taken.words not in log_in(account).get(address, {"whose": "taken"}).content.decode()
        commands.withdraw_hand_over(actor=cast.own.actor(), at=making.MOMENT, hand_over_id=taken.pk)
        assert taken.words not in client.get(address, {"whose": "taken"}).content.decode()
        assert f"{address}?whose=taken" not in client.get("/").content.decode()

    def test_done_with_a_line_ends_it_for_who_helped_and_who_asked_reads_the_line(
        self, cast, log_in, client, row, taken
    ):
        helper, address = log_in(cast.other.account()), reverse("help_requests:received", args=[taken.pk])
        done = {"answer": "done", "done_words": "De brieven liggen op volgorde"}
        refused = helper.post(address, {"request_key": uuid4(), **done, "done_words": "Hij heeft adhd"})
        assert refused.status_code == 409 and "Hij heeft adhd" in refused.content.decode()
        assert helper.post(address, {"request_key": uuid4(), **done}).status_code == 302
        page = helper.get(address).content.decode()
        assert "Je rondde dit af" in page and taken.reach not in page and taken.words not in page
        listed = reverse("help_requests:help_requests")
        assert taken.reach not in helper.get(listed, {"whose": "taken"}).content.decode()
        closed = helper.get(listed, {"whose": "taken", "state": "closed"}).content.decode()
        assert done["done_words"] in closed and taken.reach not in closed
        said = f"{taken.to_name} rondde de hulp af: {done['done_words']}"
        assert said in text_of(client.get("/"))
        shown = text_of(client.get(reverse("help_requests:help_request", args=[row.pk])))
        assert done["done_words"] in shown and "Draag over" in shown
        story = text_of(client.get(reverse("candidates:candidate", args=[row.candidate_id])))
        assert f"rondde de hulp af: {done['done_words']}" in story
        row.refresh_from_db()
        assert row.state == "running", "who asked closes it"
        # not after all, until who asked has read it
        assert helper.post(address, {"request_key": uuid4(), "answer": "again"}).status_code == 302
        assert taken.words in helper.get(listed, {"whose": "taken"}).content.decode()
        assert said not in text_of(client.get("/"))
        helper.post(address, {"request_key": uuid4(), "answer": "done"})
        assert f"{taken.to_name} rondde de hulp af" in text_of(client.get("/"))
        client.post(reverse("help_requests:note_answer_read", args=[taken.pk]), {"request_key": uuid4()})
        assert f"{taken.to_name} rondde de hulp af" not in text_of(client.get("/"))
        assert helper.post(address, {"request_key": uuid4(), "answer": "again"}).status_code == 409

    def test_who_has_only_the_link_says_so_there_and_a_waiting_question_cannot_be_done(self, opened):
        given, link, _mail = opened
        assert answer(link, answer="done").status_code == 409
        answer(link, answer="yes")
        assert "Bent u klaar?" in Client().get(link).content.decode()
        assert answer(link, answer="done", done_words="Klaar").status_code == 302
        page = Client().get(link).content.decode()
        assert "U rondde dit af" in page and given.words not in page
        row = HandOver.objects.get()
        assert (row.state, row.done_words) == ("done", "Klaar")


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"consent_date": None}, ConsentIsMissing),
        ({"consent_how": ""}, ConsentIsMissing),
        ({"consent_date": TODAY + timedelta(days=1)}, ConsentIsToCome),
        ({"to_email": "geen adres"}, NobodyToAsk),
        ({"to_name": ""}, NobodyToAsk),
        ({"to_account_id": uuid4()}, NobodyToAsk),
    ],
)
def test_without_a_receiver_or_a_yes_of_the_candidate_nothing_goes_out(cast, row, facts, refusal):
    with pytest.raises(refusal):
        handed(cast.own, row, **facts)
    assert not HandOver.objects.exists() and not Message.objects.exists()


@pytest.mark.parametrize(
    ("to", "says"),
    [
        ({}, ["Kies een collega, of vul een naam en een e-mailadres in"]),
        ({"to_name": "Petra"}, ["Kies een collega, of vul een naam en een e-mailadres in"]),
        (PETRA | {"to_email": "geen adres"}, ["e-mailadres"]),
        (PETRA | {"consent_date": TODAY + timedelta(days=1)}, ["Deze dag moet nog komen"]),
    ],
)
def test_all_that_is_wrong_with_a_hand_over_is_said_at_once_and_what_was_typed_stays(client, row, to, says):
    url = reverse("help_requests:hand_over", args=[row.pk])
    typed = {"request_key": str(uuid4()), "reach": "", "words": "Kijk samen naar de brieven."} | to
    shown = text_of(client.post(url, typed))
    for words in (*says, "Schrijf wie het is", "Vraag de kandidaat eerst of het goed is"):
        assert words in shown
    assert "Kijk samen naar de brieven." in shown and not HandOver.objects.exists()


def test_it_goes_to_one_at_a_time(cast, at, row):
    with pytest.raises(TwoReceivers):
        handed(cast.own, row, to_account_id=cast.other.account().pk, **PETRA)
    given = handed(cast.own, row)
    with pytest.raises(IsWithSomebody):
        handed(cast.own, row)
    commands.withdraw_hand_over(actor=cast.own.actor(), at=at, hand_over_id=given.pk)
    again = handed(cast.own, row, to_account_id=cast.other.account().pk)
    receiver = cast.other.actor()
    commands.answer_hand_over(actor=receiver, at=at, hand_over_id=again.pk, is_accepted=True)
    with pytest.raises(IsAnswered):
        commands.answer_hand_over(
            actor=receiver, at=at, hand_over_id=again.pk, is_accepted=False, answer="toch niet"
        )


def test_the_form_starts_with_name_number_and_how_contact_goes_well_and_keeps_what_was_typed(client, row):
    type(row.candidate).objects.update(phone="+31612345678", adjusted_ways=["together"])
    address = reverse("help_requests:hand_over", args=[row.pk])
    page = client.get(address).content.decode()
    assert "Fatima Kenmerknaam, 06 12345678. bellen, en een brief samen lezen" in page
    typed = {
        **PETRA,
        "to_email": "",
        "reach": "Fatima",
        "words": "Kijk mee",
        "consent_how": "call",
        "consent_date": "2026-11-24",
    }
    answer = client.post(address, {"request_key": uuid4(), **typed})
    assert "Petra Zand" in answer.content.decode() and "Kijk mee" in answer.content.decode()
    assert not HandOver.objects.exists()
    assert (
        client.post(address, {"request_key": uuid4(), **typed, "to_email": PETRA["to_email"]}).status_code
        == 302
    )
    assert HandOver.objects.get().reach == "Fatima"


def test_nobody_of_the_house_finds_the_link_in_the_outbox(cast, client, row):
    handed(cast.own, row)
    page = client.get(reverse("post:outbox")).content.decode()
    assert "petra@hulp.example" not in page and "/hulp/" not in page
