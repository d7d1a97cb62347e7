"""A row's identity is the same for the same person, other for another, and cannot be made without the key."""

from datetime import date

import pytest

from werktop.exchange.identity import row_identity

PERSON = {
    "key": b"key",
    "about": "candidate",
    "name": "Zoë van Voorbeeld",
    "email": "zoe@voorbeeld.example",
    "phone": "+31612345678",
    "postcode": "4001 AB",
    "registered_date": date(2026, 1, 4),
}


def test_spelling_does_not_make_another_person():
    other = {**PERSON, "name": " zoe VAN voorbeeld", "email": "Zoe@voorbeeld.example", "postcode": "4001ab"}
    assert row_identity(**other) == row_identity(**PERSON)


@pytest.mark.parametrize(
    "change",
    [
        {"key": b"other"},
        {"about": "entrepreneur"},
        {"name": "Zoë Voorbeeld"},
        {"email": "z@voorbeeld.example"},
        {"phone": "+31612345679"},
        {"postcode": "4001 AC"},
        {"registered_date": date(2026, 1, 5)},
        {"registered_date": None},
    ],
)
def test_every_part_counts(change):
    assert row_identity(**{**PERSON, **change}) != row_identity(**PERSON)


def test_parts_do_not_run_into_each_other():
    one = row_identity(**{**PERSON, "name": "ab", "phone": "c"})
    two = row_identity(**{**PERSON, "name": "a", "phone": "bc"})
    assert one != two


def test_without_a_key_there_is_no_identity():
    with pytest.raises(ValueError, match="key"):
        row_identity(**{**PERSON, "key": b""})
