"""One reminder: done or not, and who does it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts import queries as accounts
from werktop.audit.refusals import Refusal, keep_typed
from werktop.contacts import commands, queries
from werktop.contacts.moments import who_in_words

from .back import address_back, go_back
from .later import LATER, later_day


class HandForm(forms.Form):
    """Which colleague does it."""

    account_id = forms.TypedChoiceField(label=gettext_lazy("Wie doet het?"), coerce=UUID)

    def __init__(self, *args: Any, viewer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = accounts.colleagues_of(viewer, accounts.Role.RELATIONSHIP_MANAGER)
        field = self.fields["account_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(each.pk), each.name) for each in colleagues]


def page(request: Any, reminder_id: UUID) -> HttpResponse:
    """What was promised, to whom and by whom; a POST hands it to a colleague."""
    reminder = queries.reminder_for(request.actor, reminder_id)
    form = HandForm(
        request.POST if request.method == "POST" else None,
        initial={"account_id": str(reminder.owner_id)},
        viewer=request.actor,
    )
    if request.method == "POST" and form.is_valid():
        try:
            commands.hand_reminder_to(
                actor=request.actor, at=request.at, key=request.request_key, reminder_id=reminder_id,
                **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Overgedragen."))
            return go_back(request, "contacts:reminders")
    request.shown_people += [(kind, [key]) for kind, key in queries.people_named([reminder])]
    return render(
        request,
        "contacts/reminder.html",
        {
            "form": form,
            "later": LATER,
            "reminder": reminder,
            "who": who_in_words(reminder),
            "back": address_back(request, "contacts:reminders"),
        },
    )


def do(request: Any, reminder_id: UUID) -> HttpResponse:
    """It is done; `is_open` in the post: not after all."""
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "reminder_id": reminder_id}
    if "is_open" in request.POST:
        commands.reopen_reminder(**asked)
        messages.success(request, _("De herinnering staat weer open."))
        return go_back(request, "contacts:reminders")
    commands.do_reminder(**asked)
    return go_back(request, "contacts:reminders", gedaan=str(reminder_id))


def put_off(request: Any, reminder_id: UUID) -> HttpResponse:
    """It comes back another day: the page that it goes back to offers to put it back."""
    queries.reminder_for(request.actor, reminder_id)
    was = commands.put_off_reminder(
        actor=request.actor, at=request.at, key=request.request_key, reminder_id=reminder_id,
        due_date=later_day(request.POST, request.at),
    )  # fmt: skip
    if "is_back" in request.POST:
        messages.success(request, _("De herinnering staat weer waar zij stond."))
        return go_back(request, "contacts:reminders")
    return go_back(request, "contacts:reminders", later=f"{reminder_id}.{was}")


def take_back(request: Any, reminder_id: UUID) -> HttpResponse:
    """It was made by mistake."""
    commands.take_back_reminder(
        actor=request.actor, at=request.at, key=request.request_key, reminder_id=reminder_id
    )
    messages.success(request, _("Weggehaald."))
    return go_back(request, "contacts:reminders")
