"""The quick note on sentences of our own: `benchmarks/notes [--misses]`."""

import argparse
import random
import time
from collections.abc import Iterable
from dataclasses import replace

from benchmarks.suites.notes import variation
from benchmarks.suites.notes.scoring import (
    FIELDS,
    HERE,
    KINDS,
    TODAY,
    Score,
    names,
    notes,
    score,
    varied_score,
)
from benchmarks.tables import header, milliseconds, table
from werktop.catalogue.shipped import words_and_ways
from werktop.contacts.reading import Names, read_note
from werktop.contacts.reading.ways import ways_for

SETS = (
    ("seen", "looked at while the grammar was built"),
    ("held_out", "written before the grammar; docs/benchmarks.md has what was measured first"),
    ("late", "written last, in another voice; docs/benchmarks.md has what was measured first"),
    ("colleague", "of somebody else, with other names; docs/benchmarks.md has what was measured first"),
    ("careful", "of another, tidy and short; docs/benchmarks.md has what was measured first"),
    ("telegram", "of another, in telegram style; docs/benchmarks.md has what was measured first"),
    ("mixed", "of another, hearsay and denials among them; docs/benchmarks.md has what was measured first"),
    ("short", "ours, without commas; docs/benchmarks.md has what was measured first"),
    ("locked", "ours, locked away until the end; docs/benchmarks.md has what was measured first"),
    ("chatty", "ours, as one tells a colleague; docs/benchmarks.md has what was measured first"),
    ("fresh_tidy", "of a new writer, tidy; docs/benchmarks.md has what was measured first"),
    ("fresh_telegram", "of the same, in telegram style; docs/benchmarks.md has what was measured first"),
    ("fresh_mixed", "of the same, three facts or more; docs/benchmarks.md has what was measured first"),
    ("hurried", "of a last writer, in telegram style; docs/benchmarks.md has what was measured first"),
    ("lively", "of the same, three facts or more; docs/benchmarks.md has what was measured first"),
    ("frisian", "of a new writer, of all kinds; docs/benchmarks.md has what was measured first"),
    ("beginner", "of another, slips and long sentences; docs/benchmarks.md has what was measured first"),
    ("coach", "of a new writer, half telegram style; docs/benchmarks.md has what was measured first"),
    ("turns", "ours, in other turns of phrase; docs/benchmarks.md has what was measured first"),
)
LENGTH = 10_000
MADE = 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--misses", action="store_true", help="print each sentence that was not read as noted"
    )
    options = parser.parse_args()
    print(header("benchmarks/notes", ()))
    for name, about in SETS:
        if not (HERE / f"{name}.toml").exists():
            continue
        total = score(name)
        print(f"{total.sentences} sentences, {about}: {total.whole} read exactly as noted\n")
        print(table(["", "noted", "found", "right", "precision", "recall", "fields right"], _rows(total)))
        print()
        if options.misses:
            print("\n".join(total.misses), end="\n\n")
    print(_varied())
    print(_speed())


def _varied() -> str:
    """How many notes put together by lot are read, and the phrases in them that are read worst."""
    ways = ways_for(variation.NAMES.competencies, words_and_ways())
    total, phrases = varied_score(variation.variation(MADE), replace(variation.NAMES, ways=ways))
    rows = [_row("all", total, KINDS)]
    worst = sorted(phrases, key=lambda phrase: (-phrases[phrase][1] / max(phrases[phrase][0], 20), phrase))[
        :10
    ]
    listed = [[phrase, str(phrases[phrase][0]), str(phrases[phrase][1])] for phrase in worst]
    return "\n\n".join(
        (
            f"{total.sentences} notes put together from phrases by lot: {total.whole} read exactly as meant",
            table(["", "meant", "found", "right", "precision", "recall", "fields right"], rows),
            table(["phrases that are read worst", "notes", "not exact"], listed) + "\n",
        )
    )


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
    people = Names(
        candidates=tuple(f"Naam{i} Achternaam{i * 7 % 2000}" for i in range(2_000)),
        competencies=known.competencies,
    )
    began = time.process_time()
    read_note("Naam7 gebeld", today=TODAY, names=people)
    rows.append(
        ["the first sentence, 2,000 candidates, list read too", milliseconds(time.process_time() - began)]
    )
    began = time.process_time()
    for text in sentences:
        read_note(text, today=TODAY, names=people)
    rows.append(
        ["a sentence, 2,000 candidates", milliseconds((time.process_time() - began) / len(sentences))]
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
