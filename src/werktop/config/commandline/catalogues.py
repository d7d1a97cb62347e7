"""`werktop catalogues`: the English of every room, collected from its Dutch texts, and compiled.

The Dutch text is the key, so a room's `locale/en/LC_MESSAGES/django.po` is all there is to translate.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import polib

from werktop.config.commandline.extraction import PLACEHOLDER, Wording, wordings_of
from werktop.config.commandline.places import ROOT, SOURCE

# No dates, no names of tools: the same texts give the same file.
HEADER = {
    "Project-Id-Version": "werktop",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}

LONG_ENOUGH, TIMES_SHORTER = 6, 5
"""English of a Dutch text of so many letters is suspect where it is so many times shorter."""


def run_catalogues(arguments: list[str]) -> int:
    """Update and compile all catalogues or, with --check, say what is wrong with them."""
    parser = argparse.ArgumentParser(
        prog="./werktop catalogues",
        description="Collects each room's Dutch texts into its English catalogue and compiles it.",
    )
    parser.add_argument("--check", action="store_true", help="change nothing; fail when one is not complete")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help="only these rooms (default: all)")
    chosen = parser.parse_args(arguments)
    problems = []
    for room in rooms():
        if not chosen.rooms or room.name in chosen.rooms:
            if not chosen.check:
                update(room)
            problems += list(problems_of(room))
    print("\n".join(problems) or "Every text has its English.")
    return 1 if problems and chosen.check else 0


def rooms() -> list[Path]:
    """The folders that have texts of their own."""
    return sorted(path.parent for path in SOURCE.glob("*/__init__.py"))


def catalogue_of(room: Path) -> Path:
    """Where the room's English is."""
    return room / "locale" / "en" / "LC_MESSAGES" / "django.po"


def update(room: Path) -> None:
    """Write the room's catalogue anew: new texts empty, kept ones as they were, gone ones away."""
    path = catalogue_of(room)
    before = _entries(path)
    wordings = wordings_of(room)
    if not wordings:
        for each in (path, path.with_suffix(".mo")):
            each.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = dict(HEADER)
    for key, wording in wordings.items():
        catalogue.append(_entry(wording, before.get(key)))
    catalogue.save(str(path))
    path.with_suffix(".mo").write_bytes(catalogue.to_binary())


def problems_of(room: Path) -> Iterator[str]:
    """What is missing, doubtful, left over or not compiled in the room's catalogue, a line each."""
    path = catalogue_of(room)
    wordings, entries = wordings_of(room), _entries(path)
    shown = path.relative_to(ROOT)
    for key, wording in wordings.items():
        where = f"{room.name}/{sorted(wording.files)[0]}"
        entry = entries.get(key)
        if entry is None:
            yield f"{shown}: not collected: {key[1]!r} ({where}); run ./werktop catalogues"
        elif not entry.translated():
            yield f"{shown}: no English yet{' (fuzzy)' if entry.fuzzy else ''}: {key[1]!r} ({where})"
        elif bad := _wrong_placeholders(entry):
            yield f"{shown}: placeholders differ ({', '.join(bad)}): {key[1]!r}"
        elif _is_cut_short(entry):
            yield f"{shown}: far shorter than the Dutch: {key[1]!r} ({where})"
    for key in entries.keys() - wordings.keys():
        yield f"{shown}: no longer used: {key[1]!r}; run ./werktop catalogues"
    if wordings and path.exists():
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.read_bytes() != polib.pofile(str(path)).to_binary():
            yield f"{compiled.relative_to(ROOT)}: not compiled from its source; run ./werktop catalogues"


def _entries(path: Path) -> dict[tuple[str | None, str], polib.POEntry]:
    if not path.exists():
        return {}
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def _entry(wording: Wording, before: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=wording.text, msgctxt=wording.context, msgstr="")
    if PLACEHOLDER.search(wording.text + (wording.plural or "")):
        entry.flags.append("python-format")
    if wording.plural:
        entry.msgid_plural = wording.plural
        entry.msgstr_plural = {0: "", 1: ""}
    if before is None:
        return entry
    if before.fuzzy:
        entry.flags.append("fuzzy")
    if wording.plural and before.msgstr_plural:
        entry.msgstr_plural = dict(before.msgstr_plural)
    elif not wording.plural:
        entry.msgstr = before.msgstr
    return entry


def _wrong_placeholders(entry: polib.POEntry) -> set[str]:
    """Placeholders that only one of the Dutch and the English has; a singular may leave its number out."""
    if entry.msgid_plural:
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural))
        return wanted ^ set(PLACEHOLDER.findall(entry.msgstr_plural[1]))
    return set(PLACEHOLDER.findall(entry.msgid)) ^ set(PLACEHOLDER.findall(entry.msgstr))


def _is_cut_short(entry: polib.POEntry) -> bool:
    """Whether some of the English is so much shorter than its Dutch that most of it must have got lost: one letter of a word
    that counts."""
    pairs = [(entry.msgid, entry.msgstr)]
    if entry.msgid_plural:
        pairs = [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
    return any(
        len(dutch) >= LONG_ENOUGH and len(english) * TIMES_SHORTER < len(dutch) for dutch, english in pairs
    )
