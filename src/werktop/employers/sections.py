"""Codes of the Standard Industrial Classification (SBI 2008, CBS): two to five digits, of which the first two say the section."""

from __future__ import annotations

_UNTIL = (
    (3, "A"), (9, "B"), (33, "C"), (35, "D"), (39, "E"), (43, "F"), (47, "G"), (53, "H"), (56, "I"), (63, "J"), (66, "K"),
    (68, "L"), (75, "M"), (82, "N"), (84, "O"), (85, "P"), (88, "Q"), (93, "R"), (96, "S"), (98, "T"), (99, "U"),
)  # fmt: skip
_NOT_USED = frozenset((4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89))


def code_in(typed: str) -> str:
    """The digits of a code as people write it ("10.71.1"); "" where it is none."""
    digits = typed.replace(".", "").replace(" ", "")
    return digits if digits.isascii() and digits.isdigit() and 2 <= len(digits) <= 5 else ""


def section_of(code: str) -> str:
    """The letter of the section in which this code lies; "" where there is no such division."""
    division = int(code[:2]) if len(code) >= 2 and code[:2].isdigit() else 0
    if division < 1 or division in _NOT_USED:
        return ""
    return next((letter for last, letter in _UNTIL if division <= last), "")
