"""Days near today: 'morgen', 'vrijdag', 'over twee weken', 'vorige week donderdag', '12-12', '3 januari'."""

from dataclasses import replace
from datetime import date

from werktop.contacts.reading import calendar_words as calendar
from werktop.contacts.reading.counted_phrases import WEEKS, CountedPhrases
from werktop.contacts.reading.when import When, weekday

NEXT = frozenset("volgende volgend komende komend aanstaande aankomende aankomend volgd".split())
PREVIOUS = frozenset("vorige vorig afgelopen laatste verleden".split())
TODAY = frozenset(
    "vandaag vm nm vanmiddag vanavond vanochtend vanmorgen vannacht vdg vnmddg vanmorge vanmorgn".split()
)
TOMORROW = frozenset("morgen morge mrg morgenvroeg morgenochtend morgenmiddag morgenavond".split())
YESTERDAY = frozenset(
    "gister gisteren gisterochtend gisterenochtend gistermiddag gisterenmiddag gisteravond gisterenavond gisterochtnd".split()
)
TIME_OF_DAY = frozenset("ochtend middag avond morgen ochtends middags avonds".split())


LEADING = frozenset(
    "vanaf per op in rond uiterlijk tegen voor na om omstreeks binnen van tot sinds dd eerst pas ingaande"
    " tijdens aankomende aanstaande komende komend ergens ongeveer richting vlak kort start startdatum ingang"
    " ingangsdatum aanvang begindatum".split()
)

LEAP = 2000  # a year that has all days
MOST_OF_A_DAY = 39  # of '40 maart' the number counts something


def _is_no_day(month: int, day: int, year: int = LEAP) -> bool:
    """'31 februari', '32 maart': written as a day, and the month has none such."""
    return 1 <= month <= 12 and 28 < day <= MOST_OF_A_DAY and not calendar.is_a_date(year, month, day)


