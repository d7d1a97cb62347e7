"""One proposal: how it stands, what the employer said, and what is to be done next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, shown_again
from werktop.candidates import queries as candidates
from werktop.catalogue.suspicions import suspicion_in
from werktop.catalogue.unsaid import unsaid_in
from werktop.proposals import commands, queries
from werktop.proposals.models import DECISIONS, How, Status
from werktop.ui.panels import panels_of

from .forms import status_words

HEARD = [(each.value, each.label) for each in How if each is not How.OWN]


def page(request: Any, proposal_id: UUID) -> HttpResponse:
    """GET shows it; POST does what the pressed button says (`do`)."""
    row = queries.proposal_for(request.actor, proposal_id)
    refused = None
    if request.method == "POST":
        try:
            _do(request, row)
        except Refusal as refusal:
            refused = shown_again(request, refusal)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("proposals:proposal", proposal_id=proposal_id)
    request.shown_people.append(("candidate", [row.candidate_id]))
    about = candidates.read_by_employers([row.candidate_id]).get(row.candidate_id, "")
    facts = {
        "row": row,
        "status_words": status_words(row),
        "about": about,
        "heard": HEARD,
        "is_asking": row.status in (Status.ASKING, Status.REFUSED),
        "can_decide": row.status in (Status.SENT, Status.MEET),
        "is_to_tell": row.status in DECISIONS and row.told_at is None,
        "is_decided": row.status in DECISIONS,
        "can_withdraw": row.status in (Status.ASKING, Status.SENT, Status.MEET),
        "can_reopen": row.status == Status.WITHDRAWN,
        "refused": refused,
        "typed": request.POST.get("words", ""),
        "is_to_talk_over": bool(unsaid_in(row.decided_words) or suspicion_in(row.decided_words)),
        "panels": panels_of(request, row),
    }
    return render(request, "proposals/proposal.html", facts, status=refused.status if refused else 200)


def _do(request: Any, row: Any) -> None:
    asked: dict[str, Any] = {
        "actor": request.actor, "at": request.at, "key": request.request_key, "proposal_id": row.pk,
    }  # fmt: skip
    sent = request.POST
    does: dict[str, Callable[[], Any]] = {
        "yes": lambda: commands.note_said(**asked, is_yes=True, how=sent.get("how", "")),
        "no": lambda: commands.note_said(**asked, is_yes=False, how=sent.get("how", "")),
        "withdraw": lambda: commands.withdraw_proposal(**asked),
        "reopen": lambda: commands.reopen_proposal(**asked),
        "told": lambda: commands.note_told(**asked),
        "undecide": lambda: commands.take_back_decision(**asked),
    }
    if sent.get("do") in DECISIONS:
        commands.note_decision(**asked, decision=sent["do"], words=sent.get("words", ""))
    elif sent.get("do") in does:
        does[sent["do"]]()
    else:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
