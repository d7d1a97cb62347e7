"""The queue for work without selection: who signed up, who has a place, and signing up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from werktop.audit.refusals import Refusal, keep_typed
from werktop.candidates import queries as candidates
from werktop.ui.widgets import LongSelect
from werktop.work_profiles import commands, queries
from werktop.work_profiles.choices import HOLDING, AskedHow, Turn

MOST_FOUND = 20
"""So many people are shown for a name."""
UNDO, MISTAKE = "undo", "mistake"


class SignUpForm(forms.Form):
    """Who signs up, and how that was asked."""

    who = forms.MultipleChoiceField(
        label=gettext_lazy("Wie meldt zich aan?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies wie zich aanmeldt.")},
    )
    asked_how = forms.ChoiceField(
        label=gettext_lazy("Hoe heb je het gevraagd?"),
        choices=[("", gettext_lazy("kies")), *AskedHow.choices],
        widget=LongSelect,
        error_messages={"required": gettext_lazy("Vraag het eerst zelf, en kies hoe je het vroeg.")},
    )

    def __init__(self, people: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = people


def page(request: Any, work_profile_id: UUID) -> HttpResponse:
    """Who works with candidates finds the own ones by a name, and signs them up."""
    profile = queries.work_profile_for(request.actor, work_profile_id)
    may_sign = request.actor.can("edit_candidates") and profile.is_open_hiring and profile.closed_at is None
    words = request.GET.get("q", "").strip()
    people = _people(request, words) if may_sign else []
    form = SignUpForm(people, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            numbers = commands.sign_up(
                actor=request.actor, at=request.at, key=request.request_key, work_profile_id=work_profile_id,
                candidate_ids=[UUID(key) for key in form.cleaned_data["who"]], asked_how=form.cleaned_data["asked_how"],
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            said = ngettext("Aangemeld, nummer %(all)s.", "Aangemeld, nummers %(all)s.", len(numbers))
            messages.success(request, said % {"all": ", ".join(map(str, numbers))})
            return redirect("work_profiles:queue", work_profile_id)
    rows = queries.queue_of(request.actor, profile)
    shown = [each.candidate_id for each in rows if each.candidate_id] + [UUID(key) for key, _name in people]
    request.shown_people.append(("candidate", shown))
    return render(
        request,
        "work_profiles/queue.html",
        {
            "profile": profile,
            "employer": profile.employer,
            "rows": [
                {
                    "row": each.row,
                    "name": each.name,
                    "is_own": each.is_own,
                    "has_place": each.row.state in HOLDING,
                    "can_answer": each.is_own and request.actor.can("edit_candidates"),
                }
                for each in rows
            ],
            "left": queries.places_left(profile),
            "offered": sum(each.row.state == Turn.OFFERED for each in rows),
            "form": form,
            "may_sign": may_sign,
            "words": words,
            "people": people,
        },
    )


def _people(request: Any, words: str) -> list[tuple[str, str]]:
    """The own candidates whose name fits, or with whom the viewer works where nothing was searched."""
    filters = candidates.Filters(words=words, is_mine=not words)
    return [
        (str(each.pk), each.name) for each in candidates.found_candidates(request.actor, filters)[:MOST_FOUND]
    ]


def answer(request: Any, sign_up_id: UUID) -> HttpResponse:
    """Yes, begun, no; back after a no that was a mistake, or out where somebody never signed up."""
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "sign_up_id": sign_up_id}
    state = request.POST.get("state", Turn.DECLINED)
    if state == UNDO:
        work_profile_id = commands.put_back_sign_up(**asked)
    elif state == MISTAKE:
        work_profile_id = commands.take_back_sign_up(**asked)
    else:
        work_profile_id = commands.answer_offer(state=state, **asked)
    messages.success(request, _("Bewaard."))
    return redirect("work_profiles:queue", work_profile_id)
