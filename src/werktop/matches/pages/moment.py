"""When two people talk, noted by the colleague who called both."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format

from werktop.audit.refusals import Refusal, keep_typed

from ..commands import agree_on_moment
from ..queries import talks
from .calling_off_words import moment_in_words
from .follow_up import shown
from .moment_form import MomentForm


def page(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """A POST notes the moment and tells both, or shows the talk again with what was typed. GET is the talk itself."""
    if request.method != "POST":
        return redirect("matches:follow_up", follow_up_id=talks.follow_up_for(request.actor, follow_up_id).pk)
    talk = talks.talk_for(request.actor, follow_up_id)
    form = MomentForm(request.POST, talk=talk)
    if form.is_valid():
        facts = form.facts()
        try:
            is_changed = agree_on_moment(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                follow_up_id=follow_up_id,
                **facts,
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            when = date_format(timezone.localtime(facts["starts_at"]), "DATETIME_FORMAT")
            now = talks.talk_for(request.actor, follow_up_id)
            messages.success(
                request, moment_in_words(now, when, is_changed=is_changed, is_known=facts["is_known"])
            )
            return redirect("matches:follow_up", follow_up_id=follow_up_id)
    return shown(request, talk, moment=form)
