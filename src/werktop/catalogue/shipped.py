"""The lists that are shipped with this version, as rows: what `load_catalogue` brings into the database."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .folding import folded, found_by

REFERENCE = Path(__file__).parent / "reference"


@dataclass(frozen=True)
class Part:
    """One list: its name, the version of its files, and the checksum of these (`checksum_of`)."""

    name: str
    version: str
    files: tuple[str, ...]
    checksum: str


def parts() -> list[Part]:
    """The shipped lists with their versions."""
    return [
        Part(row["part"], row["version"], tuple(row["files"].split()), row["checksum"])
        for row in _rows("versions.csv")
    ]


def checksum_of(part: Part) -> str:
    """Sixteen hexadecimal digits that change when a file of the list does."""
    found = hashlib.sha256()
    for name in part.files:
        found.update((REFERENCE / name).read_bytes())
    return found.hexdigest()[:16]


def terms() -> Iterator[dict[str, Any]]:
    """The shared competencies and interests, in the order in which they are offered."""
    groups = {row["code"]: row for row in _rows("esco_skill_groups.csv")}
    for position, row in enumerate(_rows("terms.csv")):
        esco = groups[row["esco"]] if row["esco"] else {"code": "", "uri": "", "label_en": ""}
        yield {
            **{
                name: row[name]
                for name in ("code", "kind", "layer", "group", "label_nl", "label_en", "also", "said")
            },
            "position": position,
            "is_often": bool(row["often"]),
            "esco_code": esco["code"],
            "esco_uri": esco["uri"],
            "esco_label": esco["label_en"],
            "key": folded(row["label_nl"]),
            "words": found_by(
                [row["label_nl"], row["label_en"], *row["also"].split(), *row["said"].split("|")]
            ),
        }


def words_and_ways() -> list[tuple[str, str]]:
    """(Dutch word, ways in which people say that somebody has it, with bars between) of each competency that has some."""
    return [(row["label_nl"], row["said"]) for row in _rows("terms.csv") if row["said"]]


def occupations() -> Iterator[dict[str, Any]]:
    """The occupations of ESCO with their Dutch names."""
    for row in _rows("esco_occupations_nl.csv"):
        others = [name for name in row["alt_labels_nl"].split("|") if name and name != row["label_nl"]]
        yield {
            "code": row["esco_code"],
            "uri": row["uri"],
            "isco08": row["isco08_group"],
            "label_nl": row["label_nl"],
            "also": "\n".join(others),
            "words": found_by([row["label_nl"], *others]),
        }


def requirements() -> Iterator[dict[str, Any]]:
    """What a place may ask, each with its bit."""
    for row in _rows("requirements.csv"):
        yield {
            **{name: row[name] for name in ("code", "group", "label_nl", "label_en", "implies", "also")},
            "bit": int(row["bit"]),
            "words": found_by([row["label_nl"], row["label_en"], *row["also"].split()]),
        }


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
