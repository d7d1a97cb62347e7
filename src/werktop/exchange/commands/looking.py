"""Looking at a list before it is taken over, putting it away, and letting it go."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.audit.retention import BATCH, TERMS, erases, let_go

from .. import stored_rows
from ..cells import clean_text
from ..models import Upload, UploadKind, UploadState
from ..previewing import NEEDED, previewed
from .refusals import UploadIsBeingTaken, UploadIsTakenOver


@command(about="upload")
def preview_upload(
    *, actor: Actor, at: datetime, organisation_id: UUID, kind: str, file_name: str, content: bytes
) -> UUID:
    """Read a file and keep what can be taken over, with its report, for seven days. Returns the upload's key.

    The file itself is not kept, nor any column that we do not use. Raises a `FileRefused` when it cannot be read.
    """
    kind = UploadKind(kind).value
    actor.require(NEEDED[kind])
    if organisation_id != actor.organisation_id:
        raise NotVisible()
    preview = previewed(actor, kind=kind, content=content, file_name=_bare_name(file_name))
    upload = Upload.objects.create(
        organisation_id=organisation_id,
        account_id=actor.id if actor.kind == "staff" else None,
        kind=kind,
        file_name=_bare_name(file_name),
        rows=stored_rows.as_json(preview.rows),
        report=preview.report,
        counts=preview.counts,
        created_at=at,
        expires_at=TERMS["upload"].end(at),
    )
    tell(kind=kind, **preview.counts)
    return upload.pk


@command(about="upload")
def withdraw_upload(*, actor: Actor, at: datetime, upload_id: UUID) -> None:
    """Put a file away without taking it over: its rows and its report are no longer kept. Of one that was stopped halfway the
    rest is put away: what came in stays, and the report says which rows did not."""
    upload = upload_to_change(actor, upload_id, at)
    actor.require(NEEDED[upload.kind])
    if upload.state == UploadState.APPLIED:
        raise UploadIsTakenOver()
    if upload.state == UploadState.TAKING:
        raise UploadIsBeingTaken()
    if upload.state == UploadState.STOPPED:
        upload.outcome |= {"put_away": [row["row"] for row in upload.rows]}
        upload.state, upload.applied_at, upload.rows = UploadState.APPLIED, at, []
        upload.save(update_fields=["state", "applied_at", "rows", "outcome"])
        return
    upload.state, upload.rows, upload.report = UploadState.WITHDRAWN, [], {}
    upload.save(update_fields=["state", "rows", "report"])


@command(about="upload")
def note_report_taken(*, actor: Actor, at: datetime, upload_id: UUID) -> None:
    """The actor downloads the remarks about the rows of a list: an audit line with their number."""
    upload = upload_to_change(actor, upload_id, at)
    actor.require(NEEDED[upload.kind])
    tell(count=len(upload.report.get("problems", [])))


@command(about="upload")
def note_outcome_taken(*, actor: Actor, at: datetime, upload_id: UUID) -> None:
    """The actor downloads what came of each row of a list: an audit line with how many came in."""
    upload = upload_to_change(actor, upload_id, at)
    actor.require(NEEDED[upload.kind])
    tell(count=upload.taken_rows)


@erases("upload", "exchange.Upload")
@command(about="uploads")
def forget_uploads(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` uploads that are past their term; returns how many."""
    count = let_go(Upload.objects.filter(expires_at__lte=at).order_by("id"), most)
    tell(count=count)
    return count


def upload_to_change(actor: Actor, upload_id: UUID, at: datetime) -> Upload:
    """The list, locked, if it is of the actor's organisation and kept still; else `NotVisible`."""
    found = Upload.objects.select_for_update().filter(
        pk=upload_id, organisation_id=actor.organisation_id, expires_at__gt=at
    )
    upload = found.first()
    if upload is None:
        raise NotVisible()
    return upload


def _bare_name(file_name: str) -> str:
    return clean_text(PurePosixPath(file_name.replace("\\", "/")).name)[-120:]
