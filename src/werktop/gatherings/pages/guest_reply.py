"""A colleague called and notes yes or no."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ..commands.guests import reply_to_invitation
from ..queries.gatherings import gathering_for
from ..queries.guests import check_may_answer, guest_of
from ..refusals import ChoosesNothing


def page(request: Any, gathering_id: UUID, guest_id: UUID) -> HttpResponse:
    """Note the answer and go back to the list."""
    gathering = gathering_for(request.actor, gathering_id)
    guest = guest_of(request.actor, gathering, guest_id)
    check_may_answer(request.actor, gathering, guest)
    answer = request.POST.get("answer", "")
    if answer not in ("yes", "no"):
        raise ChoosesNothing()
    reply = reply_to_invitation(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering.pk,
        holder_kind=guest.kind,
        holder_id=guest.candidate_id or guest.entrepreneur_id,  # type: ignore[arg-type]
        reply=answer,
    )
    said = {
        "yes": _("Genoteerd: komt."),
        "no": _("Genoteerd: kan niet."),
        "waiting": _("Alle stoelen zijn bezet: deze gast staat op de wachtlijst."),
    }
    messages.success(request, said[reply])
    return redirect("gatherings:guests", gathering_id=gathering.pk)
