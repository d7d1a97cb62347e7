"""Who speaks with whom: one colleague for us, one person for the firm, and who did before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.changing import NOT_YET, change
from werktop.accounts.queries import colleagues_of
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.employers import commands, queries
from werktop.employers.models import Employer
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput


class ContactPeopleForm(VersionedForm):
    """One on each side; why is asked where one goes."""

    ASKED_AS = {"account_id": "account", "person_id": "person"}
    account = forms.ChoiceField(label=gettext_lazy("Wie van ons?"), required=False)
    person = forms.ChoiceField(label=gettext_lazy("Wie van het bedrijf?"), required=False)
    since_date = forms.DateField(label=gettext_lazy("Sinds wanneer?"), widget=DayInput)
    why = forms.CharField(label=gettext_lazy("Waarom iemand anders?"), max_length=200, required=False)

    def __init__(self, viewer: Actor, employer: Employer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = queries.contact_people_of(viewer, employer)
        colleagues = {str(each.pk): each.name for each in colleagues_of(viewer)}
        people = {
            str(each.pk): each.name
            for each in employer.entrepreneurs.filter(is_active=True).order_by("first_name", "id")
        }
        if now.ours and now.ours.account:
            colleagues.setdefault(str(now.ours.account_id), now.ours.account.name)
        if now.theirs and now.theirs.person:
            people.setdefault(str(now.theirs.person_id), now.theirs.person.name)
        for name, named in (("account", colleagues), ("person", people)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("nog niemand")), *named.items()]

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `set_contact_people`."""
        typed = self.cleaned_data
        keys = {f"{name}_id": UUID(typed[name]) if typed[name] else None for name in ("account", "person")}
        return keys | {"since_date": typed["since_date"], "why": typed["why"]}


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """Few changes are worth something: below stands who it was, from when until when, and why."""
    employer = queries.employer_for(request.actor, employer_id)
    if not queries.can_edit(request.actor, employer):
        raise NotVisible()
    today = timezone.localdate(request.at)
    typed = request.POST if request.method == "POST" else None
    form = ContactPeopleForm(
        request.actor, employer, typed, initial=_answers(employer) | {"since_date": today}
    )
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.set_contact_people,
            about=("employer", employer_id),
            now=lambda: _answers(employer),
            verbs=("employers.set_contact_people", "employers.add_employer"),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("employers:employer", employer_id=employer_id)
    shown = {
        "form": form,
        "employer": employer,
        "contact": queries.contact_people_of(request.actor, employer),
        "overtaken": went.overtaken,
    }
    return render(request, "employers/contact_people.html", shown, status=went.status)


def _answers(employer: Employer) -> dict[str, Any]:
    facts = queries.contact_facts(employer)
    return {
        "account": str(facts["account_id"] or ""),
        "person": str(facts["person_id"] or ""),
        "version": queries.contact_version(employer),
    }
