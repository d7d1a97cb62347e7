"""Alike remarks are one line, and no row is lost by it: on the page, in the download, in the report of the shell."""

from __future__ import annotations

import ast
import csv
import io
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests import making
from tests.exchange.making import CANDIDATE_HEADER, codes, read, workbook

from werktop import exchange
from werktop.audit.models import Entry, PersonalView
from werktop.exchange.models import Upload
from werktop.exchange.problems import worded
from werktop.exchange.remarks import HEADINGS, SHOWN, remarks


def people(*rows):
    return workbook([CANDIDATE_HEADER, *[(*row, *[""] * (len(CANDIDATE_HEADER) - len(row))) for row in rows]])


def far(count):
    """So many fine rows with a postcode that nobody knows; the first stands in row 2."""
    return [(f"Sam {n}", f"sam{n}@post.example", "", "1000 ZZ") for n in range(count)]


def found(*rows):
    return remarks(worded(problem.as_kept() for problem in read(people(*rows)).problems))


def codes_in_the_source():
    """Every code that a problem of ours can have, as the source spells it."""
    places = {"doubt": 1, "refuse": 1, "required_line": 2, "required_name": 2, "Problem": 3}
    for path in Path(exchange.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", "") or getattr(call.func, "id", "")
            if name in places and len(call.args) > places[name]:
                code = call.args[places[name]]
                if isinstance(code, ast.Constant):
                    yield code.value


def test_every_kind_of_remark_has_a_heading_and_no_heading_is_left_over():
    assert set(codes_in_the_source()) == set(HEADINGS)


def test_alike_remarks_are_one_with_their_rows():
    one = found(*far(3), ("Bo", "bo@post.example"), ("An", "an@post.example", "", "9999 AA"))
    assert [(r.heading, r.column, r.count, r.rows) for r in one] == [
        ("Postcode onbekend, we nemen hem wel over", "Postcode", 4, "2–4, 6")
    ]
    assert [problem["text"].split()[1] for problem in one[0].problems] == ["1000", "1000", "1000", "9999"]


def test_one_remark_alone_says_what_stands_there():
    assert found(("An", "an@post.example", "", "9999 AA"))[0].heading.startswith("Postcode 9999 AA kennen")


def test_what_is_refused_comes_first_however_few():
    found_here = found(*far(9), ("", "x@post.example"))
    assert [(r.level, r.count) for r in found_here] == [("refused", 1), ("doubtful", 9)]


def test_of_many_rows_apart_the_first_are_named():
    rows = [
        row
        for pair in zip(far(8), [("Bo", f"bo{n}@post.example") for n in range(8)], strict=True)
        for row in pair
    ]
    assert found(*rows)[0].rows == "2, 4, 6, 8, 10, 12 …"


@pytest.fixture
def client(cast, log_in, clock):
    return log_in(cast.own.account())


def sent(client, content, kind="candidates"):
    file = SimpleUploadedFile("gasten.xlsx", content)
    answer = client.post(
        reverse("exchange:uploads"), {"request_key": str(uuid4()), "kind": kind, "file": file}
    )
    return answer.url


def download(client, address):
    return client.post(f"{address}opmerkingen/", {"request_key": str(uuid4())})


def lines(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


@pytest.mark.django_db
def test_every_row_can_be_found_on_the_page(client):
    address = sent(client, people(*far(24)))
    shown = client.get(address).content.decode()
    assert shown.count("Postcode 1000 ZZ kennen we niet.") == 1
    assert "24 rijen: 2–25" in shown
    only = client.get(f"{address}?rij=17").content.decode()
    assert "Rij 17." in only and "Postcode 1000 ZZ kennen we niet" in only and "Rij 18" not in only
    assert "Bij rij 400 staat geen opmerking" in client.get(f"{address}?rij=400").content.decode()
    assert client.get(f"{address}?rij=zeventien").status_code == 200


@pytest.mark.django_db
def test_a_page_stays_short_and_says_where_the_rest_is(client):
    rows = [(f"Sam {n}", f"geen adres {n}", "", "4001 AB") for n in range(SHOWN + 40)]
    address = sent(client, people(*rows))
    shown = client.get(address).content.decode()
    assert shown.count("<strong>Rij ") == SHOWN
    assert "Nog 40 rijen staan in de download" in shown
    assert len(lines(download(client, address))) == 1 + SHOWN + 40 + 1


@pytest.mark.django_db
def test_all_remarks_can_be_downloaded_what_is_refused_first(client, cast):
    address = sent(client, people(*far(2), ("", "=1+1@post.example"), ("Bo", "=HYPERLINK", "", "4001 AB")))
    answer = download(client, address)
    header, *rows, end = lines(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="opmerkingen.csv"'
    assert header == ["rij", "gevolg", "kolom", "wat er staat", "wat je kunt doen"]
    assert [row[:3] for row in rows[:1]] == [["4", "niet overgenomen", "Naam"]]
    assert {"2", "3", "4", "5"} == {row[0] for row in rows}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert end == [f"# einde van de lijst: {len(rows)}"]
    line = Entry.objects.get(verb="exchange.note_report_taken")
    assert line.detail == {"count": len(rows)}


@pytest.mark.django_db
def test_a_text_that_begins_like_a_formula_is_no_formula_in_the_download(client):
    address = sent(client, people(("Sam", "sam@post.example")))
    Upload.objects.update(
        report={
            "problems": [
                {
                    "row": 2,
                    "level": "doubtful",
                    "code": "phone_odd",
                    "column": "=cmd|x",
                    "text": "@SUM(A1)",
                    "remedy": "-1",
                }
            ]
        }
    )
    assert lines(download(client, address))[1][2:] == ["'=cmd|x", "'@SUM(A1)", "'-1"]


@pytest.mark.django_db
def test_remarks_of_another_organisation_or_about_candidates_are_not_for_everybody(
    client, cast, log_in, clock
):
    address = sent(client, people(*far(2)))
    assert download(log_in(cast.other.account()), address).status_code == 404
    assert client.get(f"{address}opmerkingen/").status_code == 405
    assert not Entry.objects.filter(verb="exchange.note_report_taken").exists()


@pytest.mark.django_db
def test_people_who_may_be_there_are_linked_in_their_row(client, cast):
    made = [making.candidate(cast.own, f"Fatima{n}", last_name="Vos", postcode="4001 AB") for n in range(5)]
    address = sent(
        client, people(*[(f"Fatima{n} Vos", f"f{n}@post.example", "", "4001 AB") for n in range(5)])
    )
    shown = client.get(address).content.decode()
    assert shown.count("Staan deze mensen er al in?") == 1
    assert all(reverse("candidates:candidate", kwargs={"candidate_id": c.pk}) in shown for c in made)
    assert set(PersonalView.objects.get(page="exchange:upload").about_ids) == {str(c.pk) for c in made}


def test_the_codes_that_are_told_are_those_of_the_reading():
    assert set(codes(read(people(*far(2))))) == {"postcode_unknown"}


@pytest.mark.django_db
def test_remarks_are_said_in_the_language_of_who_reads_them(client):
    address = sent(
        client, people(("Sam {x}", "geen adres {y}", "0344-12", "9999 AA"), ("", "bo@post.example"))
    )
    assert "“geen adres {y}” is geen e-mailadres" in client.get(address).content.decode()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    english = client.get(address).content.decode()
    assert "“geen adres {y}” is not an e-mail address" in english and "is geen e-mailadres" not in english
    told = lines(download(client, address))
    assert not any("Vul de cel in" in cell for line in told for cell in line)
