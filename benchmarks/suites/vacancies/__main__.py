"""Vacancy texts of our own, read: `benchmarks/vacancies [--misses]`."""

import argparse
import time

from benchmarks.suites.vacancies.scoring import FACTS, HERE, read, score, vacancies
from benchmarks.tables import header, milliseconds, table

SETS = (
    ("seen", "looked at while the reader was built"),
    ("held_out", "written at the same time by the same hand, and not looked at; docs/benchmarks.md has what was measured first"),
    ("fresh", "written after the reader and read once; docs/benchmarks.md has what was measured first"),
)  # fmt: skip
KINDS = ("competency", "interest", "requirement", "question")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was read otherwise than noted")
    parser.add_argument("--only", help="one set")
    options = parser.parse_args()
    print(header("benchmarks/vacancies", ()))
    for name, about in SETS:
        if (options.only and name != options.only) or not (HERE / f"{name}.toml").exists():
            continue
        total = score(name)
        print(f"{total.texts} texts, {about}\n")
        rows = [
            [
                k,
                total.noted[k],
                total.found[k],
                total.right[k],
                _share(total.right[k], total.found[k]),
                _share(total.right[k], total.noted[k]),
            ]
            for k in KINDS
        ]
        print(table(["", "noted", "found", "right", "precision", "recall"], rows), end="\n\n")
        facts = [[name, total.said[name], total.facts[name]] for name in ("must or learned", *FACTS)]
        print(table(["", "of", "right"], facts), end="\n\n")
        if options.misses:
            print("\n".join(total.misses), end="\n\n")
    texts = [each["text"] for each in vacancies("seen")]
    began = time.process_time()
    for text in texts:
        read(text)
    print(table(["", "ms"], [["one text", milliseconds((time.process_time() - began) / len(texts))]]))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "–"


main()
