"""Ambassadeur zijn: said in one tap, what one likes to do where one wants to say so, and stopped in one tap."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors.commands import change_ambassador
from werktop.ambassadors.queries.people import ambassador_version, time_running_of
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.employers import queries as employers
from werktop.portal.commands.ambassador import become_own_ambassador, stop_as_own_ambassador
from werktop.portal.firm_frame import shown, with_version

OFFERS = (
    ("brings_in", gettext_lazy("Ik breng andere ondernemers mee")),
    ("coaches", gettext_lazy("Ik denk mee met iemand die werk zoekt")),
    ("network", gettext_lazy("Ik stel mensen voor aan wie ik ken")),
    ("tips", gettext_lazy("Ik geef tips")),
    ("story", gettext_lazy("Ik vertel anderen hoe het bij ons gaat")),
)


class OffersForm(forms.Form):
    """All of it may be left open."""

    offers = forms.MultipleChoiceField(
        label=gettext_lazy("Wat doet u graag?"),
        help_text=gettext_lazy("U mag alles open laten, en het ieder moment veranderen."),
        required=False,
        choices=OFFERS,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label=gettext_lazy("In uw eigen woorden"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)


def page(request: Any) -> HttpResponse:
    """GET tells what it means and how it stands; POST begins (`to`=begin), stops (`to`=stop), or keeps what one likes to do."""
    person = employers.own_entrepreneur(request.actor)
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key}
    to = request.POST.get("to", "")
    if to == "begin":
        become_own_ambassador(**asked, entrepreneur_id=person.pk)
        messages.success(request, _("Dank u wel! U bent nu ambassadeur. Wat doet u graag?"))
        return redirect("portal:own_ambassador")
    if to == "stop":
        stop_as_own_ambassador(**asked, entrepreneur_id=person.pk)
        messages.success(request, _("U bent geen ambassadeur meer. Dank voor alles wat u deed."))
        return redirect("portal:own_firm")
    now = time_running_of(person.pk)
    if request.method == "POST" and now is None:
        raise NotVisible()
    form, status = None, 200
    if now is not None:
        start = {"offers": now.offers, "words": now.words, "version": ambassador_version(now)}
        form = OffersForm(request.POST if request.method == "POST" else None, initial=start)
        if request.method == "POST" and form.is_valid():
            try:
                change_ambassador(
                    **asked, ambassador_id=now.pk, since_date=now.since_date, **form.cleaned_data
                )
            except ChangedMeanwhile:
                # what was typed stays, and the next press is about what stands there now
                form.data = with_version(request.POST, ambassador_version(now))
                form.add_error(
                    None, _("Een collega veranderde dit intussen. Kijk het na, en bewaar het opnieuw.")
                )
                status = 409
            else:
                messages.success(request, _("Bewaard."))
                return redirect("portal:own_firm")
    return shown(
        request, "portal/own_ambassador.html", {"person": person, "now": now, "form": form}, status=status
    )
