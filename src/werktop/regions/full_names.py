"""The name of somebody as people say and write it, in the two parts that are kept."""

from __future__ import annotations


def split_name(name: str, *, known: tuple[str, str] = ("", "")) -> tuple[str, str]:
    """A name as one says it, to the first name and the rest; "Achternaam, Voornaam" is turned round. `known` is how it stands in
    the file: the same name stays as it is, and in another the first name stays whole, however many words it has."""
    said, known_first = _spaced(name), _spaced(known[0])
    if said and said == _spaced(" ".join(known)):
        return known
    last, comma, first = said.partition(",")
    turned = _spaced(f"{first} {last}") if comma and first.strip() and last.strip() else said
    for each in (said, turned):
        if known_first and f"{each} ".startswith(f"{known_first} "):
            return known_first, each[len(known_first) + 1 :]
    first, _space, last = turned.partition(" ")
    return first, last


def _spaced(words: str) -> str:
    return " ".join(words.split())
