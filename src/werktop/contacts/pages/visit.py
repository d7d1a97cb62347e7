"""A visit: planned, moved, called off, noted in a sentence, and in one's own calendar."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, Change, change
from werktop.audit.refusals import Refusal, keep_typed
from werktop.contacts import commands, queries
from werktop.contacts.visit_calendar import calendar_of
from werktop.employers.queries import employer_for

from .bar import bar_for
from .visit_form import CallOffForm, ChangeVisitForm, VisitForm, answers_of
from .who import value_of


def plan(request: Any, employer_id: UUID) -> HttpResponse:
    """Plan a visit to this firm; who else goes there stands above it, so that a firm meets one government."""
    employer = employer_for(request.actor, employer_id)
    form = VisitForm(
        request.POST if request.method == "POST" else None,
        initial={"account_id": str(request.actor.acts_for or request.actor.id)},
        viewer=request.actor,
        at=request.at,
        employer_id=employer_id,
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = commands.plan_visit(
                actor=request.actor, at=request.at, key=request.request_key, employer_id=employer_id, **form.facts(),
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Het bezoek is gepland."))
            return redirect("contacts:visit", visit_id=made)
    planned = list(queries.visits_of(request.actor, employer_id))
    return render(
        request, "contacts/plan_visit.html", {"form": form, "employer": employer, "planned": planned}
    )


def page(request: Any, visit_id: UUID) -> HttpResponse:
    """What is planned, and the bar in which one notes what came of it. A POST changes the plan."""
    visit = queries.visit_for(request.actor, visit_id)
    form = _form(request, visit, request.POST if request.method == "POST" else None)
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_visit,
            about=("visit", visit.pk),
            now=lambda: answers_of(queries.visit_for(request.actor, visit_id)),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("contacts:visit", visit_id=visit_id)
    return _shown(request, visit, form, CallOffForm(), went)


def call_off(request: Any, visit_id: UUID) -> HttpResponse:
    """It does not take place, with `why`; with `is_back` in the post it is planned again."""
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "visit_id": visit_id}
    visit = queries.visit_for(request.actor, visit_id)
    if "is_back" in request.POST:
        commands.reopen_visit(**asked)
        messages.success(request, _("Het bezoek is weer gepland."))
        return redirect("contacts:visit", visit_id=visit_id)
    form = CallOffForm(request.POST)
    if form.is_valid():
        try:
            commands.call_off_visit(reason=form.cleaned_data["why"], **asked)
        except Refusal as refusal:
            refusal.field = "why"
            keep_typed(request, form, refusal)
        else:
            return redirect("contacts:visit", visit_id=visit_id)
    return _shown(request, visit, _form(request, visit), form, NOT_YET)


def take_back(request: Any, visit_id: UUID) -> HttpResponse:
    """It was planned by mistake."""
    employer_id = commands.take_back_visit(
        actor=request.actor, at=request.at, key=request.request_key, visit_id=visit_id
    )
    messages.success(request, _("Weggehaald."))
    return redirect("employers:employer", employer_id=employer_id)


def calendar_file(request: Any, visit_id: UUID) -> HttpResponse:
    """The visit as a file for one's own calendar; a later one takes the place of an earlier one."""
    text = calendar_of(queries.visit_for(request.actor, visit_id))
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="bezoek.ics"', "Cache-Control": "no-store"},
    )


def _form(request: Any, visit: Any, post: Any = None) -> ChangeVisitForm:
    return ChangeVisitForm(
        post, initial=answers_of(visit), viewer=request.actor, at=request.at, employer_id=visit.employer_id
    )


def _shown(
    request: Any, visit: Any, form: ChangeVisitForm, call_off_form: CallOffForm, went: Change
) -> HttpResponse:
    if visit.entrepreneur_id:
        request.shown_people.append(("entrepreneur", [visit.entrepreneur_id]))
    can_edit = request.actor.can("edit_candidates")
    shown = {
        "form": form,
        "call_off_form": call_off_form,
        "overtaken": went.overtaken,
        "visit": visit,
        "employer": visit.employer,
        "questions": queries.questions_of(visit),
        "can_edit": can_edit,
        "is_open": not (visit.done_at or visit.cancelled_at),
        "is_over": visit.starts_at < request.at,
        "bar": bar_for(request, value_of("visit", visit.pk)) if can_edit else None,
    }
    return render(request, "contacts/visit.html", shown, status=went.status)
