"""One tap: an entrepreneur gets a link to the own page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.employers import queries as employers
from werktop.portal.commands import send_firm_link


def page(request: Any, entrepreneur_id: UUID) -> HttpResponse:
    """Back to the firm."""
    person = employers.entrepreneur_for(request.actor, entrepreneur_id)
    way = send_firm_link(
        actor=request.actor, at=request.at, key=request.request_key, entrepreneur_id=entrepreneur_id
    )
    words = {
        "email": _("De link naar de eigen pagina gaat per e-mail."),
        "sms": _("De link naar de eigen pagina gaat per sms."),
    }
    messages.success(request, words[way])
    return redirect("employers:employer", employer_id=person.employer_id)
