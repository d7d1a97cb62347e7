"""A form that somebody overtook: what was typed stays, what nobody touched takes the answer of now."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from django.http import QueryDict

from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput


class AllKinds(VersionedForm):
    ASKED_AS = {"owner_id": "doer"}  # noqa: RUF012 - as forms of the rooms do

    words = forms.CharField(label="Wat?", required=False)
    day = forms.DateField(label="Wanneer?", required=False, widget=DayInput)
    doer = forms.ChoiceField(
        label="Wie?", choices=[("", "niemand"), ("a", "Ad"), ("b", "Bep")], required=False
    )
    days = forms.TypedMultipleChoiceField(
        label="Dagen?", choices=[(1, "ma"), (2, "di")], coerce=int, required=False
    )
    hours = forms.IntegerField(label="Uren?", required=False)
    is_done = forms.BooleanField(label="Gedaan?", required=False)


NOW: dict[str, Any] = {
    "version": "2", "words": "Nu", "day": date(2026, 11, 2), "doer": "b", "days": [1, 2], "hours": 24, "is_done": True,
}  # fmt: skip
CASES = [
    pytest.param("words", "words=", {"words": False}, "Nu", id="words-left"),
    pytest.param("words", "words=Ik", {"words": True}, "Ik", id="words-typed"),
    pytest.param("words", "words=", {"words": True}, None, id="words-emptied-on-purpose"),
    pytest.param("words", "words=", {}, "Nu", id="an-empty-answer-gives-way"),
    pytest.param("words", "words=Ik", {}, "Ik", id="a-full-answer-does-not"),
    pytest.param("day", "", {"day": False}, date(2026, 11, 2), id="a-day"),
    pytest.param("owner_id", "doer=a", {"owner_id": False, "doer": False}, "b", id="asked-as"),
    pytest.param("owner_id", "doer=a", {"owner_id": False, "doer": True}, "a", id="one-of-two-touched"),
    pytest.param("days", "days=1", {"days": False}, [1, 2], id="several"),
    pytest.param("hours", "hours=8", {"hours": False}, 24, id="a-number"),
    pytest.param("is_done", "", {"is_done": False}, True, id="a-tick"),
]


@pytest.mark.parametrize(("fact", "typed", "is_touched", "after"), CASES)
def test_what_was_not_touched_takes_the_answer_of_now(fact, typed, is_touched, after):
    form = AllKinds(QueryDict(typed))
    assert form.is_valid()
    said = form.overtaken([fact], now=NOW, is_touched=is_touched)
    again = AllKinds(form.data)
    assert again.is_valid()
    assert (again.cleaned_data[form.question_of(fact)] or None, again.data["version"]) == (after, "2")
    assert said.is_taken_over == (again.data != AllKinds(QueryDict(typed + "&version=2")).data)
