"""The functions to begin with name words of the catalogue, and their tasks fill their hours."""

import pytest

from werktop.catalogue import shipped
from werktop.catalogue.choices import Sector, TermKind
from werktop.work_profiles.choices import Level
from werktop.work_profiles.examples import examples

KINDS = {row["code"]: row["kind"] for row in shipped.terms()}
NEEDS = {row["code"] for row in shipped.requirements()}


def test_there_are_some_forty_over_twelve_sectors():
    found = examples()
    assert len(found) >= 40
    assert len({each.sector for each in found}) >= 12
    assert {each.sector for each in found} <= set(Sector.values)
    for name in ("code", "title_nl", "title_en"):
        assert len({getattr(each, name) for each in found}) == len(found), name


@pytest.mark.parametrize("example", examples(), ids=lambda each: each.code)
def test_each_names_words_of_the_catalogue_and_tasks_that_fill_its_hours(example):
    competencies = [*example.must, *example.learn]
    assert {KINDS.get(code) for code in competencies} == {TermKind.COMPETENCY}
    assert len(set(competencies)) == len(competencies)
    assert {KINDS.get(code) for code in example.likes} == {TermKind.INTEREST}
    assert set(example.needs) <= NEEDS
    assert {task.level for task in example.tasks} <= set(Level.values)
    assert sum(task.hours for task in example.tasks) == example.hours
    assert example.place_words.endswith(".")
