"""The style guide: every component once, with made-up people. Only in demo and debug."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from werktop.ui.pages import made_up
from werktop.ui.widgets import ClockInput, DayInput

FRAMES = {
    "": "ui/styleguide.html",
    "guest": "ui/styleguide_guest.html",
    "hall": "ui/styleguide_hall.html",
    "clock": "ui/styleguide_clock.html",
}


class MadeUpForm(forms.Form):
    """One question of each shape."""

    name = forms.CharField(label="Naam", help_text="Zo spreken we iemand aan.")
    email = forms.EmailField(label="E-mailadres", required=False)
    day = forms.DateField(label="Datum", widget=DayInput)
    time = forms.TimeField(label="Begin", widget=ClockInput, required=False)
    note = forms.CharField(label="Wat hoorde je?", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    place = forms.ChoiceField(
        label="Gemeente", choices=[("", "Kies"), ("linge", "Lingedorp"), ("waal", "Waalstede")]
    )
    channel = forms.ChoiceField(
        label="Hoe nodigen we uit?",
        choices=[("mail", "E-mail"), ("sms", "Sms"), ("letter", "Brief")],
        widget=forms.RadioSelect,
    )
    talents = forms.MultipleChoiceField(
        label="Waar wordt iemand blij van?",
        help_text="Kies wat past. Hiermee zoeken we de juiste tafel.",
        choices=made_up.TALENTS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_step_free = forms.BooleanField(label="Een drempelvrije tafel", required=False)


class MadeUpFilter(forms.Form):
    """Two questions of a filter."""

    q = forms.CharField(label="Zoek", required=False)
    place = forms.ChoiceField(
        label="Gemeente", required=False, choices=[("", "Alle"), ("linge", "Lingedorp")]
    )


def styleguide(request: HttpRequest) -> HttpResponse:
    """Shows all components; `?frame=guest`, `hall` and `clock` show the other frames."""
    if not (settings.DEBUG or getattr(settings, "MODE", "") in {"demo", "test"}):
        raise Http404
    frame = request.GET.get("frame", "")
    if frame not in FRAMES:
        raise Http404
    if not frame:
        messages.success(request, "De uitnodiging is verstuurd aan 50 kandidaten.")
    context: dict[str, Any] = {
        **made_up.everything(),
        "form": MadeUpForm(initial={"talents": ["hout", "rust"]}),
        "wrong_form": MadeUpForm({"name": "", "email": "geen adres", "talents": ["hout"]}, prefix="wrong"),
        "filter_form": MadeUpFilter(request.GET or None, auto_id="filter_%s"),
        "page": Paginator(range(1, 121), 10).get_page(request.GET.get("page", 4)),
    }
    return render(request, FRAMES[frame], context)
