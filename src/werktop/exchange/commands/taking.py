"""Taking a list over: all at once where it is short, else in blocks that a worker brings in one after the other.

A block is one transaction: its people and how far the list is come in together or not at all. So a worker may be killed at any
moment: who goes on begins where the last whole block ended, and nothing doubles.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.merging import kept_by_identity
from werktop.candidates import commands as candidate_commands
from werktop.candidates import queries as candidates
from werktop.employers import commands as employer_commands
from werktop.employers import queries as employers

from .. import stored_rows
from ..facts import candidate_facts, colleagues_by_name, employer_facts
from ..kinds.candidates import CandidateRow
from ..kinds.entrepreneurs import EntrepreneurRow
from ..models import Upload, UploadKind, UploadState
from ..previewing import NEEDED
from ..problems import does_not_fit
from ..queries import rows_after
from .looking import upload_to_change
from .refusals import (
    UploadIsBeingTaken,
    UploadIsNotBeingTaken,
    UploadIsPutAway,
    UploadIsTakenOver,
)

log = logging.getLogger("werktop.exchange")

BLOCK = 250
"""So many rows come in together: a moment of work, and no more than that to wait for who stops it."""
TASK = "exchange.take_over"


@dataclass
class Came:
    """What came of some rows: `taken` are numbers by name, `new`, `there` and `refused` the numbers of rows, `made` the keys
    of who is new."""

    taken: dict[str, int]
    new: list[int] = field(default_factory=list)
    there: list[int] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)

    def __add__(self, other: Came) -> Came:
        names = [*self.taken, *(name for name in other.taken if name not in self.taken)]
        return Came(
            {name: self.taken.get(name, 0) + other.taken.get(name, 0) for name in names},
            *([*getattr(self, part), *getattr(other, part)] for part in ("new", "there", "made", "refused")),
        )


@command(about="upload")
def apply_upload(*, actor: Actor, at: datetime, upload_id: UUID) -> dict[str, int]:
    """Take over the rows that were not refused, all in one. Returns how many came in (`added`) and how many were there
    already (`already_there`), for entrepreneurs also how many people came in (`people`), for candidates how many
    are no longer shared with other organisations (`no_longer_shared`).

    A row that was taken over before changes nothing but that. Afterwards the rows themselves are no longer kept, only the
    report. Of two who decide at once about one list, the later gets a `ListMovedOn`; two lists that come in at
    once for one region wait for each other, so that the later finds who is there by then.
    """
    upload = upload_to_change(actor, upload_id, at)
    _refuse_what_was_decided(actor, upload, UploadState.PREVIEWED)
    came = _taken_in(actor, at, upload, upload.rows)
    _note(upload, came, upload.rows)
    _end(upload, at)
    tell(**came.taken)
    return came.taken


@command(about="upload")
def start_taking(*, actor: Actor, at: datetime, upload_id: UUID) -> None:
    """Have a worker take this list over, block by block; or go on with one that was stopped. Refuses as `apply_upload` does."""
    upload = upload_to_change(actor, upload_id, at)
    _refuse_what_was_decided(actor, upload, UploadState.PREVIEWED, UploadState.STOPPED)
    upload.state, upload.taken_by_id, upload.moved_at = UploadState.TAKING, actor.id, at
    upload.save(update_fields=["state", "taken_by", "moved_at"])
    tell(rows=upload.counts.get("rows", 0), taken_rows=upload.taken_rows)
    nudge(upload.pk)


@command(about="upload")
def stop_taking(*, actor: Actor, at: datetime, upload_id: UUID) -> None:
    """Stop between two blocks: what came in stays, the rest waits until somebody goes on with it or puts it away. The block
    that is under way is waited for. `UploadIsNotBeingTaken` where there is nothing to stop any more."""
    upload = upload_to_change(actor, upload_id, at)
    actor.require(NEEDED[upload.kind])
    if upload.state != UploadState.TAKING:
        raise UploadIsNotBeingTaken()
    _stop(upload, at)
    tell(rows=upload.counts.get("rows", 0), taken_rows=upload.taken_rows)


@command(about="upload")
def take_block(*, actor: Actor, at: datetime, upload_id: UUID, most: int = 0) -> int:
    """Take the next rows of a list over, at most `most` (0: a block), for the colleague who decided it. Returns how many; 0 where
    there is nothing to do: the list is done, was stopped, or is gone. Who may not do this any more has stopped it."""
    actor.require("forget")  # the software itself
    held = Upload.objects.select_for_update(of=("self",)).select_related("taken_by").defer("rows", "report")
    upload = held.filter(pk=upload_id, state=UploadState.TAKING, expires_at__gt=at).first()
    if upload is None:
        return 0
    who = accounts.actor_of(upload.taken_by, upload.organisation_id) if upload.taken_by else None
    if who is None or who.organisation_id != upload.organisation_id or not who.can(NEEDED[upload.kind]):
        _stop(upload, at)
        return 0
    most = most or BLOCK
    rows = rows_after(upload.pk, upload.taken_to_row, most)
    if rows:
        came = _taken_in(who, at, upload, rows)
        _note(upload, came, rows)
        tell(**came.taken)
    if len(rows) < most:
        _end(upload, at)
        return len(rows)
    upload.moved_at = at
    upload.save(update_fields=["counts", "outcome", "made", "taken_rows", "taken_to_row", "moved_at"])
    nudge(upload.pk)
    return len(rows)


def nudge(upload_id: UUID) -> bool:
    """Lay the job of the next block in the queue, in the transaction of the caller; False where one lies there. The row is the
    truth: a job that is lost is made again, one that runs twice finds the list as it is by then."""
    job = app.configure_task(TASK, queue="exchange", queueing_lock=f"{TASK}.{upload_id}")
    try:
        with transaction.atomic():
            job.defer(upload_id=str(upload_id))
    except AlreadyEnqueued:
        return False
    return True


def _refuse_what_was_decided(actor: Actor, upload: Upload, *open_states: str) -> None:
    actor.require(NEEDED[upload.kind])
    if upload.state in open_states:
        return
    if upload.state == UploadState.WITHDRAWN:
        raise UploadIsPutAway()
    if upload.state == UploadState.APPLIED:
        raise UploadIsTakenOver()
    raise UploadIsBeingTaken()


def _taken_in(actor: Actor, at: datetime, upload: Upload, rows: Sequence[dict[str, Any]]) -> Came:
    _wait_for_other_lists(actor)
    return _taken_where_it_fits(actor, at, upload, rows, set(upload.made))


def _taken_where_it_fits(
    actor: Actor, at: datetime, upload: Upload, rows: Sequence[dict[str, Any]], earlier: set[str]
) -> Came:
    """These rows all at once; where the database refuses them half by half, down to the row that it is about. Of somebody who
    was typed by hand just now the second look finds the row; what does not fit then either stays out, and the report says so."""
    take = _take_employers if upload.kind == UploadKind.ENTREPRENEURS else _take_candidates
    try:
        with transaction.atomic():
            return take(actor, at, upload, rows, earlier)
    except IntegrityError:
        if len(rows) > 1:
            half = len(rows) // 2
            first = _taken_where_it_fits(actor, at, upload, rows[:half], earlier)
            return first + _taken_where_it_fits(actor, at, upload, rows[half:], earlier | set(first.made))
    try:
        with transaction.atomic():
            return take(actor, at, upload, rows, earlier)
    except IntegrityError:
        log.warning("row %s of %s does not fit beside what is there", rows[0]["row"], upload.pk)
        return Came({}, refused=[rows[0]["row"]])


def _note(upload: Upload, came: Came, rows: Sequence[dict[str, Any]]) -> None:
    """How far the list is now, and what came of it so far."""
    before = upload.counts.get("taken", {})
    upload.counts |= {"taken": {name: before.get(name, 0) + number for name, number in came.taken.items()}}
    told = {"new": came.new, "there": came.there}
    upload.outcome = {name: [*upload.outcome.get(name, []), *numbers] for name, numbers in told.items()}
    upload.made = [*upload.made, *came.made]
    upload.taken_rows += len(rows)
    upload.taken_to_row = rows[-1]["row"] if rows else upload.taken_to_row
    if came.refused:
        told_anew = [problem.as_json() for problem in map(does_not_fit, came.refused)]
        upload.report = upload.report | {"problems": [*told_anew, *upload.report.get("problems", [])]}
        upload.counts |= {"refused": upload.counts.get("refused", 0) + len(came.refused)}
        upload.save(update_fields=["report"])


def _end(upload: Upload, at: datetime) -> None:
    upload.state, upload.applied_at, upload.moved_at, upload.rows = UploadState.APPLIED, at, at, []
    if upload.made:
        _compare_soon(upload)
    upload.save(
        update_fields=[
            *("state", "applied_at", "moved_at", "rows"),
            *("counts", "outcome", "made", "taken_rows", "taken_to_row"),
        ]
    )


def _compare_soon(upload: Upload) -> None:
    """Who came in may be here already under another spelling: the page of likely doubles says so soon, and not only tomorrow."""
    room = "employers" if upload.kind == UploadKind.ENTREPRENEURS else "candidates"
    task = f"{room}.look_for_doubles"
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(task, queue=room, queueing_lock=task).defer(timestamp=0)


def _stop(upload: Upload, at: datetime) -> None:
    """Halfway: the rows that came in are not kept any more."""
    upload.state, upload.moved_at = UploadState.STOPPED, at
    upload.rows = rows_after(upload.pk, upload.taken_to_row, None)
    upload.save(update_fields=["state", "moved_at", "rows"])


def _wait_for_other_lists(actor: Actor) -> None:
    """Until this transaction ends, no other list comes in for the region: firms have no constraint on their people."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext(%s))", [f"werktop list coming in {actor.region_id}"]
        )


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
