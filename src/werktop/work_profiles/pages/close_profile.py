"""How work stands: coming, open or in talk; filled, not coming; and back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.work_profiles import commands
from werktop.work_profiles.choices import Status

BACK = "back"
"""In the post: it was closed by mistake."""


def page(request: Any, work_profile_id: UUID) -> HttpResponse:
    """One press; the page of the employer then says how to undo it."""
    asked = _asked(request, work_profile_id)
    status = request.POST.get("status", Status.GONE)
    if status == BACK:
        employer_id = commands.reopen_work_profile(**asked)
        messages.success(request, _("Het werk staat er weer."))
        return redirect("employers:employer", employer_id=employer_id)
    employer_id = commands.close_work_profile(status=status, reason=request.POST.get("reason", ""), **asked)
    return redirect(f"{reverse('employers:employer', args=[employer_id])}?afgesloten={work_profile_id}")


def move(request: Any, work_profile_id: UUID) -> HttpResponse:
    """From coming to open to in talk, in whichever direction."""
    commands.move_work_profile(status=request.POST.get("status", ""), **_asked(request, work_profile_id))
    return redirect("work_profiles:profile", work_profile_id)


def copy(request: Any, work_profile_id: UUID) -> HttpResponse:
    """A new profile with the same in it, at its first step."""
    made = commands.copy_work_profile(**_asked(request, work_profile_id))
    messages.success(request, _("Gekopieerd. Pas aan wat anders is."))
    return redirect("work_profiles:change_profile", made, "werk")


def _asked(request: Any, work_profile_id: UUID) -> dict[str, Any]:
    return {
        "actor": request.actor, "at": request.at, "key": request.request_key, "work_profile_id": work_profile_id
    }  # fmt: skip
