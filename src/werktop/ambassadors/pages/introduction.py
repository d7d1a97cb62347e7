"""One introduction: the talk that it leads to, what came of it, or that it was a mistake."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.ambassadors import commands
from werktop.ambassadors.queries.coaching import introduction_for
from werktop.audit.refusals import Refusal, keep_typed, shown_again
from werktop.audit.working_days import working_day_from
from werktop.employers import queries as employers

from .forms import IntroducedTalkForm, OutcomeForm

AHEAD, BEGINS = timedelta(days=7), time(10, 0)


def page(request: Any, introduction_id: UUID) -> HttpResponse:
    """`to` says what a post is about: "plan", "held" or "off" of the talk, "take_back" of the whole; else what came of it."""
    row = introduction_for(request.actor, introduction_id)
    request.shown_people.append(("candidate", [row.candidate_id]))
    to = request.POST.get("to", "")
    asked = {
        "actor": request.actor, "at": request.at, "key": request.request_key, "introduction_id": row.pk
    }  # fmt: skip
    if to == "take_back":
        commands.take_back_introduction(**asked)
        messages.success(request, _("Weggehaald."))
        return redirect("candidates:candidate", row.candidate_id)
    wrong = None
    if to in ("held", "off"):
        try:
            (commands.note_introduced_talk_held if to == "held" else commands.take_back_introduced_talk)(
                **asked
            )
        except Refusal as refusal:
            wrong = shown_again(request, refusal)
        else:
            messages.success(request, _("Genoteerd."))
            return redirect("ambassadors:introduction", row.pk)
    people = employers.people_of_firm(request.actor, row.employer_id) if row.employer_id else []
    plan = IntroducedTalkForm(
        people, request.POST if to == "plan" else None, initial=_start(row, people, request.at)
    )
    if to == "plan" and plan.is_valid():
        typed = plan.cleaned_data
        try:
            commands.plan_introduced_talk(
                **asked,
                starts_at=timezone.make_aware(datetime.combine(typed["day"], typed["begins"])),
                place=typed["place"],
                talk_with_id=typed.get("talk_with_id"),
            )
        except Refusal as refusal:
            keep_typed(request, plan, refusal)
        else:
            messages.success(request, _("Het gesprek staat. Vertel het de kandidaat en het bedrijf."))
            return redirect("ambassadors:introduction", row.pk)
    is_outcome = request.method == "POST" and not to
    form = OutcomeForm(
        request.POST if is_outcome else None, initial={"outcome": row.outcome, "words": row.words}
    )
    if is_outcome and form.is_valid():
        try:
            commands.note_introduction_outcome(**asked, **form.cleaned_data)
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard. Laat het de ondernemer ook weten."))
            return redirect("candidates:candidate", row.candidate_id)
    return render(
        request,
        "ambassadors/introduction.html",
        {
            "row": row,
            "form": form,
            "plan": plan,
            "opens_plan": to == "plan",
            "is_to_come": row.talk_at is not None and row.talk_at > request.at,
            "refusal": wrong,
        },
        status=wrong.status if wrong else 200,
    )


def _start(row: Any, people: list[Any], at: datetime) -> dict[str, Any]:
    """How the talk stands; where there is none a working day in a week, at the firm, with its only person."""
    if row.talk_at is not None:
        local = timezone.localtime(row.talk_at)
        return {
            "talk_with_id": str(row.talk_with_id or ""), "day": local.date(), "begins": local.time(),
            "place": row.talk_place,
        }  # fmt: skip
    firm = row.employer
    where = ", ".join(filter(None, (firm.address, firm.place))) if firm else ""
    return {
        "talk_with_id": str(people[0].pk) if len(people) == 1 else "",
        "day": working_day_from(timezone.localdate(at + AHEAD)),
        "begins": BEGINS,
        "place": where or row.firm_name,
    }
