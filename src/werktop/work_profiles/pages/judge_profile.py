"""Work that does not fit our candidates is carved, or goes to regular recruitment: with the reason, and it can be taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, keep_typed
from werktop.work_profiles import commands, queries
from werktop.work_profiles.choices import Status


class JudgeForm(forms.Form):
    """Why it does not fit."""

    reason = forms.CharField(
        label=gettext_lazy("Waarom past het niet?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden waarom.")},
    )


def page(request: Any, work_profile_id: UUID) -> HttpResponse:
    """For who noted it and for who answers for the firm."""
    profile = queries.work_profile_to_change(request.actor, work_profile_id)
    form = JudgeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.close_work_profile(
                actor=request.actor, at=request.at, key=request.request_key, work_profile_id=work_profile_id,
                status=Status.REGULAR, reason=form.cleaned_data["reason"],
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("work_profiles:profile", work_profile_id)
    shown = {"form": form, "profile": profile, "employer": profile.employer}
    return render(request, "work_profiles/judge_profile.html", shown)
