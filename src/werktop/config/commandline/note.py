"""`werktop note`: one sentence in, chips in JSON out. Imports no Django."""

import argparse
from datetime import date
from typing import Any

from werktop.config.commandline.mechanisms import answer_or_refuse, json_of


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
    from werktop.contacts.reading import contract, read_note

    def answer() -> dict[str, Any]:
        sentence = contract.sentence_from(options.sentence)
        today = contract.day_from(options.today) if options.today is not None else date.today()  # noqa: DTZ011
        names = contract.names_from(json_of(options.names) if options.names is not None else {})
        return contract.as_json(read_note(sentence, today=today, names=names), whole=options.whole)

    return answer_or_refuse(options.names or "sentence", options.out, answer)
