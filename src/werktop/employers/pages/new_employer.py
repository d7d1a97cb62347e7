"""A new employer with the person who sits at the table: one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import commands
from werktop.employers.models import Employer, Entrepreneur
from werktop.ui.addresses import asked_back

from .alike import firms_alike
from .forms import EmployerForm, PersonForm
from .new_entrepreneur import shown_at_same
from .same_address import shown_sharers

ABOUT_PERSON = ("first_name", "phone", "email")


def page(request: Any) -> HttpResponse:
    """The form, with the name that the address has (`?naam=`), and then on to the page that it came from (`back`). On a
    likely duplicate, or an address of somebody else, it comes back with who is there already and a button to save anyway."""
    if request.method != "POST":
        start = {"joined_date": timezone.localdate(request.at), "name": request.GET.get("naam", "")[:120]}
        return _shown(
            request, EmployerForm(request.actor, initial=start), PersonForm(initial={"languages": ["nl"]})
        )
    form, person = EmployerForm(request.actor, request.POST), PersonForm(request.POST)
    if not (form.is_valid() & person.is_valid()):
        return _shown(request, form, person)
    alike = _alike(request, form)
    if same := next((each for each in alike if str(each.pk) == request.POST.get("same")), None):
        return shown_at_same(request, same)
    if "save_anyway" in request.POST:
        alike = []
    asked = person.facts()
    sharers = shown_sharers(request, asked["email"])
    if alike or sharers:
        return _shown(request, form, person, alike, sharers)
    firms = asked.pop("known_firms")
    try:
        employer_id = commands.add_employer(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            entrepreneur=asked,
            known_firms=firms,
            **form.facts(),
        )
    except Refusal as refusal:
        keep_typed(request, person if refusal.field in ABOUT_PERSON else form, refusal)
        return _shown(request, form, person)
    messages.success(request, _("%(name)s doet mee.") % {"name": form.cleaned_data["name"]})
    back = asked_back(request)
    return redirect(back) if back else redirect("employers:employer", employer_id=employer_id)


def _alike(request: Any, form: EmployerForm) -> list[Employer]:
    typed = {name: form.cleaned_data[name] for name in ("name", "postcode", "place")}
    return firms_alike(request, **typed)


def _shown(
    request: Any,
    form: EmployerForm,
    person: PersonForm,
    alike: Sequence[Employer] = (),
    sharers: Sequence[Entrepreneur] = (),
) -> HttpResponse:
    asked = {"form": form, "person": person, "alike": alike, "sharers": sharers, "back": asked_back(request)}
    return render(request, "employers/new_employer.html", asked)
