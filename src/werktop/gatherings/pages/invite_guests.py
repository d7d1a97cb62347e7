"""One tap: everyone who was chosen gets an invitation."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.post.waking_hours import may_leave_at

from ..commands.inviting import invite_guests


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Invite, say what went out and whom to call, and go back to the gathering."""
    outcome = invite_guests(
        actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id
    )
    tell_invited(request, outcome)
    return redirect("gatherings:gathering", gathering_id=gathering_id)


def tell_invited(request: Any, outcome: dict[str, int]) -> None:
    """Say what an invitation came to."""
    parts: list[str] = []
    if outcome["sent"] or not any(outcome.values()):
        parts.append(
            ngettext(
                "%(count)s uitnodiging gaat nu weg.", "%(count)s uitnodigingen gaan nu weg.", outcome["sent"]
            )
            % {"count": outcome["sent"]}
        )
    if outcome["texts"]:
        leaves_at = timezone.localtime(may_leave_at("sms", request.at))
        parts.append(
            ngettext(
                "%(count)s gast krijgt op %(day)s om %(time)s uur een sms: ’s nachts gaat er geen sms uit.",
                "%(count)s gasten krijgen op %(day)s om %(time)s uur een sms: ’s nachts gaat er geen sms uit.",
                outcome["texts"],
            )
            % {
                "count": outcome["texts"],
                "day": date_format(leaves_at, "j F"),
                "time": time_format(leaves_at.time()),
            }
        )
    if outcome["letters"]:
        words = ngettext(
            "%(count)s brief ligt klaar om te printen.",
            "%(count)s brieven liggen klaar om te printen.",
            outcome["letters"],
        ) % {"count": outcome["letters"]}
        parts.append(format_html('<a class="utrecht-link" href="{}">{}</a>', reverse("post:letters"), words))
    if outcome["to_call"]:
        parts.append(
            _("Bel zelf %(count)s: die staan op de gastenlijst bij ‘bellen’.") % {"count": outcome["to_call"]}
        )
    if outcome["late"]:
        parts.append(
            ngettext(
                "Bij %(count)s gast komt een sms of brief te laat: bel die zelf.",
                "Bij %(count)s gasten komt een sms of brief te laat: bel die zelf.",
                outcome["late"],
            )
            % {"count": outcome["late"]}
        )
    if outcome["elsewhere"]:
        parts.append(
            ngettext(
                "%(count)s gast hoort het van de eigen organisatie.",
                "%(count)s gasten horen het van de eigen organisatie.",
                outcome["elsewhere"],
            )
            % {"count": outcome["elsewhere"]}
        )
    messages.success(request, format_html_join(" ", "{}", ((part,) for part in parts)))
