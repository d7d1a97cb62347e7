"""A phrase that names a day, and where a reader of such phrases stands."""

from dataclasses import dataclass
from datetime import date

from werktop.catalogue.dutch.tokens import Token
from werktop.contacts.reading.calendar_words import DAYS, PARTS_OF_DAY
from werktop.contacts.reading.numbers import value


@dataclass(frozen=True, slots=True)
class When:
    """Tokens `first` to before `end` name a day: `ahead` when it is to come, `back` when it has been."""

    first: int
    end: int
    ahead: date | None
    back: date | None
    is_end: bool = False  # 'tot maart', 'sinds mei': not when something begins or is due
    is_before: bool = False  # 'voor', 'uiterlijk': at the latest
    is_soon: bool = False  # 'zo snel mogelijk': no day of its own
    is_start: bool = False  # 'vanaf', 'per'
    is_day_name: bool = False  # 'woensdag', without a date
    is_no_day: bool = False  # '31 februari': said as a date, and there is none such
    hour: str = ""  # "15.30", where one stands behind it


class Cursor:
    """A place among the tokens, from which a phrase is read; `lead` is the preposition before it."""

    def __init__(self, tokens: list[Token], i: int, today: date, lead: str) -> None:
        self.tokens, self.i, self.today, self.lead = tokens, i, today, lead

    def low(self, ahead: int = 0) -> str:
        return self.tokens[self.i + ahead].low if self.i + ahead < len(self.tokens) else ""

    def number(self, ahead: int = 0) -> int | None:
        j = self.i + ahead
        return value(self.tokens[j]) if j < len(self.tokens) else None

    def when(self, length: int, ahead: date | None, back: date | None) -> When:
        return When(self.i, self.i + length, ahead, back)

    def no_day(self, length: int) -> When:
        """A date that does not exist: it is neither ahead nor back, and none of its words are read as something else."""
        return When(self.i, self.i + length, None, None, is_no_day=True)

    def is_tight(self, k: int) -> bool:
        """Whether the token `k` ahead touches the one before it."""
        j = self.i + k
        return 0 < j < len(self.tokens) and self.tokens[j].start == self.tokens[j - 1].end

    def year(self, k: int) -> int | None:
        number = self.number(k)
        token = self.tokens[self.i + k] if self.i + k < len(self.tokens) else None
        return number if number and token and len(token.text) == 4 and 1900 <= number <= 2999 else None


def weekday(low: str) -> int | None:
    """The weekday of a name or abbreviation, also joined to a part of the day: 'maandagochtend'."""
    if low in DAYS:
        return DAYS[low]
    for part in PARTS_OF_DAY:
        if low.endswith(part) and len(low) > 7 and low[: -len(part)] in DAYS:
            return DAYS[low[: -len(part)]]
    return None
