"""One reminder: done or not, what it says and when, and who does it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.changing import NOT_YET, change
from werktop.accounts.standing_in import colleagues_to_choose
from werktop.audit.later import LATER, later_day
from werktop.audit.refusals import Refusal, keep_typed
from werktop.contacts import commands, queries
from werktop.contacts.moments import who_in_words
from werktop.contacts.refusals import WhatIsMissing
from werktop.ui.back import address_back, go_back
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput

from .about_work import AboutWorkForm
from .hidden import hidden


class HandForm(forms.Form):
    """Which colleague does it."""

    account_id = forms.TypedChoiceField(label=gettext_lazy("Wie doet het?"), coerce=UUID)

    def __init__(self, *args: Any, viewer: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["account_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(colleagues_to_choose(viewer, at).items())


class ReminderForm(AboutWorkForm, VersionedForm):
    """What is to be done, and by when."""

    SAYS = ("what",)

    what = forms.CharField(
        label=gettext_lazy("Wat ga je doen?"),
        max_length=200,
        error_messages={"required": WhatIsMissing.text},
    )
    due_date = forms.DateField(
        label=gettext_lazy("Voor wanneer?"),
        widget=DayInput,
        error_messages={
            "required": gettext_lazy("Kies een dag."),
            "invalid": gettext_lazy("Kies een dag die bestaat."),
        },
    )


def page(request: Any, reminder_id: UUID) -> HttpResponse:
    """What was promised, to whom and by whom; a POST changes what it says and when (`what`), or hands it to a colleague.
    For who reads it; another reads when it is, about whom, and who does it."""
    reminder = queries.reminder_for(request.actor, reminder_id, request.at)
    if reminder.is_hidden:
        return hidden(request, reminder, "contacts/hidden_reminder.html")
    is_change = request.method == "POST" and "what" in request.POST
    change_form = ReminderForm(request.POST if is_change else None, initial=_answers(request, reminder_id))
    went = NOT_YET
    if is_change and change_form.is_valid():
        facts = {name: change_form.cleaned_data[name] for name in ("what", "due_date", "is_about_work")}
        went = change(
            request,
            change_form,
            commands.change_reminder,
            about=("reminder", reminder_id),
            now=lambda: _answers(request, reminder_id),
            **facts,
        )
    if went.is_saved:
        messages.success(request, _("Bewaard."))
        return go_back(request, "contacts:reminders")
    is_hand = request.method == "POST" and not is_change
    form = HandForm(
        request.POST if is_hand else None,
        initial={"account_id": str(reminder.owner_id)},
        viewer=request.actor,
        at=request.at,
    )
    if is_hand and form.is_valid():
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
            "change_form": change_form,
            "overtaken": went.overtaken,
            "later": LATER,
            "reminder": reminder,
            "who": who_in_words(reminder),
            "back": address_back(request, "contacts:reminders"),
        },
        status=went.status,
    )


def _answers(request: Any, reminder_id: UUID) -> dict[str, Any]:
    reminder = queries.reminder_for(request.actor, reminder_id, request.at)
    return {
        "what": reminder.said,
        "due_date": reminder.due_date,
        "version": queries.reminder_version(reminder),
    }


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
