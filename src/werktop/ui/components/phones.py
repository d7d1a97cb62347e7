"""Telephone numbers as people in the country write them. They are stored with +31 (E.164)."""

import re

# the numbers of which the first part has three digits; all others have four
SHORT_AREAS = frozenset(
    "010 013 014 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 "
    "070 071 072 073 074 075 076 077 078 079 084 085 087 088 091".split()
)


def phone(number: str | None) -> str:
    """A Dutch number as "06 12345678", "0344 123456" or "010 1234567"; any other as it was noted.

    The areas are those of the numbering plan for telephony (ACM): two or three digits after the nought.
    """
    words = number or ""
    if not re.fullmatch(r"\+31[1-9]\d{8}", words):
        return words
    bare = f"0{words[3:]}"
    first = 2 if bare[1] == "6" else 3 if bare[:3] in SHORT_AREAS else 4
    return f"{bare[:first]} {bare[first:]}"
