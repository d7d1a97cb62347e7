"""One placement: who works where since when, whom one calls, what changed, and its end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, Change, change
from werktop.audit.keys import key_in
from werktop.audit.refusals import Refusal, keep_typed, shown_again
from werktop.employers import queries as employers
from werktop.employers.commands import set_contact_people
from werktop.placements import commands, queries
from werktop.placements.models import UNPAID
from werktop.placements.refusals import NobodyChosen, NobodyToCall
from werktop.ui.panels import panels_of
from werktop.work_profiles.spans import hours_in_words

from .forms import EndForm, PlacementForm, answers_of
from .reading import reading_of


def page(request: Any, placement_id: UUID) -> HttpResponse:
    """GET shows it; POST changes what is known, or does what the pressed button says (`do`)."""
    row = queries.placement_for(request.actor, placement_id)
    with_footing = queries.may_see_footing(request.actor, row.candidate, request.at)
    does = request.POST.get("do", "") if request.method == "POST" else None
    form = _form(request, row, with_footing, typed=does == "")
    today = timezone.localdate(request.at)
    end = EndForm(request.POST if does == "end" else None, initial={"ended_date": today})
    went, refused = NOT_YET, None
    if does == "" and form.is_valid():
        went = _changed(request, row, form)
    elif does == "end" and end.is_valid():
        went = _ended(request, row, end)
    elif does and does != "end":
        went, refused = _done(request, row, does)
    if went.is_saved:
        messages.success(request, _("Bewaard."))
        return redirect("placements:placement", placement_id=placement_id)
    request.shown_people.append(("candidate", [row.candidate_id]))
    facts = {
        "row": row,
        "form": form,
        "end": end,
        "hours": hours_in_words(row.week_minutes) if row.week_minutes else "",
        "begins": row.started_date > today,
        "with_footing": with_footing,
        "is_unpaid": row.work_form in UNPAID,
        "firm": _of_firm(request, row) if row.ended_date is None else None,
        "colleagues": queries.colleagues_to_call(request.actor),
        "earlier": queries.earlier_of(row, with_footing=with_footing),
        "overtaken": went.overtaken,
        "refused": refused,
        "panels": panels_of(request, row),
    }
    status = refused.status if refused else 409 if end.errors and end.is_bound else went.status
    return render(request, "placements/placement.html", facts, status=status)


def _of_firm(request: Any, row: Any) -> dict[str, Any]:
    """Who of the firm reads it, whom one can choose where nobody is noted or who was left, and whether somebody of us speaks with
    the firm."""
    is_left = row.entrepreneur is not None and not row.entrepreneur.is_active
    ours = employers.contact_people_of(request.actor, row.employer).ours
    return {
        "reading": reading_of(request.actor, row),
        "is_left": is_left,
        "calls": [date_format(day, "j F Y") for day in queries.days_to_call(row, request.at)],
        "people": employers.people_of_firm(request.actor, row.employer_id)
        if is_left or row.entrepreneur is None
        else [],
        "asks_speaker": ours is None and employers.can_edit(request.actor, row.employer),
        "version": employers.contact_version(row.employer) if ours is None else "",
    }


def _form(request: Any, row: Any, with_footing: bool, typed: bool) -> PlacementForm:
    data = request.POST if typed else None
    return PlacementForm(
        request.actor, row.employer_id, data, initial=_answers(row), with_footing=with_footing, row=row
    )


def _changed(request: Any, row: Any, form: PlacementForm) -> Change:
    return change(
        request,
        form,
        commands.change_placement,
        about=("placement", row.pk),
        now=lambda: _answers(queries.placement_for(request.actor, row.pk)),
        **form.facts(),
    )


def _ended(request: Any, row: Any, end: EndForm) -> Change:
    try:
        commands.end_placement(**_asked(request, row), **end.cleaned_data)
    except Refusal as refusal:
        keep_typed(request, end, refusal)
        return NOT_YET
    return Change(is_saved=True)


def _done(request: Any, row: Any, does: str) -> tuple[Change, Refusal | None]:
    try:
        if does == "reopen":
            commands.reopen_placement(**_asked(request, row))
        elif does == "give":
            chosen = key_in(request.POST.get("contact"))
            if chosen is None:
                raise NobodyToCall()
            commands.give_placement(**_asked(request, row), account_id=chosen)
        elif does == "person":
            if (person := key_in(request.POST.get("entrepreneur"))) is None:
                raise NobodyChosen()
            commands.change_placement(**_asked(request, row), entrepreneur_id=person)
        elif does == "speak":
            set_contact_people(
                actor=request.actor, at=request.at, key=request.request_key, employer_id=row.employer_id,
                account_id=request.actor.id, version=request.POST.get("speaker_version", ""),
            )  # fmt: skip
        else:
            raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    except Refusal as refusal:
        return NOT_YET, shown_again(request, refusal)
    return Change(is_saved=True), None


def _asked(request: Any, row: Any) -> dict[str, Any]:
    return {"actor": request.actor, "at": request.at, "key": request.request_key, "placement_id": row.pk}


def _answers(row: Any) -> dict[str, Any]:
    return answers_of(queries.placement_facts(row)) | {"version": queries.placement_version(row)}
