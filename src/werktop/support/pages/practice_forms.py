"""The questions about how it goes for an employer, and saving them without writing over a colleague."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.audit.refusals import Refusal, keep_typed
from werktop.audit.versions import ChangedMeanwhile
from werktop.support import commands, queries
from werktop.support.shown import practice_facts, said
from werktop.support.subjects import SUBJECTS
from werktop.ui.versioned import VersionedForm

DAYS: dict[str, Any] = {
    "required": False,
    "min_value": 0,
    "max_value": 250,
    "error_messages": dict.fromkeys(("invalid", "min_value", "max_value"), commands.DaysAreOutside.text),
}


class AgreementForm(VersionedForm):
    """The same for every organisation that does not differ."""

    who_to_ask = forms.CharField(
        label=_("Bij wie kan een werkgever terecht?"), max_length=200, required=False
    )
    answer_days = forms.IntegerField(label=_("Binnen hoeveel werkdagen antwoorden wij?"), **DAYS)
    decision_days = forms.IntegerField(
        label=_("Binnen hoeveel werkdagen is er een besluit?"),
        help_text=_("Van wie beslist. Bij UWV duurt dat vaak langer dan ons antwoord."),
        **DAYS,
    )
    form = forms.CharField(label=_("Welk formulier?"), max_length=200, required=False)
    own_rule = forms.CharField(
        label=_("Eigen maximum of aanvulling"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    contact = forms.CharField(label=_("Hoe bereikt men die?"), max_length=200, required=False)

    def facts(self) -> dict[str, Any]:
        """What was filled in."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class DifferenceForm(AgreementForm):
    """Of one organisation, with why."""

    reason = forms.CharField(
        label=_("Waarom doen jullie het anders?"),
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": commands.ReasonIsMissing.text},
    )


def changed(
    request: Any,
    subject: str,
    form_class: type[AgreementForm],
    save: Callable[..., UUID],
    *,
    is_regional: bool,
) -> HttpResponse:
    """The page with this form: asks, saves with `save`, and on a colleague's change in between shows it."""
    if subject not in SUBJECTS:
        raise Http404
    row = queries.practice_row(request.actor, subject, is_regional=is_regional)
    form = form_class(request.POST if request.method == "POST" else None, initial=_answers(row))
    overtaken = None
    if request.method == "POST" and form.is_valid():
        try:
            save(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                about=subject,
                said=form.facts(),
                version=form.cleaned_data["version"],
            )
        except ChangedMeanwhile as refusal:
            row = queries.practice_row(request.actor, subject, is_regional=is_regional)
            who, at = accounts.who_last("practice", row.pk) if row else ("", None)
            overtaken = form.overtaken(refusal.names, now=_answers(row), who=who, at=at)
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, gettext("Bewaard."))
            return redirect("support:subject", subject)
    agreed = queries.practice_row(request.actor, subject, is_regional=True)
    return render(
        request,
        "support/practice.html",
        {
            "form": form,
            "subject": subject,
            "name": said(SUBJECTS[subject]),
            "is_regional": is_regional,
            "agreement": practice_facts(agreed),
            "overtaken": overtaken,
        },
        status=409 if overtaken else 200,
    )


def _answers(row: Any) -> dict[str, Any]:
    return queries.said_of(row) | {"version": queries.said_version(row)}
