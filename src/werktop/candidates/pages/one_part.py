"""What the pages of one part of the picture have in common: who may see it, and saving it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.audit.refusals import NotVisible
from werktop.candidates import commands, queries
from werktop.candidates.models import PARTS, Candidate, Part
from werktop.candidates.queries.saying import words_of

from .part_forms import FORMS, QUESTIONS, WHY

NAMED_BEFORE = ("term", "domain", "occupation", "requirement")
"""Parts of which what they are about is chosen once: changing one asks the rest."""


def candidate_of_part(request: Any, candidate_id: UUID, part: str, row_id: UUID | None = None) -> Candidate:
    """The candidate whose part, or this row of it, may be seen here; else `NotVisible`."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    if part not in PARTS or not queries.can_see_row(request.actor, candidate, part, row_id, request.at):
        raise NotVisible()
    return candidate


def asked(request: Any, candidate: Candidate, part: str, row: Part | None, template: str) -> HttpResponse:
    """The form of a part, and what was typed in it saved; back on the page it stands where it belongs."""
    typed = request.POST if request.method == "POST" else None
    form = FORMS[part](request.actor, typed, candidate=candidate, row=row)
    form.told_about(candidate)
    form.look_for(request.actor, request.GET.get("q", "")[:80])
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            _keeps(part, row),
            about=("candidate", candidate.pk),
            now=lambda: (
                FORMS[part](
                    request.actor,
                    candidate=candidate,
                    row=queries.part_row(candidate, part, row.pk if row else None),
                ).initial
            ),
            verbs=("candidates.note_part", "candidates.finish_part", "candidates.note_domains"),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            if part == "income" and row is None and queries.has_several(candidate, part):
                # not which: this stands in the open, and what it is about behind a lock
                messages.info(
                    request, _("Er staat ook nog een ander inkomen. Is dat gestopt? Haal het dan weg.")
                )
            return redirect(place_of_part(candidate.pk, part))
    shown = {
        "form": form,
        "candidate": candidate,
        "part": part,
        "row_id": row.pk if row else None,
        "question": QUESTIONS[part] % {"name": candidate.first_name},
        "why": WHY[part],
        "said": words_of(part, row)[0] if row and part in NAMED_BEFORE else "",
        "overtaken": went.overtaken,
        "action": "",
    }
    return render(request, template, shown, status=went.status)


def gone(
    request: Any, candidate: Candidate, part: str, row_id: UUID, *, is_typed: bool = False
) -> HttpResponse:
    """What somebody took out in another tab: that is said, and what was typed stands in a form for something new; without
    anything typed one goes back to the story, where it is put back. `NotVisible` for what never stood there."""
    if not queries.was_there(candidate, part, row_id):
        raise NotVisible()
    if not is_typed or part in NAMED_BEFORE:  # of a talent only the level was asked
        messages.warning(
            request, _("Dit is intussen weggehaald. In het verhaal staat een knop om het terug te zetten.")
        )
        return redirect(place_of_part(candidate.pk, "story"))
    form = FORMS[part](request.actor, request.POST, candidate=candidate, row=None)
    form.add_error(
        None,
        _(
            "Dit is intussen weggehaald. Wat je typte staat hier nog: bewaar het als iets nieuws, of laat het."
        ),
    )
    request.request_key = None
    shown = {
        "form": form,
        "candidate": candidate,
        "part": part,
        "row_id": None,
        "question": QUESTIONS[part] % {"name": candidate.first_name},
        "why": WHY[part],
        "said": "",
        "overtaken": None,
        "action": reverse("candidates:note_part", args=[candidate.pk, part]),
    }
    return render(request, "candidates/note_part.html", shown, status=409)


def _keeps(part: str, row: Part | None) -> Callable[..., Any]:
    """What saves the answers: of new talents all that are picked at once, of domains of life all that were talked about, else the
    one part."""
    if part == "term" and row is None:
        return lambda version, **facts: commands.note_terms(**facts)
    if part == "domain" and row is None:
        return lambda version, **facts: commands.note_domains(**facts)
    return partial(commands.note_part, part=part, row_id=row.pk if row else None)


def place_of_part(candidate_id: UUID, part: str) -> str:
    """Where on the candidate's page this part stands."""
    return f"{reverse('candidates:candidate', args=[candidate_id])}#{part}"
