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
from werktop.candidates.queries.picture import ON_THE_OWN_PAGE
from werktop.candidates.queries.saying import words_of

from .part_forms import FORMS, WHY, PartForm, heading_over
from .what_helps import Helped, helped_in, what_helps_at

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
    form = FORMS[part](request.actor, request.at, typed, candidate=candidate, row=row)
    form.told_about(candidate)
    helped = helped_in(request, candidate, part, row)
    if typed is None:
        form.initial.setdefault("version", queries.version_of_none(candidate, part))
        form.look_for(request.actor, request.GET.get("work", "")[:120], request.GET.getlist("picks"))
        form.initial.update(helped.initial)
    went = NOT_YET
    if request.method == "POST" and "search" not in request.POST and form.is_valid():
        went = change(
            request,
            form,
            _keeps(part, row),
            about=("candidate", candidate.pk),
            now=lambda: (
                FORMS[part](
                    request.actor,
                    request.at,
                    candidate=candidate,
                    row=queries.part_row(candidate, part, row.pk if row else None),
                ).initial
            ),
            verbs=(
                "candidates.note_part",
                "candidates.finish_part",
                "candidates.note_domains",
                "candidates.note_wish",
                *sorted(ON_THE_OWN_PAGE),
            ),  # fmt: skip
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            if part == "income" and row is None and queries.has_several(candidate, part):
                # not which: this stands in the open, and what it is about behind a lock
                messages.info(
                    request, _("Er staat ook nog een ander inkomen. Is dat gestopt? Zet de dag erbij.")
                )
            return redirect(_goes_on_at(candidate, form, helped) or place_of_part(candidate.pk, part))
    shown = {
        "form": form,
        "candidate": candidate,
        "part": part,
        "row_id": row.pk if row else None,
        "question": helped.question or heading_over(part, candidate.first_name, row),
        "why": WHY[part],
        "said": words_of(part, row)[0] if row and part in NAMED_BEFORE else "",
        "overtaken": went.overtaken,
        "action": "",
        "skip": helped.skip,
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
    form = FORMS[part](request.actor, request.at, request.POST, candidate=candidate, row=None)
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
        "question": heading_over(part, candidate.first_name),
        "why": WHY[part],
        "said": "",
        "skip": "",
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
    if part == "wish":
        return commands.note_wish
    return partial(commands.note_part, part=part, row_id=row.pk if row else None)


def _goes_on_at(candidate: Candidate, form: PartForm, helped: Helped) -> str:
    """Where one goes after saving: what would help in a domain of life in which it does not go well, one after the other."""
    return what_helps_at(candidate, form.low) if form.low else helped.skip


def place_of_part(candidate_id: UUID, part: str) -> str:
    """Where on the candidate's page this part stands."""
    return f"{reverse('candidates:candidate', args=[candidate_id])}#{part}"
