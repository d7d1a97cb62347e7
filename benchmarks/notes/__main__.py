"""The quick note on sentences of our own: `benchmarks/run notes [--misses]`."""

import argparse
import random
import time
from collections.abc import Iterable

from benchmarks.notes.scoring import FIELDS, HERE, KINDS, TODAY, Score, names, notes, score
from benchmarks.tables import header, milliseconds, table
from werktop.contacts.reading import Names, read_note

SETS = (
    ("seen", "looked at while the grammar was built"),
    ("held_out", "written before the grammar; docs/benchmarks.md has what was measured first"),
    ("late", "written last, in another voice; docs/benchmarks.md has what was measured first"),
    ("colleague", "of somebody else, with other names; docs/benchmarks.md has what was measured first"),
    ("careful", "of another, tidy and short; docs/benchmarks.md has what was measured first"),
    ("telegram", "of another, in telegram style; docs/benchmarks.md has what was measured first"),
    ("mixed", "of another, hearsay and denials among them; docs/benchmarks.md has what was measured first"),
)
LENGTH = 10_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--misses", action="store_true", help="print each sentence that was not read as noted"
    )
    options = parser.parse_args()
    print(header("benchmarks/run notes", ()))
    for name, about in SETS:
        if not (HERE / f"{name}.toml").exists():
            continue
        total = score(name)
        print(f"{total.sentences} sentences, {about}: {total.whole} read exactly as noted\n")
        print(table(["", "noted", "found", "right", "precision", "recall", "fields right"], _rows(total)))
        print()
        if options.misses:
            print("\n".join(total.misses), end="\n\n")
    print(_speed())


def _rows(total: Score) -> list[list[str]]:
    rows = [_row(kind, total, (kind,)) for kind in KINDS]
    return [*rows, _row("all", total, KINDS)]


def _row(title: str, total: Score, kinds: Iterable[str]) -> list[str]:
    noted, found, right = (sum(each[k] for k in kinds) for each in (total.noted, total.found, total.right))
    fields = sum(total.fields[k, f] for k in kinds for f in FIELDS[k])
    of = sum(total.pairs[k] * len(FIELDS[k]) for k in kinds)
    shares = (_share(right, found), _share(right, noted), _share(fields, of))
    return [title, str(noted), str(found), str(right), *shares]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "–"


def _speed() -> str:
    """Processor time: of a sentence, and of ten thousand characters of several kinds."""
    known = names()
    sentences = [text for text, _ in notes("seen")]
    read_note("warm", today=TODAY, names=known)
    began = time.process_time()
    for text in sentences:
        read_note(text, today=TODAY, names=known)
    each = (time.process_time() - began) / len(sentences)
    rows = [["a sentence", milliseconds(each)]]
    draw = random.Random(1)  # noqa: S311
    letters = "abcdefghijklmnopqrstuvwxyz      ,.@-'0123456789"
    caseload = Names(
        candidates=tuple(f"Naam{i} Achternaam{i * 7 % 5000}" for i in range(5_000)),
        competencies=known.competencies,
    )
    texts = [
        ("10,000 characters, sentences one after another", " ".join(sentences * 4), known),
        ("10,000 characters of no sentence", "".join(draw.choices(letters, k=LENGTH)), known),
        ("10,000 times @", "@" * LENGTH, known),
        ("'1-1-1-1-…'", "1-" * (LENGTH // 2), known),
        ("'en en en …'", "gebeld en " * (LENGTH // 10), known),
        ("'over twee weken over …'", "over twee weken " * (LENGTH // 16), known),
        ("'Bloem & Blad & …'", "Bloem & Blad, " * (LENGTH // 14), known),
        ("one word", "a" * LENGTH, known),
        ("the same sentences, 5,000 candidates, list read too", " ".join(sentences * 4), caseload),
    ]
    for title, text, given in texts:
        began = time.process_time()
        read_note(text[:LENGTH], today=TODAY, names=given)
        rows.append([title, milliseconds(time.process_time() - began)])
    return table(["processor time", "ms"], rows)


if __name__ == "__main__":
    main()
