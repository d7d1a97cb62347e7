"""A new gathering: an employer, a day, a format. The rest follows from these."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.ambassadors.queries import ideas
from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.audit.working_days import last_working_day, working_day_from

from ..commands.planning import plan_gathering
from ..models import Gathering, GatheringFormat
from ..moments import moment_of
from ..queries.gatherings import gathering_of_editor
from ..queries.ideas import start_of_idea
from .forms import NewGatheringForm, shapes_in_words

AHEAD = timedelta(weeks=3)
BEGINS, ENDS = time(13, 30), time(16, 0)


def page(request: Any) -> HttpResponse:
    """The form; from a gathering's page (`?prepares_for=`) it makes a preparation that belongs to it, and from
    an idea of an entrepreneur (`?idea=`) it begins with what was said there."""
    main = _asked(request, "prepares_for", gathering_of_editor)
    idea = _asked(request, "idea", ideas.idea_for)
    if request.method != "POST":
        return _shown(
            request, NewGatheringForm(viewer=request.actor, initial=_start(request, main, idea)), main, idea
        )
    form = NewGatheringForm(request.POST, viewer=request.actor)
    if not form.is_valid():
        return _shown(request, form, main, idea)
    try:
        gathering_id = plan_gathering(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            prepares_for_id=main.pk if main else None,
            idea_id=idea.pk if idea else None,
            **form.facts(),
        )
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return _shown(request, form, main, idea)
    messages.success(request, _("Het gesprek staat. Kies nu wie je uitnodigt."))
    return redirect("gatherings:gathering", gathering_id=gathering_id)


def _asked(request: Any, name: str, find: Callable[[Any, UUID], Any]) -> Any | None:
    """The row whose key the address or the form says under this name, where it says one; else `NotVisible`."""
    asked = request.POST.get(name) or request.GET.get(name)
    if not asked:
        return None
    if (key := key_in(asked)) is None:
        raise NotVisible()
    return find(request.actor, key)


def _start(request: Any, main: Gathering | None, idea: Any | None) -> dict[str, Any]:
    day: date | None = working_day_from(timezone.localdate(request.at + AHEAD))
    if main is not None:
        main_day = timezone.localdate(main.starts_at)
        before = last_working_day(main_day - timedelta(days=2))
        before = working_day_from(max(before, timezone.localdate(request.at)))
        # none is offered where no working day is left before it
        day = before if before < main_day else None
    start = {
        "day": day,
        "begins": BEGINS,
        "ends": ENDS,
        "contact": str(request.actor.id),
        "is_impression_asked": main is None or idea is not None,
        "format": GatheringFormat.PREPARATION if main and not idea else GatheringFormat.STANDARD,
        "host_employer": str(main.host_employer_id) if main else request.GET.get("employer", ""),
    }
    return start | (start_of_idea(idea, request.at, day) if idea is not None else {})


def _shown(request: Any, form: NewGatheringForm, main: Gathering | None, idea: Any | None) -> HttpResponse:
    return render(
        request,
        "gatherings/new_gathering.html",
        {
            "form": form,
            "main": main,
            "idea": idea,
            "main_when": moment_of(main, is_inside=True) if main else "",
            "shapes": shapes_in_words(),
        },
    )
