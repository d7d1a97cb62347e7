"""Which encoding a text without a mark is in: UTF-8, or else one of the three in which Excel writes CSV.

Every byte is a character in all three of these, so that a wrong one raises nothing: "René" becomes "Ren‚" or "RenŽ". Words
give it away: a sign within a word, or a capital after a small letter, is not what people are called.
"""

from __future__ import annotations

from dataclasses import dataclass

# Windows; the command line of Windows ("CSV (MS-DOS)"); older Macs ("CSV (Macintosh)"). The first comes by far the most
LIKELY = ("cp1252", "cp850", "mac_roman")
_LETTERS = frozenset(
    chr(code) for code in range(0xC0, 0x100) if chr(code).isalpha() and chr(code) not in "ÐÞÝßÕ"
) | frozenset("ßŠšŽžŒœŸı")
_FREQUENT = frozenset("éëïöüèçäáàêñóîôûâå")
_AFTER_A_WORD = frozenset("’”»…²³°®™")
_BEFORE_A_WORD = frozenset("‘’“„«¿¡€£")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and whether another encoding says something else that fits as well."""

    text: str
    is_sure: bool = True


def decoded(content: bytes) -> Decoded:
    """The text of bytes without a mark.

    Where it is no UTF-8, what fits best by its words: Windows before the others, these by how frequent their letters are.
    """
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    found: dict[str, tuple[int, int, str]] = {}
    for encoding in LIKELY:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        found[encoding] = (*_oddities(text), text)
    fewest = min(odd for odd, _rare, _text in found.values())
    windows = found.get(LIKELY[0])
    best = windows if windows and windows[0] == fewest else min(found.values(), key=lambda each: each[:2])
    others = [each for each in found.values() if each is not best and each[:2] <= best[:2]]
    return Decoded(best[2], is_sure=not best[0] and not others)


def _oddities(text: str) -> tuple[int, int]:
    """How many characters cannot be where they are, and how many are there seldom."""
    odd = rare = 0
    for place, sign in enumerate(text):
        if sign < "\x80":
            continue
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if sign in "’\xa0" and before.isalpha() and after.isalpha():
            rare += not (sign == "’" and _is_apostrophe(text, place))
        elif not _fits(sign, before, after):
            odd += 1
        elif sign not in _LETTERS:
            rare += before.isalpha() or after.isalpha()
        else:
            rare += sign.lower() not in _FREQUENT or (sign.islower() and not before.isalpha())
    return odd, rare


def _is_apostrophe(text: str, place: int) -> bool:
    """As in "d’Arc", "foto’s" and "zo’n"."""
    one_before = not text[place - 2 : place - 1].isalpha()
    return one_before or (text[place + 1] in "snt" and not text[place + 2 : place + 3].isalpha())


def _fits(sign: str, before: str, after: str) -> bool:
    """Whether this can stand between these two in what people write."""
    if sign in _LETTERS and sign.isupper():
        is_inside = before.islower() or (before.isupper() and after.islower())
        return not is_inside and (after.isalpha() or before.isupper() or after == ".")
    if sign in _LETTERS:
        return not after.isupper() and (before.isalpha() or after.isalpha() or sign in "àéèêóáô")
    if before.isalpha() and (after.isalpha() or sign not in _AFTER_A_WORD):
        return False
    is_drawn = "\u2500" <= sign <= "\u25ff"
    return not is_drawn and (not after.isalpha() or sign in _BEFORE_A_WORD or before.isdigit())
