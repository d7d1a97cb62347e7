"""A chance at a firm: noted, changed, and what was done with it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.changing import NOT_YET, change
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import commands, queries
from werktop.employers.models import Chance
from werktop.ui.panels import panels_of

from .chance_form import ChanceForm, ChangeChanceForm, answers_of

AT = "kansen"
"""Where the chances stand on the page of a firm."""


class SettleForm(forms.Form):
    """What was done with it, and to whom it went."""

    outcome = forms.CharField(
        label=gettext_lazy("Wat deed je ermee?"),
        help_text=gettext_lazy("Gaf je het door? Schrijf aan wie. Anders mag dit leeg blijven."),
        required=False,
        max_length=200,
    )


def note(request: Any, employer_id: UUID) -> HttpResponse:
    """Anybody in the region who works with employers may note what they hear."""
    employer = queries.employer_for(request.actor, employer_id)
    form = ChanceForm(request.POST if request.method == "POST" else None, today=localdate(request.at))
    if request.method == "POST" and form.is_valid():
        try:
            commands.note_chance(
                actor=request.actor, at=request.at, key=request.request_key, employer_id=employer_id,
                **form.facts(),
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Genoteerd."))
            return redirect(_at_firm(employer_id))
    return render(request, "employers/note_chance.html", {"form": form, "employer": employer})


def page(request: Any, chance_id: UUID) -> HttpResponse:
    """The region reads it, with what stood there before; who may change it also finds the questions."""
    chance = queries.chance_for(request.actor, chance_id)
    may_change = queries.can_settle(request.actor, chance)
    if request.method == "POST" and not may_change:
        raise NotVisible()
    form = ChangeChanceForm(
        request.POST if request.method == "POST" else None,
        initial=_answers(chance),
        today=localdate(request.at),
    )
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_chance,
            about=("chance", chance.pk),
            now=lambda: _answers(queries.chance_for(request.actor, chance_id)),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect(_at_firm(chance.employer_id))
    return _shown(request, chance, form, SettleForm(), may_change, went)


def settle(request: Any, chance_id: UUID) -> HttpResponse:
    """Passed on, or nothing to do now; with "open" in the post it plays again, with "mistake" it goes."""
    if not queries.can_settle(request.actor, queries.chance_for(request.actor, chance_id)):
        raise NotVisible()
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "chance_id": chance_id}
    status = request.POST.get("status", "")
    if status == Chance.Status.OPEN:
        employer_id = commands.reopen_chance(**asked)
        messages.success(request, _("De kans staat weer open."))
        return redirect(_at_firm(employer_id))
    if status == "mistake":
        employer_id = commands.take_back_chance(**asked)
        messages.success(request, _("Weggehaald."))
        return redirect(_at_firm(employer_id))
    if status not in (Chance.Status.PASSED, Chance.Status.NOTHING):
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    form = SettleForm(request.POST)
    if form.is_valid():
        try:
            employer_id = commands.settle_chance(status=status, outcome=form.cleaned_data["outcome"], **asked)
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            return redirect(f"{reverse('employers:employer', args=[employer_id])}?kans={chance_id}#{AT}")
    chance = queries.chance_for(request.actor, chance_id)
    change_form = ChangeChanceForm(initial=_answers(chance), today=localdate(request.at))
    return _shown(request, chance, change_form, form, queries.can_settle(request.actor, chance), NOT_YET)


def _shown(
    request: Any, chance: Any, form: ChangeChanceForm, settle_form: SettleForm, may_change: bool, went: Any
) -> HttpResponse:
    shown = {
        "form": form,
        "settle_form": settle_form,
        "chance": chance,
        "when": queries.when_in_words(chance),
        "employer": chance.employer,
        "may_change": may_change,
        "earlier": queries.earlier_of_chance(chance),
        "overtaken": went.overtaken,
        "panels": panels_of(request, chance),
    }
    return render(request, "employers/chance.html", shown, status=went.status)


def _at_firm(employer_id: UUID) -> str:
    return f"{reverse('employers:employer', args=[employer_id])}#{AT}"


def _answers(chance: Any) -> dict[str, Any]:
    return answers_of(queries.chance_facts(chance)) | {"version": queries.chance_version(chance)}
