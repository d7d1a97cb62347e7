"""One help request: put right, moved on, handed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.audit.later import PutOff, later_day, put_off_in
from werktop.audit.refusals import Refusal, shown_again
from werktop.help_requests import commands, queries
from werktop.help_requests.models import CAME_BACK, LIVE, OPEN, HelpRequest
from werktop.help_requests.queries.due import SILENT
from werktop.post import queries as post
from werktop.ui.back import address_back, go_back

from .forms import HelpRequestForm

MOVES: dict[str, Callable[..., Any]] = {
    "start": commands.start_help,
    "done": commands.finish_help,
    "end": commands.end_help,
    "reopen": commands.reopen_help,
}


def page(request: Any, help_request_id: UUID) -> HttpResponse:
    """What is asked, and where it is now. A POST puts it right."""
    row = queries.help_request_for(request.actor, help_request_id, request.at)
    went = NOT_YET
    form = HelpRequestForm(
        request.POST if request.method == "POST" else None,
        initial=_answers(row),
        viewer=request.actor,
        at=request.at,
        owner_id=row.owner_id,
    )
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_help_request,
            about=("help_request", row.pk),
            now=lambda: _answers(queries.help_request_for(request.actor, help_request_id, request.at)),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("help_requests:help_request", row.pk)
    return _shown(request, row, form=form, status=went.status, overtaken=went.overtaken)


def move(request: Any, help_request_id: UUID) -> HttpResponse:
    """It starts, is done, ends with a reason, or opens again; each can be taken back."""
    row = queries.help_request_for(request.actor, help_request_id, request.at)
    to = request.POST.get("to", "")
    if to not in MOVES:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    asked = {"reason": request.POST.get("reason", "")} if to == "end" else {}
    try:
        MOVES[to](
            actor=request.actor, at=request.at, key=request.request_key, help_request_id=row.pk, **asked
        )
    except Refusal as refusal:
        form = HelpRequestForm(
            initial=_answers(row), viewer=request.actor, at=request.at, owner_id=row.owner_id
        )
        refusal = shown_again(request, refusal)
        return _shown(
            request, row, form=form, status=refusal.status, refusal=refusal, typed=asked.get("reason", "")
        )
    messages.success(request, _("Bewaard."))
    if request.POST.get("back"):
        return go_back(request, "help_requests:help_requests")
    return redirect("help_requests:help_request", row.pk)


def put_off(request: Any, help_request_id: UUID) -> HttpResponse:
    """It comes back another day: the page that it goes back to offers to put it back."""
    row = queries.help_request_for(request.actor, help_request_id, request.at)
    was = commands.put_off_help(
        actor=request.actor, at=request.at, key=request.request_key, help_request_id=row.pk,
        due_date=later_day(request.POST, request.at),
    )  # fmt: skip
    if "is_back" in request.POST:
        messages.success(request, _("De hulpvraag staat weer waar zij stond."))
        return go_back(request, "help_requests:help_requests")
    return go_back(request, "help_requests:help_requests", hulp=f"{row.pk}.{was}")


def put_off_just_now(request: Any) -> PutOff | None:
    """The help request that the last press put off, as the address says: it can be put back on the spot."""
    said = put_off_in(request, "hulp")
    row = (
        queries.help_requests_visible_to(request.actor, request.at).filter(pk=said[0]).first()
        if said
        else None
    )
    if said is None or row is None:
        return None
    return PutOff(reverse("help_requests:put_off_help", args=[row.pk]), said[1], row.due_date)


def take_back(request: Any, help_request_id: UUID) -> HttpResponse:
    """It was noted by mistake."""
    row = queries.help_request_for(request.actor, help_request_id, request.at)
    candidate_id = row.candidate_id
    commands.take_back_help_request(
        actor=request.actor, at=request.at, key=request.request_key, help_request_id=row.pk
    )
    messages.success(request, _("Weggehaald."))
    return redirect("candidates:candidate", candidate_id)


def _answers(row: HelpRequest) -> dict[str, Any]:
    return {
        "words": row.words,
        "topic": row.topic,
        "due_date": row.due_date,
        "owner_id": str(row.owner_id or ""),
        "version": queries.help_request_version(row),
    }


def _shown(
    request: Any,
    row: HelpRequest,
    *,
    form: HelpRequestForm,
    status: int = 200,
    overtaken: Any = None,
    refusal: Refusal | None = None,
    typed: str = "",
) -> HttpResponse:
    request.shown_people.append(("candidate", [row.candidate_id]))
    handed = list(row.hand_overs.all())
    failed = (
        {
            each.pk
            for each in handed
            if post.people_with(
                about_kind="hand_over", about_id=each.pk, purposes=["hand_over"], statuses=[post.FAILED]
            )
        }
        if any(each.state in LIVE for each in handed)
        else set()
    )
    return render(
        request,
        "help_requests/help_request.html",
        {
            "row": row,
            "form": form,
            "is_open": row.state in OPEN,
            "is_late": row.state in OPEN and row.due_date < timezone.localdate(request.at),
            "handed": [
                {
                    "row": each,
                    "is_live": each.state in LIVE,
                    "came_back": each.state in CAME_BACK,
                    "is_silent": each.state == "waiting" and each.sent_at <= request.at - SILENT,
                    "is_undelivered": each.pk in failed,
                }
                for each in handed
            ],
            "is_with_somebody": any(each.state in LIVE for each in handed),
            "overtaken": overtaken,
            "refusal": refusal,
            "typed": typed,
            "back": address_back(request, "help_requests:help_requests"),
        },
        status=status,
    )
