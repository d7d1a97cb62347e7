"""Who is erased is in no list that is kept still."""

from __future__ import annotations

import pytest
from tests import making
from tests.exchange.making import CANDIDATE_HEADER, workbook
from tests.whole.erasing import tables_that_hold

from werktop.audit.models import Entry
from werktop.candidates import commands as candidates
from werktop.candidates.models import Candidate
from werktop.employers import commands as employers
from werktop.employers.models import Entrepreneur
from werktop.exchange import commands
from werktop.exchange.models import Upload

pytestmark = pytest.mark.django_db
LIST = workbook(
    [
        CANDIDATE_HEADER,
        ("Quirinella Xylofanter", "q@", "0612345678", "4001 AB", "", "", "", "", ""),
        ("Bram Smit", "bram@post.example", "", "4001 AB", "", "", "", "", ""),
    ]
)
FIRMS = workbook(
    [
        ("Bedrijf", "Contactpersoon", "E-mail", "Postcode"),
        ("Bakkerij De Aar", "Quirinella Xylofanter", "q@aar.example", "4001 AB"),
        ("Molen Bommel", "Kees Molenaar", "kees@molen.example", "4001 AC"),
    ]
)


@pytest.fixture
def looked_at(cast, at):
    def do(content, kind):
        return commands.preview_upload(
            actor=cast.own.actor(), at=at, organisation_id=cast.own.organisation.pk, kind=kind,
            file_name="lijst.xlsx", content=content,
        )  # fmt: skip

    return do


def names(upload_id, name="full_name"):
    return [row[name] for row in Upload.objects.get(pk=upload_id).rows]


def test_an_erased_candidate_goes_from_lists_that_wait(cast, at, looked_at):
    made = making.candidate(
        cast.own, "Quirinella", last_name="Xylofanter", phone="+31612345678", email="", postcode="4001 AB"
    )
    upload = looked_at(LIST, "candidates")
    assert names(upload) == ["Quirinella Xylofanter", "Bram Smit"]
    candidates.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=made.pk, reason="asked")
    assert names(upload) == ["Bram Smit"]
    assert tables_that_hold("Quirinella", "31612345678") == []
    # the trail keeps the key on purpose
    assert str(made.pk) not in str(Upload.objects.get(pk=upload).report)
    assert Entry.objects.filter(about_id=made.pk).exists()
    assert commands.apply_upload(actor=cast.own.actor(), at=at, upload_id=upload)["added"] == 1


def test_an_erased_candidate_goes_from_the_report_of_the_list_that_brought_them(cast, at, looked_at):
    upload = looked_at(LIST, "candidates")
    commands.apply_upload(actor=cast.own.actor(), at=at, upload_id=upload)
    assert "q@" in str(Upload.objects.get(pk=upload).report["problems"])
    made = Candidate.objects.get(first_name="Quirinella")
    candidates.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=made.pk, reason="asked")
    assert Upload.objects.get(pk=upload).report["problems"] == []


def test_a_namesake_elsewhere_stays_in_the_list(cast, at, looked_at):
    upload = looked_at(LIST, "candidates")
    made = making.candidate(
        cast.own, "Quirinella", last_name="Xylofanter", phone="+31699999999", email="", postcode="6621 AA"
    )
    candidates.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=made.pk, reason="asked")
    assert names(upload) == ["Quirinella Xylofanter", "Bram Smit"]


def test_an_erased_entrepreneur_goes_from_lists_that_wait(cast, at, looked_at):
    first, again = looked_at(FIRMS, "entrepreneurs"), looked_at(FIRMS, "entrepreneurs")
    commands.apply_upload(actor=cast.own.actor(), at=at, upload_id=first)
    person = Entrepreneur.objects.get(first_name="Quirinella")
    employers.erase_entrepreneur(actor=cast.own.actor(), at=at, entrepreneur_id=person.pk, reason="asked")
    assert names(again, "contact_name") == ["Kees Molenaar"]
    assert tables_that_hold("Quirinella") == []
