"""Papers that hold for a while, what somebody can or may, and talents seen in several places."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.audit.refusals import DayOutOfReach
from werktop.candidates import commands, jobs, queries
from werktop.candidates.commands.refusals import EndsBeforeItBegins, NoIsPrivate, NothingIsSaid
from werktop.candidates.models import CandidateTerm, Certificate, HasRequirement
from werktop.catalogue import queries as catalogue
from werktop.catalogue.models import Requirement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def fatima(cast):
    return making.candidate(
        cast.own, "Fatima", assigned_to=cast.own.account(), driving_licences=["CE"], term_codes=("koken",)
    )


def asked(code):
    return Requirement.objects.get(code=code).pk


def note(cast, at, fatima, part, **facts):
    return commands.note_part(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, part=part, **facts)


def codes(fatima, on):
    return set(catalogue.masks().codes_in(queries.abilities_of([fatima.pk], on)[fatima.pk]))


def marked(fatima):
    fatima.refresh_from_db()
    return {mark.removeprefix("may:") for mark in fatima.marks if mark.startswith("may:")}


def test_a_paper_is_noted_with_its_last_day_and_gives_what_work_asks_until_then(
    cast, at, log_in, fatima, clock
):
    client, page = log_in(cast.own.account()), reverse("candidates:candidate", args=[fatima.pk])
    form = reverse("candidates:note_part", args=[fatima.pk, "certificate"])
    sent = {"request_key": str(uuid4()), "source": "own_words", "kind": "certificate"}
    assert "Schrijf waarvoor het is" in text_of(client.post(form, sent))
    until = {"requirement_id": str(asked("heftruck-bewijs")), "valid_until": "2026-12-31"}
    wrong = client.post(form, sent | until | {"got_date": "2027-01-01", "valid_until": "2026-12-31"})
    assert "voor de dag waarop" in text_of(wrong) and not Certificate.objects.exists()
    client.post(form, sent | until)
    assert "Heftruckcertificaat" in text_of(client.get(page)).capitalize() or Certificate.objects.get()
    assert "geldig tot en met 31 december 2026" in text_of(client.get(page))
    assert "Telt mee voor werk dat erom vraagt: rijbewijs AM" in text_of(client.get(page))
    driving = {"rijbewijs-am", "rijbewijs-b", "rijbewijs-be", "rijbewijs-c", "rijbewijs-ce"}
    last = date(2026, 12, 31)
    assert codes(fatima, last) == marked(fatima) == driving | {"heftruck-bewijs"}
    assert codes(fatima, last + timedelta(days=1)) == driving
    clock.set(at + timedelta(days=36))
    assert jobs.lapse(0) == 0, "the last day itself"
    clock.set(at + timedelta(days=38))
    assert (jobs.lapse(0), jobs.lapse(0)) == (1, 0) and marked(fatima) == driving
    assert "verlopen op 31 december 2026" in text_of(client.get(page))


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"name": "Las", "got_date": date(2026, 2, 1), "valid_until": date(2026, 1, 1)}, EndsBeforeItBegins),
        ({"name": "Las", "valid_until": date(2099, 1, 1)}, DayOutOfReach),
        ({"requirement_id": uuid4()}, NothingIsSaid),
        ({"name": ""}, NothingIsSaid),
    ],
)
def test_a_paper_that_cannot_be_is_refused(cast, at, fatima, facts, refusal):
    with pytest.raises(refusal):
        note(cast, at, fatima, "certificate", kind="certificate", **facts)


def test_today_names_what_ends_within_eight_weeks_to_who_works_with_the_person(cast, at, log_in, fatima):
    for code, days in (("vca-basis", 50), ("bhv", 60), ("ehbo", -1), ("haccp", 20)):
        note(cast, at, fatima, "certificate", kind="certificate", requirement_id=asked(code), source="own_words",
             valid_until=(at + timedelta(days=days)).date())  # fmt: skip
    note(cast, at, fatima, "certificate", kind="certificate", requirement_id=asked("haccp"), name="Nieuw",
         valid_until=(at + timedelta(days=900)).date())  # fmt: skip
    note(
        cast,
        at,
        fatima,
        "certificate",
        kind="badge",
        name="Eigen pas",
        valid_until=(at + timedelta(days=9)).date(),
    )
    ending = queries.ending_certificates(cast.own.actor(), at)
    assert [each.name for each in ending] == ["Eigen pas", "VCA basis (veilig werken)"], "renewed is left out"
    today = reverse("desk:today")
    assert "Fatima El Amrani: VCA basis" in text_of(log_in(cast.own.account()).get(today))
    assert "VCA" not in text_of(log_in(making.colleague_beside(cast.own)).get(today))


def test_what_somebody_can_or_may_is_said_by_hand_and_a_no_by_hand_counts(cast, at, log_in, fatima):
    client, page = log_in(cast.own.account()), reverse("candidates:candidate", args=[fatima.pk])
    form = reverse("candidates:note_part", args=[fatima.pk, "requirement"])
    assert "Noteer wat iemand kan of mag" in text_of(client.get(page))
    sent = {"request_key": str(uuid4()), "source": "colleague", "requirement_id": str(asked("klanten"))}
    assert client.post(form, sent).status_code == 200 and not HasRequirement.objects.exists()
    asks = client.get(form).content.decode()
    for words in (
        "Kan met klanten praten?",
        "Heeft rijbewijs B (auto)?",
        "Kan een nachtdienst draaien?",
        "Weet ik niet",
    ):
        assert words in asks, words
    client.post(form, sent | {"answer": "yes"})
    change = reverse(
        "candidates:change_part", args=[fatima.pk, "requirement", HasRequirement.objects.get().pk]
    )
    assert text_of(client.get(change)).count("Kan met klanten praten?") == 1
    assert "Met klanten praten ja" in text_of(client.get(page)) and "klanten" in marked(fatima)
    found = queries.found_candidates(cast.own.actor(), queries.Filters(marks=["may:klanten"]))
    assert [each.pk for each in found] == [fatima.pk]
    note(cast, at, fatima, "requirement", requirement_id=asked("weekend"), answer="unknown")
    note(cast, at, fatima, "requirement", requirement_id=asked("rijbewijs-ce"), answer="no")
    assert codes(fatima, at.date()) == marked(fatima) == {"klanten"}
    for code in ("tillen-23", "vog"):
        with pytest.raises(NoIsPrivate):
            note(cast, at, fatima, "requirement", requirement_id=asked(code), answer="no")
        note(cast, at, fatima, "requirement", requirement_id=asked(code), answer="yes")


def test_a_talent_that_a_table_and_a_workplace_saw_tells_all_places_in_one_line(cast, at, log_in, fatima):
    house, (koken,) = cast.own.actor(), making.terms("koken")
    seen = {"actor": house, "at": at, "candidate_id": fatima.pk, "term_ids": [koken.pk]}
    assert commands.note_talents_seen(**seen) == 0
    commands.note_talents_seen(**seen)
    commands.note_talents_seen(**seen, seen="colleague")
    row = CandidateTerm.objects.get()
    assert (row.source, row.also_seen) == ("own_words", ["table"])
    client = log_in(cast.own.account())
    change = reverse("candidates:change_part", args=[fatima.pk, "term", row.pk])
    sent = {"request_key": str(uuid4()), "source": "own_words", "level": "2"}
    client.post(change, sent | {"also_seen": ["table", "workplace"]})
    page = text_of(client.get(reverse("candidates:candidate", args=[fatima.pk])))
    assert "kan het zelf · zelf verteld, aan tafel gezien, op het werk gezien" in page
    client.post(change, sent | {"request_key": str(uuid4()), "source": "table", "also_seen": ["table"]})
    row.refresh_from_db()
    assert (row.source, row.also_seen) == ("table", [])


def test_a_driving_licence_is_no_certificate(cast, log_in, fatima, clock):
    client = log_in(cast.own.account())
    sent = {"request_key": str(uuid4()), "source": "own_words", "requirement_id": str(asked("rijbewijs-b"))}
    client.post(reverse("candidates:note_part", args=[fatima.pk, "certificate"]), sent)
    assert Certificate.objects.get().kind == "licence"
    page = text_of(client.get(reverse("candidates:candidate", args=[fatima.pk])))
    assert "rijbewijs B (auto)" in page and "certificaat" not in page


def test_that_a_paper_was_put_under_another_kind_is_no_change_where_work_asks_for_it(cast, at, fatima):
    note(cast, at, fatima, "certificate", kind="certificate", requirement_id=asked("rijbewijs-b"), name="B",
         source="own_words")  # fmt: skip
    note(cast, at, fatima, "certificate", kind="certificate", name="Lassen", source="own_words")
    for kind in ("certificate", "licence"):  # no command does this: a migration did, for licences of before
        Certificate.objects.update(kind=kind)
    changed = [
        each for each in queries.picture_of(cast.own.actor(), fatima).changes() if each.kind == "changed"
    ]
    assert {each.now.words[0] for each in changed} == {"Lassen"}
