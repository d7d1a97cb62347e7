"""`werktop seat` and `werktop match`: a problem in JSON in, an answer in JSON out. Imports no Django."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

REFUSED = 2


def run_seat(argv: list[str]) -> int:
    """Seats a gathering. 0: a plan was written; 2: the input is malformed or cannot be seated."""
    parser = argparse.ArgumentParser(prog="werktop seat", description="Seat a gathering from a JSON problem.")
    parser.add_argument("problem", metavar="PROBLEM.json", help="the problem; - reads standard input")
    budget = parser.add_mutually_exclusive_group()
    budget.add_argument("--seconds", type=_seconds, default=1.0, help="time to search (default 1.0)")
    budget.add_argument("--steps", type=_steps, help="moves to try instead: same seed and steps, same plan")
    parser.add_argument("--seed", type=_steps, default=0, help="seed of the search (default 0)")
    parser.add_argument("--out", metavar="PLAN.json", help="write the plan here instead of standard output")
    options = parser.parse_args(argv)
    from werktop.mechanisms import seating, warm
    from werktop.mechanisms.deadline import Deadline
    from werktop.mechanisms.seating import contract

    def answer(document: Any) -> dict[str, Any]:
        problem = contract.parse(document)
        warm.make_seating_ready()  # the seconds asked for are seconds of searching
        if options.steps is None:
            plan = seating.solve(
                problem, seed=options.seed, keep_going=Deadline(options.seconds, time.monotonic)
            )
            return contract.as_json(plan)
        watch = Deadline(1.0, time.monotonic)
        written = contract.as_json(seating.solve(problem, seed=options.seed, steps=options.steps))
        written["report"]["seconds"] = round(watch.seconds_used(), 4)
        return written

    return _answer_file(options.problem, options.out, answer)


def run_match(argv: list[str]) -> int:
    """Matches wishes for follow-up talks. 0: a matching was written; 2: the input is malformed."""
    parser = argparse.ArgumentParser(
        prog="werktop match", description="Match both sides' wishes after the talks."
    )
    parser.add_argument("problem", metavar="PROBLEM.json", help="the problem; - reads standard input")
    parser.add_argument(
        "--seconds", type=_seconds, default=1.0, help="time to search for a proof (default 1.0)"
    )
    parser.add_argument("--out", metavar="MATCH.json", help="write the pairs here instead of standard output")
    options = parser.parse_args(argv)
    from werktop.mechanisms import matching, warm
    from werktop.mechanisms.deadline import Deadline
    from werktop.mechanisms.matching import contract

    def answer(document: Any) -> dict[str, Any]:
        problem = contract.parse(document)
        warm.make_matching_ready()
        return contract.as_json(matching.solve(problem, keep_going=Deadline(options.seconds, time.monotonic)))

    return _answer_file(options.problem, options.out, answer)


def _answer_file(source: str, target: str | None, answer: Any) -> int:
    return answer_or_refuse(source, target, lambda: answer(json_of(source)))


def json_of(source: str) -> Any:
    """What a file of JSON holds; - is standard input. Both are UTF-8, whatever the terminal speaks."""
    text = sys.stdin.buffer.read().decode("utf-8") if source == "-" else Path(source).read_text("utf-8")
    return json.loads(text, object_pairs_hook=_once)


def answer_or_refuse(source: str, target: str | None, answer: Callable[[], Any]) -> int:
    """Writes an answer and returns 0, or the problem in JSON and 2; `source` is what cannot be read, if so."""
    from werktop.mechanisms.refusals import MalformedProblem, NoPlanPossible

    try:
        written = answer()
    except (MalformedProblem, NoPlanPossible) as refusal:
        write_json(refusal.as_json(), None)
        return REFUSED
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        unreadable = {"rule": "unreadable", "text": str(error), "ids": []}
        write_json({"problem": f"{source} cannot be read: {error}", "rules": [unreadable]}, None)
        return REFUSED
    try:
        write_json(written, target)
    except OSError as error:
        write_json({"problem": f"{target} cannot be written: {error}", "rules": []}, None)
        return REFUSED
    return 0


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; ValueError where a name stands in it twice, of which one would silently not count."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"'{twice}' stands twice in one object")
    return found


def write_json(document: dict[str, Any], target: str | None) -> None:
    """The document as one line of JSON, to a file or to standard output."""
    # in a refusal a text is quoted as it came, half letters and all
    text = json.dumps(document, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
    if target is None:
        sys.stdout.buffer.write(text.encode("utf-8"))  # JSON is UTF-8, whatever the terminal speaks
        sys.stdout.flush()
    else:
        Path(target).write_text(text, encoding="utf-8")


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < 1e6:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of seconds")
    return value


def _steps(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 15:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number of 0 or more")
    return int(text)
