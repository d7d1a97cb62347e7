"""What comes of rows of a list: who is new comes in, who is there is found, and of whom it is not known waits."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db import DataError, IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Q

from werktop.accounts import queries as accounts
from werktop.audit import likeness
from werktop.audit.actors import Actor
from werktop.audit.merging import kept_by_identity
from werktop.audit.refusals import NotAllowed, NotVisible, Refusal
from werktop.audit.waiting import wait_for_others
from werktop.candidates import commands as candidate_commands
from werktop.candidates import queries as candidates
from werktop.employers import commands as employer_commands
from werktop.employers import queries as employers

from .. import stored_rows
from ..doubles import OTHER, asked_rows
from ..facts import candidate_facts, colleagues_by_name, employer_facts
from ..kinds.candidates import CandidateRow
from ..kinds.entrepreneurs import EntrepreneurRow
from ..models import Upload, UploadKind
from .refusals import TooMuchFails

log = logging.getLogger("werktop.exchange")

PARTS = ("new", "there", "made", "refused", "held")
MOST_FAULTS = 20
"""So many rows at once may fail by something that nobody foresaw: then it is not the rows, and the rest is better kept."""

_OF_A_ROW = (IntegrityError, DataError, Refusal)
_OF_ALL_ROWS = (OperationalError, InterfaceError, NotAllowed, NotVisible)


@dataclass
class Came:
    """What came of some rows: `taken` are numbers by name, `new`, `there`, `refused` and `held` (not chosen whether it is somebody
    who is there) the numbers of rows, `made` the keys of who is new."""

    taken: dict[str, int]
    new: list[int] = field(default_factory=list)
    there: list[int] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    held: list[int] = field(default_factory=list)

    def __add__(self, other: Came) -> Came:
        names = [*self.taken, *(name for name in other.taken if name not in self.taken)]
        return Came(
            {name: self.taken.get(name, 0) + other.taken.get(name, 0) for name in names},
            *([*getattr(self, part), *getattr(other, part)] for part in PARTS),
        )


def taken_in(actor: Actor, at: datetime, upload: Upload, rows: Sequence[dict[str, Any]]) -> Came:
    """What was said of rows that are alike comes first (`doubles`)."""
    # firms have no constraint on their people: one list at a time in a region
    wait_for_others(f"list coming in {actor.region_id}")
    asked = {each.row: each for each in asked_rows(upload)}
    said = [(row, asked[row["row"]]) for row in rows if row["row"] in asked]
    held = [each.row for _row, each in said if each.is_held]
    same = {each.row: UUID(each.choice) for _row, each in said if each.is_same}
    fits = _Fits(upload)
    if upload.kind == UploadKind.ENTREPRENEURS:
        # the firm is there: whoever comes for it joins that one
        firms = employers.employers_by_id(same.values())
        held += [number for number, key in same.items() if key not in firms]
        left = [row | _of_firm(same.get(row["row"]), firms) for row in rows if row["row"] not in held]
        take, known = _take_employers, Came({}, held=held)
    else:
        again = [row for row in rows if row["row"] in same]
        left = [row for row in rows if row["row"] not in same and row["row"] not in held]
        take, known = _take_candidates, Came({}, held=held)
        if again:
            known += fits.taken(again, lambda some, _earlier: _known_again(actor, at, same, some))
    earlier = set(upload.made)
    return known + fits.taken(left, lambda some, new: take(actor, at, upload, some, earlier | new))


def _of_firm(key: UUID | None, firms: Mapping[UUID, Any]) -> dict[str, str]:
    firm = firms.get(key) if key else None
    return {"company": firm.name, "postcode": firm.postcode} if firm else {}


def _known_again(
    actor: Actor, at: datetime, same: Mapping[int, UUID], rows: Sequence[dict[str, Any]]
) -> Came:
    told = [
        {
            "candidate_id": str(same[row["row"]]),
            "identity": row["identity"],
            "is_shared": row.get("is_shared", True),
        }
        for row in rows
    ]
    ended = candidate_commands.know_again(actor=actor, at=at, rows=told)
    taken = {"added": 0, "already_there": len(rows), "no_longer_shared": ended}
    return Came(taken, there=sorted(row["row"] for row in rows))


def _tell_apart(upload: Upload, actor: Actor, at: datetime, rows: Sequence[Any], keys: list[UUID]) -> None:
    """Of whom it was said that it is somebody else nobody asks again."""
    others = {each.row: each.keys for each in asked_rows(upload) if each.choice == OTHER}
    kind = "employer" if upload.kind == UploadKind.ENTREPRENEURS else "candidate"
    pairs = [
        (key, UUID(other))
        for row, key in zip(rows, keys, strict=True)
        for other in others.get(row.row, ())
        if UUID(other) != key
    ]
    likeness.tell_apart(kind, upload.organisation_id, pairs, actor=actor, at=at)


class _Fits:
    """Rows of one list, as many as fit: no row keeps another waiting, whatever is the matter with it."""

    def __init__(self, upload: Upload) -> None:
        self._upload = upload
        self._faults = 0

    def taken(
        self,
        rows: Sequence[dict[str, Any]],
        take: Callable[[Sequence[dict[str, Any]], set[str]], Came],
        earlier: frozenset[str] = frozenset(),
    ) -> Came:
        """These rows all at once; where that fails half by half, down to the row that it is about. Of somebody who was typed by
        hand just now the second look finds the row; what does not fit then either stays out, and the report says so. `take` is
        told who came in with an earlier half. `TooMuchFails` where it cannot be the rows; a database that is away or has no time
        now is not taken for a fault of a row."""
        fault: Exception | None = None
        for _look in range(1 if len(rows) > 1 else 2):
            try:
                with transaction.atomic():
                    return take(rows, set(earlier))
            except _OF_ALL_ROWS:
                raise
            except Exception as met:  # noqa: BLE001 - one row may not hold thousands of others
                fault = met
        if len(rows) > 1:
            half = len(rows) // 2
            first = self.taken(rows[:half], take, earlier)
            return first + self.taken(rows[half:], take, earlier | set(first.made))
        assert fault is not None
        self._note(rows[0]["row"], fault)
        return Came({}, refused=[rows[0]["row"]])

    def _note(self, number: int, fault: Exception) -> None:
        """What is noted of a row that stays out: its number, and never what stands in it."""
        name = type(fault).__name__
        log.warning("row %s of %s does not fit beside what is there: %s", number, self._upload.pk, name)
        self._faults += not isinstance(fault, _OF_A_ROW)
        if self._faults > MOST_FAULTS:
            raise TooMuchFails() from fault


def _take_candidates(
    actor: Actor, at: datetime, upload: Upload, rows: Sequence[dict[str, Any]], earlier: set[str]
) -> Came:
    managers = accounts.colleagues_of(actor, accounts.Role.RELATIONSHIP_MANAGER)
    colleagues = colleagues_by_name(list(managers.values_list("name", "id")))
    typed = cast(list[CandidateRow], stored_rows.from_json(upload.kind, rows))
    people = candidates.candidates_visible_to(actor, with_left=True).order_by()
    identities = [row.identity for row in typed]
    merged = kept_by_identity(upload.organisation_id, identities)
    there = people.filter(Q(identity__in=identities) | Q(pk__in=list(merged.values())))
    before = dict(there.values_list("id", "is_shared"))
    keys = candidate_commands.add_candidates(
        actor=actor,
        at=at,
        organisation_id=upload.organisation_id,
        rows=[candidate_facts(row, source=upload.kind, colleagues=colleagues) for row in typed],
    )
    _tell_apart(upload, actor, at, typed, keys)
    came = _came(typed, keys, set(before), earlier)
    shared = [key for key in keys if before.get(key)]
    came.taken["no_longer_shared"] = people.filter(pk__in=shared, is_shared=False).count()
    return came


def _take_employers(
    actor: Actor, at: datetime, upload: Upload, rows: Sequence[dict[str, Any]], earlier: set[str]
) -> Came:
    typed = cast(list[EntrepreneurRow], stored_rows.from_json(upload.kind, rows))
    facts = [employer_facts(row, source=upload.kind) for row in typed]
    small = employers.lowered(" ".join(str(each["name"]).split()) for each in facts)
    assert actor.region_id is not None
    before = set(employers.firms_called(actor.region_id, small.values()).values())
    people = employers.entrepreneurs_in_region(actor)
    people_before = people.filter(employer__in=before).count()
    keys = employer_commands.add_employers(
        actor=actor, at=at, organisation_id=upload.organisation_id, rows=facts
    )
    _tell_apart(upload, actor, at, typed, keys)
    came = _came(typed, keys, before, earlier)
    came.taken["people"] = people.filter(employer__in=before | set(keys)).count() - people_before
    return came


def _came(rows: Sequence[Any], keys: list[UUID], before: set[UUID], earlier: set[str]) -> Came:
    """Which of these rows are new: who came in with an earlier block of this list was not there before it."""
    new = set(keys) - before
    there = {key for key in set(keys) & before if str(key) not in earlier}
    return Came(
        taken={"added": len(new), "already_there": len(there)},
        new=[row.row for row, key in zip(rows, keys, strict=True) if key not in there],
        there=[row.row for row, key in zip(rows, keys, strict=True) if key in there],
        made=[str(key) for key in dict.fromkeys(keys) if key in new],
    )
