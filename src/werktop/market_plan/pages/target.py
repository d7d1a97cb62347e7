"""One firm of the plan: who approaches it, how it stands, and what was agreed before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, Change, change
from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible, Refusal
from werktop.employers import queries as employers
from werktop.market_plan import commands, queries
from werktop.market_plan.commands import FormIsIncomplete
from werktop.market_plan.models import Standing

from .forms import TargetForm, organisation_choices
from .market_plan import is_late, line_of


def page(request: Any, target_id: UUID) -> HttpResponse:
    """GET shows it; POST changes what is known of it."""
    target = queries.target_for(request.actor, target_id)
    if request.method == "POST" and not queries.may_change(request.actor, target):
        raise NotVisible()
    form = TargetForm(request.POST if request.method == "POST" else None, initial=_answers(target))
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_target,
            about=("target", target.pk),
            now=lambda: _answers(queries.target_for(request.actor, target_id)),
            **{name: form.cleaned_data[name] for name in queries.SAYS},
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("market_plan:target", target_id=target_id)
    return _shown(request, target, form, went)


def stand(request: Any, target_id: UUID) -> HttpResponse:
    """How it stands, said with one press; "not now" with a word why."""
    return _done(
        request,
        target_id,
        lambda asked: commands.say_standing(
            **asked, standing=request.POST.get("standing", ""), words=request.POST.get("words", "")
        ),
        kept=request.POST.get("words", ""),
    )


def take(request: Any, target_id: UUID) -> HttpResponse:
    """The reader approaches this firm."""
    return _done(request, target_id, lambda asked: commands.take_on(**asked))


def give(request: Any, target_id: UUID) -> HttpResponse:
    """Another organisation does, as was agreed; or nobody yet."""
    if not queries.may_change(request.actor, queries.target_for(request.actor, target_id)):
        raise NotVisible()
    if "organisation" not in request.POST:
        raise FormIsIncomplete()
    chosen = key_in(request.POST["organisation"])
    return _done(request, target_id, lambda asked: commands.give_target(**asked, organisation_id=chosen))


def tie(request: Any, target_id: UUID) -> HttpResponse:
    """It is this employer of the region; or none of those shown."""
    chosen = key_in(request.POST.get("employer", ""))
    return _done(request, target_id, lambda asked: commands.tie_target(**asked, employer_id=chosen))


def _done(request: Any, target_id: UUID, call: Any, kept: str = "") -> HttpResponse:
    try:
        call({"actor": request.actor, "at": request.at, "key": request.request_key, "target_id": target_id})
    except Refusal as refusal:
        if refusal.status != 409:
            raise
        target = queries.target_for(request.actor, target_id)
        shown = _shown(request, target, TargetForm(initial=_answers(target)), refused=refusal, kept=kept)
        shown.status_code = 409
        return shown
    messages.success(request, _("Bewaard."))
    return redirect("market_plan:target", target_id=target_id)


def _shown(
    request: Any,
    target: Any,
    form: TargetForm,
    went: Change = NOT_YET,
    refused: Refusal | None = None,
    kept: str = "",
) -> HttpResponse:
    viewer = request.actor
    can_edit = queries.may_change(viewer, target)
    is_open = target.employer_id is None and can_edit
    alike = employers.likely_duplicates(viewer, name=target.name, place=target.place) if is_open else []
    return render(
        request,
        "market_plan/target.html",
        line_of(target)
        | {
            "target": target,
            "form": form,
            "overtaken": went.overtaken,
            "can_edit": can_edit,
            "may_take": viewer.can("edit_employers")
            and target.approached_by_id is None
            and target.organisation_id in (None, viewer.organisation_id),
            "is_left_out": target.standing == Standing.LEFT_OUT,
            "steps": [each for each in Standing if each not in (target.standing, *ELSEWHERE)],
            "organisations": organisation_choices(viewer),
            "alike": alike,
            "is_late": is_late(target, timezone.localdate(request.at)),
            "history": queries.history_of(viewer, target),
            "refused": refused,
            "kept": kept,
        },
        status=went.status,
    )


ELSEWHERE = (Standing.NOT_NOW, Standing.LEFT_OUT)
"""What is said in a form of its own, with a reason, and what stands apart at the foot."""


def _answers(target: Any) -> dict[str, Any]:
    return queries.target_facts(target) | {"version": queries.target_version(target)}
