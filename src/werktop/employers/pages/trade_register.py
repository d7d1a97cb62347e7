"""Look a firm up in the trade register, see what it says beside what we know, and take over what is right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import NotVisible, Refusal
from werktop.catalogue.choices import Sector
from werktop.employers import commands, queries, trade_register
from werktop.employers.commands.facts import tidied_employer
from werktop.employers.models import Employer, Size
from werktop.employers.sections import section_of

LABELS = {
    "register_number": gettext_lazy("KVK-nummer"),
    "name": gettext_lazy("Naam"),
    "address": gettext_lazy("Straat en huisnummer"),
    "postcode": gettext_lazy("Postcode"),
    "place": gettext_lazy("Plaats"),
    "sector": gettext_lazy("Sector"),
    "sbi_code": gettext_lazy("SBI-code"),
    "size": gettext_lazy("Hoeveel mensen er werken"),
}
CHOICES: dict[str, Any] = {"sector": Sector, "size": Size}
SIZES = ((1, Size.ONE), (9, Size.TO_9), (49, Size.TO_49), (249, Size.TO_249))
NOTHING_SEEN = "name:"


class SearchForm(forms.Form):
    """What the register is asked. A number alone is enough."""

    name = forms.CharField(label=gettext_lazy("Naam"), max_length=120, required=False)
    place = forms.CharField(label=gettext_lazy("Plaats"), max_length=80, required=False)
    number = forms.RegexField(
        r"^\s*(\d\s*){8}$", label=gettext_lazy("KVK-nummer"), max_length=12, required=False,
        error_messages={"invalid": gettext_lazy("Een KVK-nummer heeft acht cijfers.")},
        widget=forms.TextInput({"inputmode": "numeric"}),
    )  # fmt: skip

    def clean(self) -> None:
        """One of the two is asked."""
        if not (self.errors or self.cleaned_data.get("name") or self.cleaned_data.get("number")):
            self.add_error("name", _("Vul een naam of een KVK-nummer in."))


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """GET asks what to search; POST asks the register, saves nothing, and shows who was found, or with `chosen` what it says of
    one."""
    employer = _to_edit(request, employer_id)
    start = {"name": employer.name, "place": employer.place, "number": employer.register_number}
    form = SearchForm(request.POST if request.method == "POST" else None, initial=start)
    found, profile, rows, silent, status = None, None, None, "", 200
    if request.method == "POST":
        try:
            register = trade_register.chosen_register()
            if chosen := request.POST.get("chosen", ""):
                profile = register.profile_of(chosen) if chosen.isdigit() and len(chosen) == 8 else None
                rows = _beside(employer, profile) if profile else None
                form = SearchForm(initial=start)
            elif form.is_valid():
                asked = form.cleaned_data
                number = "".join(asked["number"].split())
                found = register.firms_found(number=number) if number else None
                if found is None:
                    found = register.firms_found(name=asked["name"], place=asked["place"])
        except (trade_register.RegisterIsSilent, trade_register.RegisterRefusesUs) as refusal:
            silent, status = str(refusal), refusal.status
    facts = {
        "employer": employer,
        "form": form,
        "found": found,
        "rows": rows,
        "silent": silent,
        "sbi_version": profile.sbi_version if profile else "",
        "version": queries.employer_version(employer),
    }
    return render(request, "employers/trade_register.html", facts, status=status)


def take(request: Any, employer_id: UUID) -> HttpResponse:
    """What is ticked is taken over from what stood on the screen."""
    employer = _to_edit(request, employer_id)
    ticked = [name for name in request.POST.getlist("take") if name in LABELS]
    facts = {name: request.POST.get(f"says_{name}", "") for name in ticked}
    if not facts:
        messages.info(request, _("Er is niets aangevinkt: alles blijft zoals het was."))
        return redirect("employers:trade_register", employer_id=employer_id)
    if "sbi_code" in facts:
        facts["sbi_version"] = request.POST.get("sbi_version", "")
        if "sector" not in facts and employer.sector:
            facts["sector"] = employer.sector
    try:
        commands.change_employer(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            employer_id=employer_id,
            # who saw nothing of what we know takes nothing over
            version=request.POST.get("version") or NOTHING_SEEN,
            **facts,
        )
    except Refusal as refusal:
        if refusal.status != 409:
            raise
        messages.error(request, str(refusal))
        return redirect("employers:trade_register", employer_id=employer_id)
    messages.success(request, _("Overgenomen uit het Handelsregister."))
    return redirect(f"{reverse('employers:employer', args=[employer_id])}#about")


def _to_edit(request: Any, employer_id: UUID) -> Employer:
    employer = queries.employer_for(request.actor, employer_id)
    if not queries.can_edit(request.actor, employer) or not trade_register.is_offered():
        raise NotVisible()
    return employer


def _beside(employer: Employer, profile: trade_register.Profile) -> list[dict[str, Any]]:
    """Each fact that the register says and we do not, or otherwise; ticked where we know nothing."""
    said = tidied_employer(
        {
            "register_number": profile.number,
            "name": profile.name,
            "address": profile.address,
            "postcode": profile.postcode,
            "place": profile.place,
            "sector": section_of(profile.sbi_code, profile.sbi_version),
            "sbi_code": profile.sbi_code[:5],
            "size": _size_of(profile.people_working),
        }
    )
    return [
        {
            "name": name,
            "label": label,
            "says": said[name],
            "says_words": _in_words(name, said[name]),
            "ours": _in_words(name, getattr(employer, name)),
            "is_ticked": not getattr(employer, name),
        }
        for name, label in LABELS.items()
        if said.get(name) and said[name] != getattr(employer, name)
    ]


def _size_of(people_working: int | None) -> str:
    if not people_working:
        return ""
    return str(next((size for most, size in SIZES if people_working <= most), Size.MORE))


def _in_words(name: str, value: str) -> str:
    return str(CHOICES[name](value).label) if value and name in CHOICES else value
