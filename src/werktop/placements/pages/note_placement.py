"""Note that somebody works somewhere: after a proposal with what is known filled in, or of a candidate and a firm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.keys import key_in
from werktop.audit.refusals import Refusal, keep_typed
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.placements import commands, queries
from werktop.placements.refusals import EmployerSaidNoYes
from werktop.proposals import queries as proposals

from .forms import NewPlacementForm, answers_of
from .reading import reading_of


def page(request: Any, candidate_id: UUID, employer_id: UUID) -> HttpResponse:
    """Of a candidate of the own organisation at a firm of the region."""
    person = candidates.candidate_for(request.actor, candidate_id)
    firm = employers.employer_for(request.actor, employer_id)
    return _noted(
        request, person, firm, _speaker_of(firm),
        lambda **asked: commands.note_placement(candidate_id=person.pk, employer_id=firm.pk, **asked),
    )  # fmt: skip


def of_proposal(request: Any, proposal_id: UUID) -> HttpResponse:
    """What the work says stands in the form already. Where it was noted before, that is the page."""
    proposal = proposals.proposal_for(request.actor, proposal_id)
    if there := queries.placement_of_proposal(request.actor, proposal_id):
        return redirect("placements:placement", placement_id=there.pk)
    if not proposals.is_taken(proposal):
        raise EmployerSaidNoYes()
    return _noted(
        request, proposal.candidate, proposal.work_profile.employer, _known_of(proposal),
        lambda **asked: commands.note_placement_of_proposal(proposal_id=proposal_id, **asked),
        proposal,
    )  # fmt: skip


def _known_of(proposal: Any) -> dict[str, Any]:
    """What the work and the proposal say of a placement."""
    work = proposal.work_profile
    hours = work.hours_min if work.hours_min in (work.hours_max, None) else None
    return {
        "what": work.what,
        "work_form": work.forms[0] if len(work.forms) == 1 else "",
        "started_date": None if work.is_expected else work.from_date,
        "expected_end_date": work.until_date,
        "week_minutes": hours * 60 if hours else None,
        "work_profile_id": work.pk,
    } | (
        {"entrepreneur_id": proposal.entrepreneur_id}
        if proposal.entrepreneur and proposal.entrepreneur.is_active
        else _speaker_of(work.employer)
    )


def _speaker_of(firm: Any) -> dict[str, Any]:
    """With whom somebody works, until another is chosen: the one who speaks for the firm, where there is one."""
    speakers = employers.who_speaks_for([firm.pk]).get(firm.pk, [])
    return {"entrepreneur_id": speakers[0].pk if len(speakers) == 1 else None}


def _noted(
    request: Any,
    person: Any,
    firm: Any,
    known: dict[str, Any],
    save: Callable[..., UUID],
    proposal: Any = None,
) -> HttpResponse:
    today = timezone.localdate(request.at)
    started = max(known.get("started_date") or today, today)
    typed = request.POST if request.method == "POST" else None
    form = NewPlacementForm(
        request.actor, firm.pk, typed,
        initial=answers_of(known | {"started_date": started}),
        with_footing=queries.may_see_footing(request.actor, person, request.at), row=proposal,
    )  # fmt: skip
    if proposal is not None:
        del form.fields["work_profile"]
    status = 200
    if typed is not None and form.is_valid():
        asked = {"actor": request.actor, "at": request.at, "key": request.request_key}
        try:
            key = save(**asked, contact_id=key_in(form.cleaned_data["contact"]), **form.facts())
        except Refusal as refusal:
            keep_typed(request, form, refusal)
            status = 409
        else:
            reading = reading_of(request.actor, queries.placement_for(request.actor, key))
            messages.success(request, _("Genoteerd. %(reads)s") % {"reads": reading.words})
            return redirect("placements:placement", placement_id=key)
    request.shown_people.append(("candidate", [person.pk]))
    facts = {"form": form, "person": person, "firm": firm, "proposal": proposal}
    return render(request, "placements/note_placement.html", facts, status=status)
