"""A colleague called and notes yes or no, and what the guest needs on the day."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ..commands.answering import reply_to_invitation
from ..models import GuestKind
from ..queries.arranging import may_know_needs
from ..queries.gatherings import gathering_for
from ..queries.needs import IN_THE_FILE
from ..queries.one_guest import check_may_answer, guest_of
from ..refusals import ChoosesNothing


def page(request: Any, gathering_id: UUID, guest_id: UUID) -> HttpResponse:
    """Note the answer and go back to the list."""
    gathering = gathering_for(request.actor, gathering_id)
    guest = guest_of(request.actor, gathering, guest_id)
    check_may_answer(request.actor, gathering, guest)
    answer = request.POST.get("answer", "")
    if answer not in ("yes", "no"):
        raise ChoosesNothing()
    before, is_about_new_day = guest.reply, guest.asked_again_at is not None
    knows = guest.kind == GuestKind.CANDIDATE and may_know_needs(
        request.actor, gathering, guest.organisation_id
    )
    reply = reply_to_invitation(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering.pk,
        holder_kind=guest.kind,
        holder_id=guest.candidate_id or guest.entrepreneur_id,  # type: ignore[arg-type]
        reply=answer,
        **(_wishes(request.POST) if knows else {}),
    )
    said = {
        "yes": _("Genoteerd: komt."),
        "no": _("Genoteerd: kan niet."),
        "waiting": _("Alle stoelen zijn bezet: deze gast staat op de wachtlijst."),
    }
    is_kept = reply == before and answer == "yes" and not is_about_new_day
    messages.success(request, _("Genoteerd wat nodig is.") if is_kept else said[reply])
    return redirect("gatherings:guests", gathering_id=gathering.pk)


def _wishes(posted: Any) -> dict[str, Any]:
    """What was ticked, and what stood ticked and is no more. Of the rest nothing was said: there the file goes on to count."""
    ticked, stood = set(posted.getlist("wish")), set(posted.getlist("wished"))
    return {name: name in ticked for name in IN_THE_FILE if name in ticked | stood}
