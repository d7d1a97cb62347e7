"""The list of reminders: the own ones first, those of colleagues one choice away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.audit.keys import key_in
from werktop.audit.later import PutOff, put_off_in
from werktop.contacts import queries
from werktop.contacts.moments import promised_in_words, who_in_words

PER_PAGE = 25


class ReminderFilterForm(forms.Form):
    """Everything may be left open: then the own ones that are open."""

    q = forms.CharField(
        label=_("Zoek een naam of woorden"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    whose = forms.ChoiceField(
        label=_("Van wie"),
        required=False,
        choices=[("", _("van mij")), ("others", _("van collega's")), ("all", _("van iedereen"))],
    )
    state = forms.ChoiceField(
        label=_("Hoe het staat"),
        required=False,
        choices=[("", _("open")), ("late", _("te laat")), ("done", _("gedaan"))],
    )

    def filters(self) -> queries.ReminderFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        whose = asked.get("whose", "")
        return queries.ReminderFilters(
            words=asked.get("q", ""),
            whose={"": "mine", "all": ""}.get(whose, whose),
            state=asked.get("state") or "open",
        )


def page(request: Any) -> HttpResponse:
    """Search, filters and pages; each line is done in one tap, and that can be taken back."""
    form = ReminderFilterForm(request.GET)
    found = queries.found_reminders(request.actor, form.filters(), request.at)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(shown)
    done = done_just_now(request)
    request.shown_people += [
        (kind, [key]) for kind, key in queries.people_named([*rows, *([done] if done else [])])
    ]
    today = timezone.localdate(request.at)
    return render(
        request,
        "contacts/reminders.html",
        {
            "form": form,
            "page": shown,
            "rows": [
                {
                    "row": row,
                    "who": who_in_words(row),
                    "said": promised_in_words(row),
                    "is_late": not row.done_at and row.due_date < today,
                }
                for row in rows
            ],
            "count": shown.paginator.count,
            "is_of_colleagues": bool(form.cleaned_data.get("whose")),
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "done": done,
            "put_off": put_off_just_now(request),
            "can_edit": request.actor.can("edit_candidates"),
        },
    )


def put_off_just_now(request: Any) -> PutOff | None:
    """The reminder that the last press put off, as the address says: it can be put back on the spot."""
    said = put_off_in(request, "later")
    row = queries.reminders_visible_to(request.actor).filter(pk=said[0]).first() if said else None
    if said is None or row is None:
        return None
    return PutOff(reverse("contacts:put_off_reminder", args=[row.pk]), said[1], row.due_date)


def done_just_now(request: Any) -> Any:
    """The reminder that the last press did, as the address says: it can be taken back on the spot."""
    if (key := key_in(request.GET.get("gedaan"))) is None:
        return None
    return (
        queries.reminders_visible_to(request.actor, request.at).filter(pk=key, done_at__isnull=False).first()
    )
