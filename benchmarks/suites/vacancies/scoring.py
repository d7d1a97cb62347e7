"""How much of a set of vacancy texts is read as a colleague would tick it."""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from werktop.catalogue import shipped
from werktop.work_profiles.vacancy import Vacancy, Word, Words, read_vacancy, words_of
from werktop.work_profiles.vacancy.asked import needs_by_code, ways_by_code
from werktop.work_profiles.vacancy.words import asked_in

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
LISTS = ("must", "learn", "likes", "needs", "better", "asks")
FACTS = ("hours", "days", "times", "place", "start", "wage", "form")
PLACES = Path(shipped.__file__).parent.parent / "regions" / "reference" / "pc4_geonames_nl.csv"


@dataclass
class Score:
    """Counts by list of words (`either`: a competency that was found, whether must or learnable), and facts that are right."""

    noted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    texts: int = 0


@lru_cache(maxsize=1)
def words() -> Words:
    """What is looked for, of the shipped catalogue."""
    terms = [
        Word(row["code"], row["kind"], row["label_nl"], row["layer"],
             (*asked_in(row["said"]), *ways_by_code().get(row["code"], ())))
        for row in shipped.terms()
    ]  # fmt: skip
    needs = [
        Word(row["code"], "requirement", row["label_nl"], "", needs_by_code().get(row["code"], ()))
        for row in shipped.requirements()
    ]
    return words_of([*terms, *needs])


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """The places of the Netherlands."""
    with PLACES.open(encoding="utf-8", newline="") as file:
        return frozenset(row["plaats"] for row in csv.DictReader(file))


def vacancies(name: str) -> list[dict[str, Any]]:
    """The texts of a set with what was noted."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["vacancies"]


def read(text: str) -> Vacancy:
    """One text, with the shipped words and all places."""
    return read_vacancy(text, words=words(), today=TODAY, places=places())


def score(name: str) -> Score:
    """A whole set."""
    total = Score()
    for noted in vacancies(name):
        total.texts += 1
        _compare(noted, read(noted["text"]), total)
    return total


def _compare(noted: dict[str, Any], vacancy: Vacancy, total: Score) -> None:
    found = {
        "must": vacancy.of("competency", is_must=True),
        "learn": vacancy.of("competency", is_must=False),
        "likes": vacancy.of("interest"),
        "needs": vacancy.of("requirement", is_must=True),
        "better": vacancy.of("requirement", is_must=False),
        "asks": [each.kind for each in vacancy.questions],
    }
    wanted = {each: noted.get(each, "").split() for each in LISTS}
    for title, parts in (
        ("competency", ("must", "learn")),
        ("interest", ("likes",)),
        ("requirement", ("needs", "better")),
    ):
        _count(total, title, _joined(wanted, parts), _joined(found, parts))
    _count(total, "question", set(wanted["asks"]), set(found["asks"]))
    kept = _joined(wanted, ("must", "learn")) & _joined(found, ("must", "learn"))
    total.said["must or learned"] += len(kept)
    total.facts["must or learned"] += sum((c in found["must"]) == (c in wanted["must"]) for c in kept)
    for part in LISTS:
        few, many = set(wanted[part]) - set(found[part]), set(found[part]) - set(wanted[part])
        if few or many:
            total.misses.append(
                f"{noted['name']} {part}: missed {' '.join(sorted(few)) or '-'}; too many {' '.join(sorted(many)) or '-'}"
            )
    for name, value, here in zip(FACTS, _facts_noted(noted), _facts_found(vacancy), strict=True):
        total.said[name] += 1
        total.facts[name] += value == here
        if value != here:
            total.misses.append(f"{noted['name']} {name}: {here} and not {value}")


def _joined(lists: dict[str, list[str]], parts: Iterable[str]) -> set[str]:
    return {code for part in parts for code in lists[part]}


def _count(total: Score, title: str, wanted: set[str], found: set[str]) -> None:
    total.noted[title] += len(wanted)
    total.found[title] += len(found)
    total.right[title] += len(wanted & found)


def _facts_noted(noted: dict[str, Any]) -> list[Any]:
    wage = noted.get("wage")
    return [
        tuple(noted["hours"]) if "hours" in noted else None,
        tuple(noted.get("days", "").split()),
        tuple(noted.get("times", ())),
        noted.get("place", ""),
        noted.get("start"),
        (wage["least"], wage["most"], wage["per"]) if wage else None,
        noted.get("form", ""),
    ]


def _facts_found(vacancy: Vacancy) -> list[Any]:
    wage = vacancy.wage
    return [
        vacancy.hours,
        vacancy.days,
        tuple(f"{begins}-{ends}" for begins, ends in vacancy.times if ends),
        vacancy.place,
        vacancy.start,
        (wage.least_cents, wage.most_cents, wage.per) if wage else None,
        vacancy.form,
    ]