class DayPhrases(CountedPhrases):
    """Forms that count from today or name one day; each answers a When or None."""

    def soon(self) -> When | None:
        lows = [self.low(k) for k in range(5)]
        soon = replace(self.when(1, self.today, None), is_soon=True)
        if lows[0] in ("zsm", "asap"):
            return soon
        if lows[:1] == ["z"] and lows[1:5] == [".", "s", ".", "m"]:
            return replace(soon, end=self.i + 5 + (self.low(5) == "."))
        if lows[0] == "zo" and lows[1] in ("snel", "spoedig", "gauw") and lows[2] == "mogelijk":
            return replace(soon, end=self.i + 3)
        if lows[0] in ("direct", "omgaande", "heden") and self.lead == "per":
            return self.when(1, self.today, None)
        before = self.tokens[self.i - 1].low if self.i else ","
        if lows[0] in ("direct", "meteen") and not before[:1].isalnum() and not lows[1][:1].isalnum():
            return self.when(1, self.today, None)
        if lows[0] == "per" and lows[1] in ("direct", "omgaande"):
            return replace(self.when(2, self.today, None), is_start=True)
        return None

    def near(self) -> When | None:
        low, day = self.low(), self.today
        if low in TODAY:
            return self.when(1, day, day)
        if low in TOMORROW:
            return self.when(1, calendar.moved(day, 1), None)
        if low in ("van", "later") and self.low(1) in ("de", "deze") and self.low(2) in WEEKS:
            friday = calendar.moved(calendar.monday_of(day), 4)
            return self.when(3, friday if friday >= day else calendar.moved(friday, 7), day)
        if low == "overmorgen":
            return self.when(1, calendar.moved(day, 2), None)
        if low in YESTERDAY:
            return self.when(1, None, calendar.moved(day, -1))
        if low == "eergisteren":
            return self.when(1, None, calendar.moved(day, -2))
        return None

    def relative(self) -> When | None:
        """'volgende week dinsdag', 'vorige week', 'komende vrijdag', 'volgende maand', 'deze week'."""
        low, unit = self.low(), self.low(1)
        lead = self.lead if self.lead in NEXT else ""
        if lead and low in calendar.DAYS:
            return None  # read as a day name
        if low in NEXT or low in PREVIOUS or low == "deze":
            sign = 1 if low in NEXT else -1 if low in PREVIOUS else 0
            if unit == "seizoen":
                return self.when(2, None, None)
            if unit in WEEKS:
                return self._week_and_day(sign, 2)
            if unit == "maand":
                first = calendar.months_later(self.today.replace(day=1), sign)
                if sign < 0:
                    return self.when(2, None, calendar.months_later(self.today, -1))
                last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
                return self.when(2, first if sign else last, self.today if not sign else None)
            if unit == "jaar" and sign < 0:
                return self.when(2, None, calendar.months_later(self.today, -12))
            if unit == "jaar" and sign > 0 and self.low(2) in calendar.MONTHS:
                month = calendar.MONTHS[self.low(2)]
                return self.when(3, date(min(self.today.year + 1, 9999), month, 1), None)
            if unit == "jaar" and sign > 0:
                return self.when(2, date(min(self.today.year + 1, 9999), 1, 1), None)
            day = weekday(unit)
            if day is not None:
                ahead, back = calendar.next_weekday(self.today, day), calendar.last_weekday(self.today, day)
                return self.when(2, ahead if sign >= 0 else None, back if sign < 0 else None)
            if unit in calendar.MONTHS and sign:
                month = calendar.MONTHS[unit]
                if sign > 0:
                    return self.when(2, calendar.next_date(self.today, month, 1), None)
                return self.when(2, None, calendar.last_date(self.today, month, 1))
            if unit in calendar.SEASONS and sign >= 0:
                return self.when(2, calendar.next_date(self.today, calendar.SEASONS[unit], 1), None)
        return None

    def _week_and_day(self, sign: int, k: int, day: int | None = None) -> When:
        monday = calendar.monday_of(calendar.moved(self.today, 7 * sign))
        named = day
        if day is None:
            named = weekday(self.low(k + (self.low(k) == "op")))
            k += 0 if named is None else 1 + (self.low(k) == "op")
        if named is not None:
            there = calendar.moved(monday, named)
            if sign:
                return self.when(k, there if sign > 0 else None, there if sign < 0 else None)
            return self.when(
                k, there if there >= self.today else None, there if there <= self.today else None
            )
        if sign > 0:
            return self.when(k, monday, None)
        if sign < 0:
            return self.when(k, None, calendar.moved(self.today, -7))
        friday = calendar.moved(monday, 4)
        return self.when(k, friday if friday >= self.today else calendar.moved(monday, 6), self.today)

    def day_name(self) -> When | None:
        day = weekday(self.low())
        if self.i and self.tokens[self.i - 1].low in ("de", "elke", "iedere") and not self.lead:
            return None  # 'voor de zaterdag': each of them
        if self._is_a_shift():
            return None
        if day is None or (self.low() in ("zo", "do") and not self._stands_as_a_day()):
            return None
        if span := self._to_a_day(1):
            return self.when(span, None, None)  # 'ma t/m do': on which days, not from which
        k = 1
        while self.low(k) in TIME_OF_DAY or (
            self.low(k) == "." and len(self.low()) == 2 and self._goes_on_behind(k)
        ):
            k += 1
        if self.low(k) == "a" and self.low(k + 2) == "s":  # a.s.
            k += 3 + (self.low(k + 3) == ".")
        elif self.low(k) in ("aanstaande", "as", "jl", "jongstleden"):
            k += 1
        if self.low(k) == "de" and (number := self.number(k + 1)) and self.low(k + 2) in ("e", "ste", "de"):
            there = calendar.day_of_a_month(self.today, number, day)
            if there and there <= calendar.moved(self.today, 100):
                return self.when(k + 3, there, None)
        after = DayPhrases(self.tokens, self.i + k, self.today, "op")
        exact = after.numeric() or after.day_and_month()
        if exact and (
            exact.is_no_day
            or exact.ahead
            and exact.ahead.weekday() == day
            or exact.back
            and exact.back.weekday() == day
        ):
            return replace(exact, first=self.i)
        if self.low(k) in NEXT | PREVIOUS and self.low(k + 1) in WEEKS:
            return replace(self._week_and_day(1 if self.low(k) in NEXT else -1, k + 2, day))
        if self.low(k) == "over" and (later := after.later()) and later.ahead:
            there = calendar.moved(calendar.monday_of(later.ahead), day)
            return When(self.i, later.end, there, None)
        if self.low(k) == "in" and self.low(k + 1) in WEEKS and (number := self.number(k + 2)):
            monday = calendar.week_monday(self.today, number)
            if monday:
                return self.when(k + 3, calendar.moved(monday, day), None)
        ahead, back = calendar.next_weekday(self.today, day), calendar.last_weekday(self.today, day)
        return replace(self.when(k, ahead, back), is_day_name=True)

    def _is_a_shift(self) -> bool:
        """'winkelhulp (za)': on which days, not from which."""
        before = self.tokens[self.i - 1].low if self.i else ""
        return (
            before == "("
            and self.low(1) == ")"
            and self.low() in ("za", "zo", "zaterdag", "zondag", "weekend")
        )

    def _to_a_day(self, k: int) -> int:
        """The place behind 't/m do', 'tot vr', '-vr', '+ di' and 'en wo', where one stands."""
        if self.low(k) == "t" and self.low(k + 1) == "/" and self.low(k + 2) in ("m", "met"):
            k += 3
        elif self.low(k) in ("tot", "+", "/") or (self.low(k) == "-" and self.is_tight(k)):
            k += 1 + (self.low(k + 1) == "en") + (self.low(k + 2) == "met")
        else:
            return 0
        return k + 1 if weekday(self.low(k)) is not None else 0

    def _goes_on_behind(self, k: int) -> bool:
        """Whether token `k` touches the one before it and the sentence goes on in lower case or with a number."""
        j = self.i + k
        after = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
        return self.tokens[j].start == self.tokens[j - 1].end and after is not None and not after.has_capital

    def _stands_as_a_day(self) -> bool:
        """'zo' and 'do' are also other words: a day where one is announced or a list or task goes on."""
        if self.low() == "do":
            return True
        return bool(self.lead) or self.low(1) in ("", ",", ".") or self.number(1) is not None

    def numeric(self) -> When | None:
        """12-12, 12/12/2026, 2026-12-12; not '2-3 inpakkers'."""
        first, sep, second = self.number(), self.low(1), self.number(2)
        if first is None or second is None or sep not in ("-", "/", ".") or not self.tokens[self.i].is_number:
            return None
        if (
            not self.tokens[self.i + 2].is_number
            or self.tokens[self.i + 2].end - self.tokens[self.i].start > 7
        ):
            return None
        third = self.number(4) if self.low(3) == sep else None
        if len(self.tokens[self.i].text) == 4 and third and calendar.is_a_date(first, second, third):
            return self.when(5, date(first, second, third), date(first, second, third))
        if third is not None and self.low(3) == sep:
            year = third + 2000 if third < 100 else third
            if calendar.is_a_date(year, second, first):
                return self.when(5, date(year, second, first), date(year, second, first))
            if _is_no_day(second, first, year):
                return self.no_day(5)
        if sep != "." and _is_no_day(second, first):
            return self.no_day(3)
        if sep == "." or not calendar.is_a_date(LEAP, second, first):
            return None
        after = self.low(3)
        is_amount = (
            sep == "-" and first < second <= first + 5 and after[:1].isalpha() and after not in LEADING
        )
        if (is_amount and self.lead in ("", "voor", "om")) or after in ("uur", "dagen", "weken", "maanden"):
            return None
        return self._on(3, second, first)

    def _on(self, length: int, month: int, day: int) -> When:
        return self.when(
            length, calendar.next_date(self.today, month, day), calendar.last_date(self.today, month, day)
        )

    def day_and_month(self) -> When | None:
        """'12 december', '1e januari', '3 jan 2027'."""
        day, k = self.number(), 1
        if day is None or self.low() in ("iemand", "een"):
            return None
        if self.low(k) in ("e", "ste", "de", "st"):
            k += 1
        month = calendar.MONTHS.get(self.low(k))
        if month is None:
            return None
        k += 1 + (self.low(k + 1) == "." and self.number(k + 2) is not None)
        year = self.year(k)
        if _is_no_day(month, day, year or LEAP):
            return self.no_day(k + bool(year))
        if not calendar.is_a_date(LEAP, month, day):
            return None
        if year and calendar.is_a_date(year, month, day):
            return self.when(k + 1, date(year, month, day), date(year, month, day))
        return self._on(k, month, day)
