"""What stands in an address or a field is a number only where it is one."""

import pytest

from werktop.ui.typed import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("012", 12), ("999999", 999_999)])
def test_a_whole_number_is_read(text, number):
    assert whole_number(text, -1) == number


@pytest.mark.parametrize("text", [None, "", "²", "٣", "-1", "1.5", " 1", "1 ", "x", "1000000", "9" * 5000])
def test_anything_else_is_none(text):
    assert whole_number(text) == 0
    assert whole_number(text, -1) == -1
