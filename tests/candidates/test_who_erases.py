"""A person is erased by who works with the person; a colleague who works with the person too reads that it was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.accounts import queries as accounts
from werktop.candidates import commands
from werktop.candidates.commands.refusals import ErasedByWhoWorksWith
from werktop.candidates.models import Candidate, Look

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SURE = {"reason": "asked", "is_sure": "on"}


@pytest.fixture
def beside(cast):
    return making.colleague_beside(cast.own)


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, "Quirinella", assigned_to=cast.own.account())


def erase_page(person):
    return reverse("candidates:erase_candidate", args=[person.pk])


def test_a_colleague_beside_reads_whom_to_ask_and_erases_nobody(cast, log_in, fatima, beside, at):
    client, page = log_in(beside), erase_page(fatima)
    shown = client.get(page)
    assert f"Vraag het {cast.own.account().name}" in text_of(shown) and b'name="is_sure"' not in shown.content
    assert client.post(page, SURE | {"request_key": uuid4()}).status_code == 403
    self_set = replace(
        accounts.actor_of(beside, cast.own.organisation.pk),
        acts_for=cast.own.account().pk,
        is_self_set=True,
    )
    with pytest.raises(ErasedByWhoWorksWith):
        commands.erase_candidate(actor=self_set, at=at, candidate_id=fatima.pk, reason="asked")
    assert Candidate.objects.filter(pk=fatima.pk).exists() and not Look.objects.exists()


def test_who_works_with_the_person_erases_once_however_often_it_is_pressed(cast, log_in, fatima):
    client, said = log_in(cast.own.account()), SURE | {"request_key": uuid4()}
    assert "Archiefwet" in text_of(client.get(erase_page(fatima)))
    for _press in range(2):
        assert client.post(erase_page(fatima), said).url == reverse("desk:candidates")
    assert client.post(erase_page(fatima), SURE | {"request_key": uuid4()}).status_code == 404
    assert not Candidate.objects.exists() and not Look.objects.exists()


@pytest.mark.parametrize("way", ["stands in", "takes over first"])
def test_the_colleague_whose_candidate_it_was_reads_that_it_was_erased_and_not_who(
    cast, log_in, fatima, beside, at, way
):
    actor = accounts.actor_of(beside, cast.own.organisation.pk)
    if way == "stands in":
        actor = replace(actor, acts_for=cast.own.account().pk)
    else:
        commands.change_candidate(actor=actor, at=at, candidate_id=fatima.pk, assigned_to_id=beside.pk)
        Look.objects.update(seen_at=at)
    commands.erase_candidate(actor=actor, at=at, candidate_id=fatima.pk, reason="asked")
    client, looks = log_in(cast.own.account()), reverse("candidates:looks")
    assert "1 keer" in text_of(client.get(reverse("desk:today")))
    shown = text_of(client.get(looks))
    assert "Bas Vermeer wiste alles over een kandidaat van jou op eigen verzoek" in shown
    assert "Quirinella" not in shown
    client.post(looks, {"request_key": uuid4(), "look": str(Look.objects.get().pk)})
    assert "Je hebt alles gelezen" in text_of(client.get(looks))


def test_who_took_a_person_over_erases_once_the_colleague_read_that(cast, log_in, fatima, beside, at):
    actor = accounts.actor_of(beside, cast.own.organisation.pk)
    commands.change_candidate(actor=actor, at=at, candidate_id=fatima.pk, assigned_to_id=beside.pk)
    erase = {"actor": actor, "at": at + timedelta(days=60), "candidate_id": fatima.pk, "reason": "asked"}
    shown = text_of(log_in(beside).get(erase_page(fatima)))
    assert f"net over van {cast.own.account().name}" in shown and "Archiefwet" not in shown
    with pytest.raises(ErasedByWhoWorksWith):
        commands.erase_candidate(**erase)
    Look.objects.update(seen_at=at)
    commands.erase_candidate(**erase)
    assert not Candidate.objects.exists() and not Look.objects.exists(), "it is long ago, and was read"


def test_a_take_over_that_was_not_read_is_told_of_when_yet_another_erases(cast, fatima, beside, at):
    actor = accounts.actor_of(beside, cast.own.organisation.pk)
    commands.change_candidate(actor=actor, at=at, candidate_id=fatima.pk, assigned_to_id=beside.pk)
    third = making.colleague_beside(cast.own, name="Tom Zand")
    commands.change_candidate(actor=actor, at=at, candidate_id=fatima.pk, assigned_to_id=third.pk)
    by_third = {"actor": accounts.actor_of(third, cast.own.organisation.pk), "at": at + timedelta(days=60)}
    commands.erase_candidate(**by_third, candidate_id=fatima.pk, reason="asked")
    assert Look.objects.get().of == cast.own.account()
