"""Finding who may be meant by the words of a sentence: by whole words of a name, or by how a word begins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, GeneratedField, IntegerField, QuerySet, TextField, Value, Window
from django.db.models.functions import Concat, RowNumber

MARKS = ArrayField(TextField())
LEAST, MOST_WORDS = 3, 60
IN_ALL = frozenset(
    "aan als bij dat den der des die dit een ende het hij hem hun ik is kan met niet nog om onder ook op over per te ten ter "
    "toe tot uit van vanaf voor was wat wie wil ze zij zijn zoekt bellen belt gebeld langs geweest gesproken maart mei vrijdag "
    "maandag dinsdag woensdag donderdag zaterdag zondag vandaag morgen gisteren week volgende komende graag werk mensen "
    "de el al we en in er je nu af of zo na".split()
)
"""Words that say nothing about who is meant."""


class NameKey(Func):
    """A name as it is compared and ordered (migration 0002): lower case, without accents, single spaces."""

    function = "name_key"
    output_field = TextField()


class NameMarks(Func):
    """The marks of a name (migration 0002): its words, and "^" with their first three letters."""

    function = "name_marks"
    output_field = MARKS


def key_column(*fields: str) -> GeneratedField:
    """A column that the database keeps: the `NameKey` of these fields together."""
    return GeneratedField(expression=NameKey(_together(fields)), output_field=TextField(), db_persist=True)


def marks_column(*fields: str) -> GeneratedField:
    """A column that the database keeps: the `NameMarks` of these fields together."""
    marks = ArrayField(TextField())
    return GeneratedField(expression=NameMarks(_together(fields)), output_field=marks, db_persist=True)


def _together(fields: tuple[str, ...]) -> Any:
    parts: list[Any] = [part for field in fields for part in (field, Value(" "))][:-1]
    return Concat(*parts, output_field=TextField()) if len(fields) > 1 else F(fields[0])


class MarksShared(Func):
    """How many of the marks are among those sought."""

    function = "marks_shared"
    output_field = IntegerField()


class MarksAlike(Func):
    """Which of the marks are among those sought, in order."""

    function = "marks_alike"
    output_field = MARKS


def marks_in(sentence: str) -> list[str]:
    """The marks of the words of a sentence that may be names: all longer words, with a capital or an @ before them
    those of two letters too, and of the longer ones of these how they begin, so that a slip of the finger is forgiven. At
    most as many as a long sentence has."""
    found: dict[str, None] = {}
    for match in re.finditer(r"(@?)([^\W_]+)", sentence):
        word = _plain(match[2])
        is_shown = bool(match[1] or match[2][0].isupper())
        if len(word) < LEAST - is_shown or word in IN_ALL:
            continue
        found[word] = None
        if word.endswith("s") and len(word) > LEAST + 1:
            found[word[:-1]] = None  # Fatimas moeder
        if is_shown and len(word) >= 4:
            found[f"^{word[:3]}"] = None
    return list(found)[: 2 * MOST_WORDS]


def marked(rows: QuerySet[Any], marks: list[str], most: int, before: tuple[Any, ...] = ()) -> QuerySet[Any]:
    """The rows whose `name_marks` (`marks_column`) have one of these marks, those with the most of them first, then
    by `before`. Of those that have the same marks, however many there are, `most` and one more: a common name leaves room
    for the others, and `bearers` tells where it was cut off."""
    sought = Value(marks, output_field=MARKS)
    found = rows.filter(name_marks__overlap=marks)
    found = found.annotate(shared=MarksShared("name_marks", sought), alike=MarksAlike("name_marks", sought))
    nth = Window(RowNumber(), partition_by=F("alike"), order_by=[*before, "id"])
    return found.annotate(nth=nth).filter(nth__lte=most + 1).order_by("-shared", *before, "id")


def bearers(found: Iterable[Any], most: int) -> list[tuple[Any, bool]]:
    """The rows of `marked`, at most `most` with the same marks; True for those of whom there are more."""
    rows = list(found)
    cut_off = {tuple(row.alike) for row in rows if row.nth > most}
    return [(row, _is_one_of_more(row.alike, cut_off)) for row in rows if row.nth <= most]


def _is_one_of_more(alike: list[str], cut_off: set[tuple[str, ...]]) -> bool:
    if tuple(alike) in cut_off:
        return True
    # by how a word begins, and another word of the name stands elsewhere in the sentence
    begins = {mark[1:] for marks in cut_off if len(marks) == 1 for mark in marks if mark[0] == "^"}
    return any(f"^{begin}" in alike and not any(word.startswith(begin) for word in alike) for begin in begins)


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
