"""What a row becomes in the file of candidates or employers."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from tests.exchange.test_stored_rows import CANDIDATE

from werktop.exchange.facts import candidate_facts, colleagues_by_name


def facts(**changes):
    return candidate_facts(replace(CANDIDATE, **changes), source="sonar", colleagues={})


@pytest.mark.parametrize(("written", "whole"), [("20.5", 21), ("20.4", 20), ("0", 0)])
def test_hours_are_rounded(written, whole):
    assert facts(available_hours=Decimal(written))["hours_per_week"] == whole


def test_a_language_we_do_not_know_stays_in_own_words():
    assert facts()["own_words"] == "vroeg op\nSpreekt ook: Wolof"
    assert facts(other_languages=())["own_words"] == "vroeg op"


def test_what_is_needed_on_the_day_is_ticked_and_the_rest_noted():
    found = facts(needs=("interpreter", "travel_costs"))
    assert (found["is_interpreter_needed"], found["is_travel_paid"]) == (True, True)
    assert (found["is_step_free_needed"], found["is_childcare_needed"]) == (False, False)
    assert found["day_note"] == "een rustige plek"


def test_only_a_name_that_is_one_colleague_assigns():
    kim, bo, other_bo = uuid4(), uuid4(), uuid4()
    found = colleagues_by_name([("Kim Klaassen", kim), ("Bo Bos", bo), ("Bo Bos", other_bo)])
    row = replace(CANDIDATE, staff_name="kim  klaassen")
    assert candidate_facts(row, source="sonar", colleagues=found)["assigned_to_id"] == kim
    row = replace(CANDIDATE, staff_name="Bo Bos")
    assert candidate_facts(row, source="sonar", colleagues=found)["assigned_to_id"] is None
