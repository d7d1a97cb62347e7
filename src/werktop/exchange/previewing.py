"""A file, read and compared with who is there already. Saves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.catalogue import queries as catalogue
from werktop.regions import queries as regions

from .kinds import KINDS
from .present import present
from .problems import Problem
from .reading import Lookups, read_list
from .stored_rows import AnyRow

# what the actor must be allowed to do to take a list of this kind over
NEEDED = {"sonar": "import_people", "candidates": "import_people", "entrepreneurs": "edit_employers"}


@dataclass(frozen=True)
class Preview:
    """What a file would bring: the rows that can be taken over, the report and the numbers (see `Upload`)."""

    rows: tuple[AnyRow, ...]
    report: dict[str, Any]
    counts: dict[str, int]


def previewed(viewer: Actor, *, kind: str, content: bytes, file_name: str) -> Preview:
    """Everything that the file says. Raises a `FileRefused` when it cannot be read as a whole.

    The words of the problems are in the language of the moment.
    """
    reading = read_list(
        content, kind=KINDS[kind], kinds=list(KINDS.values()), lookups=_lookups(), file_name=file_name
    )
    there = present(viewer, kind)
    is_there = {row.row for row in reading.rows if there.has(row)}
    alike = {row.row: keys for row in reading.rows if row.row not in is_there and (keys := there.alike(row))}
    told = [problem.as_json() for problem in reading.problems]
    told += [_likeness(row, kind).as_json() | {"alike": [str(k) for k in alike[row]]} for row in alike]
    told.sort(key=lambda problem: (problem["level"] != "refused", problem["row"]))
    refused = set(reading.refused_rows)
    doubtful = (set(reading.doubtful_rows) | set(alike)) - refused
    return Preview(
        rows=reading.rows,
        report={
            "sheet": reading.sheet,
            "header_row": reading.header_row,
            "used_columns": list(reading.used_columns),
            "dropped_columns": [
                {"letter": column.letter, "title": column.title, "is_personal": column.is_personal}
                for column in reading.dropped_columns
            ],
            "problems": told,
        },
        counts={
            "rows": len(reading.rows),
            "new": len(reading.rows) - len(is_there),
            "already_there": len(is_there),
            "alike": len(alike),
            "refused": len(refused),
            "doubtful": len(doubtful),
        },
    )


def _lookups() -> Lookups:
    return Lookups(
        identity_key=identity_key(),
        knows_postcode=regions.is_known_postcode,
        competencies=catalogue.codes_by_label(),
    )


def identity_key() -> bytes:
    """The installation's own key for row identities; a change of it makes every row look new."""
    return salted_hmac(
        "werktop.exchange.identity", b"", secret=settings.IDENTITY_KEY, algorithm="sha256"
    ).digest()


def _likeness(row: int, kind: str) -> Problem:
    if kind == "entrepreneurs":
        text, remedy = (
            _("Er is al een werkgever met deze naam, op een andere postcode."),
            _("Is het dezelfde? Neem dan de postcode over die er al staat. Anders komt deze erbij."),
        )
    else:
        text, remedy = (
            _("Misschien staat deze persoon al in jullie bestand."),
            _("Is het dezelfde? Haal de rij dan weg. Anders komt deze persoon erbij."),
        )
    return Problem(row, "", "doubtful", "alike_in_file", text, remedy)


__all__ = ["NEEDED", "Preview", "identity_key", "previewed"]
