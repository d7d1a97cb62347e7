"""What a reading is made of: the names that are known, the chips, what is asked, and what is left."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final


@dataclass(frozen=True)
class Names:
    """The names a sentence may use, as they are shown. `people` are entrepreneurs and colleagues; `ways` are
    pairs of a competency and one way to say that somebody has it."""

    candidates: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()

    def without(self, others: set[str]) -> Names:
        """The same without these candidates, firms and people."""
        left = {
            kind: tuple(name for name in getattr(self, kind) if name not in others)
            for kind in ("candidates", "employers", "people")
        }
        return replace(self, **left)


@dataclass(frozen=True)
class Contact:
    """A contact that took place, or `is_missed`: was tried and reached nobody. `channel` is one of CHANNELS; `date` is None where
    the one that was said does not exist; `is_day_said` is False where no day was named: then it is today's."""

    channel: str
    date: date | None
    candidates: tuple[str, ...]
    employer: str | None
    people: tuple[str, ...]
    is_missed: bool = False
    is_day_said: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Opening:
    """Work that a firm has or will have: how many places, for what, from which day."""

    employer: str | None
    places: int | None
    what: str
    from_date: date | None


@dataclass(frozen=True)
class Reminder:
    """Something to do on a day, at an hour ("15.30") where one was said; `owner`: somebody of `people` who does it. `date` is None
    where the one that was said does not exist."""

    date: date | None
    what: str
    hour: str = ""
    owner: str = ""


@dataclass(frozen=True)
class CompetencySeen:
    """A competency that was seen of a candidate."""

    candidate: str
    name: str


@dataclass(frozen=True)
class Told:
    """What was told of a candidate for the picture. `kind`: wish, certificate, need, step or adjustment; `what` in words, of an
    adjustment the way of contact; `code` of a requirement that a paper is; `of_kind` of a need; `hours` of a wish."""

    kind: str
    candidate: str
    what: str
    hours: int | None = None
    code: str = ""
    of_kind: str = ""
    date: date | None = None


@dataclass(frozen=True)
class Unsure:
    """Words that fit several names: asked, not guessed."""

    words: str
    names: tuple[str, ...]


Chip = Contact | Opening | Reminder | CompetencySeen
CHANNELS: Final = ("visit", "call", "talk", "message")


@dataclass(frozen=True)
class Reading:
    """The chips in the order of the sentence, what is to be asked, the text that no chip used, what is `told` for a picture, and
    the dates that were written and do not exist (`no_days`)."""

    chips: tuple[Chip, ...]
    unsure: tuple[Unsure, ...]
    rest: str
    told: tuple[Told, ...] = ()
    no_days: tuple[str, ...] = ()
