"""Eén ingang: an employer asks something in two fields, without an account, and gets one contact person within a working day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from werktop.accounts import commands as accounts
from werktop.accounts import visitors
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.audit.retention import TERMS
from werktop.employers import turns
from werktop.employers.commands import ask_question
from werktop.portal.words import frame
from werktop.regions import queries as regions

MOST_AN_HOUR = 10
"""Questions from one place in an hour. A firm or a town hall behind one address asks no more; who floods us does."""
RECEIVED = "ontvangen"


class QuestionForm(forms.Form):
    """Two fields. `website` is for programs that fill in everything: people do not see it."""

    words = forms.CharField(
        label=gettext_lazy("Uw vraag"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden wat u wilt vragen.")},
    )
    asker = forms.CharField(
        label=gettext_lazy("Uw naam of bedrijf, met telefoon of e-mail"),
        max_length=300,
        error_messages={
            "required": gettext_lazy("Schrijf uw naam of bedrijf, met een telefoonnummer of e-mailadres.")
        },
    )
    website = forms.CharField(required=False, max_length=300)


def page(request: Any, region_slug: str, slug: str = "") -> HttpResponse:
    """GET asks; POST keeps the question and says who calls by when. With `slug` it is the page of one organisation, for
    its site."""
    region = regions.region_by_slug(region_slug, request.at.date())
    organisation = regions.organisation_by_slug(slug) if slug else None
    if organisation is not None and organisation.region_id != region.pk:
        raise NotVisible()
    form = QuestionForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        place = visitors.address_of(request)
        if asked["website"]:
            # a program: it reads what a person reads, and nothing is kept
            return redirect(f"{request.path}?{RECEIVED}")
        if accounts.count_question(address=place, at=request.at, what=" employer question") > MOST_AN_HOUR:
            form.add_error(
                None, _("Hier is te vaak een vraag gesteld. Bel ons, of probeer het over een uur nog eens.")
            )
            status = 429
        else:
            try:
                ask_question(
                    actor=request.actor,
                    at=request.at,
                    key=request.request_key,
                    region_id=region.pk,
                    organisation_id=organisation.pk if organisation else None,
                    words=asked["words"],
                    asker=asked["asker"],
                    language=get_language() or settings.LANGUAGE_CODE,
                )
            except Refusal as refusal:
                keep_typed(request, form, refusal)
            else:
                return redirect(f"{request.path}?{RECEIVED}")
    shown = {
        "form": form,
        "region": region,
        "organisation": organisation,
        "is_received": RECEIVED in request.GET and request.method == "GET",
        "due": date_format(turns.due_at(request.at), "l j F"),
        "kept": TERMS["asked"].words,
    }
    shown |= frame(organisation) if organisation else {"organisation_name": region.name}
    return render(request, "portal/entrance.html", shown, status=status)
