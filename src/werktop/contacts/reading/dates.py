"""Dates in words: from a token on, the longest phrase that names a day, seen ahead and seen back.

Days are ahead when something is to come and back when it has happened: 'maandag' is the next Monday or the last one.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from werktop.contacts.reading.day_phrases import LEADING, TIME_OF_DAY, DayPhrases
from werktop.contacts.reading.tokens import Token
from werktop.contacts.reading.when import When
from werktop.contacts.reading.year_phrases import YearPhrases


def dates_in(tokens: list[Token], taken: set[int], today: date) -> list[When]:
    """All date phrases from left to right, outside the tokens that are taken by names."""
    found: list[When] = []
    i = 0
    while i < len(tokens):
        when = None if i in taken else date_at(tokens, i, today)
        if when and not any(j in taken for j in range(when.first, when.end)):
            found.append(when)
            i = when.end
        else:
            i += 1
    return found


def date_at(tokens: list[Token], i: int, today: date) -> When | None:
    """The date phrase that starts at token `i`, with the words before it and the hour after it."""
    start, prep = i, ""
    while i - start < 3 and i < len(tokens) and (
        tokens[i].low in LEADING or (i > start and tokens[i].low in ("de", "het", "t", "'"))
    ):  # fmt: skip
        if tokens[i].low not in ("de", "het", "t", "'") or not prep:
            prep = tokens[i].low if tokens[i].low in LEADING else prep
        i += 1
    for at in (start, i) if i > start else (start,):
        lead = "" if at == start else prep
        core = _Phrase(tokens, at, today, lead).read()
        if core:
            end = _after_hour(tokens, core.end)
            return replace(
                core,
                first=start,
                end=end,
                is_end=lead in ("tot", "sinds"),
                is_start=lead in ("vanaf", "per", "ingaande"),
            )
    return _hour_alone(tokens, start)


def _hour_alone(tokens: list[Token], i: int) -> When | None:
    """An hour without a day ('om 10 uur', '14:00'): no date, but no word of the sentence either."""
    if tokens[i].low == "om" and i + 1 < len(tokens) and tokens[i + 1].is_number:
        end = _after_hour(tokens, i)
        return When(i, end, None, None) if end > i else None
    return None


def _after_hour(tokens: list[Token], i: int) -> int:
    """The token after an hour that stands at `i`: 'om 10 uur', '10.30', '14:00 uur', '11u'."""
    j = i
    while j < len(tokens) and tokens[j].low in TIME_OF_DAY | {"vroeg"}:
        j += 1
    i = j
    if j < len(tokens) and tokens[j].low in ("om", "rond", "vanaf", "tussen"):
        j += 1
    if j >= len(tokens) or not (
        tokens[j].is_number and len(tokens[j].text) <= 2 and int(tokens[j].text) <= 24
    ):
        return i
    led = j > i
    j += 1
    if (
        j + 1 < len(tokens)
        and tokens[j].low in (".", ":")
        and tokens[j + 1].is_number
        and len(tokens[j + 1].text) == 2
    ):
        led = led or tokens[j].low == ":" or tokens[j + 1].end - tokens[j - 1].start <= 5
        j += 2
    if j < len(tokens) and tokens[j].low in ("uur", "u", "h", "uurtje"):
        return j + 1
    return j if led else i


class _Phrase(DayPhrases, YearPhrases):
    """All forms, in the order in which they are tried."""

    def read(self) -> When | None:
        forms: tuple[Callable[[], When | None], ...] = (
            self.soon, self.near, self.later, self.ago, self.part_of, self.relative, self.day_name, self.numeric,
            self.day_and_month, self.month, self.week, self.quarter, self.feast, self.new_year,
        )  # fmt: skip
        return next((when for form in forms if (when := form())), None)
