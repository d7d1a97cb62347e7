"""A fellow entrepreneur who was named, and what became of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors import commands
from werktop.ambassadors.models import OPEN, Fellow
from werktop.ambassadors.queries import fellows
from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import queries as employers

from .forms import FellowForm, JoinForm

MOVES = {
    "called": (commands.note_fellow_called, gettext_lazy("Genoteerd dat je hen sprak.")),
    "not_now": (commands.note_fellow_not_now, gettext_lazy("Genoteerd: nu niet.")),
}


def new(request: Any, entrepreneur_id: UUID) -> HttpResponse:
    """An entrepreneur told a colleague who belongs here too: two fields."""
    person = employers.entrepreneur_for(request.actor, entrepreneur_id)
    if not employers.can_edit(request.actor, person.employer):
        raise NotVisible()
    form = FellowForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.name_fellow(
                actor=request.actor, at=request.at, key=request.request_key, entrepreneur_id=entrepreneur_id,
                **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Genoteerd. Jij belt; het staat bij Genoemd."))
            return redirect("employers:employer", employer_id=person.employer_id)
    return render(request, "ambassadors/new_fellow.html", {"form": form, "person": person})


def one(request: Any, fellow_id: UUID) -> HttpResponse:
    """Who it is, by whom named, whether the firm is here already, and one button for what became of it."""
    row = fellows.fellow_for(request.actor, fellow_id)
    may_call = fellows.can_call(request.actor, row)
    form = JoinForm(request.POST if request.method == "POST" else None, initial={"firm": row.name})
    if request.method == "POST":
        if not may_call:
            raise NotVisible()
        if moved := _joined(request, row, form):
            return moved
    return render(
        request,
        "ambassadors/fellow.html",
        {
            "row": row,
            "is_open": row.state in OPEN,
            "may_call": may_call,
            "form": form,
            "alike": _alike(request, row),
        },
    )


def _joined(request: Any, row: Fellow, form: JoinForm) -> HttpResponse | None:
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "fellow_id": row.pk}
    chosen = key_in(request.POST.get("employer_id"))
    if chosen is None and not form.is_valid():
        return None
    facts: dict[str, Any] = {"employer_id": chosen} if chosen else form.cleaned_data
    try:
        employer_id = commands.join_fellow(**asked, **facts)
    except Refusal as refusal:
        form.is_valid()
        named = {"name": "firm"}.get(refusal.field or "", refusal.field)
        keep_typed(request, form, type(refusal)(refusal.text, field=named))
        return None
    messages.success(
        request,
        _("Doet mee, meegebracht door %(name)s. Bedank je %(name)s?") % {"name": row.entrepreneur.first_name},
    )
    return redirect("employers:employer", employer_id=employer_id)


def _alike(request: Any, row: Fellow) -> list[Any]:
    found = employers.likely_duplicates(request.actor, name=row.name)
    found += [each.employer for each in employers.others_with_email(request.actor, row.email)]
    return list({each.pk: each for each in found}.values())


def move(request: Any, fellow_id: UUID) -> HttpResponse:
    """Spoken with, not now, mine to call, open again, or taken away."""
    row = fellows.fellow_for(request.actor, fellow_id)
    if not fellows.can_call(request.actor, row):
        raise NotVisible()
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "fellow_id": row.pk}
    to = request.POST.get("to", "")
    if to in MOVES:
        command, said = MOVES[to]
        command(**asked, words=request.POST.get("words", ""))
        messages.success(request, str(said))
    elif to == "take":
        commands.take_fellow(**asked, instead_of_id=key_in(request.POST.get("instead_of")))
        messages.success(request, _("Jij belt."))
    elif to == "reopen":
        commands.reopen_fellow(**asked)
        messages.success(request, _("Het staat weer open."))
    elif to == "take_back":
        commands.take_back_fellow(**asked)
        messages.success(request, _("Weggehaald."))
        return redirect("ambassadors:fellows")
    else:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    return redirect("ambassadors:fellow", fellow_id=row.pk)
