"""What somebody asks help with: noted in the own words, with an owner and a day, and brought to an end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.help_requests.asking import TODAY, WORDS, asked, handed
from tests.whole.erasing import tables_that_hold

from werktop.accounts.queries import actor_of
from werktop.accounts.standing_in import as_the_absent
from werktop.audit.actors import Actor
from werktop.audit.models import PersonalView
from werktop.audit.refusals import NotVisible
from werktop.candidates import commands as candidates
from werktop.candidates.commands import NamesADiagnosis
from werktop.help_requests import commands, queries
from werktop.help_requests.models import HandOver, HelpRequest
from werktop.help_requests.queries.all_kept import all_kept_of_help
from werktop.help_requests.refusals import IsClosed, NoOwner, NothingAsked, ReasonIsMissing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, assigned_to=cast.own.account())


def page_of(candidate) -> str:
    return reverse("candidates:candidate", args=[candidate.pk])


def test_a_help_request_is_noted_from_the_page_in_one_step_and_stands_there_and_on_today(
    client, cast, fatima
):
    new = reverse("help_requests:new_help_request", args=[fatima.pk])
    assert new in client.get(page_of(fatima)).content.decode()
    shown = client.get(new).content.decode()
    assert "2026-12-01" in shown, "a week from now, where nobody chooses otherwise"
    answers = {"words": WORDS, "topic": "money", "due_date": "2026-11-24", "owner_id": cast.own.account().pk}
    answer = client.post(new, {"request_key": uuid4(), **answers})
    assert (answer.status_code, answer["Location"]) == (302, page_of(fatima))
    page = text_of(client.get(page_of(fatima)))
    assert page.count(WORDS) == 2, "as it is asked, and in the story"
    today = text_of(client.get("/"))
    assert WORDS in today and "1 mens rekent vandaag op je" in today


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"words": "  "}, NothingAsked),
        ({"words": "Kan niet lezen, laaggeletterd"}, NamesADiagnosis),
        ({"owner_id": uuid4()}, NoOwner),
    ],
)
def test_what_is_no_question_is_refused_in_words(cast, fatima, facts, refusal):
    with pytest.raises(refusal):
        asked(cast.own, fatima, **facts)


def test_a_refused_question_keeps_what_was_typed(client, cast, fatima):
    new = reverse("help_requests:new_help_request", args=[fatima.pk])
    typed = {
        "words": "Heeft autisme",
        "topic": "money",
        "due_date": "2026-11-27",
        "owner_id": cast.own.account().pk,
    }
    assert '<option value="other" selected>' in client.get(new).content.decode(), "not money unless chosen"
    page = client.post(new, {"request_key": uuid4(), **typed}).content.decode()
    assert '<option value="money" selected>' in page
    assert "Heeft autisme" in page and "Schrijf wat helpt of wat iemand vraagt" in page
    assert not HelpRequest.objects.exists()


def test_it_runs_is_done_and_can_be_opened_again(client, cast, fatima):
    row = asked(cast.own, fatima)
    move = reverse("help_requests:move_help_request", args=[row.pk])
    for to, state in (("start", "running"), ("done", "done"), ("done", "done"), ("reopen", "asked")):
        assert client.post(move, {"request_key": uuid4(), "to": to}).status_code == 302
        row.refresh_from_db()
        assert row.state == state
    refused = client.post(move, {"request_key": uuid4(), "to": "end", "reason": " "})
    assert refused.status_code == 409 and str(ReasonIsMissing.text) in refused.content.decode()
    client.post(move, {"request_key": uuid4(), "to": "end", "reason": "lost het zelf op"})
    row.refresh_from_db()
    assert (row.state, row.reason) == ("ended", "lost het zelf op")
    assert "Hulpvraag gestopt" in text_of(client.get(page_of(fatima)))
    with pytest.raises(IsClosed):
        commands.start_help(actor=cast.own.actor(), at=making.MOMENT, help_request_id=row.pk)


def test_of_two_open_forms_the_last_does_not_win_in_silence(client, cast, fatima):
    row = asked(cast.own, fatima)
    address = reverse("help_requests:help_request", args=[row.pk])
    version = queries.help_request_version(row)
    answers = {
        "words": WORDS,
        "topic": "housing",
        "due_date": "2026-11-30",
        "owner_id": cast.own.account().pk,
    }
    assert client.post(address, {"request_key": uuid4(), "version": version, **answers}).status_code == 302
    late = client.post(address, {"request_key": uuid4(), "version": version, **answers | {"topic": "care"}})
    assert late.status_code == 409
    row.refresh_from_db()
    assert row.topic == "housing"


def test_it_was_a_mistake_and_goes_with_its_history_and_its_messages(client, cast, fatima):
    row = asked(cast.own, fatima, words="Vergissinkje: wie belt de bank?")
    handed(cast.own, row, words="Vergissinkje aan Petra")
    client.post(reverse("help_requests:take_back_help_request", args=[row.pk]), {"request_key": uuid4()})
    assert tables_that_hold("Vergissinkje", "petra@hulp.example") == []


class TestWhoSeesIt:
    """Who works with the person, or nobody does; and the owner."""

    @pytest.fixture
    def beside(self, cast):
        return making.colleague_beside(cast.own)

    @pytest.fixture
    def row(self, cast, fatima):
        type(fatima).objects.filter(pk=fatima.pk).update(assigned_to=cast.own.account())
        return asked(cast.own, fatima)

    def test_a_colleague_who_does_not_work_with_the_person_reads_nothing_of_it(
        self, log_in, beside, row, fatima
    ):
        client = log_in(beside)
        page = client.get(page_of(fatima)).content.decode()
        assert WORDS not in page
        for name in ("help_request", "hand_over"):
            assert client.get(reverse(f"help_requests:{name}", args=[row.pk])).status_code == 404
        post = {"request_key": uuid4(), "to": "done"}
        assert client.post(reverse("help_requests:move_help_request", args=[row.pk]), post).status_code == 404
        assert WORDS not in client.get(reverse("help_requests:help_requests") + "?whose=all").content.decode()

    def test_the_owner_does_also_where_another_works_with_the_person(self, cast, at, log_in, beside, row):
        commands.change_help_request(
            actor=cast.own.actor(), at=at, help_request_id=row.pk, topic="money", words=WORDS, due_date=TODAY,
            owner_id=beside.pk,
        )  # fmt: skip
        assert WORDS in log_in(beside).get("/").content.decode()

    def test_another_organisation_finds_nothing(self, cast, at, row):
        for house in (cast.other, cast.far, cast.private):
            with pytest.raises(NotVisible):
                queries.help_request_for(house.actor(), row.pk, at)
            assert not queries.help_due(house.actor(), at, 12).due

    def test_every_look_at_it_is_in_the_log(self, client, row, fatima):
        for name, args in (("help_request", [row.pk]), ("hand_over", [row.pk]), ("help_requests", [])):
            PersonalView.objects.all().delete()
            client.get(reverse(f"help_requests:{name}", args=args))
            assert str(fatima.pk) in PersonalView.objects.get().about_ids, name


def test_the_list_is_searched_narrowed_and_has_an_empty_state(client, cast, fatima):
    address = reverse("help_requests:help_requests")
    assert "Er staat geen hulpvraag open" in text_of(client.get(address))
    asked(cast.own, fatima)
    asked(cast.own, making.candidate(cast.own, "Kees"), words="Waar vind ik een huis?", topic="housing")
    done = asked(cast.own, fatima, words="Dit is al klaar")
    commands.finish_help(actor=cast.own.actor(), at=making.MOMENT, help_request_id=done.pk)
    for query, found in (
        ("", (True, True, False)),
        ("?topic=housing", (False, True, False)),
        ("?q=Kees", (False, True, False)),
        ("?q=brieven", (True, False, False)),
        ("?state=closed", (False, False, True)),
        ("?state=waiting", (False, False, False)),
    ):
        page = text_of(client.get(address + query))
        assert tuple(words in page for words in (WORDS, "Waar vind ik", "Dit is al klaar")) == found, query


def test_help_requests_go_along_to_another_colleague_and_back(cast, at, fatima):
    mine, bas = cast.own.account(), making.colleague_beside(cast.own)
    type(fatima).objects.filter(pk=fatima.pk).update(assigned_to=mine)
    row, closed = asked(cast.own, fatima), asked(cast.own, fatima, words="Klaar")
    commands.finish_help(actor=cast.own.actor(), at=at, help_request_id=closed.pk)
    moved = candidates.hand_over_candidates(
        actor=cast.own.actor(), at=at, from_id=mine.pk, to_id=bas.pk, candidate_ids=[fatima.pk]
    )
    assert HelpRequest.objects.get(pk=row.pk).owner_id == bas.pk
    assert HelpRequest.objects.get(pk=closed.pk).owner_id == mine.pk
    candidates.take_back_hand_over(
        actor=cast.own.actor(), at=at, from_id=bas.pk, to_id=mine.pk, candidate_ids=moved
    )
    assert HelpRequest.objects.get(pk=row.pk).owner_id == mine.pk


def test_who_stops_asks_nothing_more_and_who_is_erased_leaves_nothing(cast, at, client, fatima):
    row = asked(cast.own, fatima)
    given = handed(cast.own, row)
    assert WORDS in client.get(reverse("candidates:leave_candidate", args=[fatima.pk])).content.decode()
    candidates.note_left(actor=cast.own.actor(), at=at, candidate_id=fatima.pk)
    row.refresh_from_db()
    assert (row.state, row.reason) == ("ended", "kandidaat stopte")
    assert HandOver.objects.get(pk=given.pk).state == "withdrawn"
    candidates.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, reason="asked")
    assert tables_that_hold(WORDS, "petra@hulp.example", "Kijk samen naar de brieven") == []


def test_all_of_it_stands_on_the_paper_for_the_person(cast, at, client, fatima):
    row = asked(cast.own, fatima)
    handed(cast.own, row)
    page = text_of(client.get(reverse("privacy:kept_of_candidate", args=[fatima.pk])))
    for words in (
        WORDS,
        "Petra Zand, schuldhulp Tiel",
        "Kijk samen naar de brieven.",
        "u vond dit goed op 24 november 2026",
    ):
        assert words in page, words


def test_today_counts_what_does_not_stand_there(cast, at, client, fatima):
    for number in range(14):
        asked(cast.own, fatima, words=f"Vraag {number}?", due_date=TODAY - timedelta(days=1))
    page = text_of(client.get("/"))
    assert "Nog 2 hulpvragen van vandaag of eerder" in page


def test_the_person_reads_all_of_it_after_a_strong_login_and_nobody_else_s(cast, at, fatima):
    asked(cast.own, fatima)
    own = {"kind": "candidate", "organisation_id": cast.own.organisation.pk}
    strong = frozenset(["own", "own_strong"])
    (part, *_rest) = all_kept_of_help(Actor(id=fatima.pk, capabilities=strong, **own), fatima, at)
    assert WORDS in part.rows[0][1]
    kees = making.candidate(cast.own, "Kees")
    for actor in (
        Actor(id=fatima.pk, capabilities=frozenset(["own"]), **own),
        Actor(id=kees.pk, capabilities=strong, **own),
        cast.other.actor(),
    ):
        assert all_kept_of_help(actor, fatima, at) == []


def test_who_made_oneself_the_stand_in_reads_what_the_other_sees_to_with_a_reason_alone(cast, at, fatima):
    yara = cast.own.account()
    row = asked(cast.own, fatima)
    named = replace(actor_of(making.colleague_beside(cast.own), cast.own.organisation.pk), acts_for=yara.pk)
    oneself = replace(named, is_self_set=True)
    for viewer, is_seen in ((named, True), (oneself, False)):
        due = queries.help_due(as_the_absent(viewer), at, 12).due
        listed = queries.found_help_requests(viewer, queries.HelpFilters())
        assert [list(due), list(listed)] == [[row] if is_seen else []] * 2
    start = {"actor": oneself, "at": at, "help_request_id": row.pk}
    with pytest.raises(NotVisible):
        commands.start_help(**start)
    candidates.open_needs(actor=oneself, at=at, candidate_id=fatima.pk, reason="Yara is ziek")
    assert queries.help_request_for(oneself, row.pk, at) == row
    assert not queries.found_help_requests(oneself, queries.HelpFilters()), "no list opens with a reason"
    with pytest.raises(NotVisible):
        queries.help_request_for(oneself, row.pk, at + timedelta(days=1))
    commands.start_help(**start)
    own = asked(cast.own, fatima, actor=named, owner_id=named.id)
    assert list(queries.found_help_requests(oneself, queries.HelpFilters())) == [own]
