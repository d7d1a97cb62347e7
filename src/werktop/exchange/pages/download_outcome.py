"""What came of each row of one list, as a spreadsheet. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.exchange import commands, queries
from werktop.exchange.models import UploadKind
from werktop.ui.downloads import csv_response


def page(request: Any, upload_id: UUID) -> HttpResponseBase:
    """One line for each row of the file, in its order, with what is the matter where it did not come in."""
    upload = queries.upload_for(request.actor, upload_id, at=request.at)
    commands.note_outcome_taken(
        actor=request.actor, at=request.at, key=request.request_key, upload_id=upload_id
    )
    there = _("stond er al: van deze rij is niets overgenomen")
    if upload.kind == UploadKind.ENTREPRENEURS:
        there = _("het bedrijf stond er al; wie ervoor komt, staat erbij")
    elif upload.kind == UploadKind.SONAR:
        there = _("stond er al: van deze rij is niets overgenomen, alleen een Nee bij Toestemming telt")
    words = {
        "new": _("overgenomen, nieuw"),
        "there": there,
        "waiting": _("nog niet overgenomen"),
        "held": _("niet overgenomen: niet gekozen of het iemand is die er al staat"),
        "put_away": _("niet overgenomen: de rest is weggelegd"),
        "refused": _("niet overgenomen: er klopt iets niet"),
    }
    return csv_response(
        filename="verslag.csv",
        header=[_("rij"), _("wat ermee gebeurde"), _("waarom")],
        rows=((number, words[what], why) for number, what, why in queries.outcome_of(upload)),
    )
