"""A key that is sent from outside is read in one way: anything else is nobody's."""

from __future__ import annotations

from uuid import UUID

import pytest

from werktop.audit.keys import every_key_in, key_in, keys_in

KEY = UUID("01936c3e-0000-7000-8000-000000000001")


@pytest.mark.parametrize("sent", ["", None, "x", 7, f"{KEY}1", ["a"], "stap:" + str(KEY)])
def test_what_is_no_key_is_nobodys(sent):
    assert key_in(sent) is None
    assert keys_in([str(KEY), sent, KEY]) == [KEY, KEY], "it counts for nothing among others"
    assert every_key_in([str(KEY), sent]) is None, "or all of it is refused"


def test_a_key_is_read():
    assert key_in(str(KEY)) == key_in(KEY) == KEY
    assert every_key_in([str(KEY)]) == [KEY] and every_key_in([]) == []
