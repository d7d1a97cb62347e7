"""Changing what is known about an entrepreneur."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.accounts.still_running import running_shown, say_whom_to_call
from werktop.audit.refusals import NotVisible
from werktop.audit.running import Running
from werktop.employers import commands, queries
from werktop.employers.models import Entrepreneur
from werktop.post.readdressing import links_closed_in_words

from .forms import PersonChangeForm, person_answers_of
from .same_address import shown_sharers


def page(request: Any, entrepreneur_id: UUID) -> HttpResponse:
    """The same questions as for a new person, filled in; only for the responsible organisation. Who steps back while
    something still runs is asked once more, with what ends."""
    person = queries.entrepreneur_for(request.actor, entrepreneur_id)
    if not queries.can_edit(request.actor, person.employer):
        raise NotVisible()
    form = PersonChangeForm(
        request.POST if request.method == "POST" else None,
        initial=_answers(request, entrepreneur_id),
        person=person,
    )
    went = NOT_YET
    running: list[Running] = []
    sharers: list[Entrepreneur] = []
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        is_new = email.casefold() != person.email.casefold()
        sharers = shown_sharers(request, email, other_than=entrepreneur_id) if is_new else []
    if request.method == "POST" and form.is_valid() and not sharers:
        steps_back = person.is_active and not form.cleaned_data["is_active"]
        running = running_shown(request, person) if steps_back else []
    is_asked = bool(running) and "end_anyway" not in request.POST
    if request.method == "POST" and form.is_valid() and not is_asked and not sharers:
        went = change(
            request,
            form,
            commands.change_entrepreneur,
            about=("entrepreneur", entrepreneur_id),
            now=lambda: _answers(request, entrepreneur_id),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard.") + links_closed_in_words(went.outcome))
            say_whom_to_call(request, running)
            return redirect("employers:employer", employer_id=person.employer_id)
    return render(
        request,
        "employers/person.html",
        {
            "form": form,
            "employer": person.employer,
            "person": person,
            "overtaken": went.overtaken,
            "running": running,
            "sharers": sharers,
            "is_shared_anyway": "save_anyway" in request.POST,
        },
        status=went.status,
    )


def _answers(request: Any, entrepreneur_id: UUID) -> dict[str, Any]:
    person = queries.entrepreneur_for(request.actor, entrepreneur_id)
    return person_answers_of(person, queries.known_firms_of([entrepreneur_id]).get(entrepreneur_id, []))
