"""`./werktop import`: the same list, from a shell."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import F
from tests.exchange.making import CANDIDATE_HEADER, SONAR_WORKBOOK, workbook

from werktop.accounts.roles import Role
from werktop.candidates.models import Candidate
from werktop.config import commandline
from werktop.exchange.models import Upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(cast, capsys, monkeypatch):
    """`run(file, …)` gives the exit code and what was printed as JSON."""
    monkeypatch.setenv("DATABASE_URL", "postgresql:///never-connected-to")
    monkeypatch.setenv("WERKTOP_MODE", "test")  # which the command changes; put back afterwards

    def do(path, *more, kind="sonar", actor=None, organisation=None):
        code = commandline.main(
            [
                *("import", str(path), "--kind", kind),
                *("--organisation", organisation or cast.own.organisation.slug),
                *("--actor", actor or cast.own.account().email),
                *more,
            ]
        )
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else said.err

    return do


@pytest.fixture
def half_good(tmp_path):
    path = tmp_path / "gasten.xlsx"
    empty = ("",) * (len(CANDIDATE_HEADER) - 2)
    path.write_bytes(
        workbook([CANDIDATE_HEADER, ("Sam", "sam@post.example", *empty), ("", "x@post.example", *empty)])
    )
    return path


def test_without_apply_it_tells_and_saves_nothing(run):
    code, report = run(SONAR_WORKBOOK)
    assert code == 0
    assert (report["rows"], report["new"], report["refused"], report["taken"]) == (24, 24, 0, None)
    assert "BSN" in [column["title"] for column in report["dropped_columns"]]
    assert (Candidate.objects.count(), Upload.objects.count()) == (0, 0)


def test_with_apply_it_takes_over_and_again_changes_nothing(run):
    assert run(SONAR_WORKBOOK, "--apply")[1]["taken"] == {
        "added": 24,
        "already_there": 0,
        "no_longer_shared": 0,
    }
    code, report = run(SONAR_WORKBOOK, "--apply")
    assert (code, report["taken"]) == (0, {"added": 0, "already_there": 24, "no_longer_shared": 0})
    assert Candidate.objects.count() == 24


def test_the_same_run_started_again_with_its_key_does_nothing_and_prints_the_same(run, half_good):
    key = str(uuid4())
    code, report = run(SONAR_WORKBOOK, "--apply", "--key", key)
    assert (code, report["taken"]["added"]) == (0, 24)
    assert run(SONAR_WORKBOOK, "--apply", "--key", key) == (0, report)
    assert (Candidate.objects.count(), Upload.objects.count()) == (24, 1)
    code, said = run(half_good, "--apply", "--key", key, kind="candidates")
    assert code == 1 and "al eerder" in said
    assert Candidate.objects.count() == 24


def test_the_same_run_after_its_report_was_erased_says_that_it_was_done(run):
    key = str(uuid4())
    run(SONAR_WORKBOOK, "--apply", "--key", key)
    Upload.objects.update(expires_at=F("expires_at") - timedelta(days=8))
    code, said = run(SONAR_WORKBOOK, "--apply", "--key", key)
    assert code == 1 and "al eerder overgenomen. Het verslag is na zeven dagen gewist" in said
    Upload.objects.all().delete()
    assert run(SONAR_WORKBOOK, "--apply", "--key", key) == (code, said)
    assert Candidate.objects.count() == 24


def test_refused_rows_exit_with_2_and_the_fine_ones_come_in(run, half_good):
    code, report = run(half_good, kind="candidates")
    assert (code, report["refused"]) == (2, 1)
    told = [problem for problem in report["problems"] if problem["level"] == "refused"]
    assert [(problem["row"], problem["column"], problem["code"]) for problem in told] == [
        (3, "Naam", "name_missing")
    ]
    code, report = run(half_good, "--apply", kind="candidates")
    assert (code, report["taken"]) == (2, {"added": 1, "already_there": 0, "no_longer_shared": 0})


def test_of_many_alike_remarks_the_report_keeps_every_row(run, tmp_path):
    path, empty = tmp_path / "gasten.xlsx", ("",) * (len(CANDIDATE_HEADER) - 4)
    rows = [(f"Sam {n}", f"sam{n}@post.example", "", "1000 ZZ", *empty) for n in range(24)]
    path.write_bytes(workbook([CANDIDATE_HEADER, *rows]))
    _code, report = run(path, kind="candidates")
    assert [problem["row"] for problem in report["problems"]] == list(range(2, 26))


def test_a_refused_file_exits_with_2_and_says_why(run, tmp_path):
    path = tmp_path / "leeg.xlsx"
    path.write_bytes(b"")
    code, report = run(path, "--apply")
    assert (code, report["problem"]["code"]) == (2, "file_is_empty")
    assert report["problem"]["remedy"]


def test_an_unknown_file_organisation_or_colleague_exits_with_1(run, cast, tmp_path):
    assert run(tmp_path / "nowhere.xlsx")[0] == 1
    code, said = run(SONAR_WORKBOOK, organisation="nowhere")
    assert (code, "no organisation nowhere" in said) == (1, True)
    assert run(SONAR_WORKBOOK, actor="nobody@nowhere.example")[0] == 1
    assert run(SONAR_WORKBOOK, actor=cast.other.account().email)[0] == 1
    assert run(SONAR_WORKBOOK, "--apply", actor=cast.own.account(Role.TEAM_LEAD).email)[0] == 1
    private = {"actor": cast.private.account().email, "organisation": cast.private.organisation.slug}
    code, said = run(SONAR_WORKBOOK, **private)
    assert (code, "keeps no files of people" in said) == (1, True)
    assert Candidate.objects.count() == 0
