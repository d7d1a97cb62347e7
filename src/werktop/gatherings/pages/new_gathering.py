"""A new gathering: an employer, a day, a format. The rest follows from these."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.audit.working_days import is_working_day, last_working_day, working_day_after

from ..commands.planning import plan_gathering
from ..models import Gathering, GatheringFormat
from ..moments import moment_of
from ..queries.gatherings import gathering_of_editor
from .forms import NewGatheringForm, shapes_in_words

AHEAD = timedelta(weeks=3)
BEGINS, ENDS = time(13, 30), time(16, 0)


def page(request: Any) -> HttpResponse:
    """The form; from a gathering's page (`?prepares_for=`) it makes a preparation that belongs to it."""
    main = _main(request)
    if request.method != "POST":
        return _shown(request, NewGatheringForm(viewer=request.actor, initial=_start(request, main)), main)
    form = NewGatheringForm(request.POST, viewer=request.actor)
    if not form.is_valid():
        return _shown(request, form, main)
    try:
        gathering_id = plan_gathering(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            prepares_for_id=main.pk if main else None,
            **form.facts(),
        )
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return _shown(request, form, main)
    messages.success(request, _("Het gesprek staat. Kies nu wie je uitnodigt."))
    return redirect("gatherings:gathering", gathering_id=gathering_id)


def _main(request: Any) -> Gathering | None:
    asked = request.POST.get("prepares_for") or request.GET.get("prepares_for")
    if not asked:
        return None
    if (key := key_in(asked)) is None:
        raise NotVisible()
    return gathering_of_editor(request.actor, key)


def _start(request: Any, main: Gathering | None) -> dict[str, Any]:
    day: date | None = working_day(timezone.localdate(request.at + AHEAD))
    if main is not None:
        main_day = timezone.localdate(main.starts_at)
        before = last_working_day(main_day - timedelta(days=2))
        before = working_day(max(before, timezone.localdate(request.at)))
        # none is offered where no working day is left before it
        day = before if before < main_day else None
    return {
        "day": day,
        "begins": BEGINS,
        "ends": ENDS,
        "contact": str(request.actor.id),
        "is_impression_asked": main is None,
        "format": GatheringFormat.PREPARATION if main else GatheringFormat.STANDARD,
        "host_employer": str(main.host_employer_id) if main else request.GET.get("employer", ""),
    }


def working_day(day: date) -> date:
    """This day, or the first working day after it: firms receive guests on working days."""
    return day if is_working_day(day) else working_day_after(day)


def _shown(request: Any, form: NewGatheringForm, main: Gathering | None) -> HttpResponse:
    return render(
        request,
        "gatherings/new_gathering.html",
        {
            "form": form,
            "main": main,
            "main_when": moment_of(main, is_inside=True) if main else "",
            "shapes": shapes_in_words(),
        },
    )
