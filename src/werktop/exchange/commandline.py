"""What `./werktop import` does with a file: the same as the pages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from werktop.accounts.queries import actor_by_email
from werktop.audit.refusals import NotVisible, Refusal
from werktop.regions import queries as regions

from . import commands, queries
from .previewing import NEEDED, previewed
from .problems import worded
from .refusals import FileIsTooLarge, FileRefused
from .sheets import MAX_FILE_BYTES


class ActorIsUnknown(Refusal):
    text = _("Er is geen collega van deze organisatie met dit e-mailadres.")


class ReportIsErased(Refusal):
    """The same run was done before, longer ago than reports are kept."""

    text = _("Deze lijst is met deze sleutel al eerder overgenomen. Het verslag is na zeven dagen gewist.")


def import_file(
    *,
    path: Path,
    kind: str,
    organisation: str,
    actor_email: str,
    is_applied: bool,
    at: datetime,
    key: UUID | None = None,
) -> dict[str, Any]:
    """The report of a file, as plain values; with `is_applied` what is fine is taken over too.

    Once more with the same request `key` gives the same report and does nothing; with another file that is refused
    (`KeyReused`), and after a week, when the report was erased, so is it (`ReportIsErased`). Without a key the rows
    themselves know who is here already. It is no hash of the file: the same file may be read again on purpose, after its
    people were taken out.

    `refused` is the number of rows that are refused; `problem` says why the file as a whole is (then nothing
    else is known), or is None. `taken` are the numbers of what came in, or None.
    Raises a `Refusal` where the organisation or the colleague is not known, or may not do this.
    """
    home = regions.organisation_by_slug(organisation)
    actor = actor_by_email(actor_email, home.pk)
    if actor.kind != "staff" or actor.organisation_id != home.pk:
        raise ActorIsUnknown()
    actor.require(NEEDED[kind])
    report: dict[str, Any] = {"file": path.name, "kind": kind, "organisation": organisation}
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise FileIsTooLarge(limit_megabytes=MAX_FILE_BYTES // 2**20)
        content = path.read_bytes()
        if not is_applied:
            preview = previewed(actor, kind=kind, content=content, file_name=path.name)
            return report | preview.counts | _told(preview.report) | {"problem": None, "taken": None}
        with transaction.atomic():
            upload_id = commands.preview_upload(
                actor=actor,
                at=at,
                **_once(key, "preview"),
                organisation_id=home.pk,
                kind=kind,
                file_name=path.name,
                content=content,
            )
            taken = commands.apply_upload(actor=actor, at=at, **_once(key, "apply"), upload_id=upload_id)
    except FileRefused as refusal:
        why = {"code": refusal.code, "reason": str(refusal.reason), "remedy": str(refusal.remedy)}
        return report | {"refused": 0, "problem": why, "taken": None}
    try:
        upload = queries.upload_for(actor, upload_id, at=at)
    except NotVisible:
        raise ReportIsErased() from None
    return report | upload.counts | _told(upload.report) | {"problem": None, "taken": taken}


def _told(report: dict[str, Any]) -> dict[str, Any]:
    return report | {"problems": worded(report.get("problems", []))}


def _once(key: UUID | None, step: str) -> dict[str, Any]:
    """Each step is a request with a key of its own."""
    return {"key": uuid5(key, step)} if key else {}
