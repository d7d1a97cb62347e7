"""Who does whose work: set it for oneself, or as a team lead for who is ill; stop it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts import commands
from werktop.accounts import standing_in as reads
from werktop.audit.keys import key_in
from werktop.audit.refusals import Refusal, keep_typed, shown_again
from werktop.ui.widgets import DayInput


class StandInForm(forms.Form):
    """Who is away, from when to when, and who does the work."""

    account_id = forms.TypedChoiceField(label=gettext_lazy("Wie is er niet?"), coerce=UUID)
    from_date = forms.DateField(label=gettext_lazy("Vanaf"), widget=DayInput)
    until_date = forms.DateField(label=gettext_lazy("Tot en met"), widget=DayInput)
    stand_in_ids = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Wie neemt waar?"),
        help_text=gettext_lazy("Een of twee collega's."),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, viewer: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if viewer.can("set_stand_ins"):
            self.fields["stand_in_ids"].help_text = _(
                "Een of twee collega's. Kies je jezelf, dan lees je wat iemand nodig heeft met een reden, zoals bij elke"
                " kandidaat van een ander."
            )
        away = [(str(each.pk), each.name) for each in reads.who_may_be_away(viewer)]
        house = [
            (key, name)
            for key, name in reads.colleagues_to_choose(viewer, at).items()
            if viewer.can("set_stand_ins") or key != str(viewer.id)
        ]
        for name, choices in (("account_id", away), ("stand_in_ids", house)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField | forms.MultipleChoiceField)
            field.choices = choices


def page(request: Any) -> HttpResponse:
    """What runs and comes, and the form."""
    today = timezone.localdate(request.at)
    form = StandInForm(
        request.POST if request.method == "POST" else None,
        initial={"account_id": str(request.actor.id), "from_date": today},
        viewer=request.actor,
        at=request.at,
    )
    if request.method == "POST" and form.is_valid():
        try:
            commands.set_stand_in(
                actor=request.actor, at=request.at, key=request.request_key, **form.cleaned_data
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Geregeld. Het eindigt vanzelf."))
            return redirect("accounts:stand_ins")
    absences = reads.absences_just_over(request.actor, request.at)
    return render(
        request,
        "accounts/stand_ins.html",
        {
            "form": form,
            "is_own": not request.actor.can("set_stand_ins"),
            "rows": [
                {"row": row, "runs": row.starts_at <= request.at, "last_day": last_day(row)}
                for row in reads.stand_ins_in_house(request.actor, request.at)
            ],
            "stopped": _stopped_just_now(request),
            "has_meanwhile": bool(absences) and request.actor.can("edit_candidates"),
        },
    )


def end(request: Any) -> HttpResponse:
    """Back sooner, or set by mistake: this row alone. The page that follows offers to put it back."""
    row_id = _done_to_a_row(request, commands.end_stand_in)
    address = reverse("accounts:stand_ins")
    return redirect(f"{address}?gestopt={row_id}" if row_id else address)


def put_back(request: Any) -> HttpResponse:
    """It was stopped by mistake."""
    if _done_to_a_row(request, commands.put_back_stand_in):
        messages.success(request, _("De waarneming staat er weer."))
    return redirect("accounts:stand_ins")


def _done_to_a_row(request: Any, command: Callable[..., Any]) -> UUID | None:
    """The row of the form, once the command did its work on it; None where it was refused, which is said."""
    row_id = key_in(request.POST.get("row_id"))
    if row_id is None:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    try:
        command(actor=request.actor, at=request.at, key=request.request_key, row_id=row_id)
    except Refusal as refusal:
        messages.warning(request, shown_again(request, refusal).text)
        return None
    return row_id


def _stopped_just_now(request: Any) -> dict[str, Any] | None:
    """What the last press stopped, as the address says, and who does that work on those days all the same."""
    was = reads.stopped_stand_in(request.actor, key_in(request.GET.get("gestopt")), request.at)
    rows = reads.stand_ins_for(request.actor, was.absent_id, request.at) if was else []
    if was is None or any(row.pk == was.pgh_obj_id for row in rows):
        return None
    still = [row.stand_in.name for row in rows if row.starts_at < was.ends_at and row.ends_at > was.starts_at]
    return {
        "row_id": was.pgh_obj_id,
        "who": was.stand_in.name,
        "absent": was.absent.name,
        "first_day": max(timezone.localdate(was.starts_at), timezone.localdate(request.at)),
        "last_day": last_day(was),
        "still": ", ".join(dict.fromkeys(still)),
    }


def last_day(row: Any) -> date:
    """The last day of a period that ends at midnight after it."""
    return timezone.localdate(row.ends_at - timedelta(seconds=1))
