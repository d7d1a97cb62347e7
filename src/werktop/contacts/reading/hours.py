"""Hours of the day in words: '10 uur', 'half 4', 'kwart over 2', '14.00 uur', '8:15', '10u'."""

from __future__ import annotations

from werktop.catalogue.dutch.tokens import Token
from werktop.contacts.reading.numbers import value

BEFORE = frozenset("om rond vanaf tussen".split())
UNIT = frozenset("uur u h uurtje".split())
FIRST_OF_THE_DAY = 7
"""'Half 4' is in the afternoon: a lower hour is twelve later."""


def hour_at(tokens: list[Token], i: int, *, is_after_day: bool = False) -> tuple[int, str] | None:
    """(token after it, the hour as "15.30") of an hour that stands at token `i`; `om` may stand before it.

    A bare number is an hour only behind `om` and the like; '10.30' only where its parts touch.
    """
    j = i + (i < len(tokens) and tokens[i].low in BEFORE)
    if j < len(tokens) and tokens[j].low in ("half", "kwart"):
        return _in_words(tokens, j)
    written = value(tokens[j]) if j < len(tokens) and tokens[j].is_word else None
    if (
        written
        and 1 < written <= 12
        and (j > i or is_after_day)
        and j + 1 < len(tokens)
        and tokens[j + 1].low in UNIT
    ):
        return j + 2, _written(written, 0)  # 'om negen uur'
    if j >= len(tokens) or not (
        tokens[j].is_number and len(tokens[j].text) <= 2 and int(tokens[j].text) <= 24
    ):
        return None
    hour, minutes, is_led = int(tokens[j].text), 0, j > i
    j += 1
    if (
        j + 1 < len(tokens)
        and tokens[j].low in (".", ":")
        and tokens[j + 1].is_number
        and len(tokens[j + 1].text) == 2
        and int(tokens[j + 1].text) < 60
        and tokens[j + 1].end - tokens[j - 1].start <= 5
    ):
        is_led = is_led or is_after_day or tokens[j].low == ":" or int(tokens[j + 1].text) > 12
        minutes = int(tokens[j + 1].text)
        j += 2
    if j < len(tokens) and tokens[j].low in UNIT:
        j, is_led = j + 1, True
        if (
            j < len(tokens)
            and tokens[j].is_number
            and len(tokens[j].text) == 2
            and tokens[j].start == tokens[j - 1].end
        ):
            minutes, j = int(tokens[j].text) % 60, j + 1  # '13u30'
    if (
        i + 1 < j
        and tokens[i].low == "tussen"
        and [t.low for t in tokens[j : j + 1]] == ["en"]
        and j + 1 < len(tokens)
    ):
        until = hour_at(tokens, j + 1, is_after_day=True)
        bare = j + 2 if tokens[j + 1].is_number and len(tokens[j + 1].text) <= 2 else j
        j = until[0] if until else bare  # 'tussen 2 en 4'
    return (j, _written(hour, minutes)) if is_led else None


def _in_words(tokens: list[Token], j: int) -> tuple[int, str] | None:
    back, k = 30, j + 1
    if tokens[j].low == "kwart":
        if k >= len(tokens) or tokens[k].low not in ("over", "voor"):
            return None
        back, k = (-15 if tokens[k].low == "over" else 15), k + 1
    hour = value(tokens[k]) if k < len(tokens) else None
    if hour is None or not 1 <= hour <= 12:
        return None
    end = k + 1
    if end < len(tokens) and tokens[end].low in UNIT:
        end += 1
    hour = hour + 12 if hour - (back > 0) < FIRST_OF_THE_DAY else hour
    return end, _written(*divmod(hour * 60 - back, 60))


def _written(hour: int, minutes: int) -> str:
    hour = hour + 12 if 0 < hour < FIRST_OF_THE_DAY else hour
    return f"{hour % 24}.{minutes:02}"
