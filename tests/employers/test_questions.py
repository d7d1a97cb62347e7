"""A question of an employer: one contact person within one working day, and nobody's question is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.text import slugify
from tests import making

from werktop.audit.actors import NOBODY, system_for
from werktop.audit.erasure import ErasureReason
from werktop.audit.refusals import NotVisible
from werktop.candidates.commands import erase_candidate
from werktop.employers import commands, queries, turns
from werktop.employers.commands import asking
from werktop.employers.commands.questions import NobodyIsNamed, NothingIsSaid, QuestionIsClosed
from werktop.employers.models import EmployerQuestion, Joining
from werktop.employers.reaching import NobodyNamed, NobodyToCall, asker_in
from werktop.portal.pages import entrance
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WORDS = "Wij zoeken twee mensen. Wie kan ons helpen?"
ASKER = "Joris, Bakkerij Jansen, 06 1234 5678"


@pytest.mark.parametrize(
    ("line", "who", "email", "phone"),
    [
        (ASKER, "Joris, Bakkerij Jansen", "", "+31612345678"),
        ("Bakkerij Jansen tel: 0344-123456", "Bakkerij Jansen", "", "+31344123456"),
        ("Mail: joris@bakkerij.example, Joris", "Joris", "joris@bakkerij.example", ""),
        ("Joris <joris@Bakkerij.Example> 06-12345678", "Joris", "joris@bakkerij.example", "+31612345678"),
        ("Firma 24/7 Transport; +31 6 12345678", "Firma 24/7 Transport", "", "+31612345678"),
        ("+32 470 12 34 56 Luc uit België", "Luc uit België", "", "+32470123456"),
    ],
)
def test_who_asks_and_how_to_reach_them_stand_in_one_line(line, who, email, phone):
    found = asker_in(line)
    assert (found.who, found.email, found.phone) == (who, email, phone)


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("Bakkerij Jansen", NobodyToCall),
        ("06 12", NobodyToCall),
        ("a@b", NobodyToCall),
        ("0612345678", NobodyNamed),
    ],
)
def test_who_cannot_be_called_or_names_nobody_reads_what_is_missing(line, refusal):
    with pytest.raises(refusal):
        asker_in(line)


def test_a_question_is_due_at_the_end_of_the_next_working_day():
    friday = datetime(2026, 11, 27, 15, 0, tzinfo=turns.ZONE)
    assert turns.due_at(friday) == datetime(2026, 11, 30, 17, 0, tzinfo=turns.ZONE)
    christmas = datetime(2026, 12, 24, 23, 30, tzinfo=turns.ZONE)
    assert turns.due_at(christmas) == datetime(2026, 12, 28, 17, 0, tzinfo=turns.ZONE)
    # half past midnight in Tiel, still yesterday in UTC
    assert turns.due_at(datetime(2026, 11, 23, 23, 30, tzinfo=UTC)).date().day == 25


def test_in_turns_whoever_had_the_last_turn_longest_ago_is_next(at):
    mine, theirs, key = uuid4(), uuid4(), uuid4()
    assert turns.next_in_turn(key, [[mine, theirs]], {mine: at, theirs: at - timedelta(days=1)}) == theirs
    assert turns.next_in_turn(key, [[mine, theirs]], {theirs: at}) == mine, "who had none comes first"
    assert turns.next_in_turn(key, [[], [theirs]], {}) == theirs
    assert turns.next_in_turn(key, [[], []], {}) is None
    lots = {turns.next_in_turn(uuid4(), [[mine, theirs]], {}) for _ in range(40)}
    assert lots == {mine, theirs}, "between equals it is a lot"


@pytest.fixture
def address(cast):
    return reverse("portal:entrance", args=[slugify(cast.region.name)])


@pytest.fixture
def ask(cast, at):
    def do(words=WORDS, asker=ASKER, **facts):
        key = commands.ask_question(
            actor=NOBODY, at=at, key=uuid4(), region_id=cast.region.pk, words=words, asker=asker, **facts
        )
        return EmployerQuestion.objects.get(pk=key)

    return do


def test_an_employer_asks_in_two_fields_and_reads_who_calls_by_when(address, cast):
    visitor, key = Client(), str(uuid4())
    page = visitor.get(address).content.decode()
    assert page.count('<textarea name="words"') == 1 and page.count('name="asker"') == 1
    for _twice in range(2):
        answer = visitor.post(address, {"request_key": key, "words": WORDS, "asker": ASKER}, follow=True)
    assert "woensdag 25 november" in answer.content.decode()
    row = EmployerQuestion.objects.get()
    assert (row.who, row.phone, row.state) == ("Joris, Bakkerij Jansen", "+31612345678", "waiting")
    message = Message.objects.get()
    assert message.channel == "sms" and row.proposed_to.name in message.body and "25 november" in message.body


def test_nobody_sends_own_words_to_others_with_our_name_above_them(cast, ask, at, monkeypatch):
    text, evil = "Betaal via https://kwaad.example/{}", "Boete via kwaad.example, iemand@post.example"
    rows = [ask(text.format(turn), evil) for turn in range(5)]
    assert len(rows) == EmployerQuestion.objects.count() == 5, "each question is taken"
    sent = Message.objects.all()
    assert len(sent) == 3, "one address hears of three in an hour"
    commands.take_question(actor=cast.own.actor(), at=at, employer_question_id=rows[0].pk)
    for each in sent.all():
        assert "kwaad" not in each.to_name + each.subject + each.body and "Goedendag," in each.body
    monkeypatch.setattr(asking, "MOST_TEXTS_A_DAY", 1)
    for number in ("06 11111111", "06 22222222"):
        ask(asker=f"Joris, {number}")
    assert Message.objects.filter(channel="sms").count() == 1, "a day has so many text messages"


def test_what_cannot_be_read_keeps_what_was_typed_and_a_program_leaves_nothing(address, monkeypatch):
    visitor = Client()
    answer = visitor.post(address, {"request_key": str(uuid4()), "words": WORDS, "asker": "Bakkerij Jansen"})
    page = answer.content.decode()
    assert WORDS in page and "Schrijf er een telefoonnummer of een e-mailadres bij" in page
    typed = {"words": WORDS, "asker": ASKER}
    caught = visitor.post(address, {"request_key": str(uuid4()), "website": "http://x.example"} | typed)
    assert caught.status_code == 302 and not EmployerQuestion.objects.exists()
    monkeypatch.setattr(entrance, "MOST_AN_HOUR", 1)
    flooded = visitor.post(address, {"request_key": str(uuid4())} | typed)
    assert flooded.status_code == 429 and WORDS in flooded.content.decode()


def test_the_page_of_an_organisation_gives_the_question_to_a_colleague_there(cast, address):
    slug = cast.other.organisation.slug
    inside = f"{address}{slug}/"
    Client().post(inside, {"request_key": str(uuid4()), "words": WORDS, "asker": ASKER})
    row = EmployerQuestion.objects.get()
    assert row.organisation_id == cast.other.organisation.pk
    assert row.proposed_to in cast.other.colleagues.values()
    assert Client().get(f"{address}{cast.far.organisation.slug}/").status_code == 404
    assert Client().get(reverse("portal:entrance", args=["nergens"])).status_code == 404


def test_who_we_know_is_recognised_and_the_same_again_is_one_question(cast, ask):
    joris = making.entrepreneur(making.employer(cast.other), "Joris", phone="+31612345678")
    row = ask()
    assert (row.entrepreneur_id, row.employer_id) == (joris.pk, joris.employer_id)
    assert row.organisation_id == cast.other.organisation.pk, "who answers for the firm is thought of first"
    assert ask().pk == row.pk
    assert ask("Een andere vraag").pk != row.pk


def test_one_takes_it_and_the_other_reads_who(cast, ask, at):
    row, mine, theirs = ask(), cast.own.actor(), cast.other.actor()
    commands.take_question(actor=mine, at=at, employer_question_id=row.pk)
    commands.take_question(actor=mine, at=at, employer_question_id=row.pk)
    with pytest.raises(commands.AlreadyTaken, match=mine.name):
        commands.take_question(actor=theirs, at=at, employer_question_id=row.pk)
    told = Message.objects.get(purpose="contact_person")
    assert mine.name in told.body
    commands.let_go_of_question(actor=mine, at=at, employer_question_id=row.pk)
    commands.take_question(actor=theirs, at=at, employer_question_id=row.pk)
    row.refresh_from_db()
    assert (row.taken_by_id, row.organisation_id) == (theirs.id, cast.other.organisation.pk)
    with pytest.raises(NotVisible):
        commands.take_question(actor=cast.far.actor(), at=at, employer_question_id=row.pk)


def test_it_is_answered_or_passed_on_in_words_and_opened_again_with_its_history(cast, ask, at):
    row, mine = ask(), cast.own.actor()
    who = {"actor": mine, "at": at, "employer_question_id": row.pk}
    with pytest.raises(NothingIsSaid):
        commands.answer_question(**who, said=" ")
    commands.answer_question(**who, said="Ik kom maandag langs.")
    with pytest.raises(QuestionIsClosed):
        commands.answer_question(**who, said="Nog iets")
    later = at + timedelta(days=7)
    commands.reopen_question(**(who | {"at": later}))
    row.refresh_from_db()
    assert (row.state, row.taken_by_id, row.due_at) == ("taken", mine.id, turns.due_at(later))
    with pytest.raises(NobodyIsNamed):
        commands.pass_question_on(**who, passed_to="")
    commands.pass_question_on(**who, passed_to="Ondernemersloket", said="Over een vergunning")
    found = queries.earlier_of_question(queries.question_for(mine, row.pk))
    assert [each.said for each in found].count("Ik kom maandag langs.") == 2
    assert {each.by for each in found[:-1]} == {mine.name}


def test_what_a_colleague_heard_is_taken_by_that_colleague(cast, at):
    firm = making.employer(cast.other)
    key = commands.note_question(
        actor=cast.own.actor(), at=at, employer_id=firm.pk, words="Mag ik subsidie?", asker=ASKER
    )
    row = EmployerQuestion.objects.get(pk=key)
    assert (row.taken_by_id, row.way, row.employer_id) == (cast.own.actor().id, "heard", firm.pk)
    assert not Message.objects.exists(), "they spoke just now"


def test_today_has_it_for_who_calls_and_from_noon_for_all_of_the_region(cast, ask, at):
    row = ask(organisation_id=cast.own.organisation.pk)
    role = next(role for role, each in cast.own.colleagues.items() if each.pk == row.proposed_to_id)
    proposed, others = cast.own.actor(role), cast.other
    assert [each.pk for each in queries.questions_due(proposed, at, 9).mine] == [row.pk]
    assert queries.questions_due(others.actor(), at, 9).rows == 0
    noon = turns.half_at(row.due_at)
    assert queries.questions_due(others.actor(), noon - timedelta(minutes=1), 9).rows == 0
    assert [each.pk for each in queries.questions_due(others.actor(), noon, 9).nobodys] == [row.pk]
    assert queries.questions_due(cast.far.actor(), noon, 9).rows == 0
    commands.take_question(actor=others.actor(), at=noon, employer_question_id=row.pk)
    assert queries.questions_due(proposed, noon, 9).rows == 0
    assert [each.pk for each in queries.questions_due(others.actor(), noon, 9).mine] == [row.pk]


def test_the_list_finds_what_is_late_mine_or_said(cast, ask, at):
    late, other = ask(), ask("Iets anders", "Karim, 0344 123456")
    EmployerQuestion.objects.filter(pk=late.pk).update(due_at=at - timedelta(hours=1))
    commands.take_question(actor=cast.own.actor(), at=at, employer_question_id=other.pk)
    viewer, of = cast.own.actor(), queries.QuestionFilters

    def found(**asked):
        return [row.pk for row in queries.found_questions(viewer, of(**asked), at)]

    assert found() == [late.pk, other.pk]
    assert found(state="late") == [late.pk]
    assert other.pk in found(whose="mine") and found(whose="nobody") == [late.pk]
    assert found(words="karim") == [other.pk] == found(words="anders")


def test_the_page_takes_and_answers_and_a_refusal_keeps_what_was_typed(cast, ask, log_in):
    row, client = ask(), log_in(cast.own.account())
    address = reverse("employers:question", args=[row.pk])
    assert WORDS in client.get(address).content.decode()
    client.post(address, {"request_key": str(uuid4()), "do": "take"})
    empty = client.post(address, {"request_key": str(uuid4()), "do": "pass_on", "said": "Zij bellen morgen"})
    assert (
        "Schrijf aan wie je het doorgaf" in empty.content.decode()
        and "Zij bellen morgen" in empty.content.decode()
    )
    client.post(address, {"request_key": str(uuid4()), "do": "answer", "said": "Ik bel terug."})
    row.refresh_from_db()
    assert (row.state, row.said) == ("answered", "Ik bel terug.")


def test_with_the_entrepreneur_goes_the_question_and_its_messages(cast, ask, at):
    joris = making.entrepreneur(making.employer(cast.own), "Joris", phone="+31612345678")
    ask()
    assert Message.objects.filter(to_kind="asker").exists()
    commands.erase_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=joris.pk, reason=ErasureReason.ASKED.value
    )
    assert not EmployerQuestion.objects.exists() and not Message.objects.exists()
    assert not EmployerQuestion.pgh_event_model.objects.exists()


def test_with_the_entrepreneur_goes_what_was_asked_at_the_same_address_and_nothing_of_a_colleague(
    cast, ask, at
):
    firm = making.employer(cast.own)
    mine = ask("Wie helpt?", "Jo, jo@zwart.example")
    named = ask("Nog iets?", "Joris Zwartkops, 0344 123456")
    theirs = ask("Hoe dan?", "Karim, info@zwart.example")
    joris = making.entrepreneur(firm, "Joris", last_name="Zwartkops", email="jo@zwart.example")
    commands.change_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=joris.pk, email="info@zwart.example"
    )
    making.entrepreneur(firm, "Karim", email="info@zwart.example")
    for row in (mine, named, theirs):
        commands.link_question(
            actor=cast.own.actor(), at=at, employer_question_id=row.pk, employer_id=firm.pk
        )
    commands.erase_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=joris.pk, reason=ErasureReason.ASKED.value
    )
    assert EmployerQuestion.objects.get().pk == theirs.pk
    assert set(EmployerQuestion.pgh_event_model.objects.values_list("pgh_obj_id", flat=True)) == {theirs.pk}
    assert not Message.objects.filter(to_address="jo@zwart.example").exists()


def test_a_name_that_is_erased_goes_from_questions_too(cast, ask, at):
    fatima = making.candidate(cast.own, "Fatima", last_name="Zonnebloem")
    row = ask("Hoe gaat het met Fatima Zonnebloem?")
    commands.take_question(actor=cast.own.actor(), at=at, employer_question_id=row.pk)
    erase_candidate(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, reason=ErasureReason.ASKED.value)
    row.refresh_from_db()
    assert "Zonnebloem" not in row.words and row.taken_by_id is not None
    history = EmployerQuestion.pgh_event_model.objects.values_list("words", flat=True)
    assert not [words for words in history if "Zonnebloem" in words]


def test_a_question_of_a_firm_that_never_joined_goes_after_its_term(cast, at):
    firm, joined = making.employer(cast.own), making.employer(cast.own, "Wel")
    for each in (firm, joined):
        commands.note_question(actor=cast.own.actor(), at=at, employer_id=each.pk, words=WORDS, asker=ASKER)
    Joining.objects.filter(employer=firm).delete()
    Joining.objects.get_or_create(employer=joined, defaults={"joined_date": at.date()})
    system = system_for(cast.own.organisation.pk, cast.region.pk)
    commands.forget_questions(actor=system, at=at + timedelta(days=800))
    assert EmployerQuestion.objects.get().employer == joined


def test_a_press_that_names_no_firm_unties_nothing(cast, ask, at, log_in):
    firm, row = making.employer(cast.own), ask()
    commands.link_question(actor=cast.own.actor(), at=at, employer_question_id=row.pk, employer_id=firm.pk)
    page = reverse("employers:question", args=[row.pk])
    log_in(cast.own.account()).post(page, {"request_key": str(uuid4()), "do": "link", "employer_id": "onzin"})
    row.refresh_from_db()
    assert row.employer == firm
