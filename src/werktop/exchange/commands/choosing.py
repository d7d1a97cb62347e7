"""Saying of a row that may be about somebody who is there whether it is."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell

from ..doubles import asked_rows, chosen
from ..models import UploadState
from ..previewing import NEEDED
from .looking import upload_to_change
from .refusals import UploadIsBeingTaken


@command(about="upload")
def choose_of_rows(
    *, actor: Actor, at: datetime, upload_id: UUID, choice: str, row: int | None = None
) -> int:
    """Of `row`, or (None) of every row of which nothing was said: the key of who it is, "other" for somebody else, "same" for the
    one who was found (a row that may be about more than one is left as it is), "" for nothing after all. Returns of how many rows
    nothing is said now. `UploadIsBeingTaken` for a list that is not open any more."""
    upload = upload_to_change(actor, upload_id, at)
    actor.require(NEEDED[upload.kind])
    if upload.state not in (UploadState.PREVIEWED, UploadState.STOPPED):
        raise UploadIsBeingTaken()
    upload.choices = chosen(upload, choice, row)
    upload.save(update_fields=["choices"])
    left = sum(each.is_held for each in asked_rows(upload))
    tell(count=len(upload.choices))
    return left
