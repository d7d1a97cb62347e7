"""What stands in an address or a field and may be anything: read with care."""

from __future__ import annotations


def whole_number(text: str | None, otherwise: int = 0, *, digits: int = 6) -> int:
    """The whole number that `text` is, in at most that many digits 0-9; `otherwise` where it is none.

    `str.isdigit` alone will not do: it knows ², which `int` refuses, as it refuses a number of thousands of digits.
    """
    return int(text) if text and len(text) <= digits and text.isascii() and text.isdigit() else otherwise
