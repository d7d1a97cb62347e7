"""What a sentence says that changes at a firm is read with its kind and when: a set that was written before the grammar."""

from __future__ import annotations

from datetime import date

import pytest
from tests.contacts.chance_sentences import SENTENCES

from werktop.contacts.reading.changes import changes_in
from werktop.employers.models import ChanceKind
from werktop.employers.spans import code_of

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(("sentence", "chances"), SENTENCES)
def test_a_change_is_read(sentence, chances):
    found = changes_in(sentence, TODAY, people=("Fatima El Amrani", "Omar Yildiz"))
    assert [(each.kind, code_of(each.day, each.span)) for each in found] == chances
    assert {each.kind for each in found} <= set(ChanceKind.values)
