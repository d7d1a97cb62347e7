"""How far a long list is: the piece of the list's page that looks again every second. Who opens its address gets that page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from werktop.exchange import queries
from werktop.exchange.models import UploadState


def page(request: Any, upload_id: UUID) -> HttpResponse:
    """The bar and its words; when the list is not under way any more, the browser loads the whole page anew."""
    upload = queries.upload_for(request.actor, upload_id, at=request.at, with_rows=False)
    if not request.headers.get("HX-Request"):
        return redirect("exchange:upload", upload_id=upload_id)
    response = render(request, "exchange/progress.html", {"upload": upload, "far": queries.how_far(upload)})
    if upload.state != UploadState.TAKING:
        response["HX-Refresh"] = "true"
    return response
