"""Begin a work profile with an example: a function as it is often found in a sector, or one of the own organisation."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.keys import key_in
from werktop.catalogue.choices import Sector
from werktop.catalogue.folding import sought
from werktop.employers import queries as employers
from werktop.work_profiles import commands, proposing
from werktop.work_profiles.examples import Example, example_by_code, examples
from werktop.work_profiles.proposing import Proposal
from werktop.work_profiles.queries.templates import dropped_template, own_template, own_templates

from .paste_vacancy import keep
from .proposal_form import ProposalForm


class ExampleFilterForm(forms.Form):
    """Everything may be left open."""

    q = forms.CharField(
        label=gettext_lazy("Zoek"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    sector = forms.ChoiceField(
        label=gettext_lazy("Sector"), required=False, choices=[("", gettext_lazy("alles")), *Sector.choices]
    )


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """The examples, those of the firm's sector first; or the one that was chosen, to change and keep."""
    employer = employers.employer_for(request.actor, employer_id)
    proposal = _chosen(request)
    if proposal is not None:
        form = ProposalForm(proposal, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid() and (made := keep(request, form, employer_id)):
            return redirect("work_profiles:profile", made)
        return render(
            request,
            "work_profiles/from_example.html",
            {"employer": employer, "form": form, "is_chosen": True},
        )
    filters = ExampleFilterForm(request.GET)
    found = list(_found(filters, employer.sector))
    dropped = key_in(request.GET.get("weg"))
    return render(
        request,
        "work_profiles/start_from_example.html",
        {
            "employer": employer,
            "filters": filters,
            "groups": _by_sector(found),
            "count": len(found),
            "own": own_templates(request.actor),
            "dropped": dropped_template(request.actor, dropped) if dropped else None,
        },
    )


def keep_as_example(request: Any, work_profile_id: UUID) -> HttpResponse:
    """This work profile, for other firms."""
    commands.keep_template(
        actor=request.actor, at=request.at, key=request.request_key, work_profile_id=work_profile_id
    )
    messages.success(request, _("Bewaard als voorbeeld van jullie organisatie."))
    return redirect("work_profiles:profile", work_profile_id)


def drop_example(request: Any, profile_template_id: UUID) -> HttpResponse:
    """Off the list, or with `then=back` on it again."""
    asked = {
        "actor": request.actor, "at": request.at, "key": request.request_key, "profile_template_id": profile_template_id
    }  # fmt: skip
    is_back = request.POST.get("then") == "back"
    (commands.offer_template if is_back else commands.drop_template)(**asked)
    employer_id = key_in(request.POST.get("employer"))
    if employer_id is None:
        return redirect("employers:employers")
    url = reverse("work_profiles:start_from_example", args=[employer_id])
    return redirect(url if is_back else f"{url}?weg={profile_template_id}")


def _chosen(request: Any) -> Proposal | None:
    if example := example_by_code(request.GET.get("voorbeeld", "")):
        return proposing.from_example(request.actor, example)
    key = key_in(request.GET.get("eigen"))
    template = own_template(request.actor, key) if key else None
    return proposing.from_template(request.actor, template) if template else None


def _found(filters: ExampleFilterForm, own_sector: str) -> list[Example]:
    filters.is_valid()
    words, sector = sought(filters.cleaned_data.get("q", "")), filters.cleaned_data.get("sector", "")
    found = [
        each
        for each in examples()
        if (not sector or each.sector == sector)
        and all(
            word in sought(" ".join([each.title, *(t.what for t in each.tasks)])) for word in words.split()
        )
    ]
    return sorted(found, key=lambda each: each.sector != own_sector)


def _by_sector(found: list[Example]) -> list[tuple[str, list[Example]]]:
    groups: dict[str, list[Example]] = {}
    for each in found:
        groups.setdefault(str(Sector(each.sector).label), []).append(each)
    return list(groups.items())
