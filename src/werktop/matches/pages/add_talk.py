"""A follow-up talk that a colleague adds: who, with whom, and why."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, keep_typed
from werktop.gatherings.queries import gatherings

from ..commands import add_follow_up
from ..queries.people import guests_to_choose


class TalkForm(forms.Form):
    """Two guests who came, and the reason."""

    candidate = forms.ChoiceField(label=gettext_lazy("Wie"))
    entrepreneur = forms.ChoiceField(label=gettext_lazy("Met wie"))
    words = forms.CharField(
        label=gettext_lazy("Waarom, in een zin"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def page(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Show the form; a POST adds the talk to the proposals."""
    gathering = gatherings.gathering_of_editor(request.actor, gathering_id)
    guests = guests_to_choose(gathering_id)
    form = TalkForm(request.POST or None)
    form.fields["candidate"].choices = [("", ""), *guests.candidate_choices]
    form.fields["entrepreneur"].choices = [("", ""), *guests.entrepreneur_choices]
    if request.method == "POST" and form.is_valid():
        try:
            add_follow_up(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                gathering_id=gathering_id,
                candidate_id=UUID(form.cleaned_data["candidate"]),
                entrepreneur_id=UUID(form.cleaned_data["entrepreneur"]),
                words=form.cleaned_data["words"],
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Het gesprek staat bij de voorstellen."))
            return redirect("matches:after", gathering_id=gathering_id)
    request.shown_people.append(("candidate", [row.pk for row in guests.candidates]))
    return render(
        request,
        "matches/add_talk.html",
        {"gathering": gathering, "form": form, "guests": guests, "first": ":8", "rest": "8:"},
    )
