"""Rows of one file that seem to be about the same person: equal rows count once, likely ones both."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Protocol, TypeVar

from django.utils.translation import gettext_lazy as _

from werktop.exchange.cells import folded
from werktop.exchange.problems import Problem, said


class IdentifiedRow(Protocol):
    """What every typed row has."""

    @property
    def row(self) -> int: ...
    @property
    def identity(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def postcode(self) -> str: ...
    @property
    def likeness(self) -> str:
        """The name by which duplicates are looked for."""


AnyRow = TypeVar("AnyRow", bound=Any)


def without_repeats(
    rows: Sequence[AnyRow], *, titles: Mapping[str, str]
) -> tuple[list[AnyRow], list[Problem]]:
    """The rows with each identity once (the first), and what is to be said about repeats. Who says Nee at Toestemming in
    any of them is not shared.

    `titles` maps keys of columns to their headers in the file. Shared e-mail addresses and likely duplicates
    are remarks only: households share an address, and two people may share a name.
    """
    firsts: dict[str, AnyRow] = {}
    problems = []
    for row in rows:
        first = firsts.setdefault(row.identity, row)
        if first is not row:
            problems.append(_repeat(first, row))
    for first, row in _refusals_to_share(firsts, rows):
        firsts[first.identity] = replace(first, is_shared=False)
        problems.append(_no_counts(first, row))
    kept = list(firsts.values())
    return kept, problems + _shared_emails(kept, titles.get("email", "")) + _likely_duplicates(kept)


def _content(row: Any) -> tuple[Any, ...]:
    return tuple(getattr(row, field.name) for field in fields(row) if field.name != "row")


def _repeat(first: Any, row: Any) -> Problem:
    if _content(first) == _content(row):
        return Problem(
            row.row,
            "",
            "doubtful",
            "repeated_row",
            said(_("Deze rij is gelijk aan rij {first}. We nemen haar één keer over."), first=first.row),
            _("Je hoeft niets te doen."),
        )
    return Problem(
        row.row,
        "",
        "doubtful",
        "same_person_differs",
        said(
            _("Deze rij gaat over dezelfde persoon als rij {first}, maar verschilt. Rij {first} telt."),
            first=first.row,
        ),
        _("Laat in de lijst alleen de rij staan die klopt."),
    )


def _refusals_to_share(firsts: Mapping[str, AnyRow], rows: Sequence[AnyRow]) -> list[tuple[AnyRow, AnyRow]]:
    """The row that counts, and the first later one that says Nee where that one says Ja."""
    found: dict[str, tuple[AnyRow, AnyRow]] = {}
    for row in rows:
        first = firsts[row.identity]
        if getattr(first, "is_shared", False) and not row.is_shared:
            found.setdefault(row.identity, (first, row))
    return list(found.values())


def _no_counts(first: Any, row: Any) -> Problem:
    return Problem(
        row.row,
        "",
        "doubtful",
        "no_counts",
        said(
            _("Rij {first} deelt deze persoon met andere organisaties, deze rij niet. We delen niet."),
            first=first.row,
        ),
        _("Vraag deze persoon wat klopt, en laat alleen die rij staan."),
    )


def _shared_emails(rows: Sequence[Any], title: str) -> list[Problem]:
    by_email = defaultdict(list)
    for row in rows:
        if row.email:
            by_email[row.email.casefold()].append(row)
    return [
        Problem(
            row.row,
            title,
            "doubtful",
            "shared_email",
            said(_("Dit e-mailadres staat bij {count} rijen."), count=len(sharers)),
            _("Kijk of het adres van deze persoon zelf is. Berichten bevatten een persoonlijke link."),
        )
        for sharers in by_email.values()
        if len(sharers) > 1
        for row in sharers
    ]


def _likely_duplicates(rows: Sequence[Any]) -> list[Problem]:
    """A later row with the name of an earlier one and the same e-mail, telephone or postcode."""
    seen: dict[tuple[str, str], int] = {}
    problems = []
    for row in rows:
        name = folded(row.likeness)
        marks = [(name, folded(mark)) for mark in (row.email, row.phone, row.postcode) if mark]
        earlier = min((seen[mark] for mark in marks if mark in seen), default=None)
        if name and earlier is not None:
            problems.append(
                Problem(
                    row.row,
                    "",
                    "doubtful",
                    "likely_duplicate",
                    said(_("Dit is misschien dezelfde persoon als in rij {first}."), first=earlier),
                    _("We nemen beide rijen over. Is het dezelfde? Haal er dan één weg."),
                )
            )
        for mark in marks:
            seen.setdefault(mark, row.row)
    return problems
