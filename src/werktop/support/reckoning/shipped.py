"""The rules and instruments that are shipped with this version."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from .rules import Rule
from .words import Said

REFERENCE = Path(__file__).parent.parent / "reference"
SITUATIONS = {
    "try_first": Said("Iemand probeert het werk eerst uit", "Somebody tries the work first"),
    "not_all_yet": Said("Iemand kan nog niet alles", "Somebody cannot do everything yet"),
    "new_employee": Said("Iemand komt bij u in dienst", "Somebody comes to work for you"),
    "adapt_work": Said("Het werk aanpassen", "Adapting the work"),
    "guidance": Said("Begeleiding op de werkvloer", "Guidance on the work floor"),
    "illness": Said("Ziekte: minder risico", "Illness: less risk"),
    "learn_work": Said("Leren en werken", "Learning and working"),
    "gone": Said("Wat er niet meer is", "What is no longer there"),
}
DECIDES = {
    "organisation": Said("de gemeente", "the municipality"),
    "uwv": Said("UWV", "UWV"),
    "organisation_or_uwv": Said(
        "de gemeente of UWV; dat hangt ervan af wie met de werknemer werkt",
        "the municipality or UWV; that depends on who works with the employee",
    ),
    "organisation_or_uwv_split": Said(
        "de gemeente voor wie zij helpt, UWV voor de anderen",
        "the municipality for those whom it helps, UWV for the others",
    ),
    "organisation_advised": Said("de gemeente; UWV kan adviseren", "the municipality; UWV may advise"),
    "tax": Said("Belastingdienst; UWV rekent het uit", "the tax administration; UWV works it out"),
    "school": Said(
        "de school; SBB erkent uw bedrijf als leerbedrijf",
        "the school; SBB recognises your firm as a training firm",
    ),
    "rvo": Said("RVO", "RVO (the enterprise agency)"),
    "supplier": Said(
        "u en het sociaal ontwikkelbedrijf, in een overeenkomst",
        "you and the social enterprise, in an agreement",
    ),
}


@dataclass(frozen=True)
class Instrument:
    """Something that helps an employer; `calculator` is the name of its sum, or "". `needs`: what one arranges, a sentence each."""

    key: str
    situation: str
    name: Said
    decides: str
    what: Said
    needs: list[Said]
    is_for_employers: bool
    """Whether employers read of it without a login; the rest is for colleagues."""
    calculator: str
    valid_from: date
    valid_until: date | None
    law: str
    article: str
    source: str
    checked: date | None = None

    def is_over(self, day: date) -> bool:
        """Whether it had ended by that day."""
        return self.valid_until is not None and self.valid_until <= day

    @property
    def who_decides(self) -> Said:
        """In words."""
        return DECIDES[self.decides]

    @property
    def stands_in(self) -> str:
        """Law and article."""
        return f"{self.law}, {self.article}" if self.article else self.law


def shipped_rules() -> list[Rule]:
    """The dated rules, as they stand in `reference/rules.csv`."""
    return [
        Rule(
            key=row["key"],
            instrument=row["instrument"],
            label=Said(row["label_nl"], row["label_en"]),
            value=Fraction(row["value"]),
            unit=row["unit"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_until=_day(row["valid_until"]),
            law=row["law"],
            article=row["article"],
            source=row["source"],
            is_renewed=row["renewed"] == "yes",
            checked=_day(row["checked"]),
        )
        for row in _rows("rules.csv")
    ]


def _instruments() -> dict[str, Instrument]:
    return {
        row["key"]: Instrument(
            key=row["key"],
            situation=row["situation"],
            name=Said(row["name_nl"], row["name_en"]),
            decides=row["decides"],
            what=Said(row["what_nl"], row["what_en"]),
            needs=_sentences(row["needs_nl"], row["needs_en"]),
            is_for_employers=row["audience"] == "employers",
            calculator=row["calculator"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_until=_day(row["valid_until"]),
            law=row["law"],
            article=row["article"],
            source=row["source"],
            checked=_day(row["checked"]),
        )
        for row in _rows("instruments.csv")
    }


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _sentences(dutch: str, english: str) -> list[Said]:
    pairs = zip(dutch.split(" | "), english.split(" | "), strict=True)
    return [Said(nl, en) for nl, en in pairs if nl]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


INSTRUMENTS = _instruments()
