"""A telephone number stands on screen as people write it; what we do not know stays as it was noted."""

import pytest
from django.template import Context, Template

from werktop.post.reach import phone_in
from werktop.ui.components.phones import phone


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+31612345678", "06 12345678"),
        ("+31344123456", "0344 123456"),
        ("+31101234567", "010 1234567"),
        ("+31880001234", "088 0001234"),
        ("+3225551234", "+3225551234"),
        ("0344 000 000", "0344 000 000"),
        ("belt liever niet", "belt liever niet"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_number_as_people_write_it(stored, shown):
    assert phone(stored) == shown
    assert Template("{% load ui %}{{ number|phone }}").render(Context({"number": stored})) == shown


@pytest.mark.parametrize("stored", ["+31612345678", "+31344123456", "+31101234567"])
def test_what_is_shown_is_read_back_as_the_same_number(stored):
    assert phone_in(phone(stored)).number == stored
