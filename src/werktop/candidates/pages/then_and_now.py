"""Then and now: the picture on two days beside each other, and what came, grew and went."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from werktop.candidates import queries
from werktop.candidates.queries import Change, Line
from werktop.candidates.queries.saying import HEADINGS
from werktop.ui.widgets import DayInput

from .story import is_behind_a_lock

FIRST_LOOK = timedelta(days=182)
"""How far back it looks before somebody chooses."""
KINDS = (
    ("grew", _("Gegroeid")),
    ("came", _("Erbij gekomen")),
    ("changed", _("Veranderd")),
    ("went", _("Weggegaan")),
)


class DaysForm(forms.Form):
    """Two days; in the wrong order they are turned round."""

    na = forms.UUIDField(required=False, widget=forms.HiddenInput)
    van = forms.DateField(label=_("Toen"), required=False, widget=DayInput)
    tot = forms.DateField(label=_("Nu"), required=False, widget=DayInput)

    def days(self, came_in: date, today: date) -> tuple[date, date]:
        """What was chosen, else half a year ago (or the day somebody came in) and today."""
        chosen = self.cleaned_data if self.is_valid() else {}
        first = chosen.get("van") or max(came_in, today - FIRST_LOOK)
        last = chosen.get("tot") or today
        return min(first, last), max(first, last)


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """Nothing is saved: the two days stand in the address."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    form = DaysForm(request.GET or None)
    first, last = form.days(localdate(candidate.created_at), localdate(request.at))
    picture = queries.picture_of(request.actor, candidate, request.at)
    changes = picture.between(first, last)
    then, now = picture.on(first), picture.on(last)
    course = _course(picture, form)
    if not form.is_bound or form.is_valid():
        form = DaysForm(initial={"van": first, "tot": last, "na": course.row_id if course else None})
    return render(
        request,
        "candidates/then_and_now.html",
        {
            "candidate": candidate,
            "form": form,
            "course": course,
            "first": first,
            "last": last,
            "groups": _grouped([change for change in changes if not is_behind_a_lock(change.now.part)]),
            "guarded": _grouped([change for change in changes if is_behind_a_lock(change.now.part)]),
            "has_changes": bool(changes),
            "rows": _beside(then, now, is_guarded=False),
            "guarded_rows": _beside(then, now, is_guarded=True),
        },
    )


def _course(picture: queries.Picture, form: DaysForm) -> Line | None:
    """The course or other help before and after which one looks, where the address names one of this candidate."""
    asked = form.cleaned_data.get("na") if form.is_valid() else None
    there = picture.on().get("instrument", [])
    return next((line for line in there if line.row_id == asked), None) if asked else None


def _grouped(changes: list[Change]) -> list[tuple[Any, list[Change]]]:
    """The changes under their headings; those without any are left out."""
    found = [(title, [change for change in changes if _kind(change) == kind]) for kind, title in KINDS]
    return [(title, each) for title, each in found if each]


def _kind(change: Change) -> str:
    return "grew" if change.is_growth else change.kind


def _beside(
    then: dict[str, list[Line]], now: dict[str, list[Line]], *, is_guarded: bool
) -> list[tuple[str, list[Line], list[Line]]]:
    return [
        (str(title), then.get(part, []), now.get(part, []))
        for part, title in HEADINGS.items()
        if (part in then or part in now) and is_behind_a_lock(part) == is_guarded
    ]
