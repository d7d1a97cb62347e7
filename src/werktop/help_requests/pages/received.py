"""A hand-over as a colleague who logged in receives it: only what was written for it, and two buttons."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import NotVisible, Refusal, shown_again
from werktop.help_requests import commands, queries
from werktop.help_requests.models import HandOver
from werktop.help_requests.refusals import NotAskedOfYou


def page(request: Any, hand_over_id: UUID) -> HttpResponse:
    """For the receiver, who answers, and says when it is done; who handed it over reads what the receiver reads."""
    row, is_receiver = _seen(request, hand_over_id)
    refusal = None
    if request.method == "POST":
        if not is_receiver:
            raise NotAskedOfYou()
        try:
            record(request, row)
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            is_again = request.POST.get("answer") == "again"
            messages.success(
                request,
                _("Dit staat weer bij wat je overnam.")
                if is_again
                else _("Bedankt. Wie het vroeg, ziet je antwoord."),
            )
            return redirect("help_requests:received", row.pk)
    return render(
        request,
        "help_requests/received.html",
        facts(request, row, refusal) | {"is_receiver": is_receiver},
        status=refusal.status if refusal else 200,
    )


def record(request: Any, row: HandOver) -> None:
    """Yes with one tap, or no with a sentence; later that it is done, or not after all."""
    answer = request.POST.get("answer", "")
    if answer not in ("yes", "no", "done", "again"):
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "hand_over_id": row.pk}
    if answer == "done":
        commands.finish_hand_over(**asked, words=request.POST.get("done_words", ""))
    elif answer == "again":
        commands.reopen_hand_over(**asked)
    else:
        why = request.POST.get("why", "") if answer == "no" else ""
        commands.answer_hand_over(**asked, is_accepted=answer == "yes", answer=why)


def facts(request: Any, row: HandOver, refusal: Refusal | None) -> dict[str, Any]:
    """What a receiver reads; who declined or is done reads nothing of the person any more. That it was seen is written
    to the log."""
    is_shown = row.state in ("waiting", "accepted")
    if is_shown:
        request.shown_people.append(("candidate", [row.help_request.candidate_id]))
    return {
        "row": row,
        "is_shown": is_shown,
        "house": row.help_request.organisation,
        "refusal": refusal,
        "why": request.POST.get("why", ""),
        "done_words": request.POST.get("done_words", ""),
        # taken over by a colleague it is a help request of that colleague, who closes it there
        "can_finish": row.state == "accepted" and row.to_organisation_id != row.help_request.organisation_id,
        "can_reopen": row.state == "done" and row.read_at is None,
    }


def withdraw(request: Any, hand_over_id: UUID) -> HttpResponse:
    """The sender does not ask it any more."""
    row = queries.hand_over_for(request.actor, hand_over_id, request.at)
    commands.withdraw_hand_over(
        actor=request.actor, at=request.at, key=request.request_key, hand_over_id=row.pk
    )
    messages.success(request, _("Ingetrokken. De link opent niet meer."))
    return redirect("help_requests:help_request", row.help_request_id)


def note_read(request: Any, hand_over_id: UUID) -> HttpResponse:
    """The sender read the answer."""
    row = queries.hand_over_for(request.actor, hand_over_id, request.at)
    commands.note_answer_read(
        actor=request.actor, at=request.at, key=request.request_key, hand_over_id=row.pk
    )
    return redirect("help_requests:help_request", row.help_request_id)


def _seen(request: Any, hand_over_id: UUID) -> tuple[HandOver, bool]:
    try:
        return queries.received_hand_over_for(request.actor, hand_over_id), True
    except NotVisible:
        return queries.hand_over_for(request.actor, hand_over_id, request.at), False
