"""Postvak uit: what failed and what waits, why, and one button to try again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.post import queries
from werktop.post.models import Channel, Message, MessageStatus
from werktop.post.paper import letters_of
from werktop.post.waking_hours import FROM, ZONE

ON_A_PAGE = 50


class FilterForm(forms.Form):
    """Whose message, and how it stands with it."""

    search = forms.CharField(label=gettext_lazy("Zoek"), required=False, max_length=100)
    status = forms.ChoiceField(
        label=gettext_lazy("Hoe het ermee staat"),
        required=False,
        choices=[
            ("", gettext_lazy("alles")),
            (MessageStatus.FAILED, gettext_lazy("niet aangekomen")),
            (MessageStatus.WAITING, gettext_lazy("wacht")),
            (MessageStatus.TOO_LATE, gettext_lazy("te laat")),
        ],
    )


def page(request: Any) -> HttpResponse:
    """The messages of one's own organisation that have not gone out, by name or by how it stands with them."""
    form = FilterForm(request.GET)
    chosen = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    found = Paginator(queries.outbox(request.actor, **chosen), ON_A_PAGE).get_page(request.GET.get("page"))
    for kind in {m.to_kind for m in found}:
        request.shown_people.append((kind, [m.to_id for m in found if m.to_kind == kind]))
    waiting = letters_of(request.actor, at=request.at)
    letters = len(waiting.to_print) + len(waiting.too_late)
    rows = [{"message": m, "why": why(m), "is_failed": m.status == MessageStatus.FAILED} for m in found]
    return render(
        request,
        "post/outbox.html",
        {
            "page": found,
            "rows": rows,
            "letters": letters,
            "too_late": ""
            if chosen
            else queries.outbox(request.actor, status=MessageStatus.TOO_LATE).count(),
            "form": form,
            "is_filtered": bool(chosen),
        },
    )


def why(message: Message) -> str:
    """What is the matter with a message, in words for a colleague."""
    if message.status == MessageStatus.TOO_LATE:
        return _("Deze brief is niet geprint voor het moment waarover hij gaat. Hij gaat niet meer weg.")
    if message.status == MessageStatus.FAILED and not message.tries:
        return _("Het adres waar dit bericht heen zou gaan, is er niet meer. Bel deze persoon.")
    if message.status == MessageStatus.FAILED:
        if message.channel == Channel.EMAIL and message.last_fault[:1] == "5":
            return _("Dit adres wordt niet aangenomen. Kijk het adres na, of bel.")
        return _("Dit is na vele pogingen niet gelukt. Bel deze persoon.")
    if message.tries:
        return _("Het lukte nog niet. We proberen het vanzelf opnieuw.")
    if not message.not_before_at:
        return _("Gaat zo uit.")
    leaves_at = message.not_before_at.astimezone(ZONE)
    words = _("Gaat uit op %(day)s om %(time)s uur.") % {
        "day": date_format(leaves_at, "j F"),
        "time": time_format(leaves_at.time(), "TIME_FORMAT"),
    }
    is_of_the_night = message.channel == Channel.SMS and leaves_at.time() == FROM
    return " ".join((words, _("’s Nachts gaat er geen sms uit."))) if is_of_the_night else words
