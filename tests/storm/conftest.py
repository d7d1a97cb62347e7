"""Fixtures of the storms."""

from __future__ import annotations

import pytest
from tests.storm.side_by_side import Beside


@pytest.fixture
def beside():
    """`beside(act)` runs something on a connection of its own, while the test's own transaction is open, until it waits
    for somebody's lock or is done; `beside.end()` gives what each of them came to, once all are done."""
    acts = []

    def start(act):
        acts.append(Beside(act))
        acts[-1].start()
        acts[-1].until_it_waits_or_is_done()

    def end():
        return [each.end() for each in acts]

    start.end = end
    yield start
    end()
