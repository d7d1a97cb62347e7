"""`werktop note`: one sentence in, chips in JSON out. Imports no Django."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from werktop.config.commandline.mechanisms import answer_or_refuse, json_of

if TYPE_CHECKING:
    from werktop.contacts.reading import Names, Reading


def run_note(argv: list[str]) -> int:
    """Reads a sentence. 0: its chips were written; 2: the sentence, the day or the names are malformed."""
    parser = argparse.ArgumentParser(
        prog="werktop note",
        description="Read one Dutch sentence of a relationship manager into chips (JSON).",
    )
    parser.add_argument(
        "sentence", metavar="SENTENCE", nargs="?", default="", help="what was noted, as one argument"
    )
    parser.add_argument(
        "--today", metavar="DATE", help="the day of the note, as 2026-11-24 (default: of the clock)"
    )
    parser.add_argument(
        "--names",
        metavar="NAMES.json",
        help='{"candidates": [], "employers": [], "people": [], "competencies": []}; - reads standard input',
    )
    parser.add_argument(
        "--whole", action="store_true", help="also what fits several names, and what is left as text"
    )
    parser.add_argument("--out", metavar="CHIPS.json", help="write the chips here instead of standard output")
    options = parser.parse_args(argv)
    from werktop.contacts.reading import contract

    def answer() -> dict[str, Any]:
        sentence = contract.sentence_from(options.sentence)
        today = contract.day_from(options.today) if options.today is not None else date.today()  # noqa: DTZ011
        names = contract.names_from(json_of(options.names) if options.names is not None else {})
        return contract.as_json(_read(sentence, today, names), whole=options.whole)

    return answer_or_refuse(options.names or "sentence", options.out, answer)


def _read(sentence: str, today: date, names: Names) -> Reading:
    """What the sentence says; a firm that is marked with @ and stands in no list counts by the name that was written."""
    from werktop.contacts.reading import read_note
    from werktop.contacts.unknown_firm import firm_marked_in

    reading = read_note(sentence, today=today, names=names)
    is_known = reading.unsure or any(getattr(chip, "employer", None) for chip in reading.chips)
    if is_known or not (marked := firm_marked_in(sentence)):
        return reading
    return read_note(sentence, today=today, names=replace(names, employers=(*names.employers, marked)))
