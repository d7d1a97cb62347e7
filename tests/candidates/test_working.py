"""What is guarded of a person is read by who works with that person; a colleague says why first, and that is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.accounts import queries as accounts
from werktop.audit.models import Entry
from werktop.audit.refusals import NotVisible
from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import (
    IsTaken,
    NamesADiagnosis,
    NobodyWorksWith,
    ReasonIsMissing,
)
from werktop.candidates.models import Candidate, Look, Need

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WHY = "Zij belt nu en wil haar opvang bespreken"


@pytest.fixture
def beside(cast):
    return making.colleague_beside(cast.own)


@pytest.fixture
def fatima(cast, at):
    person = making.candidate(cast.own, "Fatima", assigned_to=cast.own.account(), is_childcare_needed=True)
    Need.objects.create(candidate=person, kind="childcare", words="Opvang op woensdag", noted_at=at)
    return person


def as_actor(cast, account):
    return accounts.actor_of(account, cast.own.organisation.pk)


def at_page(name, *rest):
    return reverse(f"candidates:{name}", args=[*rest])


def posted(client, address, **typed):
    return client.post(address, {"request_key": str(uuid4())} | typed)


def test_a_colleague_reads_it_after_saying_why_and_who_works_with_the_person_sees_that(
    cast, log_in, fatima, beside
):
    client, page = log_in(beside), at_page("candidate", fatima.pk)
    assert "Opvang op woensdag" not in text_of(client.get(page))
    opens = at_page("open_needs", fatima.pk)
    assert opens in client.get(page).content.decode()
    assert "waarom" in text_of(posted(client, opens, reason="zo")) and not Look.objects.exists()
    assert posted(client, opens, reason=WHY).url == f"{page}#need"
    shown = text_of(client.get(page))
    assert "Opvang op woensdag" in shown and "Je opende dit met een reden" in shown
    own = log_in(cast.own.account())
    assert "1 keer keek een collega mee" in text_of(own.get(reverse("desk:today")))
    assert "Bas Vermeer" in text_of(own.get(page)) and WHY in text_of(own.get(page))
    assert WHY in text_of(own.get(at_page("looks")))
    posted(own, at_page("looks"), look=str(Look.objects.get().pk))
    assert Look.objects.get().seen_at and "keer keek een collega mee" not in text_of(
        own.get(reverse("desk:today"))
    )


def test_a_look_ends_with_the_day_and_is_of_one_colleague_and_one_candidate(cast, fatima, beside, at):
    actor = as_actor(cast, beside)
    commands.open_needs(actor=actor, at=at, candidate_id=fatima.pk, reason=WHY)
    assert queries.can_see_needs(actor, fatima, at) and not queries.can_see_needs(actor, fatima)
    assert not queries.can_see_needs(actor, fatima, at + timedelta(days=1))
    other = making.candidate(cast.own, "Noor", assigned_to=cast.own.account())
    third = as_actor(cast, making.colleague_beside(cast.own, name="Cas"))
    assert not queries.can_see_needs(actor, other, at) and not queries.can_see_needs(third, fatima, at)
    with pytest.raises(ReasonIsMissing):
        commands.open_needs(actor=third, at=at, candidate_id=fatima.pk, reason="  zo   ")
    with pytest.raises(NamesADiagnosis):
        commands.open_needs(actor=third, at=at, candidate_id=fatima.pk, reason="Ze heeft een depressie")
    with pytest.raises(NotVisible):
        commands.open_needs(actor=cast.other.actor(), at=at, candidate_id=fatima.pk, reason=WHY)
    line = Entry.objects.get(verb="candidates.open_needs", about_id=fatima.pk)
    assert WHY not in str(line.detail), "the trail outlives an erasure"


def test_with_whom_nobody_works_whoever_is_first_does(cast, log_in, at, beside):
    noor = making.candidate(cast.own, "Noor", day_note="graag bij het raam")
    client = log_in(beside)
    assert "bij het raam" not in text_of(client.get(at_page("candidate", noor.pk)))
    with pytest.raises(NobodyWorksWith):
        commands.open_needs(actor=as_actor(cast, beside), at=at, candidate_id=noor.pk, reason=WHY)
    assert "Ik ga met Noor werken" in text_of(client.get(at_page("open_needs", noor.pk)))
    posted(client, at_page("take_candidate", noor.pk))
    assert "bij het raam" in text_of(client.get(at_page("candidate", noor.pk)))
    with pytest.raises(IsTaken):
        commands.take_candidate(actor=cast.own.actor(), at=at, candidate_id=noor.pk)
    late = posted(log_in(cast.own.account()), at_page("take_candidate", noor.pk))
    noor.refresh_from_db()
    assert late.status_code == 302 and noor.assigned_to == beside


def test_of_a_colleague_who_left_the_next_one_goes_on(cast, at, beside):
    gone = making.colleague_beside(cast.own, name="Gina")
    noor = making.candidate(cast.own, "Noor", assigned_to=gone)
    with pytest.raises(IsTaken):
        commands.take_candidate(actor=as_actor(cast, beside), at=at, candidate_id=noor.pk)
    type(gone).objects.filter(pk=gone.pk).update(left_at=at)
    commands.take_candidate(actor=as_actor(cast, beside), at=at, candidate_id=noor.pk)
    noor.refresh_from_db()
    assert queries.can_see_needs(as_actor(cast, beside), noor) and not Look.objects.exists()


def test_who_takes_a_candidate_from_a_colleague_is_seen_by_that_colleague(cast, fatima, beside, at):
    actor = as_actor(cast, beside)
    asked = {"candidate_ids": [fatima.pk], "from_id": cast.own.account().pk, "to_id": beside.pk}
    commands.hand_over_candidates(actor=actor, at=at, **asked)
    (look,) = queries.looks_to_read(cast.own.actor())
    assert (look.kind, look.by) == ("taken_over", beside)
    commands.change_candidate(
        actor=cast.own.actor(), at=at, candidate_id=fatima.pk, assigned_to_id=cast.own.account().pk
    )
    assert queries.looks_to_read(actor).count() == 1
    commands.hand_over_candidates(
        actor=cast.own.actor(), at=at, **asked
    )  # who hands over the own candidates needs no word of it
    assert Look.objects.count() == 2


def test_the_caseload_that_went_over_is_read_by_who_got_it(cast, fatima, beside, at):
    commands.hand_over_candidates(
        actor=cast.own.actor(), at=at, from_id=cast.own.account().pk, to_id=beside.pk
    )
    fatima = Candidate.objects.get(pk=fatima.pk)
    assert queries.can_see_needs(as_actor(cast, beside), fatima)
    assert not queries.can_see_needs(cast.own.actor(), fatima)


def test_who_stands_in_reads_it_as_the_colleague_who_is_away_would(cast, fatima, beside, at):
    actor = as_actor(cast, beside)
    instead = replace(actor, acts_for=cast.own.account().pk)
    assert queries.can_see_needs(instead, fatima) and not queries.can_see_needs(actor, fatima)
    assert Candidate.objects.filter(queries.works_with(instead)).get() == fatima
    assert not Candidate.objects.filter(queries.works_with(actor)).exists()


def test_who_may_not_read_it_writes_nothing_in_it_either(cast, log_in, fatima, beside, at):
    actor, need = as_actor(cast, beside), Need.objects.get()
    for command, facts in (
        (commands.note_part, {"words": "Een fiets", "kind": "transport"}),
        (commands.finish_part, {"row_id": need.pk}),
        (commands.remove_part, {"row_id": need.pk}),
        (commands.put_back_part, {"row_id": need.pk}),
    ):
        with pytest.raises(NotVisible):
            command(actor=actor, at=at, candidate_id=fatima.pk, part="need", **facts)
    with pytest.raises(NotVisible):
        commands.change_candidate(actor=actor, at=at, candidate_id=fatima.pk, is_childcare_needed=False)
    client, page = log_in(beside), at_page("change_candidate", fatima.pk)
    form = client.get(page)
    assert "drempelvrije tafel" not in text_of(form)
    answers = {
        "name": "Fatima El Amrani", "phone": "0612345678", "assigned_to_id": str(cast.own.account().pk), "languages": ["nl"],
        "version": form.context["form"]["version"].value(), "needs": ["is_step_free_needed"],
    }  # fmt: skip
    assert posted(client, page, **answers).status_code == 302
    fatima.refresh_from_db()
    assert fatima.is_childcare_needed and not fatima.is_step_free_needed, "what is not asked stays"


def test_a_filter_on_needs_finds_only_with_whom_the_viewer_works(cast, beside):
    making.candidate(cast.own, "Aisha", is_step_free_needed=True, assigned_to=cast.own.account())
    making.candidate(cast.own, "Bram", is_step_free_needed=True, assigned_to=beside)
    making.candidate(cast.own, "Chen", is_step_free_needed=True)
    found = queries.found_candidates(cast.own.actor(), queries.Filters(is_step_free_needed=True))
    assert [each.first_name for each in found] == ["Aisha"]


def test_all_that_is_kept_goes_on_paper_whole_or_not_at_all(cast, log_in, fatima, beside):
    client, paper = log_in(beside), reverse("privacy:kept_of_candidate", args=[fatima.pk])
    asked = client.get(paper)
    assert asked.status_code == 302 and asked.url.startswith(at_page("open_needs", fatima.pk))
    assert posted(client, asked.url, reason=WHY, next=paper).url == paper
    told = text_of(client.get(paper))
    assert "Opvang op woensdag" in told and WHY in told, "and who read it stands there too"


def test_where_the_page_leads_stays_in_this_house(cast, log_in, fatima, beside):
    client = log_in(beside)
    away = posted(client, at_page("open_needs", fatima.pk), reason=WHY, next="//elders.example/")
    assert away.url.startswith(at_page("candidate", fatima.pk))
