"""`tests/mutants/run [PART ...] [--sample N] [--seed S] [--module TEXT]`: how many small faults do the tests notice?"""

from __future__ import annotations

import argparse
import os
import random
import time
from functools import cache

from tests.mutants.equivalent import EQUIVALENT
from tests.mutants.making import Mutant, mutants_of
from tests.mutants.parts import MECHANISMS, PARTS, paths_of_tests
from tests.mutants.trying import objects, prepare

SECONDS = 20
"""Of processor time for a mutant, beside twice what the tests take."""


def main() -> None:
    """Tries a sample of each part and says what survived."""
    parser = argparse.ArgumentParser(prog="tests/mutants/run", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="all parts where none is named")
    parser.add_argument("--sample", type=int, default=60, help="mutants of each part (0: all of them)")
    parser.add_argument(
        "--seed", type=int, default=1, help="which mutants: the same seed draws the same ones"
    )
    parser.add_argument("--module", default="", help="only modules whose path has this text in it")
    asked = parser.parse_args()
    os.environ.setdefault("NUMBA_OPT", "1")  # compiled in half the time, with the same results
    prepare()
    results = [one_part(name, asked.sample, asked.seed, asked.module) for name in asked.part or PARTS]
    print("\n".join(["", f"seed {asked.seed}, sample {asked.sample}", *results]))


def one_part(part: str, sample: int, seed: int, text: str) -> str:
    """Tries the mutants of one part; returns its line of the table."""
    began = time.monotonic()
    drawn = draw(part, sample, seed, text)
    survived, equal = 0, 0
    for module, mutant in drawn:
        line = (MECHANISMS / module).read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()
        why = EQUIVALENT.get((module, line, f"{mutant.before} => {mutant.after}"))
        tests = tuple(paths_of_tests(module, part))
        who, used = objects(module, mutant, tests, limit(tests))
        equal += not who and why is not None
        survived += not who and why is None
        fate = f"killed by {who}" if who else f"equivalent: {why}" if why else "SURVIVED"
        print(f"{used:5.1f} s  {module}:{mutant.line}  {mutant.change}  --  {fate}", flush=True)
    tried = len(drawn) - equal
    share = 100 * (tried - survived) / max(1, tried)
    return (
        f"{part}: {len(drawn)} tried, {equal} equivalent, {tried - survived} of {tried} killed ({share:.1f}%), "
        f"{time.monotonic() - began:.0f} s"
    )


def draw(part: str, sample: int, seed: int, text: str = "") -> list[tuple[str, Mutant]]:
    """So many mutants of a part, drawn by chance; the same for the same seed."""
    every = [
        (module, mutant)
        for module in PARTS[part]
        if text in module
        for mutant in mutants_of((MECHANISMS / module).read_text(encoding="utf-8"))
    ]
    chance = random.Random(f"{part} {seed}")
    chosen = chance.sample(range(len(every)), min(sample or len(every), len(every)))
    return [every[number] for number in sorted(chosen)]


@cache
def limit(tests: tuple[str, ...]) -> float:
    """Processor seconds a mutant may take that these tests are asked about. They must pass on what is there."""
    who, used = objects("", None, tests, 600)
    if who:
        raise SystemExit(f"the tests fail without a mutant: {who}")
    return SECONDS + 2 * used


if __name__ == "__main__":
    main()
