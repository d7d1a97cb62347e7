"""Taking a list over: looked at first, at most once, by who may, kept for seven days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.exchange.making import CANDIDATE_HEADER, SONAR_WORKBOOK, workbook

from werktop.accounts.roles import Role
from werktop.audit.actors import SYSTEM
from werktop.audit.models import Entry
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates.models import Candidate
from werktop.employers.models import Employer, Entrepreneur, KnownFirm
from werktop.exchange import commands, queries
from werktop.exchange.models import Upload

pytestmark = pytest.mark.django_db
SONAR = SONAR_WORKBOOK.read_bytes()
FIRMS = workbook(
    [
        ("Bedrijf", "Contactpersoon", "E-mail", "Postcode", "Wat zoeken ze", "Wil introduceren bij"),
        ("Bakkerij De Aar", "Robin Bakker", "robin@aar.example", "4001 AB", "samenwerken", "Molen Bommel"),
        ("Molen Bommel", "Kees Molenaar", "", "4001 AC", "", ""),
    ]
)


def people(*rows):
    return workbook([CANDIDATE_HEADER, *[(*row, *[""] * (len(CANDIDATE_HEADER) - len(row))) for row in rows]])


@pytest.fixture
def looked_at(cast, at):
    def do(content=SONAR, kind="sonar", house=None, role=Role.RELATIONSHIP_MANAGER):
        house = house or cast.own
        upload_id = commands.preview_upload(
            actor=house.actor(role),
            at=at,
            organisation_id=house.organisation.pk,
            kind=kind,
            file_name="C:\\lijsten\\gasten.xlsx",
            content=content,
        )
        return Upload.objects.get(pk=upload_id)

    return do


@pytest.fixture
def taken_over(cast, at, looked_at):
    def do(*args, **kwargs):
        upload = looked_at(*args, **kwargs)
        return commands.apply_upload(actor=cast.own.actor(), at=at, upload_id=upload.pk)

    return do


def test_looking_saves_nobody(looked_at):
    upload = looked_at()
    assert Candidate.objects.count() == 0
    assert (upload.file_name, upload.state) == ("gasten.xlsx", "previewed")
    assert upload.counts == {
        "rows": 24,
        "new": 24,
        "already_there": 0,
        "alike": 0,
        "not_shared": 1,
        "no_longer_shared": 0,
        "asks_to_share": 0,
        "refused": 0,
        "doubtful": upload.counts["doubtful"],
    }


def test_what_is_kept_holds_nothing_of_the_columns_that_are_dropped(looked_at):
    upload = looked_at()
    dropped = {column["title"] for column in upload.report["dropped_columns"]}
    assert "BSN" in dropped
    assert set().union(*upload.rows) <= {
        *("row", "identity", "full_name", "email", "phone", "postcode", "languages", "is_shared"),
        *("spoken_dutch", "written_dutch", "reported_date", "registered_date", "available_hours"),
        *("education_level", "desired_occupation", "driving_licences", "transport", "staff_name"),
    }


def test_the_sonar_export_becomes_candidates(taken_over, cast, at):
    assert taken_over() == {"added": 24, "already_there": 0, "no_longer_shared": 0}
    there = Candidate.objects.filter(organisation=cast.own.organisation)
    assert there.count() == 24
    assert {c.legal_ground for c in there} == {cast.own.organisation.legal_ground}
    assert {c.informed_date for c in there} == {None}  # a list tells nobody
    assert {c.source for c in there} == {"sonar"}
    assert Upload.objects.get().rows == []


def test_toestemming_nee_is_not_shared(taken_over, looked_at):
    rows = {row["identity"]: row.get("is_shared", True) for row in looked_at().rows}
    assert set(rows.values()) == {True, False}
    taken_over()
    assert dict(Candidate.objects.values_list("identity", "is_shared")) == rows


def test_the_same_list_again_changes_nothing(taken_over, looked_at, cast, at):
    taken_over()
    before = list(Candidate.objects.order_by("id").values())
    again = looked_at()
    assert (again.counts["new"], again.counts["already_there"], again.counts["alike"]) == (0, 24, 0)
    counts = commands.apply_upload(actor=cast.own.actor(), at=at + timedelta(days=1), upload_id=again.pk)
    assert counts == {"added": 0, "already_there": 24, "no_longer_shared": 0}
    assert list(Candidate.objects.order_by("id").values()) == before


def test_taking_over_twice_is_taking_over_once(looked_at, cast, at):
    upload = looked_at()
    commands.apply_upload(actor=cast.own.actor(), at=at, upload_id=upload.pk)
    with pytest.raises(commands.UploadIsTakenOver):
        commands.apply_upload(actor=cast.own.actor(), at=at, upload_id=upload.pk)
    assert Candidate.objects.count() == 24


def test_firms_and_their_people_come_in_once(taken_over):
    assert taken_over(FIRMS, "entrepreneurs") == {"added": 2, "already_there": 0, "people": 2}
    firm = Employer.objects.get(name="Bakkerij De Aar")
    assert (firm.place, firm.looks_for, firm.terms.count()) == ("Tiel", "samenwerken", 1)
    assert firm.entrepreneurs.get().name == "Robin Bakker"
    assert KnownFirm.objects.get().employer.name == "Molen Bommel"
    assert taken_over(FIRMS, "entrepreneurs") == {"added": 0, "already_there": 2, "people": 0}
    assert (Employer.objects.count(), Entrepreneur.objects.count()) == (2, 2)


def test_who_may_be_here_already_is_said_and_waits_for_a_choice(looked_at, cast, at):
    fatima = making.candidate(cast.own, "Fatima", last_name="El Amrani", postcode="4001 AB")
    making.candidate(cast.other, "Sam", last_name="Voorbeeld", postcode="4001 AB")
    upload = looked_at(
        people(("Fatima el Amrani", "f@post.example", "", "4001AB"), ("Sam Voorbeeld", "", "", "4001AB")),
        "candidates",
    )
    told = [problem for problem in upload.report["problems"] if problem["code"] == "alike_in_file"]
    assert [(problem["row"], problem["alike"]) for problem in told] == [(2, [str(fatima.pk)])]
    taken = commands.apply_upload(actor=cast.own.actor(), at=at, upload_id=upload.pk)
    upload.refresh_from_db()
    assert taken["added"] == 1 and upload.outcome["held"] == [2]


def test_a_firm_of_the_same_name_elsewhere_is_said(looked_at, cast):
    making.employer(cast.other, "bakkerij de aar", postcode="4004 LA")
    upload = looked_at(FIRMS, "entrepreneurs")
    assert (upload.counts["new"], upload.counts["alike"]) == (2, 1)


def test_medewerker_naam_assigns_when_it_is_a_colleague(looked_at, cast, at):
    manager = cast.own.account()
    header = ["Volledige Naam", "Postcode", "Inschrijfdatum", "Medewerker Naam", "Toestemming"]
    header += ["Telefoonnummer", "E-mailadres", "Datum melding", "Mondeling Nederlands"]
    rows = [
        ["Sam Voorbeeld", "4001 AB", "01-02-2026", manager.name.upper(), "Ja", "", "", "", ""],
        ["Bo Voorbeeld", "4001 AB", "01-02-2026", "Iemand Anders", "Ja", "", "", "", ""],
    ]
    upload = looked_at(workbook([header, *rows]), "sonar")
    commands.apply_upload(actor=cast.own.actor(), at=at, upload_id=upload.pk)
    found = {c.first_name: (c.assigned_to, c.colleague_name) for c in Candidate.objects.all()}
    assert found == {"Sam": (manager, manager.name.upper()), "Bo": (None, "Iemand Anders")}


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.RELATIONSHIP_MANAGER])
def test_only_a_relationship_manager_takes_people_over(role, looked_at):
    with pytest.raises(NotAllowed):
        looked_at(role=role)


def test_a_collective_takes_entrepreneurs_over_and_no_candidates(looked_at, cast):
    with pytest.raises(NotAllowed):
        looked_at(house=cast.private)
    assert looked_at(FIRMS, "entrepreneurs", house=cast.private).counts["new"] == 2


def test_another_organisations_list_does_not_exist(looked_at, cast, at):
    upload = looked_at()
    stranger = cast.other.actor()
    with pytest.raises(NotVisible):
        commands.apply_upload(actor=stranger, at=at, upload_id=upload.pk)
    with pytest.raises(NotVisible):
        commands.withdraw_upload(actor=stranger, at=at, upload_id=upload.pk)
    with pytest.raises(NotVisible):
        queries.upload_for(stranger, upload.pk, at=at)
    assert list(queries.uploads_visible_to(stranger, at=at)) == []


def test_what_is_put_away_is_gone_and_cannot_be_taken_over(looked_at, cast, at):
    upload = looked_at()
    commands.withdraw_upload(actor=cast.own.actor(), at=at, upload_id=upload.pk)
    upload.refresh_from_db()
    assert (upload.rows, upload.report) == ([], {})
    with pytest.raises(commands.UploadIsPutAway):
        commands.apply_upload(actor=cast.own.actor(), at=at, upload_id=upload.pk)


def test_after_seven_days_it_is_gone(looked_at, cast, at):
    upload, later = looked_at(), at + timedelta(days=7)
    assert queries.upload_for(cast.own.actor(), upload.pk, at=later - timedelta(seconds=1)) == upload
    with pytest.raises(NotVisible):  # also when no job has run
        queries.upload_for(cast.own.actor(), upload.pk, at=later)
    assert commands.forget_uploads(actor=SYSTEM, at=later - timedelta(seconds=1)) == 0
    assert commands.forget_uploads(actor=SYSTEM, at=later) == 1
    assert Upload.objects.count() == 0


def test_the_job_forgets_by_the_house_clock(looked_at, clock, at):
    from werktop.exchange.jobs import forget

    looked_at()
    assert forget(timestamp=0) == 0
    assert not Entry.objects.filter(verb="exchange.forget_uploads").exists()
    clock.set(at + timedelta(days=7))
    assert forget(timestamp=0) == 1


def test_the_trail_counts_and_names_nobody(taken_over):
    taken_over(people(("Fatima El Amrani", "f@post.example")), "candidates")
    lines = {entry.verb: entry.detail for entry in Entry.objects.all()}
    assert lines["exchange.apply_upload"] == {"added": 1, "already_there": 0, "no_longer_shared": 0}
    assert "Fatima" not in str(lines)
