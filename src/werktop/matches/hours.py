"""Hours that an entrepreneur can tick for follow-up talks: no typing, one tap each."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal
from werktop.audit.working_days import working_day_after
from werktop.ui.typed import whole_number

from .notice import first_day_from

Block = tuple[datetime, datetime]
B = TypeVar("B", Block, str)
WORKING_DAYS = 10
HOURS = (9, 11, 15)
LENGTH = timedelta(hours=1)


@dataclass(frozen=True)
class Hour:
    """One block of time, in the gathering's time zone. `value` is what the form sends for it; `is_given` is how it is
    ticked, `was_given` how it is kept where no talk was sent for it (`is_taken`)."""

    starts_at: datetime
    ends_at: datetime
    is_given: bool = False
    is_taken: bool = False
    was_given: bool = False

    @property
    def value(self) -> str:
        """Begin and end, so that blocks of other lengths (noted by a colleague) stay as they are."""
        return f"{self.starts_at.isoformat()}/{self.ends_at.isoformat()}"


def hours_to_tick(given: Iterable[Any], *, after: datetime, time_zone: str) -> list[Hour]:
    """Three hours on each of ten working days, from the first on which a talk can be that is told at `after`
    (`notice.first_day_from`: an earlier hour would never be proposed), and what was `given` already (rows with
    `starts_at`, `ends_at` and `is_settled`), in order of time.
    """
    zone = ZoneInfo(time_zone)
    hours = {}
    day = first_day_from(after, time_zone).date()
    for _day in range(WORKING_DAYS):
        for hour in HOURS:
            start = datetime.combine(day, time(hour), tzinfo=zone)
            hours[start] = Hour(start, start + LENGTH)
        day = working_day_after(day)
    for block in given:
        if block.starts_at > after:
            start, end = block.starts_at.astimezone(zone), block.ends_at.astimezone(zone)
            is_taken = block.is_settled
            hours[start] = Hour(start, end, True, is_taken, not is_taken)
    return [hours[start] for start in sorted(hours)]


@dataclass(frozen=True)
class Typed:
    """What a form with hours sent: the ticked blocks and the most talks, as words that may be wrong; and of both what
    the form started from (None where it does not say)."""

    values: list[str]
    most_talks: str
    were: list[str] | None = None
    most_was: str = ""

    @classmethod
    def of(cls, form: QueryDict) -> Typed:
        """As the form sent it."""
        were = form.get("blocks_were", "").split() if "blocks_were" in form else None
        return cls(form.getlist("block"), form.get("most_talks", ""), were, form.get("most_was", ""))

    def blocks(self) -> list[Block]:
        """Begin and end of each block; a `Refusal` for what is none."""
        return _blocks_in(self.values)

    def shown(self) -> list[Block] | None:
        """The blocks that were given when the form was opened; None where it does not say."""
        return None if self.were is None else _blocks_in(self.were)

    def most(self) -> int | None:
        """How many talks at most; None where nothing was chosen."""
        number = whole_number(self.most_talks, -1)
        return None if number < 0 else number

    def other_most(self) -> int | None:
        """The same where it is not what stood there: what was left as it was takes no colleague's answer back."""
        return None if self.most_talks == self.most_was else self.most()


def as_meant(blocks: Collection[B], *, shown: Collection[B] | None, now: Collection[B]) -> list[B]:
    """The blocks that stand once a form sent `blocks`. Of a form that had `shown` only what was ticked or unticked in it
    counts: what else is given or taken back by `now` stays so. `shown` None: `blocks` and no other."""
    if shown is None:
        return list(blocks)
    stay = [block for block in now if block not in shown or block in blocks]
    return stay + [block for block in blocks if block not in shown and block not in now]


def _blocks_in(values: Iterable[str]) -> list[Block]:
    try:
        return hours_from(values)
    except ValueError:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw.")) from None


def hours_from(values: Iterable[str]) -> list[Block]:
    """Begin and end of each value of the form; a ValueError for what is none."""
    found = []
    for value in values:
        begin, _slash, end = value.partition("/")
        starts_at, ends_at = datetime.fromisoformat(begin), datetime.fromisoformat(end)
        if starts_at.tzinfo is None or ends_at.tzinfo is None:
            raise ValueError(f"a block without a time zone: {value!r}")
        found.append((starts_at, ends_at))
    return found


def ticked(hours: Iterable[Hour], typed: Typed) -> list[Hour]:
    """The same hours, given as a form that came back means them: for a page that keeps what was ticked."""
    hours = list(hours)
    now = [hour.value for hour in hours if hour.was_given]
    on = set(as_meant(typed.values, shown=typed.were, now=now))
    return [hour if hour.is_taken else replace(hour, is_given=hour.value in on) for hour in hours]
