"""Days counted from today: 'over twee weken', 'over een week of 3', 'anderhalve maand geleden', 'vrijdag over 14 dagen'."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werktop.contacts.reading import calendar_words as calendar
from werktop.contacts.reading.when import Cursor, When

WEEKS = frozenset({"week", "weken", "wk", "weekje", "weekjes", "wkn"})
SPAN_DAYS = {"dag": 1, "dagen": 1, "daagjes": 1} | dict.fromkeys(WEEKS, 7)
SPAN_MONTHS = {
    "maand": 1, "maanden": 1, "maandje": 1, "maandjes": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12, "jaren": 12, "jaartje": 12,
}  # fmt: skip
A_FEW = 2  # 'over een paar weken'
FEW = frozenset("paar enkele enige wat aantal".split())
ROUGHLY = frozenset("ongeveer ruim zo n ' circa ca krap hooguit uiterlijk goed".split())
FARTHEST = 6  # tokens before the number
GO_BACK = frozenset({"geleden", "terug"})
GOES_ON_AFTER = frozenset(
    "om weer nog even bellen terugbellen nabellen langs gesprek afspraak intake evaluatie start".split()
)
WEEKEND = frozenset({"weekend", "weekeinde", "wknd", "weekendje"})
WEEKEND_AHEAD = frozenset("dit komend komende volgend volgende aankomend aankomende".split())
WEEKEND_BACK = frozenset("afgelopen vorig vorige verleden".split())
AGAIN = frozenset({"a", "of", "-", "tot", "/"})


class CountedPhrases(Cursor):
    """Forms that say how many days, weeks or months ahead or back; each answers a When or None."""

    def later(self) -> When | None:
        """'over twee weken', 'binnen een maand', 'na 3 dagen', 'over 2 weken op vrijdag'."""
        is_led = self.lead in ("binnen", "na") or self.low() in ("over", "binnen")
        k = 1 if self.low() in ("over", "binnen") else 0
        span = self._span_at(k) if is_led else None
        if span is None:
            return None
        ahead, end, unit = span
        if self.low(end) == "op" and self.low(end + 1) in calendar.DAYS:
            end += 1
        if self.low(end) in calendar.DAYS and unit in WEEKS:
            ahead = calendar.moved(calendar.monday_of(ahead), calendar.DAYS[self.low(end)])
            end += 1
        return self.when(end, ahead, None)

    def ago(self) -> When | None:
        """'3 dagen geleden', 'een week of twee terug'."""
        span = self._span_at(0, -1)
        if span is None or self.low(span[1]) not in GO_BACK:
            return None
        return self.when(span[1] + 1, None, span[0])

    def _span_at(self, k: int, sign: int = 1) -> tuple[date, int, str] | None:
        """(the day, the token after, the unit) of a length of time that begins at `k`."""
        while k < FARTHEST and self.low(k) in ROUGHLY:
            k += 1
        if self.low(k) == "een" and self.low(k + 1) == "half":
            k += 1
        if self.low(k) == "half" and self.low(k + 1) in ("jaar", "jaartje"):
            return calendar.months_later(self.today, sign * 6), k + 2, "jaar"
        if self.low(k) == "anderhalve" or self.low(k) == "anderhalf":
            there = self._with_a_half(1, self.low(k + 1), sign)
            return (there, k + 2, self.low(k + 1)) if there else None
        if self.low(k) in FEW and self._span(A_FEW, self.low(k + 1)):
            return self._answer(A_FEW, k + 1, sign)
        count = self.number(k)
        if count is None or count > 999:
            return None
        if self.low(k + 1) in (",", ".") and self.low(k + 2) == "5":
            there = self._with_a_half(count, self.low(k + 3), sign)
            return (there, k + 4, self.low(k + 3)) if there else None
        if self.low(k + 1) in FEW and self._span(A_FEW, self.low(k + 2)):
            return self._answer(A_FEW, k + 2, sign)
        if self.low(k + 1) in AGAIN and self.number(k + 2) and self.number(k + 2) != count:
            return self._answer(count, k + 3, sign)
        if self.low(k + 2) == "of" and self._span(1, self.low(k + 1)):  # 'een week of 2'
            more = A_FEW if self.low(k + 3) in FEW else self.number(k + 3)
            there = self._span(more, self.low(k + 1), sign) if more else None
            if there:
                return there, k + 4, self.low(k + 1)
        return self._answer(count, k + 1, sign)

    def _answer(self, count: int, k: int, sign: int) -> tuple[date, int, str] | None:
        there = self._span(count, self.low(k), sign)
        return (there, k + 1, self.low(k)) if there else None

    def _with_a_half(self, count: int, unit: str, sign: int) -> date | None:
        """One and a half weeks are eleven days, one and a half months are one and fifteen days."""
        if unit in WEEKS:
            return calendar.moved(self.today, sign * (count * 7 + 4))
        if unit in SPAN_MONTHS and SPAN_MONTHS[unit] in (1, 12):
            months = count * SPAN_MONTHS[unit] + (6 if SPAN_MONTHS[unit] == 12 else 0)
            there = calendar.months_later(self.today, sign * months)
            return calendar.moved(there, sign * 15) if SPAN_MONTHS[unit] == 1 else there
        return None

    def _span(self, count: int, unit: str, sign: int = 1) -> date | None:
        if unit in SPAN_DAYS:
            return calendar.moved(self.today, sign * count * SPAN_DAYS[unit])
        if unit in SPAN_MONTHS:
            return calendar.months_later(self.today, sign * count * SPAN_MONTHS[unit])
        return None

    def weekend(self) -> When | None:
        """'na het weekend' is Monday; 'komend weekend', 'in het weekend' Saturday; 'vorig weekend' the one that was, whatever
        its ending became in spelling."""
        k = int(self.low() in WEEKEND_AHEAD | WEEKEND_BACK)
        if self.low(k) not in WEEKEND:
            return None
        if self.low() in WEEKEND_BACK:
            return self.when(2, None, calendar.last_weekday(self.today, 5))
        day = 0 if self.lead == "na" else 4 if self.lead == "voor" else 5
        is_habit = self.lead == "voor" and self.i > 0 and self.tokens[self.i - 1].low == "het"
        is_next = self.low() in WEEKEND_AHEAD - {"dit"} or self.lead in ("na", "voor")
        back = None if is_next else calendar.last_weekday(self.today, 5)  # 'in het weekend Omar gebeld'
        return replace(self.when(k + 1, calendar.next_weekday(self.today, day), back), is_end=is_habit)

    def in_a_month(self) -> When | None:
        """'de 15e', 'rond de 20ste': the next day of that number, where it stands as a day."""
        number, suffix = self.number(), self.low(1)
        if (
            number is None
            or not 1 <= number <= 31
            or suffix not in ("e", "ste", "de")
            or not self.is_tight(1)
        ):
            return None
        before = self.tokens[self.i - 1].low if self.i else ""
        after = self.low(2)
        if before != "de" and not self.lead:
            return None
        is_name = self.i + 2 < len(self.tokens) and self.tokens[self.i + 2].has_capital
        if after[:1].isalpha() and not is_name and after not in GOES_ON_AFTER:
            return None
        for ahead in range(1, 63):
            there = calendar.moved(self.today, ahead)
            if there.day == number:
                return self.when(2, there, None)
        return None
