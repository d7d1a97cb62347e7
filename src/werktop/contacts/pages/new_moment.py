"""Noting contact that was: from the page of a candidate or a firm, or from the list."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.contacts import commands
from werktop.ui.back import address_back, go_back

from .drafts import draft_in
from .forms import NewMomentForm, typed_in
from .who import Choices, around_firm, choices_for, keys_in


def page(request: Any) -> HttpResponse:
    """`?who=candidate:…` (or entrepreneur, employer) fills in with whom; of a firm all its people can be ticked. A promise
    is saved in the same go."""
    asked = request.GET.getlist("who")
    typed = typed_in(request)
    values = [*asked, *typed.post.getlist("people")]
    choices: Choices = [
        *choices_for(request.actor, values),
        *around_firm(request.actor, keys_in(asked)["employer_id"]),
        *typed.people,
    ]
    form = NewMomentForm(
        typed.post if request.method == "POST" else None,
        initial={"day": timezone.localdate(request.at), "people": asked, "words": draft_in(request)},
        viewer=request.actor,
        at=request.at,
        choices=choices,
        about=[*choices_for(request.actor, typed.post.getlist("about")), *typed.about, *typed.untied],
    )
    is_answered = request.method == "POST" and form.is_valid() and not typed.asks(form)
    if is_answered and _is_saved(request, form):
        messages.success(request, _("Genoteerd."))
        return go_back(request, "contacts:moments")
    return render(
        request,
        "contacts/new_moment.html",
        {"form": form, "back": address_back(request, "contacts:moments")},
    )


def _is_saved(request: Any, form: NewMomentForm) -> bool:
    facts = form.facts()
    people = {name: facts[name] for name in ("entrepreneur_ids", "employer_id")}
    people["candidate_ids"] = [*facts["candidate_ids"], *facts["about_ids"]]
    chips: list[dict[str, Any]] = [{"kind": "contact", **facts}]
    if form.cleaned_data["what"]:
        asked = ("what", "due_date", "owner_id", "is_about_work")
        promise = {name: form.cleaned_data[name] for name in asked}
        chips.append({"kind": "reminder", **promise, **people})
    try:
        commands.save_quick_note(actor=request.actor, at=request.at, key=request.request_key, chips=chips)
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return False
    return True
