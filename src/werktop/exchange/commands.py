"""Writes about uploads: look first, then take over, or put away."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath
from typing import cast
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.retention import BATCH, TERMS, erases
from werktop.candidates import commands as candidate_commands
from werktop.candidates import queries as candidates
from werktop.employers import commands as employer_commands
from werktop.employers import queries as employers

from . import stored_rows
from .cells import clean_text
from .facts import candidate_facts, colleagues_by_name, employer_facts
from .kinds.candidates import CandidateRow
from .kinds.entrepreneurs import EntrepreneurRow
from .models import Upload, UploadKind, UploadState
from .previewing import NEEDED, previewed


class ListMovedOn(Refusal):
    """A colleague was first: the list is not any more as the page showed it."""


class UploadIsPutAway(ListMovedOn):
    text = _(
        "Deze lijst is intussen weggelegd. Er is niets overgenomen. Lees haar opnieuw in als je haar toch wilt."
    )


class UploadIsTakenOver(ListMovedOn):
    text = _("Deze lijst was al overgenomen. Er is niets dubbel gekomen: hieronder staat wat erbij kwam.")


class AnotherListIsComingIn(ListMovedOn):
    text = _(
        "Een collega neemt op dit moment dezelfde mensen over. Kijk zo nog eens, en probeer het opnieuw."
    )


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
def apply_upload(*, actor: Actor, at: datetime, upload_id: UUID) -> dict[str, int]:
    """Take over the rows that were not refused. Returns how many came in (`added`) and how many were there
    already (`already_there`), for entrepreneurs also how many people came in (`people`), for candidates how many
    are no longer shared with other organisations (`no_longer_shared`).

    A row that was taken over before changes nothing but that. Afterwards the rows themselves are no longer kept, only the
    report. Of two who decide at once about one list, the later gets a `ListMovedOn`; two lists that come in at
    once for one region wait for each other, so that the later finds who is there by then.
    """
    upload = _upload_to_change(actor, upload_id, at)
    actor.require(NEEDED[upload.kind])
    if upload.state == UploadState.WITHDRAWN:
        raise UploadIsPutAway()
    if upload.state == UploadState.APPLIED:
        raise UploadIsTakenOver()
    _wait_for_other_lists(actor)
    try:
        with transaction.atomic():
            taken = (
                _take_employers(actor, at, upload)
                if upload.kind == UploadKind.ENTREPRENEURS
                else _take_candidates(actor, at, upload)
            )
    except IntegrityError as clash:  # somebody typed the same by hand, just now
        raise AnotherListIsComingIn() from clash
    upload.state, upload.applied_at, upload.rows = UploadState.APPLIED, at, []
    upload.counts |= {"taken": taken}
    upload.save(update_fields=["state", "applied_at", "rows", "counts"])
    tell(**taken)
    return taken


@command(about="upload")
def withdraw_upload(*, actor: Actor, at: datetime, upload_id: UUID) -> None:
    """Put a file away without taking it over: its rows and its report are no longer kept."""
    upload = _upload_to_change(actor, upload_id, at)
    actor.require(NEEDED[upload.kind])
    if upload.state == UploadState.APPLIED:
        raise UploadIsTakenOver()
    upload.state, upload.rows, upload.report = UploadState.WITHDRAWN, [], {}
    upload.save(update_fields=["state", "rows", "report"])


@command(about="upload")
def note_report_taken(*, actor: Actor, at: datetime, upload_id: UUID) -> None:
    """The actor downloads the remarks about the rows of a list: an audit line with their number."""
    upload = _upload_to_change(actor, upload_id, at)
    actor.require(NEEDED[upload.kind])
    tell(count=len(upload.report.get("problems", [])))


@erases("upload", "exchange.Upload")
@command(about="uploads")
def forget_uploads(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` uploads that are past their term; returns how many."""
    old = Upload.objects.filter(expires_at__lte=at).order_by("id").values_list("pk", flat=True)[:most]
    count: int = Upload.objects.filter(pk__in=list(old)).delete()[0]
    tell(count=count)
    return count


def _upload_to_change(actor: Actor, upload_id: UUID, at: datetime) -> Upload:
    found = Upload.objects.select_for_update().filter(
        pk=upload_id, organisation_id=actor.organisation_id, expires_at__gt=at
    )
    upload = found.first()
    if upload is None:
        raise NotVisible()
    return upload


def _wait_for_other_lists(actor: Actor) -> None:
    """Until this transaction ends, no other list comes in for the region: firms have no constraint on their people."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext(%s))", [f"werktop list coming in {actor.region_id}"]
        )


def _take_candidates(actor: Actor, at: datetime, upload: Upload) -> dict[str, int]:
    managers = accounts.colleagues_of(actor, accounts.Role.RELATIONSHIP_MANAGER)
    colleagues = colleagues_by_name(list(managers.values_list("name", "id")))
    people = candidates.candidates_visible_to(actor, with_left=True)
    before = dict(people.values_list("id", "is_shared"))
    keys = candidate_commands.add_candidates(
        actor=actor,
        at=at,
        organisation_id=upload.organisation_id,
        rows=[
            candidate_facts(row, source=upload.kind, colleagues=colleagues)
            for row in cast(list[CandidateRow], stored_rows.from_json(upload.kind, upload.rows))
        ],
    )
    shared = [key for key in keys if before.get(key)]
    return _counted(keys, set(before)) | {
        "no_longer_shared": people.filter(pk__in=shared, is_shared=False).count()
    }


def _take_employers(actor: Actor, at: datetime, upload: Upload) -> dict[str, int]:
    before = set(employers.employers_in_region(actor).values_list("id", flat=True))
    people = employers.entrepreneurs_in_region(actor)
    people_before = people.count()
    keys = employer_commands.add_employers(
        actor=actor,
        at=at,
        organisation_id=upload.organisation_id,
        rows=[
            employer_facts(row, source=upload.kind)
            for row in cast(list[EntrepreneurRow], stored_rows.from_json(upload.kind, upload.rows))
        ],
    )
    return _counted(keys, before) | {"people": people.count() - people_before}


def _counted(keys: list[UUID], before: set[UUID]) -> dict[str, int]:
    return {"added": len(set(keys) - before), "already_there": len(set(keys) & before)}


def _bare_name(file_name: str) -> str:
    return clean_text(PurePosixPath(file_name.replace("\\", "/")).name)[-120:]
