"""Which domains of life colleagues score here: off until the functional administrator switches one on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.changing import NOT_YET, change
from werktop.candidates import commands, queries
from werktop.candidates.models import SENSITIVE, Domain
from werktop.regions import queries as regions
from werktop.ui.versioned import VersionedForm


def _choices(*, is_sensitive: bool) -> list[tuple[str, Any]]:
    return [(each.value, capfirst(each.label)) for each in Domain if (each in SENSITIVE) is is_sensitive]


class DomainsForm(VersionedForm):
    """What is asked, in two lists: the second needs a ground in a law."""

    domains = forms.MultipleChoiceField(
        label=gettext_lazy("Leefgebieden die jullie bespreken"),
        choices=_choices(is_sensitive=False),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sensitive = forms.MultipleChoiceField(
        label=gettext_lazy("Over gezondheid of justitie"),
        choices=_choices(is_sensitive=True),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def facts(self) -> dict[str, Any]:
        """What was ticked, in the words of `use_life_domains`."""
        return {"domains": [*self.cleaned_data["domains"], *self.cleaned_data["sensitive"]]}


def page(request: Any) -> HttpResponse:
    """Settings of the own organisation; one without files reads that there is nothing to set."""
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    form = DomainsForm(request.POST if request.method == "POST" else None, initial=_answers(request))
    went = NOT_YET
    if request.method == "POST" and organisation.has_files and form.is_valid():
        went = change(
            request,
            form,
            commands.use_life_domains,
            about=("organisation", organisation.pk),
            now=lambda: _answers(request),
            verbs=("candidates.use_life_domains",),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("candidates:life_domains")
    shown = {"form": form, "organisation": organisation, "overtaken": went.overtaken}
    return render(request, "candidates/life_domains.html", shown, status=went.status)


def _answers(request: Any) -> dict[str, Any]:
    facts = queries.domains_facts(request.actor)
    return facts | {"sensitive": facts["domains"], "version": queries.domains_version(request.actor)}
