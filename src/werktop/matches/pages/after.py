"""After a gathering: who talks on with whom. Everything starts as agreed; one button sends it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.refusals import Refusal
from werktop.gatherings.phases import phases_of
from werktop.gatherings.queries import gatherings

from ..commands import propose_follow_ups, send_follow_ups
from ..commands.arranging import Choice
from ..models import Ground
from ..queries import talks

CALL, DROP = "call", "drop"


def page(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Show the proposals; a POST sends those on "akkoord" with what was changed."""
    refusal = None
    if request.method == "POST":
        agreed = request.POST.getlist("agree")
        try:
            counts = send_follow_ups(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                gathering_id=gathering_id,
                agreed_ids=_keys(agreed, "talk"),
                choices=_choices(request, _keys(agreed, "talk")),
                step_ids=_keys(agreed, "step"),
            )
        except Refusal as said:
            refusal = said
        else:
            messages.success(request, _sent_in_words(counts))
            return redirect("matches:after", gathering_id=gathering_id)
    gathering = gatherings.gathering_for(request.actor, gathering_id)
    found = talks.after(request.actor, gathering_id)
    people = [t.candidate.pk for t in (*found.both, *found.chances, *found.sent, *found.unsuitable)]
    request.shown_people.append(("candidate", people + [s.candidate.pk for s in found.steps]))
    untold = [s for s in found.steps if s.row.told_at is None]
    return render(
        request,
        "matches/after.html",
        {
            "gathering": gathering,
            "phases": phases_of(request.actor, gathering_id, "after"),
            "can_edit": gatherings.can_edit(request.actor, gathering),
            "both": [_pair(t) for t in found.both],
            "chances": [_pair(t) for t in found.chances],
            "again": [_pair(t) for t in found.unsuitable],
            "steps": [_step(s) for s in untold],
            "steps_told": [s for s in found.steps if s.row.told_at is not None],
            "sent": found.sent,
            "talk_count": len(found.both) + len(found.chances),
            "agreed_count": len(found.both),
            "step_count": len(untold),
            "refusal": refusal,
        },
        status=refusal.status if refusal else 200,
    )


def propose(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Make the proposals (anew)."""
    counts = propose_follow_ups(
        actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id
    )
    messages.success(
        request,
        _(
            "%(talks)s gesprekken voorgesteld, %(calls)s keer bellen wij, %(steps)s mensen krijgen een andere volgende stap."
        )
        % {"talks": counts["agreed"] + counts["mutual"], "calls": counts["calls"], "steps": counts["steps"]},
    )
    return redirect("matches:after", gathering_id=gathering_id)


def _keys(agreed: list[str], kind: str) -> list[UUID]:
    found = []
    for each in agreed:
        word, _colon, key = each.partition(":")
        if word == kind:
            try:
                found.append(UUID(key))
            except ValueError:
                continue
    return found


def _choices(request: HttpRequest, follow_up_ids: list[UUID]) -> list[Choice]:
    found = []
    for key in follow_up_ids:
        value = request.POST.get(f"choice-talk:{key}", "")
        if value in (CALL, DROP):
            found.append(Choice(key, None, is_dropped=value == DROP))
        elif value:
            try:
                found.append(Choice(key, UUID(value)))
            except ValueError:
                continue
    return found


def moment(at: Any) -> str:
    """A moment as a colleague says it: "vrijdag 11 december, 10.00"."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def _pair(talk: talks.Talk) -> dict[str, Any]:
    row, firm = talk.row, talk.entrepreneur.employer
    chosen = [{"value": "", "label": moment(row.starts_at), "is_chosen": True}] if row.starts_at else []
    return {
        "key": f"talk:{row.pk}",
        "first": {"name": talk.candidate.name, "kind": "candidate", "key": talk.candidate.pk},
        "second": {
            "name": talk.entrepreneur.name,
            "kind": "entrepreneur",
            "sub": firm.name,
            "key": talk.entrepreneur.pk,
        },
        "tie": row.get_ground_display(),
        "tie_icon": "phone" if row.ground == Ground.CALL else "klik",
        "why": row.words or _why(talk),
        "when": moment(row.starts_at) if row.starts_at else _("nog geen tijdstip: wij bellen beiden"),
        "when_icon": "calendar" if row.starts_at else "phone",
        # the candidate did not choose this employer: nobody hears of a talk before a colleague has called
        "is_agreed": row.ground != Ground.CALL,
        "question": _("Wanneer praat %(name)s verder?") % {"name": talk.candidate.first_name},
        "options": [
            *({**each, "name": talk.entrepreneur.name} for each in chosen),
            *(
                {"value": str(block.pk), "label": moment(block.starts_at), "name": talk.entrepreneur.name}
                for block in talk.blocks
            ),
            {
                "value": CALL,
                "label": _("Zonder tijdstip"),
                "detail": _("wij bellen beiden"),
                "name": talk.candidate.name,
                "kind": "candidate",
                "is_chosen": not row.starts_at,
            },
            {
                "value": DROP,
                "label": _("Niet versturen"),
                "detail": _("dit gesprek komt niet terug in de voorstellen"),
                "name": talk.candidate.name,
                "kind": "candidate",
            },
        ],
    }


def _why(talk: talks.Talk) -> str:
    names = {"candidate": talk.candidate.first_name, "entrepreneur": talk.entrepreneur.first_name}
    if talk.row.ground == Ground.AGREED:
        return _("%(candidate)s en %(entrepreneur)s spraken dit aan tafel af.") % names
    if talk.row.ground == Ground.CALL:
        return _("%(entrepreneur)s wil graag verder praten. Bel %(candidate)s: is daar ook zin in?") % names
    return _("%(candidate)s en %(entrepreneur)s willen allebei verder praten.") % names


def _step(step: talks.Step) -> dict[str, Any]:
    return {
        "key": f"step:{step.row.pk}",
        "first": {
            "name": step.candidate.name,
            "kind": "candidate",
            "key": step.candidate.pk,
            "sub": _("%(name)s pakt dit op") % {"name": step.owner.first_name} if step.owner else "",
        },
        "why": step.row.words,
        "when": _("bellen, deze week"),
        "when_icon": "sprout",
        "is_agreed": True,
    }


def _sent_in_words(counts: dict[str, int]) -> str:
    talks_sent = ngettext(
        "%(count)d afspraak is onderweg.", "%(count)d afspraken zijn onderweg.", counts["talks"]
    )
    steps_sent = ngettext(
        "%(count)d mens hoort wie er belt.", "%(count)d mensen horen wie er belt.", counts["steps"]
    )
    return f"{talks_sent % {'count': counts['talks']}} {steps_sent % {'count': counts['steps']}}"
