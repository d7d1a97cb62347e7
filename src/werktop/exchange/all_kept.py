"""Lists that were read in and are kept still (seven days), as far as a person stands on them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day

from . import stored_rows
from .erasing import lists_with_candidate, lists_with_entrepreneur
from .models import Upload


def all_kept_of_listed(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """Each list of the viewer's organisation with a row about this person, or (where rows are gone) with remarks that may be
    about this person."""
    is_candidate = person._meta.model_name == "candidate"
    uploads, is_about = (lists_with_candidate if is_candidate else lists_with_entrepreneur)(person)
    rows = []
    for upload in uploads.filter(organisation_id=viewer.organisation_id).order_by("-created_at", "id"):
        found = [row for row in stored_rows.from_json(upload.kind, upload.rows) if is_about(row)]
        if found or (not upload.rows and upload.report.get("problems")):
            rows.append((_name_of(upload), _what_stands_there(upload, is_named=bool(found))))
    return [Part(_("Lijsten die wij inlazen"), rows, ("upload",))]


def _name_of(upload: Upload) -> str:
    return ", ".join(filter(None, (str(upload.get_kind_display()), upload.file_name, day(upload.created_at))))


def _what_stands_there(upload: Upload, *, is_named: bool) -> str:
    words = (
        _("uw rij staat erin; weg op %(day)s")
        if is_named
        else _("misschien staat uw naam bij de opmerkingen; weg op %(day)s")
    )
    return words % {"day": day(upload.expires_at)}
