"""One contact moment: read it, put it right, or take it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.contacts import commands, queries
from werktop.contacts.models import ContactMoment
from werktop.contacts.moments import how_in_words, only_about
from werktop.ui.back import address_back, go_back

from .forms import MomentForm, typed_in
from .hidden import hidden
from .who import around_firm, choices_for, value_of


def page(request: Any, moment_id: UUID) -> HttpResponse:
    """The questions as they were answered, for who reads what was said to put right; another reads when it was and with whom."""
    moment = queries.moment_for(request.actor, moment_id, request.at)
    if moment.is_hidden:
        return hidden(request, moment, "contacts/hidden_moment.html", how=how_in_words(moment))
    typed = typed_in(request)
    now = _answers(request, moment_id)
    choices = [
        *choices_for(request.actor, [*now["people"], *typed.post.getlist("people")]),
        *around_firm(request.actor, moment.employer_id),
        *typed.people,
    ]
    form = MomentForm(
        typed.post if request.method == "POST" else None,
        initial=now,
        viewer=request.actor,
        choices=choices,
        about=[
            *choices_for(request.actor, [*now["about"], *typed.post.getlist("about")]),
            *typed.about,
            *typed.untied,
        ],
    )
    went = NOT_YET
    if request.method == "POST" and form.is_valid() and not typed.asks(form):
        went = _change(request, form, moment_id)
    if went.is_saved:
        messages.success(request, _("Bewaard."))
        return go_back(request, "contacts:moments")
    request.shown_people += [(kind, [key]) for kind, key in queries.people_named([moment])]
    return render(
        request,
        "contacts/moment.html",
        {
            "form": form,
            "moment": moment,
            "overtaken": went.overtaken,
            "back": address_back(request, "contacts:moments"),
        },
        status=went.status,
    )


def _change(request: Any, form: MomentForm, moment_id: UUID) -> Any:
    return change(
        request,
        form,
        commands.change_contact,
        about=("contact_moment", moment_id),
        now=lambda: _answers(request, moment_id),
        **form.facts(),
    )


def take_back(request: Any, moment_id: UUID) -> HttpResponse:
    """It was noted by mistake."""
    commands.take_back_contact(
        actor=request.actor, at=request.at, key=request.request_key, contact_moment_id=moment_id
    )
    messages.success(request, _("Weggehaald. Het telt niet meer als contact."))
    return go_back(request, "contacts:moments")


def _answers(request: Any, moment_id: UUID) -> dict[str, Any]:
    moment = queries.moment_for(request.actor, moment_id, request.at)
    return {
        "channel": moment.channel,
        "day": timezone.localdate(moment.happened_at),
        "words": moment.said,
        "is_missed": not moment.is_reached,
        "people": values_of(moment),
        "about": [value_of("candidate", key) for key in only_about(moment)],
        "version": queries.moment_version(moment),
    }


def values_of(moment: ContactMoment) -> list[str]:
    """With whom it was, as a form writes it."""
    about = only_about(moment)
    people = [value_of(kind, key) for kind, key in queries.people_named([moment]) if key not in about]
    return [*people, *([value_of("employer", moment.employer_id)] if moment.employer_id else [])]
