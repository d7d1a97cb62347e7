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

from .about_whom import say_who_is_untied, untied_in
from .drafts import draft_in
from .forms import NewMomentForm, about_somebody_more, somebody_more
from .who import Choices, around_firm, choices_for, keys_in


def page(request: Any) -> HttpResponse:
    """`?who=candidate:…` (or entrepreneur, employer) fills in with whom; of a firm all its people can be ticked. A promise
    is saved in the same go."""
    asked = request.GET.getlist("who")
    post, proposed, is_asked = somebody_more(request.actor, request.POST)
    post, about, is_about_asked = about_somebody_more(request.actor, post)
    untied = untied_in(request.actor, post) if request.method == "POST" else []
    values = [*asked, *post.getlist("people")]
    choices: Choices = [
        *choices_for(request.actor, values),
        *around_firm(request.actor, keys_in(asked)["employer_id"]),
        *proposed,
    ]
    form = NewMomentForm(
        post if request.method == "POST" else None,
        initial={"day": timezone.localdate(request.at), "people": asked, "words": draft_in(request)},
        viewer=request.actor,
        at=request.at,
        choices=choices,
        about=[*choices_for(request.actor, post.getlist("about")), *about, *untied],
    )
    if request.method == "POST" and form.is_valid():
        if is_asked:
            form.add_error("somebody", who_is_meant(proposed))
        elif is_about_asked:
            form.add_error("about_somebody", who_is_meant(about))
        elif untied:
            say_who_is_untied(form, untied)
        elif _is_saved(request, form):
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


def who_is_meant(proposed: Choices) -> str:
    """What is said where a name names nobody, or several."""
    if proposed:
        return _("Wie bedoel je? Vink hierboven aan, of maak dit veld leeg.")
    return _("Niemand gevonden met deze naam. Kijk de naam na, of maak dit veld leeg.")
