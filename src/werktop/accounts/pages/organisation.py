"""How the organisation is reached, and the ground and purpose that new candidates' rows inherit."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.regions import commands
from werktop.regions import queries as regions

from .forms import OrganisationForm


def page(request: Any) -> HttpResponse:
    """Settings of the own organisation. What is changed counts for new rows; old rows keep what was true then."""
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    form = OrganisationForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(organisation, name) for name in OrganisationForm.base_fields},
    )
    if request.method == "POST" and form.is_valid():
        try:
            commands.set_organisation(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                organisation_id=organisation.pk,
                **form.cleaned_data,
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("accounts:organisation")
    return render(request, "accounts/organisation.html", {"form": form, "organisation": organisation})
