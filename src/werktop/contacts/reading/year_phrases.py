"""Times of the year: 'eind maart', 'week 50', 'na de zomer', 'voor de kerst', 'tweede kwartaal', 'begin 2027'."""

from datetime import date

from werktop.contacts.reading import calendar_words as calendar
from werktop.contacts.reading.counted_phrases import WEEKS
from werktop.contacts.reading.day_phrases import NEXT
from werktop.contacts.reading.when import Cursor, When, weekday

SEASON = frozenset("seizoen hoogseizoen zomerseizoen winterseizoen oogstseizoen laagseizoen".split())
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1}


class YearPhrases(Cursor):
    """Forms that name a part of a week, month or year; each answers a When or None."""

    def part_of(self) -> When | None:
        """'eind maart', 'begin volgende week', 'eind van de maand'."""
        part, k = calendar.PART_OF_MONTH.get(self.low(), -1), 1
        if self.low(1) == "helft" and self.low() in ("eerste", "tweede"):
            part, k = {"eerste": 1, "tweede": 15}[self.low()], 2
        if self.number() in (1, 2) and self.low(1) in ("e", "ste", "de") and self.low(2) == "helft":
            part, k = (1, 15)[self.number() == 2], 3
        if part < 0:
            return None
        while self.low(k) in ("van", "de", "het", "deze", "dit", "in", "v", "d", "vd", "/", "vh"):
            k += 1
        later = self.low(k) in NEXT
        k += later
        unit = self.low(k)
        if unit in calendar.MONTHS:
            month = calendar.MONTHS[unit]
            year = self.year(k + 1)
            if year:
                return self.when(k + 2, date(year, month, part or calendar.monthrange(year, month)[1]), None)
            return self.when(
                k + 1,
                calendar.next_date(self.today, month, part),
                calendar.last_date(self.today, month, part),
            )
        if unit in WEEKS:
            monday = calendar.monday_of(calendar.moved(self.today, 7 * later))
            number = self.number(k + 1)
            if number and calendar.week_monday(self.today, number):
                monday, k = calendar.week_monday(self.today, number) or monday, k + 1
            day = calendar.moved(monday, {1: 0, 15: 2, 0: 4}[part])
            back = day if not later and day <= self.today else None
            return self.when(k + 1, day if day >= self.today else calendar.moved(day, 7), back)
        if unit in ("ochtend", "middag", "avond"):
            return self.when(k + 1, self.today, self.today)
        if unit == "maand":
            first = calendar.months_later(self.today.replace(day=1), int(later))
            day = first.replace(day=part or calendar.monthrange(first.year, first.month)[1])
            return self.when(k + 1, day if day >= self.today else calendar.months_later(day, 1), None)
        is_span = part == 15 and k == 1  # 'half jaar contract': how long
        if (unit in ("jaar", "jaars") and not is_span) or (unit == "t" and self.low(k + 1) == "jaar"):
            year = min(self.today.year + later, 9999)
            day = {1: date(year, 1, 1), 15: date(year, 7, 1), 0: date(year, 12, 31)}[part]
            return self.when(k + 1, day if day >= self.today else calendar.months_later(day, 12), None)
        if unit in calendar.SEASONS:
            return self.when(k + 1, calendar.next_date(self.today, calendar.SEASONS[unit], 1), None)
        if (year := self.year(k)) and k == 1:
            return self.when(
                2, {1: date(year, 1, 1), 15: date(year, 7, 1), 0: date(year, 12, 31)}[part], None
            )
        return None

    def week_of_a_month(self) -> When | None:
        """'eerste week van januari', 'laatste week maart', 'tweede maandag van april': the Monday, or that day."""
        which, k = ORDINALS.get(self.low()), 1
        if which is None and self.number() and self.low(1) in ("e", "ste", "de"):
            which, k = self.number(), 2
        day = 0 if self.low(k) in WEEKS else weekday(self.low(k))
        if which is None or day is None or not -1 <= which <= 5:
            return None
        k += 1
        while self.low(k) in ("van", "in", "de", "het", "v", "vd", "vh"):
            k += 1
        month, end = calendar.MONTHS.get(self.low(k)), k + 1
        if self.low(k) in ("nieuwe", "nieuw") and self.low(k + 1) == "jaar":
            month, end = 1, k + 2
        if month is None:
            return None
        for year in (self.year(end) or self.today.year, self.today.year + 1):
            days = [date(year, month, n) for n in range(1, calendar.monthrange(year, month)[1] + 1)]
            fitting = [each for each in days if each.weekday() == day]
            there = fitting[which if which < 0 else min(which, len(fitting)) - 1]
            if there >= self.today or self.year(end):
                return self.when(end + bool(self.year(end)), there, None)
        return None

    def month(self) -> When | None:
        month = calendar.MONTHS.get(self.low())
        if month is None or (self.low() in ("jan", "mart") and not self.lead):
            return None
        length = 1
        if self.low(1) in ("/", "-") and self.low(2) in calendar.MONTHS:
            length = 3  # 'april-okt', 'jan/feb': the first is when it begins
        year, years = self.year(length), 1
        if self.low(length) == "'" and (short := self.number(length + 1)) and 26 <= short <= 99:
            year, years = 2000 + short, 2
        if year:
            return self.when(length + years, date(year, month, 1), None)
        return self.when(
            length, calendar.next_date(self.today, month, 1), calendar.last_date(self.today, month, 1)
        )

    def week(self) -> When | None:
        number = self.number(1)
        if self.low() not in ("week", "wk", "weeknr", "weeknummer") or number is None:
            return None
        monday = calendar.week_monday(self.today, number) if 1 <= number <= 53 else None
        if monday is None:
            return None
        day = weekday(self.low(2))
        if day is not None:
            return self.when(3, calendar.moved(monday, day), None)
        return self.when(2, max(monday, self.today), None)

    def quarter(self) -> When | None:
        """'q2', 'tweede kwartaal', '1e kwartaal'."""
        ordinal = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}.get(self.low())
        if self.low() in ("q", "kwartaal") and (number := self.number(1)):
            ordinal, length = number, 2
        elif ordinal and self.low(1) == "kwartaal":
            length = 2
        elif self.number() and self.low(1) in ("e", "ste", "de") and self.low(2) == "kwartaal":
            ordinal, length = self.number(), 3
        else:
            return None
        if not ordinal or ordinal > 4:
            return None
        while self.low(length) in ("van", "in"):
            length += 1
        if year := self.year(length):
            return self.when(length + 1, date(year, ordinal * 3 - 2, 1), None)
        return self.when(length, calendar.next_date(self.today, ordinal * 3 - 2, 1), None)

    def feast(self) -> When | None:
        low, length = self.low(), 1
        if low in SEASON and self.lead in ("in", "voor", "tijdens", "na"):
            return self.when(1, None, None)
        side = {"voor": 0, "na": 2}.get(self.lead, 1)
        if low == "oud" and self.low(1) == "en" and self.low(2) == "nieuw":
            low, length = "jaarwisseling", 3
        if low == "kerstvakantie" or (low == "vakantie" and side == 2):
            return self.when(length, self._holiday(low, side), None)
        if low in calendar.AROUND_EASTER:
            return self.when(
                length, calendar.near_easter(self.today, calendar.AROUND_EASTER[low][side]), None
            )
        if low not in calendar.FEASTS:
            season = calendar.SEASONS.get(low)
            if season is None or not (self.lead or self.number(1)):
                return None
            return self.when(1, calendar.next_date(self.today, season, 1), None)
        if not self.lead and low in calendar.SEASONS and self.number(1) is None:
            return None
        return self.when(length, calendar.next_date(self.today, *calendar.FEASTS[low][side]), None)

    def _holiday(self, low: str, side: int) -> date:
        """Back at work after Christmas is the first Monday after New Year's Day; after summer 1 September."""
        christmas = calendar.next_weekday(calendar.next_date(self.today, 1, 1), 0)
        if low == "vakantie":
            return min(christmas, calendar.next_date(self.today, 9, 1))
        return christmas if side == 2 else calendar.next_date(self.today, 12, (18, 19)[side])

    def new_year(self) -> When | None:
        """'het nieuwe jaar', 'begin 2027' as '2027' after a preposition."""
        if self.low() in ("nieuwe", "nieuw") and self.low(1) in SEASON and self.lead:
            return self.when(2, None, None)
        if self.low() in ("nieuwe", "nieuw") and self.low(1) == "jaar":
            return self.when(2, calendar.next_date(self.today, 1, 1), None)
        if self.low() in ("nieuwe", "nieuw", *NEXT) and self.low(1) == "schooljaar":
            return self.when(2, calendar.next_date(self.today, 9, 1), None)
        year = self.year(0)
        if year and self.lead in ("in", "vanaf", "per") and year > self.today.year:
            return self.when(1, date(year, 1, 1), None)
        return None
