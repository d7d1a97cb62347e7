"""The JSON of `werktop note`: names in, chips out."""

import re
from datetime import date
from typing import Any

from werktop.catalogue.shipped import words_and_ways
from werktop.contacts.reading.chips import Chip, CompetencySeen, Contact, Names, Opening, Reading
from werktop.contacts.reading.ways import ways_for
from werktop.mechanisms.fields import json_object, optional_list, texts
from werktop.mechanisms.refusals import MalformedProblem

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LISTS = ("candidates", "employers", "people", "competencies")


def names_from(document: Any) -> Names:
    """The names of a JSON object with up to four lists, and the shipped ways to say its competencies; the first field
    that is wrong is refused by its path."""
    if not isinstance(document, dict):
        raise MalformedProblem("names", "must be a JSON object")
    fields = json_object(document, "", LISTS)
    lists = {name: texts(optional_list(fields, name), name) for name in LISTS}
    return Names(**lists, ways=ways_for(lists["competencies"], words_and_ways()))


def day_from(text: str) -> date:
    """The date of `--today`: a calendar date such as 2026-11-24."""
    try:
        if not DATE.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise MalformedProblem("today", f"'{text}' is not a date such as 2026-11-24") from None


def sentence_from(text: str) -> str:
    """The sentence; one without anything but spaces is refused."""
    if not text.strip():
        raise MalformedProblem("sentence", "must be a text that is not empty")
    return text


def as_json(reading: Reading, *, whole: bool = False) -> dict[str, Any]:
    """The chips in the order of the sentence; the `whole` reading also has what is unsure and what is left."""
    took_place = [chip for chip in reading.chips if not (isinstance(chip, Contact) and chip.is_missed)]
    chips = {"chips": [_chip(chip) for chip in took_place]}
    if not whole:
        return chips
    return chips | {
        "unsure": [{"words": unsure.words, "names": list(unsure.names)} for unsure in reading.unsure],
        "rest": reading.rest,
    }


def _chip(chip: Chip) -> dict[str, Any]:
    if isinstance(chip, Contact):
        return {
            "kind": "contact",
            "channel": chip.channel,
            "date": chip.date.isoformat() if chip.date else None,
            "candidates": list(chip.candidates),
            "employer": chip.employer,
            "people": list(chip.people),
        }
    if isinstance(chip, Opening):
        return {
            "kind": "opening",
            "employer": chip.employer,
            "places": chip.places,
            "what": chip.what,
            "from": chip.from_date.isoformat() if chip.from_date else None,
        }
    if isinstance(chip, CompetencySeen):
        return {"kind": "competency", "candidate": chip.candidate, "name": chip.name}
    whose = {"owner": chip.owner} if chip.owner else {}
    day = chip.date.isoformat() if chip.date else None
    return {"kind": "reminder", "date": day, "what": chip.what} | whose
