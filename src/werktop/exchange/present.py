"""Who of a list is in the files already, for sure or perhaps. Nothing here blocks a row."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.merging import kept_by_identity
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers

from .cells import folded
from .kinds.candidates import CandidateRow
from .kinds.entrepreneurs import EntrepreneurRow


class PresentCandidates:
    """The candidates of the viewer's organisation, also those who left, and those who were brought together. Two queries."""

    def __init__(self, viewer: Actor) -> None:
        self._by_identity: dict[str, tuple[UUID, bool]] = {}
        self._by_name: dict[str, list[tuple[UUID, set[str]]]] = defaultdict(list)
        by_key: dict[UUID, tuple[UUID, bool]] = {}
        assert viewer.organisation_id is not None
        found = candidates.candidates_visible_to(viewer, with_left=True)
        for key, first, last, email, phone, postcode, identity, is_shared in found.values_list(
            "id", "first_name", "last_name", "email", "phone", "postcode", "identity", "is_shared"
        ):
            self._by_identity[identity] = by_key[key] = (key, is_shared)
            reach = {word for word in (email.lower(), phone, postcode) if word}
            self._by_name[folded(first + last)].append((key, reach))
        for identity, kept_id in kept_by_identity(viewer.organisation_id).items():
            if kept_id in by_key:
                self._by_identity[identity] = by_key[kept_id]

    def has(self, row: CandidateRow) -> bool:
        """This very row was taken over before."""
        return row.identity in self._by_identity

    def sharing(self, row: CandidateRow) -> tuple[UUID, bool]:
        """The candidate that this row, which `has`, is about, and whether other organisations see this person now."""
        return self._by_identity[row.identity]

    def alike(self, row: CandidateRow) -> list[UUID]:
        """Keys of people with the same name and the same address, number or postcode."""
        reach = {word for word in (row.email.lower(), row.phone, row.postcode) if word}
        name = folded(row.full_name if "," not in row.full_name else _turned(row.full_name))
        return [key for key, theirs in self._by_name.get(name, ()) if reach & theirs]


class PresentEmployers:
    """The employers of the viewer's region, and those that became part of another. Two queries."""

    def __init__(self, viewer: Actor) -> None:
        assert viewer.region_id is not None
        self._firms: set[tuple[str, str]] = set(employers.merged_firms(viewer.region_id))
        self._by_name: dict[str, list[UUID]] = defaultdict(list)
        for key, name, postcode in employers.employers_in_region(viewer).values_list(
            "id", "name", "postcode"
        ):
            self._firms.add((name.lower(), postcode))
            self._by_name[folded(name)].append(key)

    def has(self, row: EntrepreneurRow) -> bool:
        """The region has this firm already, by name and postcode."""
        return (row.company.lower(), row.postcode) in self._firms

    def alike(self, row: EntrepreneurRow) -> list[UUID]:
        """Keys of firms of the same name elsewhere."""
        return self._by_name.get(folded(row.company), [])


def present(viewer: Actor, kind: str) -> Any:
    """Who is there already, for a list of this kind."""
    return PresentEmployers(viewer) if kind == "entrepreneurs" else PresentCandidates(viewer)


def _turned(name: str) -> str:
    last, _comma, first = name.partition(",")
    return first + last
