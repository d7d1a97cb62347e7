"""An entrepreneur is an ambassador: what is offered, and from when until when."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.ambassadors import commands
from werktop.ambassadors.models import Ambassador
from werktop.ambassadors.queries import people
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import queries as employers

from .forms import AmbassadorForm


def page(request: Any, entrepreneur_id: UUID) -> HttpResponse:
    """One form: the first time it makes an ambassador, after that it changes what is offered."""
    person = _person(request, entrepreneur_id)
    rows = list(people.ambassadors_of(request.actor, [entrepreneur_id]))
    now = next((row for row in rows if row.until_date is None), None)
    start = _answers(now) if now else {"since_date": timezone.localdate(request.at)}
    form = AmbassadorForm(request.POST if request.method == "POST" else None, initial=start)
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("offers", "words", "since_date")}
        if now is not None:
            went = change(
                request,
                form,
                commands.change_ambassador,
                about=("ambassador", now.pk),
                now=lambda: _answers(people.ambassador_for(request.actor, now.pk)),
                **facts,
            )
        elif _made(request, form, entrepreneur_id, facts):
            return _back(person)
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return _back(person)
    return render(
        request,
        "ambassadors/ambassador.html",
        {
            "person": person,
            "form": form,
            "now": now,
            "before": [row for row in rows if row is not now],
            "overtaken": went.overtaken,
        },
        status=went.status,
    )


def move(request: Any, ambassador_id: UUID) -> HttpResponse:
    """It ends, or goes on after all."""
    row = people.ambassador_for(request.actor, ambassador_id)
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "ambassador_id": row.pk}
    if request.POST.get("to") == "resume":
        commands.resume_ambassador(**asked)
        messages.success(request, _("%(name)s is weer ambassadeur.") % {"name": row.entrepreneur.name})
    else:
        commands.end_ambassador(**asked)
        messages.success(
            request,
            _("%(name)s is geen ambassadeur meer. Wie meekwam, blijft staan.")
            % {"name": row.entrepreneur.name},
        )
    return _back(row.entrepreneur)


def _made(request: Any, form: AmbassadorForm, entrepreneur_id: UUID, facts: dict[str, Any]) -> bool:
    try:
        commands.make_ambassador(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            entrepreneur_id=entrepreneur_id,
            **facts,
        )
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return False
    messages.success(request, _("Genoteerd."))
    return True


def _person(request: Any, entrepreneur_id: UUID) -> Any:
    person = employers.entrepreneur_for(request.actor, entrepreneur_id)
    if not employers.can_edit(request.actor, person.employer):
        raise NotVisible()
    return person


def _answers(row: Ambassador) -> dict[str, Any]:
    return people.ambassador_facts(row) | {"version": people.ambassador_version(row)}


def _back(person: Any) -> HttpResponse:
    return redirect("employers:employer", employer_id=person.employer_id)
