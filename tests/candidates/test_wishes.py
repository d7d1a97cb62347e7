"""Occupations that somebody wants, found by a few letters, and means of travel by choice."""

from __future__ import annotations

import re
from importlib import import_module
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import (
    IsThereAlready,
    NamesADiagnosis,
    NothingIsSaid,
    ShelteredWorkIsNoWish,
)
from werktop.candidates.models import Candidate, CandidateTerm, Wish, WishedOccupation
from werktop.candidates.travelling import MEANS, travel_in
from werktop.catalogue.models import Occupation


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("Fiets", ["bicycle"]), ("fiets of bus", ["bicycle", "public"]), ("Bromfiets", ["moped"]), ("bakfiets", ["bicycle"]),
        ("eigen auto", ["car"]), ("OV", ["public"]), ("Openbaar vervoer", ["public"]), ("motorfiets", ["motorcycle"]),
        ("e-bike", ["bicycle"]), ("novum", ["other"]), ("lopend", ["other"]), (" ", []),
    ],
)  # fmt: skip
def test_means_of_travel_are_read_out_of_a_list(words, means):
    assert travel_in(words) == means


def test_the_migration_read_them_alike():
    sql = import_module("werktop.candidates.migrations.0007_wishes_and_occupations").MEANS
    for means, known in MEANS.items():
        assert f"~* '{known.replace(chr(92) + 'b', chr(92) + 'y')}' THEN '{means}'" in sql


@pytest.mark.django_db
def test_an_occupation_is_found_by_a_few_letters_chosen_and_found_by_again(cast, at, log_in, clock):
    fatima = making.candidate(cast.own, "Fatima")
    client, form = log_in(cast.own.account()), reverse("candidates:note_part", args=[fatima.pk, "wish"])
    page = reverse("candidates:candidate", args=[fatima.pk])
    assert client.get(reverse("candidates:note_part", args=[fatima.pk, "occupation"])).url == form
    baker = Occupation.objects.get(label_nl="bakker")
    pick = f"occupation:{baker.pk}"
    found = client.get(form, {"work": "bakke"}).content.decode()
    assert pick in found and found.count('name="picks"') <= 10
    (dieren,) = making.terms("dieren")
    also = client.get(form, {"work": "dier", "picks": [pick]}).content.decode()
    assert f"interest:{dieren.pk}" in also and f'value="{pick}" checked' in also, "what was picked stays"
    assert "Niets gevonden" in text_of(client.get(form, {"work": "xxyyzz"}))
    sent = {"request_key": str(uuid4()), "source": "own_words"}
    for wrong in ({}, {"picks": ["niets"]}, {"picks": [f"occupation:{uuid4()}"]}, {"search": "1"}):
        again = client.post(form, sent | {"work": "bakke" if wrong else ""} | wrong)
        assert again.status_code == 200 and (not wrong or pick in again.content.decode()), (
            "what was found stays"
        )
    assert not WishedOccupation.objects.exists() and not Wish.objects.exists()
    client.post(form, sent | {"work": "bakke", "picks": [pick, f"interest:{dieren.pk}"]})
    assert not Wish.objects.exists(), "a few letters to find by are not what somebody said"
    assert CandidateTerm.objects.get().term_id == dieren.pk
    assert "Zoekt: Bakker" in text_of(client.get(page))
    assert Candidate.objects.get(pk=fatima.pk).marks.count(f"occupation:{baker.pk}") == 1
    listed = text_of(client.get(reverse("desk:candidates"), {"occupation": str(baker.pk)}))
    assert "Wil werken als: bakker" in listed and "Fatima" in listed
    assert "Fatima" not in text_of(client.get(reverse("desk:candidates"), {"occupation": str(uuid4())}))
    assert "Ik zoek werk als: bakker." in queries.draft_for(fatima)
    noted = {"actor": cast.own.actor(), "at": at, "candidate_id": fatima.pk, "part": "occupation"}
    with pytest.raises(IsThereAlready):
        commands.note_part(occupation_id=baker.pk, **noted)
    with pytest.raises(NothingIsSaid):
        commands.note_part(occupation_id=uuid4(), **noted)


@pytest.mark.django_db
def test_own_words_stay_beside_what_was_picked_where_one_says_so(cast, log_in, clock):
    fatima = making.candidate(cast.own, "Fatima")
    client, form = log_in(cast.own.account()), reverse("candidates:note_part", args=[fatima.pk, "wish"])
    pick = f"occupation:{Occupation.objects.get(label_nl='bakker').pk}"

    def send(**answers):
        client.post(form, {"request_key": str(uuid4()), "source": "own_words"} | answers)
        return Wish.objects.values_list("work", "hours_max").get()

    assert send(work="Iets met mijn handen", hours_max="24") == ("Iets met mijn handen", 24)
    assert send(work="bakk", hours_max="24", picks=[pick]) == ("Iets met mijn handen", 24)
    assert send(work="Brood bakken", hours_max="24", picks=[pick], is_kept="on") == ("Brood bakken", 24)
    assert "Staat er al: bakker" in text_of(client.get(form))
    assert "24 uur per week" in text_of(client.get(form)), "what is folded says what is known"


