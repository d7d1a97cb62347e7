"""Meedenken: an entrepreneur proposes a gathering, offers the hall, or says something about the approach, and reads the answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors import commands
from werktop.ambassadors.queries.ideas import ideas_of
from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import queries as employers
from werktop.gatherings.queries.ideas import gatherings_by_idea
from werktop.portal.firm_frame import shown
from werktop.portal.words import span_of
from werktop.ui.widgets import DayInput

MOST = 50
KINDS = {
    "gathering": (gettext_lazy("Een gesprek"), gettext_lazy("Waar moet het gesprek over gaan?")),
    "hall": (gettext_lazy("Onze zaal"), gettext_lazy("Welke zaal kunt u aanbieden?")),
    "approach": (gettext_lazy("De aanpak"), gettext_lazy("Wat kan beter, of wat moet zo blijven?")),
}
ASKED = {"gathering": {"when_words"}, "hall": {"people_count", "is_step_free", "from_date"}}


class OwnIdeaForm(forms.Form):
    """One sentence is enough; what else is asked depends on the kind."""

    words = forms.CharField(
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": gettext_lazy("Schrijf een paar woorden.")},
    )
    when_words = forms.CharField(label=gettext_lazy("Wanneer ongeveer?"), max_length=80, required=False)
    people_count = forms.IntegerField(
        label=gettext_lazy("Hoeveel mensen kunnen erin?"), required=False, min_value=1, max_value=9_999
    )
    is_step_free = forms.BooleanField(label=gettext_lazy("Er is geen drempel of trap"), required=False)
    from_date = forms.DateField(label=gettext_lazy("Vanaf wanneer kan het?"), required=False, widget=DayInput)

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - {"words"} - ASKED.get(kind, set()):
            del self.fields[name]
        self.fields["words"].label = KINDS[kind][1]


def page(request: Any) -> HttpResponse:
    """GET shows one form (`?soort=` says of what) and the own ideas with their answers; POST brings one more."""
    person = employers.own_entrepreneur(request.actor)
    asked = request.GET.get("soort", "")
    kind = asked if asked in KINDS else "gathering"
    form = OwnIdeaForm(kind, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.propose_idea(
                actor=request.actor, at=request.at, key=request.request_key, entrepreneur_id=person.pk, kind=kind,
                **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Dank u wel. U leest hier wat wij ermee doen."))
            return redirect("portal:own_ideas")
    return shown(
        request,
        "portal/own_ideas.html",
        {
            "person": person,
            "form": form,
            "kinds": [
                {"label": words, "url": f"?soort={each}", "is_current": each == kind}
                for each, (words, _question) in KINDS.items()
            ],
            "ideas": _with_what_came(list(ideas_of(person.pk)[:MOST]), request.at),
        },
    )


def _with_what_came(rows: list[Any], at: datetime) -> list[dict[str, Any]]:
    """Each idea with what came of it, in words."""
    made = gatherings_by_idea(row.pk for row in rows)
    return [{"row": row, "came": [_came(each, at) for each in made.get(row.pk, ())]} for row in rows]


def _came(gathering: Any, at: datetime) -> str:
    when = span_of(gathering.starts_at, gathering.ends_at, gathering.time_zone)
    if gathering.status == "cancelled":
        said = _("Het gesprek op %(when)s gaat niet door.")
    elif gathering.ends_at < at:
        said = _("Uw gesprek was op %(when)s, %(where)s. Dank u wel!")
    else:
        said = _("Uw gesprek is op %(when)s, %(where)s.")
    return said % {"when": when, "where": gathering.place_name}
