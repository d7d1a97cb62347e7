"""A file, read and compared with who is there already. Saves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.catalogue import queries as catalogue
from werktop.regions import queries as regions

from .kinds import KINDS
from .kinds.candidates import CandidateRow
from .kinds.sharing_cells import IS_SHARED, SAYS_SHARING
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
    """Everything that the file says. Raises a `FileRefused` when it cannot be read as a whole. Texts of problems are
    kept in parts, for `problems.worded`.
    """
    reading = read_list(
        content, kind=KINDS[kind], kinds=list(KINDS.values()), lookups=_lookups(viewer), file_name=file_name
    )
    there = present(viewer, kind)
    is_there = {row.row for row in reading.rows if there.has(row)}
    alike = {row.row: keys for row in reading.rows if row.row not in is_there and (keys := there.alike(row))}
    told = [problem.as_kept() for problem in reading.problems]
    told += [_likeness(row, kind).as_kept() | {"alike": [str(k) for k in alike[row]]} for row in alike]
    unshared: list[int] = []
    ends: list[int] = []
    asks: dict[int, UUID] = {}
    if kind != "entrepreneurs" and SAYS_SHARING & reading.used_keys:
        ends, asks = _sharing(there, [row for row in reading.rows if row.row in is_there])
        if IS_SHARED.key not in reading.used_keys:
            asks = {}  # who is not marked "Niet delen" was not asked
        unshared = [row.row for row in reading.rows if row.row not in is_there and not row.is_shared]
    told += [_asks_to_share(row).as_kept() | {"alike": [str(asks[row])]} for row in asks]
    told.sort(key=lambda problem: (problem["level"] != "refused", problem["row"]))
    refused = set(reading.refused_rows)
    doubtful = (set(reading.doubtful_rows) | set(alike) | set(asks)) - refused
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
            "not_shared": unshared,
            "no_longer_shared": ends,
            "asks_to_share": list(asks),
        },
        counts={
            "rows": len(reading.rows),
            "new": len(reading.rows) - len(is_there),
            "already_there": len(is_there),
            "alike": len(alike),
            "not_shared": len(unshared),
            "no_longer_shared": len(ends),
            "asks_to_share": len(asks),
            "refused": len(refused),
            "doubtful": len(doubtful),
        },
    )


def _lookups(viewer: Actor) -> Lookups:
    return Lookups(
        identity_key=identity_key(),
        knows_postcode=regions.is_known_postcode,
        competencies=catalogue.codes_by_label(viewer),
        ways=catalogue.words_by_way(viewer),
    )


def identity_key() -> bytes:
    """The installation's own key for row identities; a change of it makes every row look new."""
    return salted_hmac(
        "werktop.exchange.identity", b"", secret=settings.IDENTITY_KEY, algorithm="sha256"
    ).digest()


def _sharing(there: Any, rows: list[CandidateRow]) -> tuple[list[int], dict[int, UUID]]:
    """Of rows about people who are there, in a list that says whether they may be shared: the numbers of those that end the
    sharing, and per number the candidate whom the list would share and we do not."""
    ends: list[int] = []
    asks: dict[int, UUID] = {}
    for row in rows:
        candidate_id, is_shared = there.sharing(row)
        if is_shared and not row.is_shared:
            ends.append(row.row)
        elif row.is_shared and not is_shared:
            asks[row.row] = candidate_id
    return ends, asks


def _asks_to_share(row: int) -> Problem:
    return Problem(
        row,
        "",
        "doubtful",
        "asks_to_share",
        _("Bij Toestemming staat Ja. Bij ons wordt deze persoon niet gedeeld, en dat blijft zo."),
        _("Vraag het, en zet het delen zelf aan bij deze persoon."),
    )


def _likeness(row: int, kind: str) -> Problem:
    if kind == "entrepreneurs":
        text, remedy = (
            _("Er is al een werkgever met deze naam, op een andere postcode."),
            _("Kies of het dezelfde is. Zonder keuze nemen we deze rij niet over."),
        )
    else:
        text, remedy = (
            _("Misschien staat deze persoon al in jullie bestand."),
            _("Kies of het dezelfde persoon is. Zonder keuze nemen we deze rij niet over."),
        )
    return Problem(row, "", "doubtful", "alike_in_file", text, remedy)


__all__ = ["NEEDED", "Preview", "identity_key", "previewed"]