@pytest.mark.django_db
@pytest.mark.parametrize("mark", ["by:bicycle", "daypart:morning", "workform:trial"])
def test_means_parts_of_the_day_and_forms_are_found_by(cast, at, mark):
    fatima = making.candidate(cast.own, "Fatima")
    Wish.objects.create(
        candidate=fatima, travels_by=["bicycle"], day_parts=["morning"], work_forms=["trial"], noted_at=at
    )
    found = queries.found_candidates(cast.own.actor(), queries.Filters(marks=[mark]))
    assert [each.pk for each in found] == [fatima.pk]


@pytest.mark.django_db
def test_of_two_files_an_occupation_stands_once(cast, at, two, merge):
    baker = Occupation.objects.get(label_nl="bakker")
    for person in two:
        WishedOccupation.objects.create(candidate=person, occupation=baker, noted_at=at)
    merge(*two)
    assert WishedOccupation.objects.get().candidate_id == two[0].pk


@pytest.mark.django_db
def test_an_enter_saves_the_wish_also_where_the_button_that_searches_stands_first(cast, log_in):
    fatima = making.candidate(cast.own, "Fatima")
    page = log_in(cast.own.account()).get(reverse("candidates:note_part", args=[fatima.pk, "wish"]))
    form = page.content.decode().partition('class="card stack stack--5"')[2].partition("</form>")[0]
    first, search, *_rest = re.findall("<button[^>]*>", form)
    assert "name=" not in first and 'name="search"' in search
    assert 'tabindex="-1" aria-hidden="true"' in first, "by keyboard there is one button that saves"


@pytest.mark.django_db
def test_sheltered_work_is_no_wish_that_every_colleague_reads(cast, at, log_in, clock):
    fatima = making.candidate(cast.own, "Fatima")
    form = reverse("candidates:note_part", args=[fatima.pk, "wish"])
    client = log_in(cast.own.account())
    assert "beschut" not in client.get(form).content.decode()
    assert "beschut" not in client.get(reverse("desk:candidates")).content.decode()
    said = {"request_key": str(uuid4()), "source": "own_words", "hours_max": "24"}
    assert "alleen met een indicatie" in text_of(
        client.post(form, said | {"work": "iets beschuts, beschut werk"})
    )
    noted = {"actor": cast.own.actor(), "at": at, "candidate_id": fatima.pk, "part": "wish"}
    for facts in ({"work_forms": ["sheltered"]}, {"work": "Beschutte werkplek"}, {"work": "Beschut-werk"}):
        with pytest.raises(ShelteredWorkIsNoWish):
            commands.note_part(**noted, **facts)
    assert not Wish.objects.exists()


@pytest.mark.django_db
def test_the_migration_takes_sheltered_work_out_of_wishes_and_of_their_history(cast, at):
    fatima = making.candidate(cast.own, "Fatima")
    migration = import_module("werktop.candidates.migrations.0013_sheltered_work_is_no_wish")
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE; ALTER TABLE candidates_wish DROP CONSTRAINT sheltered_work_is_no_wish")
        Wish.objects.create(candidate=fatima, work_forms=["trial", "sheltered"], noted_at=at)
        Wish.objects.update(hours_max=24)
        assert "workform:sheltered" in Candidate.objects.get(pk=fatima.pk).marks
        touched = Candidate.objects.get(pk=fatima.pk).picture_at
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {migration.TAKEN_OUT} {migration.AGAIN}")
        cursor.execute("SELECT work_forms FROM candidates_wishevent")
        assert cursor.fetchall() == [(["trial"],)] * 2, "and no third line"
    fatima.refresh_from_db()
    assert Wish.objects.get().work_forms == ["trial"] and fatima.picture_at == touched
    assert [mark for mark in fatima.marks if mark.startswith("workform")] == ["workform:trial"]


@pytest.mark.django_db
def test_a_register_or_a_subsidy_stands_in_no_words_that_every_colleague_reads(cast, at, log_in):
    fatima = making.candidate(cast.own, "Fatima")
    noted = {"actor": cast.own.actor(), "at": at, "candidate_id": fatima.pk}
    said = {"request_key": str(uuid4()), "source": "own_words", "work": "iets met een Wajong-plek"}
    asked = log_in(cast.own.account()).post(reverse("candidates:note_part", args=[fatima.pk, "wish"]), said)
    assert "“Wajong-plek” zegt welke uitkering" in text_of(asked) and "Wajong-plek" in asked.content.decode()
    step = {"words": "bellen over de banenafspraak"}
    for part, facts in (("wish", {"hours_max": 24, "reason": "doelgroepregister"}), ("step", step),
                        ("goal", {"words": "een garantiebaan"}), ("motivation", {"words": "met LKS"})):  # fmt: skip
        with pytest.raises(NamesADiagnosis):
            commands.note_part(**noted, part=part, **facts)
    commands.note_part(**noted, part="step", is_about_work=True, **step)
    commands.note_part(**noted, part="instrument", name="Loonkostensubsidie", from_date=at.date())
