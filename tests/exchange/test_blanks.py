"""The empty templates: filled in and sent back, they are read without a remark."""

import io

import pytest
from openpyxl import load_workbook
from tests.exchange.making import read, saved

from werktop.exchange.blanks import blank_csv, blank_workbook
from werktop.exchange.kinds import KINDS
from werktop.exchange.refusals import ListHasNoRows
from werktop.exchange.sheets import column_letter

every_kind = pytest.mark.parametrize("slug", list(KINDS))


def opened(content):
    return load_workbook(io.BytesIO(content))


@every_kind
def test_an_empty_template_is_recognised_as_its_kind(slug):
    for content in (blank_workbook(KINDS[slug]), blank_csv(KINDS[slug])):
        with pytest.raises(ListHasNoRows):
            read(content, slug)


@every_kind
def test_the_example_of_every_column_is_a_row_that_is_taken_over(slug):
    kind = KINDS[slug]
    book = opened(blank_workbook(kind))
    for number, column in enumerate(kind.columns, start=1):
        book.worksheets[0].cell(row=2, column=number, value=column.example)
    reading = read(saved(book), slug)
    assert len(reading.rows) == 1
    assert reading.dropped_columns == ()
    # examples of telephone numbers and talents belong to nobody and to no catalogue
    assert {problem.code for problem in reading.problems} <= {"phone_odd", "competency_unknown"}


@every_kind
def test_every_column_is_explained(slug):
    book = opened(blank_workbook(KINDS[slug]))
    explained = [row[0].value for row in book["Uitleg"].iter_rows(min_row=2)]
    assert explained == [column.title for column in KINDS[slug].columns]


def test_words_to_choose_from_are_offered_without_forbidding_others():
    book = opened(blank_workbook(KINDS["candidates"], choices={"likes": ["Koken", "Samenwerken"]}))
    keys = [column.key for column in KINDS["candidates"].columns]
    letter = column_letter(keys.index("likes") + 1)
    offers = {str(offer.sqref): offer for offer in book.worksheets[0].data_validations.dataValidation}
    offer = offers[f"{letter}2:{letter}1001"]
    assert offer.formula1 == f"'Keuzes'!${letter}$2:${letter}$3"
    assert not offer.showErrorMessage
    assert [book["Keuzes"][f"{letter}{row}"].value for row in (2, 3)] == ["Koken", "Samenwerken"]


def test_telephone_numbers_keep_their_zero_in_the_template():
    sheet = opened(blank_workbook(KINDS["candidates"])).worksheets[0]
    assert sheet.column_dimensions["C"].number_format == "@"


@every_kind
def test_the_csv_template_opens_in_a_dutch_excel(slug):
    content = blank_csv(KINDS[slug])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").rstrip().split(";") == [column.title for column in KINDS[slug].columns]
