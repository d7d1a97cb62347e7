"""Which domains of life colleagues score here: off until the functional administrator switches one on, and says why it may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.changing import NOT_YET, change
from werktop.audit.refusals import note_faults
from werktop.candidates import commands, queries
from werktop.candidates.commands.life_domains import advice_faults
from werktop.candidates.models import SENSITIVE, Domain
from werktop.regions import queries as regions
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput

PLAIN = [(each.value, capfirst(each.label)) for each in Domain if each not in SENSITIVE]
ASKED: dict[str, Any] = {
    "ground": lambda: forms.CharField(
        label=gettext_lazy("Op welke grond vragen jullie dit?"), max_length=200, required=False
    ),
    "advised_by": lambda: forms.CharField(
        label=gettext_lazy("Wie adviseerde?"),
        help_text=gettext_lazy("Meestal de functionaris gegevensbescherming."),
        max_length=120,
        required=False,
    ),
    "advised_date": lambda: forms.DateField(
        label=gettext_lazy("Dag van dat advies"), required=False, widget=DayInput
    ),
}
"""Why a domain may be asked: of all together, and of each sensitive one by itself."""


class DomainsForm(VersionedForm):
    """The domains with one ground for all, and each sensitive one with a tick and a ground of its own."""

    domains = forms.MultipleChoiceField(
        label=gettext_lazy("Leefgebieden die jullie bespreken"),
        choices=PLAIN,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields |= {name: asked() for name, asked in ASKED.items()}
        for domain in SENSITIVE:
            self.fields[f"{domain.value}_on"] = forms.BooleanField(
                label=_("Bespreek ook: %(domain)s") % {"domain": domain.label}, required=False
            )
            self.fields |= {f"{domain.value}_{name}": asked() for name, asked in ASKED.items()}

    def asked_of(self, domain: str = "") -> list[Any]:
        """The questions about why a domain may be asked; without one those for all together."""
        return [self[f"{domain}_{name}" if domain else name] for name in queries.ADVICE]

    def clean(self) -> dict[str, Any]:
        """All grounds and advices that are missing, at once."""
        for domain, said in self.facts()["domains"].items():
            note_faults(self, advice_faults(domain, said, self.today))
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """What was ticked, each with its ground, in the words of `use_life_domains`."""
        typed = self.cleaned_data
        wanted = {
            domain: {name: typed.get(name) for name in queries.ADVICE} for domain in typed.get("domains", ())
        }
        for domain in SENSITIVE:
            if typed[f"{domain.value}_on"]:
                wanted[domain.value] = {name: typed.get(f"{domain.value}_{name}") for name in queries.ADVICE}
        return {"domains": wanted}


def page(request: Any) -> HttpResponse:
    """Settings of the own organisation; one without files reads that there is nothing to set."""
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    form = DomainsForm(
        request.POST if request.method == "POST" else None,
        initial=queries.domains_answers(request.actor),
        today=localdate(request.at),
    )
    went = NOT_YET
    if request.method == "POST" and organisation.has_files and form.is_valid():
        went = change(
            request,
            form,
            commands.use_life_domains,
            about=("organisation", organisation.pk),
            now=lambda: queries.domains_answers(request.actor),
            verbs=("candidates.use_life_domains",),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("candidates:life_domains")
    shown = {
        "form": form,
        "organisation": organisation,
        "overtaken": went.overtaken,
        "apart": _apart(request, form),
    }
    return render(request, "candidates/life_domains.html", shown, status=went.status)


def _apart(request: Any, form: DomainsForm) -> list[dict[str, Any]]:
    """Each sensitive domain: what is asked of it, and whether it is on."""
    since = queries.on_since(request.actor)
    return [
        {
            "domain": domain.value,
            "title": capfirst(domain.label),
            "note": _("aan sinds %(day)s") % {"day": date_format(localdate(since[domain]))}
            if domain in since
            else _("uit"),
            "tick": form[f"{domain.value}_on"],
            "asked": form.asked_of(domain.value),
            "is_open": any(bound.errors for bound in form.asked_of(domain.value)),
        }
        for domain in SENSITIVE
    ]
