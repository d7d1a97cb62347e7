"""Rows survive being kept as JSON."""

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from tests.exchange.making import SONAR_WORKBOOK, read

from werktop.exchange import stored_rows
from werktop.exchange.kinds.candidates import CandidateRow
from werktop.exchange.kinds.entrepreneurs import EntrepreneurRow

CANDIDATE = CandidateRow(
    row=7,
    identity="f" * 64,
    full_name="Sam Voorbeeld",
    email="sam@voorbeeld.example",
    phone="+31612345678",
    postcode="4001 AB",
    address="Voorbeeldweg 1",
    languages=("nl", "ar"),
    other_languages=("Wolof",),
    competencies=("koken",),
    own_words=("vroeg op",),
    needs=("step_free",),
    other_needs=("een rustige plek",),
    invite_by="sms",
    is_shared=False,
    spoken_dutch=3,
    written_dutch=2,
    reported_date=date(2026, 3, 1),
    registered_date=date(2026, 4, 1),
    available_hours=Decimal("20.5"),
    education_level="Mbo",
    desired_occupation="Kok",
    driving_licences=("B",),
    transport="Fiets",
    staff_name="Kim Klaassen",
)
ENTREPRENEUR = EntrepreneurRow(
    row=3,
    identity="e" * 64,
    company="Bakkerij Voorbeeld",
    contact_name="Robin Voorbeeld",
    competencies=("inpakken",),
    introduces=("Garage Voorbeeld",),
    joined_date=date(2026, 3, 1),
)


def kept(kind, rows):
    return stored_rows.from_json(kind, json.loads(json.dumps(stored_rows.as_json(rows))))


def test_the_example_fills_every_field():
    assert [f.name for f in fields(CANDIDATE) if getattr(CANDIDATE, f.name) == f.default] == []


@pytest.mark.parametrize(("kind", "row"), [("candidates", CANDIDATE), ("entrepreneurs", ENTREPRENEUR)])
def test_a_row_comes_back_as_it_was(kind, row):
    assert kept(kind, [row]) == [row]


def test_the_sonar_export_comes_back_as_it_was():
    rows = list(read(SONAR_WORKBOOK.read_bytes(), "sonar").rows)
    assert kept("sonar", rows) == rows
