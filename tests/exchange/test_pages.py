"""The pages of the exchange, over HTTP."""

from __future__ import annotations

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from tests import making
from tests.exchange.making import CANDIDATE_HEADER, SONAR_WORKBOOK, saved, workbook

from werktop.audit.models import PersonalView
from werktop.candidates.models import Candidate
from werktop.employers.models import Employer
from werktop.exchange.models import Upload

pytestmark = pytest.mark.django_db
START = reverse("exchange:uploads")


@pytest.fixture
def client(cast, log_in, clock):
    return log_in(cast.own.account())


def send(client, content, kind="candidates", name="gasten.xlsx", **other):
    file = SimpleUploadedFile(name, content)
    return client.post(START, {"request_key": str(uuid4()), "kind": kind, "file": file} | other)


def candidates(*rows):
    return workbook([CANDIDATE_HEADER, *[(*row, *[""] * (len(CANDIDATE_HEADER) - len(row))) for row in rows]])


def a_formula():
    book = load_workbook(io.BytesIO(candidates(("Sam", "sam@post.example"), ("Bo", "bo@post.example"))))
    book.active["B3"] = '=CONCAT("bo","@post.example")'
    return saved(book)


def test_the_sonar_export_comes_in_through_the_page(client, cast):
    response = send(client, SONAR_WORKBOOK.read_bytes(), "sonar")
    upload = Upload.objects.get()
    address = reverse("exchange:upload", kwargs={"upload_id": upload.pk})
    assert response.url == address
    shown = client.get(address).content.decode()
    assert "<strong>24</strong> rijen zijn nieuw" in shown
    assert "Neem 24 rijen over" in shown
    assert Candidate.objects.count() == 0

    key = str(uuid4())
    client.post(address, {"request_key": key})
    shown = client.post(address, {"request_key": key}, follow=True).content.decode()
    assert "Nieuwe kandidaten: 24." in shown
    assert "24 november 10.00" in client.get(START).content.decode(), "the month as Dutch writes it"
    assert Candidate.objects.filter(organisation=cast.own.organisation).count() == 24
    listed = client.get(reverse("desk:candidates")).content.decode()
    assert Candidate.objects.order_by("first_name").first().first_name in listed


def test_a_list_of_entrepreneurs_comes_in_through_the_page(client):
    content = workbook([("Bedrijf", "Contactpersoon"), ("Bakkerij De Aar", "Robin Bakker")])
    address = send(client, content, "entrepreneurs").url
    shown = client.post(address, {"request_key": str(uuid4())}, follow=True).content.decode()
    assert "Nieuwe werkgevers: 1. Nieuwe ondernemers: 1." in shown
    assert Employer.objects.get().entrepreneurs.get().name == "Robin Bakker"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Het bestand is leeg."),
        (workbook([]), "Het bestand is leeg."),
        (workbook([CANDIDATE_HEADER]), "staat nog niemand"),
        (workbook([("Naam", "Telefoon"), ("Sam", "0612345678")])[:-400], "De werkmap is beschadigd."),
        (workbook([("Kleur", "Maat"), ("rood", "3")]), "We missen in de lijst: Naam"),
        (b"%PDF-1.7 ...", "Dit is een PDF met de naam .xlsx."),
        (bytes(20 * 2**20 + 1), "Het bestand is groter dan 20 MB."),
        (SONAR_WORKBOOK.read_bytes(), "Dit lijkt een andere lijst"),
    ],
    ids=[
        "nothing",
        "no rows at all",
        "header only",
        "broken",
        "wrong columns",
        "a PDF",
        "20 MB",
        "other kind",
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words_and_the_choice_is_kept(client, content, sentence):
    response = send(client, content)
    shown = response.content.decode()
    assert response.status_code == 422
    assert sentence in shown
    assert 'value="candidates" checked' in shown
    assert "Kies ook het bestand opnieuw" in shown
    assert Upload.objects.count() == 0


def test_a_file_that_is_too_large_is_not_read_into_memory(client, monkeypatch):
    def read(*_told):
        pytest.fail("the whole file is read")

    monkeypatch.setattr(TemporaryUploadedFile, "read", read, raising=False)
    response = send(client, bytes(20 * 2**20 + 1))
    assert response.status_code == 422
    assert "Het bestand is groter dan 20 MB." in response.content.decode()


def test_a_formula_refuses_its_row_and_no_other(client):
    address = send(client, a_formula()).url
    shown = client.get(address).content.decode()
    assert "In deze cel staat een formule" in shown
    assert "plak ze als waarden" in shown
    client.post(address, {"request_key": str(uuid4())})
    assert [c.first_name for c in Candidate.objects.all()] == ["Sam"]


def test_without_kind_or_file_the_form_says_what_to_choose(client):
    shown = client.post(START, {"request_key": str(uuid4())}).content.decode()
    assert "Kies wat voor lijst het is." in shown
    assert "Kies een bestand" in shown


def test_a_file_sent_twice_is_one_upload(client):
    key, content = str(uuid4()), candidates(("Sam", "sam@post.example"))  # a workbook tells when it was made
    first = send(client, content, request_key=key)
    assert send(client, content, request_key=key).url == first.url
    assert Upload.objects.count() == 1


def test_remarks_can_be_narrowed_to_what_is_refused(client):
    content = candidates(("", "x@post.example"), ("Sam", "sam@post.example", "", "1000 ZZ"))
    address = send(client, content).url
    both, refused, doubtful = (
        client.get(address + query).content.decode() for query in ("", "?soort=refused", "?soort=doubtful")
    )
    nameless, far = "Er staat niets bij: de naam.", "Postcode 1000 ZZ kennen we niet."
    assert nameless in both and far in both
    assert nameless in refused and far not in refused
    assert nameless not in doubtful and far in doubtful


def test_who_may_be_here_already_is_named_linked_and_logged(client, cast):
    fatima = making.candidate(cast.own, "Fatima", postcode="4001 AB")
    address = send(client, candidates(("Fatima El Amrani", "f@post.example", "", "4001 AB"))).url
    shown = client.get(address).content.decode()
    assert reverse("candidates:candidate", kwargs={"candidate_id": fatima.pk}) in shown
    assert PersonalView.objects.filter(page="exchange:upload", about_ids=[str(fatima.pk)]).count() == 1


def test_dropped_columns_are_named(client):
    address = send(client, SONAR_WORKBOOK.read_bytes(), "sonar").url
    shown = client.get(address).content.decode()
    assert "Bewust niet bewaard:" in shown and "BSN" in shown


def test_a_list_that_is_put_away_shows_nothing_of_it(client):
    address = send(client, candidates(("Sam Voorbeeld", "sam@post.example"))).url
    shown = client.post(f"{address}weg/", {"request_key": str(uuid4())}, follow=True).content.decode()
    assert "Er is niets overgenomen." in shown
    shown = client.get(address).content.decode()
    assert "Weggelegd" in shown and "Sam Voorbeeld" not in shown


def test_another_organisations_list_is_not_found(client, cast, log_in):
    address = send(client, candidates(("Sam", "sam@post.example"))).url
    stranger = log_in(cast.other.account())
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, {"request_key": str(uuid4())}).status_code == 404
    assert Candidate.objects.count() == 0


