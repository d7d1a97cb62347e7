"""How many chips of a set of sentences are right: a chip counts when all its fields are."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.suites.notes.variation import Note
from werktop.contacts.reading import Names, read_note
from werktop.contacts.reading.contract import as_json, names_from

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
KINDS = ("contact", "opening", "reminder", "competency")
FIELDS = {
    "contact": ("channel", "date", "candidates", "employer", "people"),
    "opening": ("employer", "places", "what", "from"),
    "reminder": ("date", "what"),
    "competency": ("candidate", "name"),
}
SHARED = {"chatty": "short", "locked": "short", "lively": "hurried", "turns": "frisian"} | dict.fromkeys(
    ("fresh_tidy", "fresh_telegram", "fresh_mixed"), "fresh"
)  # sets with the names of another
Chip = dict[str, Any]


@dataclass
class Score:
    """Counts by kind; `fields` counts what is right in pairs of a found and a noted chip of one sentence."""

    noted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    fields: Counter[tuple[str, str]] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    sentences: int = 0
    whole: int = 0  # sentences of which every chip is right, and none too many


def names(name: str = "") -> Names:
    """The names of a set where it has its own, else those of the first three."""
    own = HERE / f"{SHARED.get(name, name)}_names.json"
    path = own if own.exists() else HERE / "names.json"
    return names_from(json.loads(path.read_text(encoding="utf-8")))


def notes(name: str) -> list[tuple[str, list[Chip]]]:
    """(sentence, chips) of a set; each chip with all its fields."""
    document = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    return [(note["text"], [_comparable(chip) for chip in note["chips"]]) for note in document["notes"]]


def _comparable(chip: Chip) -> Chip:
    """All fields, dates as text, names in any order, words without capitals."""
    whole = {"kind": chip["kind"]} | {name: chip.get(name) for name in FIELDS[chip["kind"]]}
    for name, value in whole.items():
        if isinstance(value, date):
            whole[name] = value.isoformat()
        elif isinstance(value, list):
            whole[name] = sorted(value)
        elif name == "what":
            whole[name] = value.casefold()
    return whole


def score(name: str) -> Score:
    """Reads every sentence of a set and compares."""
    total, known = Score(), names(name)
    for text, noted in notes(name):
        chips = as_json(read_note(text, today=TODAY, names=known))["chips"]
        _compare(total, text, noted, [_comparable(chip) for chip in chips])
    return total


def varied_score(made: Iterable[Note], known: Names) -> tuple[Score, dict[str, list[int]]]:
    """The score of notes that were put together, and of each phrase (in how many notes, how many of these not exact)."""
    total, phrases = Score(), dict[str, list[int]]()
    for note in made:
        whole = total.whole
        chips = as_json(read_note(note.text, today=TODAY, names=known))["chips"]
        _compare(total, note.text, [_comparable(c) for c in note.chips], [_comparable(c) for c in chips])
        for phrase in set(note.made_of):
            counts = phrases.setdefault(phrase, [0, 0])
            counts[0] += 1
            counts[1] += total.whole == whole
    return total, phrases


def _compare(total: Score, text: str, noted: list[Chip], found: list[Chip]) -> None:
    total.sentences += 1
    missing, extra = list(noted), []
    for chip in found:
        total.found[chip["kind"]] += 1
        if chip in missing:
            missing.remove(chip)
            total.right[chip["kind"]] += 1
            _count_fields(total, chip, chip)
        else:
            extra.append(chip)
    total.noted.update(chip["kind"] for chip in noted)
    total.whole += not missing and not extra
    if missing or extra:
        total.misses.append(text)
        total.misses += [f"  - {json.dumps(c, ensure_ascii=False)}" for c in missing]
        total.misses += [f"  + {json.dumps(c, ensure_ascii=False)}" for c in extra]
    for chip in extra:  # the nearest of what is missing tells which field was wrong
        same_kind = [other for other in missing if other["kind"] == chip["kind"]]
        if same_kind:
            nearest = max(same_kind, key=lambda other: sum(other[k] == chip[k] for k in FIELDS[chip["kind"]]))
            missing.remove(nearest)
            _count_fields(total, chip, nearest)


def _count_fields(total: Score, chip: Chip, other: Chip) -> None:
    total.pairs[chip["kind"]] += 1
    total.fields.update((chip["kind"], k) for k in FIELDS[chip["kind"]] if chip[k] == other[k])
