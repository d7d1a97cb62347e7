"""Dates in words: from a token on, the longest phrase that names a day, seen ahead and seen back.

Days are ahead when something is to come and back when it has happened: 'maandag' is the next Monday or the last one.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from werktop.catalogue.dutch.tokens import Token, tokenize
from werktop.contacts.reading.day_phrases import LEADING, TIME_OF_DAY, DayPhrases
from werktop.contacts.reading.hours import BEFORE, UNIT, hour_at
from werktop.contacts.reading.when import When, weekday
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


def first_day_in(words: str, today: date) -> date | None:
    """The first day ahead that these words name, seen on `today`; None where they name none."""
    return next((when.ahead for when in dates_in(tokenize(words), set(), today) if when.ahead), None)


def date_at(tokens: list[Token], i: int, today: date) -> When | None:
    """The date phrase that starts at token `i`, with the words before it and the hour after it."""
    start, prep = i, ""
    if (length := _with_effect_from(tokens, i)) or (
        tokens[i].low in STARTING and i and (tokens[i - 1].low[:1].isalnum() or tokens[i - 1].is_tagged)
    ):
        prep = "vanaf" if length and tokens[i].low not in ("in", "a", "as") else ""
        i += length
        if not length:
            return _hour_alone(tokens, start)
    while i - start < 3 + length and i < len(tokens) and (
        tokens[i].low in LEADING or (i > start and tokens[i].low in ("de", "het", "t", "'"))
    ):  # fmt: skip
        if tokens[i].low not in ("de", "het", "t", "'") or not prep:
            prep = tokens[i].low if tokens[i].low in LEADING else prep
        i += 1
    for at in (start, i) if i > start else (start,):
        lead = "" if at == start else prep
        core = _Phrase(tokens, at, today, lead).read()
        if core:
            if lead and tokens[at - 1].low in ("de", "het") and weekday(tokens[at].low) is not None:
                return None  # 'voor de zaterdag': each of them
            end, hour = _after_hour(tokens, _after_range(tokens, core.end, today))
            return replace(
                core,
                first=start,
                end=end,
                is_end=lead in ("tot", "sinds") or core.is_end,
                is_before=lead in ("voor", "uiterlijk"),
                is_start=core.is_start or lead in STARTING | {"vanaf", "per", "ingaande"},
                hour=hour,
            )
    return _hour_alone(tokens, start)


ASKS_FOR = frozenset(
    "springen verlegen zitten vraagt vragen vroeg vraag verzoek staan".split()
)  # 'om 2 koks' is no hour
STARTING = frozenset({"start", "startdatum", "ingang", "ingangsdatum", "aanvang", "begindatum"})


def _with_effect_from(tokens: list[Token], i: int) -> int:
    """How many tokens say 'met ingang van', 'in de loop van', 'a.s.' or 'start:'."""
    lows = [token.low for token in tokens[i : i + 6]]
    if lows[:1] == ["miv"]:
        return 1
    if lows[:4] == ["a", ".", "s", "."]:
        return 4
    if lows[:1] == ["as"] and len(lows) > 2 and weekday(lows[1 + (lows[1] == ".")]) is not None:
        return 1 + (lows[1] == ".")
    if lows[:1] and lows[0] in STARTING and lows[1:2] == [":"]:
        return 2
    if lows[:3] == ["v", ".", "a"] or lows[:3] == ["van", ".", "a"]:
        return 3 + (lows[3:4] == ["."])
    if lows[:2] in (["met", "ingang"], ["per", "ingang"]):
        return 2 + (lows[2:3] == ["van"])
    if lows[:4] == ["in", "de", "loop", "van"]:
        return 4 + (lows[4:5] in (["de"], ["het"]))
    return 6 if lows == ["m", ".", "i", ".", "v", "."] else 0


def _after_range(tokens: list[Token], i: int, today: date) -> int:
    """The token after 'tot en met september', 't/m oktober', where one stands behind the day that begins it."""
    lows = [token.low for token in tokens[i : i + 3]]
    k = 0
    if lows[:1] == ["tot"]:
        k = 3 if lows[1:3] == ["en", "met"] else 1
    elif lows[:2] == ["t", "/"]:
        k = 3
    if not k or i + k >= len(tokens):
        return i
    until = _Phrase(tokens, i + k, today, "tot").read()
    return until.end if until else i


def _hour_alone(tokens: list[Token], i: int) -> When | None:
    """An hour without a day ('om 10 uur', 'half 4', '14:00'): no date, but no word of the sentence either."""
    found = hour_at(tokens, i)
    if (
        found is None
        or (i and tokens[i - 1].low in ASKS_FOR)
        or (i and (tokens[i - 1].is_number or tokens[i - 1].low in ("-", "/")))
    ):
        return None
    if found[0] == i + 2 and tokens[i + 1].low in UNIT and (tokens[i].low not in BEFORE):
        return None  # '24 uur' says how long as well
    return When(i, found[0], None, None, hour=found[1])


def _after_hour(tokens: list[Token], i: int) -> tuple[int, str]:
    """(the token after a part of the day and an hour that stand at `i`, that hour or nothing)."""
    while i < len(tokens) and (
        tokens[i].low in TIME_OF_DAY | {"vroeg"}
        or (tokens[i].low == "s" and i + 1 < len(tokens) and tokens[i + 1].low in TIME_OF_DAY)
        or (tokens[i].low == "'" and i + 2 < len(tokens) and tokens[i + 2].low in TIME_OF_DAY)
    ):
        i += 1
    return hour_at(tokens, i, is_after_day=True) or (i, "")


class _Phrase(DayPhrases, YearPhrases):
    """All forms, in the order in which they are tried."""

    def read(self) -> When | None:
        forms: tuple[Callable[[], When | None], ...] = (
            self.soon, self.near, self.later, self.ago, self.week_of_a_month, self.part_of, self.weekend, self.relative,
            self.day_name, self.numeric, self.day_and_month, self.month, self.week, self.quarter, self.feast, self.new_year,
            self.in_a_month,
        )  # fmt: skip
        return next((when for form in forms if (when := form())), None)
