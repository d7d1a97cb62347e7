"""How the organisation is reached, and the ground and purpose that new candidates' rows inherit."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.regions import commands
from werktop.regions import queries as regions

from .forms import OrganisationForm


def page(request: Any) -> HttpResponse:
    """Settings of the own organisation. What is changed counts for new rows; old rows keep what was true then."""
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    form = OrganisationForm(
        request.POST if request.method == "POST" else None, initial=_answers(organisation.pk)
    )
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.set_organisation,
            about=("organisation", organisation.pk),
            now=lambda: _answers(organisation.pk),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("accounts:organisation")
    return render(
        request,
        "accounts/organisation.html",
        {"form": form, "organisation": organisation, "overtaken": went.overtaken},
        status=went.status,
    )


def _answers(organisation_id: Any) -> dict[str, Any]:
    organisation = regions.organisation_by_id(organisation_id)
    facts = regions.settings_of(organisation)
    return facts | {"version": regions.settings_version(organisation)}
