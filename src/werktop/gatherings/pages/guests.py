"""The guest list: search, filter, order, pages, and what can be done with each guest."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from ..models import GuestKind, Reply
from ..queries.cockpit import answers_of
from ..queries.gatherings import can_edit, gathering_for
from ..queries.guests import guests_found
from .words import frame_of

PER_PAGE = 50


class FilterForm(forms.Form):
    """Everything may be left open."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    reply = forms.ChoiceField(label=_("Antwoord"), required=False, choices=[("", _("alles")), *Reply.choices])
    kind = forms.ChoiceField(
        label=_("Wie"), required=False, choices=[("", _("iedereen")), *GuestKind.choices]
    )

    def asked(self, sort: str) -> dict[str, str]:
        """What was asked for, in the words of the query."""
        self.is_valid()
        typed = self.cleaned_data
        return {
            "words": typed.get("q", ""),
            "reply": typed.get("reply", ""),
            "kind": typed.get("kind", ""),
            "sort": sort or "name",
        }


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The list; the gate logs whose names it shows."""
    gathering = gathering_for(request.actor, gathering_id)
    form = FilterForm(request.GET)
    found = guests_found(request.actor, gathering, **form.asked(request.GET.get("sort", "")))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(shown)
    request.shown_people.append(
        ("candidate", [r.candidate_id for r in rows if r.candidate_id and r.is_named])
    )
    is_editor = can_edit(request.actor, gathering)
    answers = answers_of(gathering)
    return render(
        request,
        "gatherings/guests.html",
        {
            "form": form,
            "page": shown,
            "rows": [{"guest": r, "can_answer": _can_answer(request.actor, is_editor, r)} for r in rows],
            "count": len(found),
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "can_edit": is_editor,
            "is_open": gathering.status in ("preparing", "running") and gathering.ends_at > request.at,
            "chosen": sum(a.chosen for a in answers.values()),
            "has_guests": any(a.chosen or a.invited for a in answers.values()),
        }
        | frame_of(request.actor, gathering),
    )


def _can_answer(viewer: Any, is_editor: bool, row: Any) -> bool:
    """Whether the viewer may note this guest's answer; the command decides in the end."""
    if row.is_own and viewer.can("plan_gatherings"):
        return True
    return is_editor and (row.kind == GuestKind.ENTREPRENEUR or row.is_named)
