"""Codes of the Standard Industrial Classification (SBI, CBS): two to five digits, of which the first two say the division.

Our sectors are the sections of SBI 2008. SBI 2025 (NACE Rev. 2.1) gave other letters from J on, but the same divisions, so that
the division says our sector for both; what it moved out of its division, we move back (`_MOVED`).
"""

from __future__ import annotations

V2008, V2025 = "2008", "2025"
VERSIONS = (V2008, V2025)
_UNTIL = (
    (3, "A"), (9, "B"), (33, "C"), (35, "D"), (39, "E"), (43, "F"), (47, "G"), (53, "H"), (56, "I"), (63, "J"), (66, "K"),
    (68, "L"), (75, "M"), (82, "N"), (84, "O"), (85, "P"), (88, "Q"), (93, "R"), (96, "S"), (98, "T"), (99, "U"),
)  # fmt: skip
_NOT_USED = frozenset((4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89))
_GONE_IN_2025 = 45
"""Trade and repair of cars: the trade went to divisions 46 and 47, the repair to group 95.3."""
_MOVED = {"953": "G"}
"""Groups that SBI 2025 has in a division of another of our sectors. SBI 2008 knows no 95.3."""


def code_in(typed: str) -> str:
    """The digits of a code as people write it ("10.71.1"); "" where it is none."""
    digits = typed.replace(".", "").replace(" ", "")
    return digits if digits.isascii() and digits.isdigit() and 2 <= len(digits) <= 5 else ""


def section_of(code: str, version: str = "") -> str:
    """The letter of our sector (that of SBI 2008) in which this code lies; "" where there is no such division. A code of which
    nobody said the version may be of either."""
    division = int(code[:2]) if code_in(code[:2]) else 0
    if division < 1 or division in _NOT_USED or (version == V2025 and division == _GONE_IN_2025):
        return ""
    moved = _MOVED.get(code[:3]) if version != V2008 else None
    return moved or next((letter for last, letter in _UNTIL if division <= last), "")
