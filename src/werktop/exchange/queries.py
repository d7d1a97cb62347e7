"""Reads of what was uploaded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible

from .models import Upload, UploadState
from .previewing import NEEDED
from .problems import worded


def kinds_for(viewer: Actor) -> list[str]:
    """The kinds of lists that the viewer may take over."""
    return [kind for kind, capability in NEEDED.items() if viewer.can(capability)]


ORDERS: dict[str, tuple[Any, ...]] = {
    "name": (Lower("file_name"), "id"),
    "-name": (Lower("file_name").desc(), "id"),
    "read": ("created_at", "id"),
    "-read": ("-created_at", "id"),
}


def uploads_visible_to(
    viewer: Actor, *, at: datetime, words: str = "", state: str = "", sort: str = ""
) -> QuerySet[Upload]:
    """The files of the viewer's organisation that are kept still, without their rows and report.

    `words` narrows to names of files and colleagues that hold them, `state` to one state. `sort` is a key of
    `ORDERS`; the latest first where it is none.
    """
    found = _visible(viewer, at).select_related("account").defer("rows", "report", "outcome", "made")
    if words.strip():
        found = found.filter(
            Q(file_name__icontains=words.strip()) | Q(account__name__icontains=words.strip())
        )
    if state:
        found = found.filter(state=state)
    return found.order_by(*ORDERS.get(sort, ORDERS["-read"]))


def upload_for(viewer: Actor, upload_id: UUID, *, at: datetime, with_rows: bool = True) -> Upload:
    """One file of the viewer's organisation; `NotVisible` for another's, and after seven days."""
    visible = _visible(viewer, at).select_related("account")
    if not with_rows:
        visible = visible.defer("rows", "report", "outcome", "made")
    found = visible.filter(pk=upload_id).first()
    if found is None:
        raise NotVisible()
    return found


def has_expired(*, at: datetime) -> bool:
    """Whether any organisation has a file that should not be kept any more."""
    return Upload.objects.filter(expires_at__lte=at).exists()


@dataclass(frozen=True)
class HowFar:
    """How far a list is that is taken over: rows that came in, of all that can, and what came of them."""

    done: int
    total: int
    new: int
    there: int

    @property
    def left(self) -> int:
        """The rows that did not come in yet."""
        return self.total - self.done

    @property
    def percent(self) -> int:
        """In whole percents, rounded down: a hundred is all of it."""
        return 100 * self.done // max(self.total, 1)


def how_far(upload: Upload) -> HowFar:
    """How far this list is."""
    taken = upload.counts.get("taken", {})
    total = max(upload.counts.get("rows", 0), upload.taken_rows)
    return HowFar(upload.taken_rows, total, taken.get("added", 0), taken.get("already_there", 0))


def outcome_of(upload: Upload) -> list[tuple[int, str, str]]:
    """Each row of a list by its number, with what came of it (new, there, waiting, put_away, refused) and why it did not come
    in, in words."""
    found = {number: (what, "") for what, numbers in upload.outcome.items() for number in numbers}
    found |= {row["row"]: ("waiting", "") for row in upload.rows}
    refused = (each for each in upload.report.get("problems", []) if each["level"] == "refused")
    for problem in worded(refused):
        _what, why = found.get(problem["row"], ("", ""))
        found[problem["row"]] = ("refused", " ".join(filter(None, (why, problem["text"]))))
    return [(number, *found[number]) for number in sorted(found)]


def left_lying(*, moved_before: datetime) -> list[UUID]:
    """Lists that are taken over and of which no block came in since `moved_before`: perhaps their job is lost."""
    found = Upload.objects.filter(state=UploadState.TAKING, moved_at__lte=moved_before)
    return list(found.order_by("moved_at", "id").values_list("pk", flat=True))


def rows_after(upload_id: UUID, number: int, most: int | None) -> list[dict[str, Any]]:
    """The stored rows of a list that come after the row of this number, at most `most`: cut out by the database, so that of a
    long list no more than a block is in memory. For the commands that hold the list."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(jsonb_agg(line), '[]') FROM (SELECT line FROM exchange_upload, "
            "jsonb_path_query(rows, '$[*] ? (@.row > $number)', jsonb_build_object('number', %s::int)) line "
            "WHERE id = %s ORDER BY (line ->> 'row')::int LIMIT %s) found",
            [number, upload_id, most],
        )
        found = cursor.fetchone()[0]
    rows: list[dict[str, Any]] = json.loads(found) if isinstance(found, str) else found
    return rows


def _visible(viewer: Actor, at: datetime) -> QuerySet[Upload]:
    return Upload.objects.filter(
        organisation_id=viewer.organisation_id, kind__in=kinds_for(viewer), expires_at__gt=at
    )
