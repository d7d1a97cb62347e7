"""Reading a list in: choose what it is and the file; below, what was read in the last seven days."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from werktop.audit.refusals import Refusal, keep_typed
from werktop.exchange import commands, queries
from werktop.exchange.refusals import FileIsTooLarge, FileRefused
from werktop.exchange.sheets import MAX_FILE_BYTES

from .forms import FilterForm, UploadForm

PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """A refused file comes back with what is wrong, and with the kind that was chosen; `?soort=` chooses one."""
    kinds = queries.kinds_for(request.actor)
    if request.method != "POST":
        return _shown(request, UploadForm(kinds, initial={"kind": request.GET.get("soort", "")}))
    form = UploadForm(kinds, request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, form)
    file = form.cleaned_data["file"]
    try:
        if file.size > MAX_FILE_BYTES:
            raise FileIsTooLarge(limit_megabytes=MAX_FILE_BYTES // 2**20)
        upload_id = commands.preview_upload(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            organisation_id=request.actor.organisation_id,
            kind=form.cleaned_data["kind"],
            file_name=file.name,
            content=file.read(),
        )
    except FileRefused as refusal:
        form.add_error("file", refusal.text)
        return _shown(request, form, status=refusal.status)
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return _shown(request, form)
    return redirect("exchange:upload", upload_id=upload_id)


def _shown(request: Any, form: UploadForm, status: int = 200) -> HttpResponse:
    filters = FilterForm(request.GET)
    filters.is_valid()
    asked = filters.cleaned_data
    found = queries.uploads_visible_to(
        request.actor,
        at=request.at,
        words=asked.get("q", ""),
        state=asked.get("state", ""),
        sort=request.GET.get("sort", ""),
    )
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "exchange/uploads.html",
        {
            "form": form,
            "filters": filters,
            "page": shown,
            "count": shown.paginator.count,
            "is_filtered": any(asked.values()),
            "kinds": queries.kinds_for(request.actor),
        },
        status=status,
    )
