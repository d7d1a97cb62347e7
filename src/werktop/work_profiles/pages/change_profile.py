"""The talk about work at an employer, a step on a screen: each is saved by itself, so that what is half said is kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.audit.refusals import NotVisible
from werktop.work_profiles import commands, queries
from werktop.work_profiles.legal_wage import minimum_above

from .steps import NAMES, STEPS

WAGE = "tijden"
"""The step that asks what it pays."""


def page(request: Any, work_profile_id: UUID, talk_step: str) -> HttpResponse:
    """For who noted it and for who answers for the employer. "Bewaar en verder" goes to the next step, "Bewaar" to the profile."""
    if talk_step not in STEPS:
        raise NotVisible()

    def form_of(posted: Any = None) -> Any:
        profile = queries.work_profile_to_change(request.actor, work_profile_id)
        return STEPS[talk_step](request.actor, profile, posted)

    def minimum() -> Any:
        is_asked = talk_step == WAGE
        return (
            minimum_above(request.actor, form_of().profile, timezone.localdate(request.at))
            if is_asked
            else None
        )

    form = form_of(request.POST if request.method == "POST" else None)
    profile, went, steps = form.profile, NOT_YET, list(STEPS)
    following = steps[steps.index(talk_step) + 1 :]
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_work_profile,
            about=("work_profile", profile.pk),
            now=lambda: form_of().initial,
            **form.facts(),
        )
        if went.is_saved:
            if request.POST.get("then") == "next" and following:
                if too_low := minimum():
                    messages.warning(request, too_low.warning)
                return redirect("work_profiles:change_profile", profile.pk, following[0])
            messages.success(request, _("Bewaard."))
            return redirect("work_profiles:profile", profile.pk)
    entries = [
        {
            "label": NAMES[step],
            "url": reverse("work_profiles:change_profile", args=[profile.pk, step]),
            "is_current": step == talk_step,
        }
        for step in steps
    ]
    return render(
        request,
        "work_profiles/change_profile.html",
        {
            "form": form,
            "step": talk_step,
            "title": form.TITLE,
            "profile": profile,
            "entries": entries,
            "number": steps.index(talk_step) + 1,
            "of": len(steps),
            "has_next": bool(following),
            "overtaken": went.overtaken,
            "minimum": minimum(),
        },
        status=went.status,
    )
