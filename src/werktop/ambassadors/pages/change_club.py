"""A business club or park is added, put right or taken away, and firms belong there or not."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.ambassadors import commands
from werktop.ambassadors.models import Club, ClubKind
from werktop.ambassadors.queries import clubs
from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible, Refusal, keep_typed

from .forms import ClubForm


def new(request: Any) -> HttpResponse:
    """A name is enough."""
    form = ClubForm(request.POST if request.method == "POST" else None, initial={"kind": ClubKind.CLUB})
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in clubs.FACTS}
        try:
            key = commands.add_club(actor=request.actor, at=request.at, key=request.request_key, **facts)
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard. Zet er nu de bedrijven bij."))
            return redirect("ambassadors:club", club_id=key)
    return render(request, "ambassadors/change_club.html", {"form": form, "club": None, "overtaken": None})


def change_page(request: Any, club_id: UUID) -> HttpResponse:
    """What is known of it, put right."""
    club = clubs.club_for(request.actor, club_id)
    if not clubs.can_edit_club(request.actor, club):
        raise NotVisible()
    form = ClubForm(request.POST if request.method == "POST" else None, initial=_answers(club))
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_club,
            about=("club", club.pk),
            now=lambda: _answers(clubs.club_for(request.actor, club_id)),
            **{name: form.cleaned_data[name] for name in clubs.FACTS},
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("ambassadors:club", club_id=club.pk)
    shown = {"form": form, "club": club, "overtaken": went.overtaken}
    return render(request, "ambassadors/change_club.html", shown, status=went.status)


def member(request: Any, club_id: UUID) -> HttpResponse:
    """A firm belongs there, or does not after all."""
    club = clubs.club_for(request.actor, club_id)
    if not clubs.can_edit_club(request.actor, club):
        raise NotVisible()
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "club_id": club.pk}
    for name, command, said in (
        ("add", commands.add_club_member, _("Staat erbij.")),
        ("remove", commands.remove_club_member, _("Staat er niet meer bij.")),
    ):
        if (key := key_in(request.POST.get(name))) is not None:
            command(**asked, employer_id=key)
            messages.success(request, said)
            return redirect("ambassadors:club", club_id=club.pk)
    raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))


def remove(request: Any, club_id: UUID) -> HttpResponse:
    """It is there no more. The firms stay."""
    commands.remove_club(actor=request.actor, at=request.at, key=request.request_key, club_id=club_id)
    messages.success(request, _("Weggehaald. De bedrijven blijven staan."))
    return redirect("ambassadors:clubs")


def _answers(club: Club) -> dict[str, Any]:
    return clubs.club_facts(club) | {"version": clubs.club_version(club)}
