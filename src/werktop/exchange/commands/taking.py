"""Taking a list over: all at once where it is short, else in blocks that a worker brings in one after the other.

A block is one transaction: its people and how far the list is come in together or not at all. So a worker may be killed at any
moment: who goes on begins where the last whole block ended, and nothing doubles. A block that fails again and again stops the list,
so that somebody reads it and nothing is tried for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.after_this import run_after_this
from werktop.audit.commands import command, tell

from ..models import Upload, UploadKind, UploadState
from ..previewing import NEEDED
from ..problems import does_not_fit
from ..queries import rows_after
from .coming_in import Came, taken_in
from .looking import upload_to_change
from .refusals import (
    TooMuchFails,
    UploadIsBeingTaken,
    UploadIsNotBeingTaken,
    UploadIsPutAway,
    UploadIsTakenOver,
)

BLOCK = 250
"""So many rows come in together: a moment of work, and no more than that to wait for who stops it."""
TASK = "exchange.take_over"
MOST_TRIES = 5
"""So often a list whose next block does not come in is picked up again; then it is stopped."""


@command(about="upload")
def apply_upload(*, actor: Actor, at: datetime, upload_id: UUID) -> dict[str, int]:
    """Take over the rows that were not refused, all in one. Returns how many came in (`added`) and how many were there
    already (`already_there`), for entrepreneurs also how many people came in (`people`), for candidates how many
    are no longer shared with other organisations (`no_longer_shared`).

    A row that was taken over before changes nothing but that. One that may be about somebody who is there comes in only where
    somebody said that it is another; where nothing was said it is held back, and the report says so. Afterwards the rows
    themselves are no longer kept, only the report. Of two who decide at once about one list, the later gets a `ListMovedOn`; two
    lists that come in at once for one region wait for each other, so that the later finds who is there by then.
    """
    upload = upload_to_change(actor, upload_id, at)
    _refuse_what_was_decided(actor, upload, UploadState.PREVIEWED)
    came = taken_in(actor, at, upload, upload.rows)
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
    upload.counts.pop("tries", None)
    upload.save(update_fields=["state", "taken_by", "moved_at", "counts"])
    tell(rows=upload.counts.get("rows", 0), taken_rows=upload.taken_rows)
    _nudge(upload.pk)


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
    there is nothing to do: the list is done, was stopped, or is gone. Who may not do this any more has stopped it, and so has what
    fails whatever the rows say."""
    actor.require("forget")  # the software itself
    # no join: of who waited for the lock a joined row is of before the wait, and the list would be of nobody
    held = Upload.objects.select_for_update().defer("rows", "report")
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
        try:
            with transaction.atomic():
                came = taken_in(who, at, upload, rows)
        except TooMuchFails:
            upload.counts |= {"tries": MOST_TRIES}
            _stop(upload, at)
            tell(given_up=True)
            return 0
        _note(upload, came, rows)
        tell(**came.taken)
    if len(rows) < most:
        _end(upload, at)
        return len(rows)
    upload.moved_at = at
    upload.save(update_fields=["counts", "outcome", "made", "taken_rows", "taken_to_row", "moved_at"])
    _nudge(upload.pk)
    return len(rows)


@command(about="upload")
def pick_up(*, actor: Actor, at: datetime, upload_id: UUID) -> bool:
    """A list stood still: its job is laid down anew, or after `MOST_TRIES` times it is stopped, so that somebody reads that it does
    not work. Whether its job was laid down. What a worker holds, or has its job waiting, is left alone."""
    actor.require("forget")
    held = Upload.objects.select_for_update(skip_locked=True).defer("rows", "report")
    upload = held.filter(pk=upload_id, state=UploadState.TAKING, expires_at__gt=at).first()
    if upload is None:
        return False
    tries = upload.counts.get("tries", 0)
    tell(tries=tries)
    if tries >= MOST_TRIES:
        _stop(upload, at)
        return False
    if not _nudge(upload_id):
        return False
    upload.counts |= {"tries": tries + 1}
    upload.save(update_fields=["counts"])
    return True


def _nudge(upload_id: UUID) -> bool:
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


def _note(upload: Upload, came: Came, rows: Sequence[dict[str, Any]]) -> None:
    """How far the list is now, and what came of it so far."""
    before = upload.counts.get("taken", {})
    taken = before | {name: before.get(name, 0) + number for name, number in came.taken.items()}
    upload.counts.pop("tries", None)
    upload.counts |= {"taken": taken}
    told = {"new": came.new, "there": came.there, "held": came.held}
    upload.outcome = {name: [*upload.outcome.get(name, []), *numbers] for name, numbers in told.items()}
    upload.made = [*upload.made, *came.made]
    upload.taken_rows += len(rows)
    upload.taken_to_row = rows[-1]["row"] if rows else upload.taken_to_row
    if came.refused:
        told_anew = [problem.as_kept() for problem in map(does_not_fit, came.refused)]
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
    run_after_this(f"{room}.look_for_doubles", queue=room)


def _stop(upload: Upload, at: datetime) -> None:
    """Halfway: the rows that came in are not kept any more."""
    upload.state, upload.moved_at = UploadState.STOPPED, at
    upload.rows = rows_after(upload.pk, upload.taken_to_row, None)
    upload.save(update_fields=["state", "moved_at", "rows", "counts"])
