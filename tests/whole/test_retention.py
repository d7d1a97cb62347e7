"""What the privacy labels promise is kept: every term has a job, which erases the day after and not the day before."""

from __future__ import annotations

import importlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.utils import translation
from tests.whole import past_terms

from werktop.audit.labels import Label
from werktop.audit.models import Entry
from werktop.audit.retention import TERMS, erases, sweeps
from werktop.matches.models import FollowUp, NextStep

BEGAN = datetime(2019, 3, 5, 10, 0, tzinfo=UTC)
"""So long ago that every term has ended by the database's own clock too."""

ROOMS = (
    "accounts",
    "ambassadors",
    "audit",
    "candidates",
    "contacts",
    "employers",
    "exchange",
    "gatherings",
    "matches",
    "post",
)
for room in ROOMS:
    importlib.import_module(f"werktop.{room}.jobs")


def promised() -> set[tuple[str, str]]:
    """(term, model) of every label with a term that time ends."""
    return {
        (term, model._meta.label)
        for model in apps.get_models()
        for label in getattr(model, "privacy", {}).values()
        if isinstance(label, Label)
        for term in label.terms
        if TERMS[term].has_period
    }


def kept() -> set[tuple[str, str]]:
    return {(sweep.term, model) for sweep in sweeps() for model in sweep.models}


def test_every_term_of_a_label_has_who_erases_it():
    assert promised() - kept() == set(), "say with `erases` which command takes these away"


def test_every_room_that_erases_has_its_nightly_job():
    assert {sweep.room for sweep in sweeps()} == set(ROOMS)
    for room in ROOMS:
        assert callable(importlib.import_module(f"werktop.{room}.jobs").forget)


def test_every_term_that_has_a_job_is_tried_on_a_row():
    assert kept() - set(past_terms.CASES) == set(), "add a case to past_terms"


def test_no_term_stands_unused_in_the_table():
    used = {t for m in apps.get_models() for each in getattr(m, "privacy", {}).values() for t in each.terms}
    assert set(TERMS) == used


def test_a_term_without_a_clock_and_an_unknown_one_are_refused():
    with pytest.raises(ValueError, match="no clock"):
        erases("row", "candidates.Candidate")
    with pytest.raises(ValueError, match="unknown retention term"):
        Label("technical", "x", "for ever")


def gone_in_time(term: str, model: str, is_there: past_terms.IsThere, clock: Any) -> None:
    """There on the day before the end of the term, and gone on the day after."""
    end, day = TERMS[term].end(BEGAN), timedelta(days=1)
    room = next(sweep.room for sweep in sweeps() if sweep.term == term and model in sweep.models)
    jobs = importlib.import_module(f"werktop.{room}.jobs")
    for moment in (end - 30 * day, end - day):
        clock.set(moment)
        jobs.forget(0)
        if term != "question":  # gone after an hour, and a day at most
            assert is_there(), f"too early, on {moment:%d %m %Y}"
    clock.set(end + day)
    jobs.forget(0)
    assert not is_there()
    assert jobs.forget(0) == 0, "doing it again changes nothing"


@pytest.mark.django_db
@pytest.mark.parametrize(("term", "model"), sorted(past_terms.CASES))
def test_it_is_there_the_day_before_and_gone_the_day_after(cast, clock, term, model):
    gone_in_time(term, model, past_terms.CASES[term, model](cast, BEGAN), clock)
    lines = {"accounts.erase_who_left", "candidates.erase_candidate"} & {
        *Entry.objects.values_list("verb", flat=True)
    }
    assert term not in ("colleague", "contact") or lines, "the trail outlives who was erased"


@pytest.mark.django_db
@pytest.mark.parametrize(("term", "model"), sorted(past_terms.TAKEN_BACK))
def test_what_was_taken_back_leaves_history_in_time_too(cast, clock, term, model):
    gone_in_time(term, model, past_terms.TAKEN_BACK[term, model](cast, BEGAN), clock)


@pytest.mark.django_db
@pytest.mark.parametrize("model", [FollowUp, NextStep])
@pytest.mark.parametrize("is_of_a_preparation", [False, True])
def test_an_old_gathering_waits_for_a_talk_or_a_step_within_its_own_term(
    cast, clock, model, is_of_a_preparation
):
    made, candidate, firm = past_terms.evening(cast, BEGAN)
    held = made
    if is_of_a_preparation:
        held, candidate, firm = past_terms.evening(cast, BEGAN)
        type(made).objects.filter(pk=held.pk).update(prepares_for=made)
    end = TERMS["results"].end(BEGAN)
    facts = past_terms.common(held, end - timedelta(days=90)) | {"candidate": candidate.candidate}
    if model is FollowUp:
        facts |= {"entrepreneur": firm.entrepreneur, "ground": "mutual"}
    young = model.objects.create(**facts)
    clock.set(end + timedelta(days=1))
    gatherings, matches = (
        importlib.import_module(f"werktop.{room}.jobs") for room in ("gatherings", "matches")
    )
    gatherings.forget(0)
    assert model.objects.filter(pk=young.pk).exists()
    assert type(made).objects.filter(pk=made.pk).exists()
    clock.set(TERMS["talk"].end(facts["made_at"]) + timedelta(days=1))
    matches.forget(0)
    gatherings.forget(0)
    assert not type(made).objects.exists()


def test_the_page_of_the_documentation_says_the_same():
    """`docs/retention.md` has a line for every term, in both languages, and what it is for."""
    page = Path("docs/retention.md").read_text()
    for name, term in TERMS.items():
        for language in ("nl", "en"):
            with translation.override(language):
                assert f"| {term.words} |" in page or f" {term.words} |" in page, (name, language)
    models = {(term, model) for term, model in promised()}
    for term, model in models:
        line = next(each for each in page.splitlines() if each.startswith(f"| `{term}` |"))
        assert model in line, (term, model)
