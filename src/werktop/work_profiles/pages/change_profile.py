"""Work at an employer, put right as it grows; below it what stood there before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.ui.versioned import VersionedForm
from werktop.work_profiles import commands, queries
from werktop.work_profiles.models import WorkProfile

from .new_profile import SentenceForm

ASKED = ("what", "places", "from_date")


class ChangeForm(SentenceForm, VersionedForm):
    """The same of what stands there."""


def page(request: Any, work_profile_id: UUID) -> HttpResponse:
    """For who noted it and for who answers for the employer."""
    profile = queries.work_profile_to_change(request.actor, work_profile_id)
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=_answers(profile))
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_work_profile,
            about=("work_profile", profile.pk),
            now=lambda: _answers(queries.work_profile_to_change(request.actor, work_profile_id)),
            **{name: form.cleaned_data[name] for name in ASKED},
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect(f"{reverse('employers:employer', args=[profile.employer_id])}#to-come")
    shown = {
        "form": form,
        "profile": profile,
        "employer": profile.employer,
        "earlier": queries.earlier_of(profile),
        "overtaken": went.overtaken,
    }
    return render(request, "work_profiles/change_profile.html", shown, status=went.status)


def _answers(profile: WorkProfile) -> dict[str, Any]:
    facts = queries.facts_of(profile)
    return {name: facts[name] for name in ASKED} | {"version": queries.work_profile_version(profile)}
