"""After a gathering: who talks on with whom. Everything starts as agreed; one button sends it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.refusals import Refusal, shown_again
from werktop.gatherings.phases import phases_of
from werktop.gatherings.queries import gatherings

from ..commands import propose_follow_ups, send_follow_ups
from ..commands.arranging import Choice
from ..commands.steps import StepChoice
from ..ideas import ideas_for
from ..queries import talks
from ..queries.others import others_for
from ..wishes import wishes_for
from .pairs import CALL, DROP, OTHER, Typed, idea_in, pair_of, step_of


def page(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Show the proposals; a POST sends those on "akkoord" with what was changed, or keeps all that was chosen."""
    refusal, typed = None, Typed()
    if request.method == "POST":
        typed = _typed(request.POST)
        talk_ids, step_ids = _keys(typed, "talk"), _keys(typed, "step")
        try:
            counts = send_follow_ups(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                gathering_id=gathering_id,
                agreed_ids=talk_ids,
                choices=_choices(typed, talk_ids),
                step_ids=step_ids,
                step_choices=_step_choices(typed, step_ids),
            )
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            messages.success(request, _sent_in_words(counts))
            return redirect("matches:after", gathering_id=gathering_id)
    gathering = gatherings.gathering_for(request.actor, gathering_id)
    found = talks.after(request.actor, gathering_id)
    waiting = [*found.both, *found.chances, *found.unsuitable]
    request.shown_people.append(
        ("candidate", [each.candidate.pk for each in (*waiting, *found.sent, *found.declined, *found.steps)])
    )
    untold = [s for s in found.steps if s.row.told_at is None]
    wishes = wishes_for(gathering_id, kept=set())
    others = others_for(gathering_id, waiting, wishes, at=request.at)
    ideas = ideas_for(gathering_id, [s.candidate.pk for s in untold], present=wishes.entrepreneurs)

    def pairs(rows: list[talks.Talk]) -> list[dict[str, object]]:
        return [pair_of(t, others.get(t.row.pk, []), typed) for t in rows]

    return render(
        request,
        "matches/after.html",
        {
            "gathering": gathering,
            "phases": phases_of(request.actor, gathering, "after"),
            "can_edit": gatherings.can_edit(request.actor, gathering),
            "both": pairs(found.both),
            "chances": pairs(found.chances),
            "again": pairs(found.unsuitable),
            "steps": [step_of(s, ideas.get(s.candidate.pk, []), typed) for s in untold],
            "steps_told": [s for s in found.steps if s.row.told_at is not None],
            "sent": found.sent,
            "declined": found.declined,
            "talk_count": len(found.both) + len(found.chances),
            "step_count": len(untold),
            "to_send": _to_send_in_words(len(found.both) + len(found.unsuitable), len(untold)),
            "refusal": refusal,
        },
        status=refusal.status if refusal else 200,
    )


def propose(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Make the proposals (anew)."""
    counts = propose_follow_ups(
        actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id
    )
    talk_count = counts["agreed"] + counts["mutual"]
    messages.success(
        request,
        _("%(talks)s voorgesteld, %(calls)s, %(steps)s.")
        % {
            "talks": _counted(ngettext("%(count)s gesprek", "%(count)s gesprekken", talk_count), talk_count),
            "calls": _counted(_("%(count)s keer bellen wij"), counts["calls"]),
            "steps": _counted(
                ngettext(
                    "%(count)s mens krijgt een andere volgende stap",
                    "%(count)s mensen krijgen een andere volgende stap",
                    counts["steps"],
                ),
                counts["steps"],
            ),
        },
    )
    return redirect("matches:after", gathering_id=gathering_id)


def _counted(words: str, count: int) -> str:
    return words % {"count": count}


def _typed(form: QueryDict) -> Typed:
    choices: dict[str, str] = {}
    # the list of everyone else stands under the choices: what was chosen there counts
    for start in ("choice-", "other-"):
        for name, value in form.items():
            if name.startswith(start) and (value or start == "choice-"):
                choices[name.removeprefix(start)] = str(value)
    return Typed(frozenset(form.getlist("agree")), choices)


def _keys(typed: Typed, kind: str) -> list[UUID]:
    found = []
    for each in sorted(typed.agreed or ()):
        word, _colon, key = each.partition(":")
        if word == kind:
            try:
                found.append(UUID(key))
            except ValueError:
                continue
    return found


def _choices(typed: Typed, follow_up_ids: list[UUID]) -> list[Choice]:
    found = []
    for key in follow_up_ids:
        value = typed.choices.get(f"talk:{key}", "")
        try:
            if value in (CALL, DROP):
                found.append(Choice(key, None, is_dropped=value == DROP))
            elif value.startswith(OTHER):
                found.append(Choice(key, entrepreneur_id=UUID(value.removeprefix(OTHER))))
            elif value:
                found.append(Choice(key, UUID(value)))
        except ValueError:
            raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw.")) from None
    return found


def _step_choices(typed: Typed, step_ids: list[UUID]) -> list[StepChoice]:
    found = []
    for key in step_ids:
        value = typed.choices.get(f"step:{key}", "")
        if value:
            try:
                found.append(StepChoice(key, *idea_in(value)))
            except ValueError:
                raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw.")) from None
    return found


def _to_send_in_words(talk_count: int, step_count: int) -> str:
    """What is ready to go out: "3 afspraken en 2 volgende stappen"; only what there is."""
    words = [
        ngettext("%(count)d afspraak", "%(count)d afspraken", talk_count) % {"count": talk_count},
        ngettext("%(count)d volgende stap", "%(count)d volgende stappen", step_count) % {"count": step_count},
    ]
    there = [each for each, count in zip(words, (talk_count, step_count), strict=True) if count]
    if len(there) == 2:
        return _("%(talks)s en %(steps)s staan klaar") % {"talks": there[0], "steps": there[1]}
    if not there:
        return _("Vink aan wat je wilt versturen")
    is_one = talk_count + step_count == 1
    return (_("%(what)s staat klaar") if is_one else _("%(what)s staan klaar")) % {"what": there[0]}


def _sent_in_words(counts: dict[str, int]) -> str:
    talks_sent = ngettext(
        "%(count)d afspraak is onderweg.", "%(count)d afspraken zijn onderweg.", counts["talks"]
    )
    steps_sent = ngettext(
        "%(count)d mens hoort wie er belt.", "%(count)d mensen horen wie er belt.", counts["steps"]
    )
    words = [(counts["talks"], talks_sent), (counts["steps"], steps_sent)]
    told = [sentence % {"count": count} for count, sentence in words if count]
    return " ".join(told) or _("Bewaard. Er ging niets de deur uit.")