def test_after_seven_days_the_report_is_not_found(client, clock, at):
    address = send(client, candidates(("Sam", "sam@post.example"))).url
    clock.set(at + timedelta(days=7))
    assert client.get(address).status_code == 404
    assert "gasten.xlsx" not in client.get(START).content.decode()


def test_a_collective_is_offered_only_lists_of_entrepreneurs(cast, log_in, clock):
    client = log_in(cast.private.account())
    shown = client.get(START).content.decode()
    assert 'value="entrepreneurs"' in shown and 'value="candidates"' not in shown
    assert send(client, candidates(("Sam", "sam@post.example"))).status_code == 200
    assert Upload.objects.count() == 0


@pytest.mark.parametrize("kind", ["candidates", "entrepreneurs"])
@pytest.mark.parametrize("file_type", ["xlsx", "csv"])
def test_an_empty_list_is_there_to_fill_in(client, kind, file_type):
    address = reverse("exchange:template", kwargs={"kind": kind, "file_type": file_type})
    response = client.get(address)
    assert f".{file_type}" in response["Content-Disposition"]
    refused = send(client, response.content, kind, name=f"leeg.{file_type}")
    assert "staat nog niemand" in refused.content.decode()


def test_the_catalogues_words_are_offered_in_the_empty_list(client):
    address = reverse("exchange:template", kwargs={"kind": "candidates", "file_type": "xlsx"})
    book = load_workbook(io.BytesIO(client.get(address).content))
    offered = {cell.value for row in book.worksheets[2].iter_rows() for cell in row}
    assert making.terms("inpakken")[0].label_nl in offered


@pytest.mark.parametrize(
    ("kind", "file_type"), [("sonar", "xlsx"), ("nonsense", "csv"), ("candidates", "pdf")]
)
def test_there_is_no_other_empty_list(client, kind, file_type):
    address = reverse("exchange:template", kwargs={"kind": kind, "file_type": file_type})
    assert client.get(address).status_code == 404


def test_many_lists_cost_as_many_queries_as_few(client, cast, at):
    def made(count):
        Upload.objects.bulk_create(
            [
                Upload(
                    organisation=cast.own.organisation,
                    account=cast.own.account(),
                    kind="candidates",
                    created_at=at,
                    expires_at=at + timedelta(days=7),
                )
                for _ in range(count)
            ]
        )

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(START).status_code == 200
        return len(asked)

    made(10)
    few = queries()
    made(990)
    assert queries() == few <= 15
