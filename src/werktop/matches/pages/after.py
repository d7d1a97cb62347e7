"""After a gathering: who talks on with whom. What both wanted starts as agreed; one button sends it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from werktop.audit.refusals import Refusal, shown_again
from werktop.gatherings.moments import moment_of
from werktop.gatherings.phases import phases_of
from werktop.gatherings.queries import gatherings
from werktop.gatherings.queries.asked import asked_of
from werktop.gatherings.queries.came import noted_without_check_in

from ..commands import propose_follow_ups, send_follow_ups
from ..ideas import ideas_for
from ..notice import first_day_from
from ..queries import talks
from ..queries.after import After, after
from ..queries.answers import answers_of
from ..queries.clashes import spans_of
from ..queries.others import others_for
from ..queries.refused import refused_hours
from ..queries.thanks import not_thanked, thanks_by_call
from ..timing import Moment, moment_of_day
from ..wishes import wishes_for, wishes_in
from .after_form import aware_of, choices_in, keys_of, step_choices_in, typed_in
from .after_words import (
    not_sent_in_words,
    proposed_in_words,
    sent_in_words,
    to_send_in_words,
    words_to_count,
)
from .calling_off_words import off_in_words
from .pair_words import never_heard_in_words, who_takes_up, withdrawn_in_words
from .pairs import Look, Typed, pair_of, step_of

FIRST = 4
"""So many of what asks for no decision stand open; the others are folded."""


def page(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Show the proposals; a POST sends those on "akkoord" with what was changed, or keeps all that was chosen."""
    refusal, typed = None, Typed()
    if request.method == "POST":
        typed = typed_in(request.POST)
        try:
            _send(request, gathering_id, typed)
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            return redirect("matches:after", gathering_id=gathering_id)
    return _shown(request, gathering_id, typed, refusal)


def propose(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Make the proposals (anew). What was ticked and chosen on the page and not sent yet stays as it was."""
    typed = typed_in(request.POST)
    try:
        counts = propose_follow_ups(
            actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id
        )
    except Refusal as said:
        return _shown(request, gathering_id, typed, shown_again(request, said))
    messages.success(request, proposed_in_words(counts))
    if not typed.seen:
        return redirect("matches:after", gathering_id=gathering_id)
    request.request_key = None
    return _shown(request, gathering_id, typed, None)


def _send(request: HttpRequest, gathering_id: UUID, typed: Typed) -> None:
    talk_ids, step_ids = keys_of(typed, "talk"), keys_of(typed, "step")
    counts = send_follow_ups(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        agreed_ids=talk_ids,
        choices=choices_in(typed, talk_ids),
        step_ids=step_ids,
        step_choices=step_choices_in(typed, step_ids),
        aware_ids=aware_of(typed),
    )
    messages.success(request, sent_in_words(counts))
    rows = talks.follow_ups_visible_to(request.actor).filter(pk__in=counts["lost"]).order_by("id")
    not_sent = not_sent_in_words(talks.talks_of(list(rows)), wishes_for(gathering_id), counts["new_steps"])
    if not_sent:
        messages.warning(request, not_sent)


def _shown(request: HttpRequest, gathering_id: UUID, typed: Typed, refusal: Refusal | None) -> HttpResponse:
    gathering = gatherings.gathering_for(request.actor, gathering_id)
    found = after(request.actor, gathering_id, at=request.at)
    answers = answers_of(request.actor, gathering, found.told, found.people, at=request.at)
    moment = moment_of_day(gathering, request.at)
    shown = _shown_ids(found, answers.silent_candidates) + [call.talk.candidate.pk for call in found.calls]
    asked = asked_of(request.actor, gathering, request.at) if moment == Moment.OVER else None
    request.shown_people.append(("candidate", shown + (asked.shown_ids if asked else [])))
    lists = _lists(request, gathering, found, typed)
    pairs = [*lists["lost"], *lists["again"], *lists["chances"], *lists["both"]]
    ticked = [each for each in pairs if each["is_agreed"] and not each["is_dropped"]]
    # who gets a talk gets no message about a next step
    talking = {each["of"] for each in ticked}
    steps = [each for each in lists["steps"] if each["is_agreed"] and each["of"] not in talking]
    asked_again = {talk.row.pk for talk, _lost in found.withdrawn}
    can_edit = gatherings.can_edit(request.actor, gathering)
    own = request.actor.organisation_id
    was_there = any(g.kind == "candidate" and g.organisation_id == own for g in found.told.guests.values())
    has_waiting = bool(pairs or lists["steps"])
    is_proposed = bool(pairs or found.steps or found.sent or found.declined)
    has_candidates = any(g.kind == "candidate" for g in found.told.guests.values())
    is_known = answers.is_proposed or is_proposed or not has_candidates
    return render(
        request,
        "matches/after.html",
        {
            "gathering": gathering,
            "phases": phases_of(request.actor, gathering, "after", request.at),
            "can_edit": can_edit,
            **lists,
            "first": f":{FIRST}",
            "rest": f"{FIRST}:",
            "more_both": len(lists["both"]) - FIRST,
            "more_chances": len(lists["chances"]) - FIRST,
            "more_steps": len(lists["steps"]) - FIRST,
            "steps_told": [
                (
                    s,
                    s.words_for(request.actor.organisation_id),
                    who_takes_up(s, request.actor.organisation_id),
                    s.row.organisation_id == request.actor.organisation_id,
                )
                for s in found.steps
                if s.row.told_at is not None
            ],
            "withdrawn": [(talk, withdrawn_in_words(talk, lost)) for talk, lost in found.withdrawn],
            "unheard": [
                (talk, never_heard_in_words(talk, found.unheard[talk.row.pk], request.actor.organisation_id))
                for talk in found.sent
                if talk.row.pk in found.unheard
            ],
            "sent": [talk for talk in found.sent if talk.row.pk not in asked_again | set(found.unheard)],
            "calls": found.calls,
            "thanks_calls": thanks_by_call(request.actor, request.at, gathering_id=gathering_id),
            # where something is to be sent they are thanked with it; before a proposal nobody knows, but where no candidate
            # was there is nothing to propose
            "to_thank": len(not_thanked(gathering_id, [g.person_id for g in found.told.entrepreneurs]))
            if can_edit and moment == Moment.OVER and not has_waiting and is_known
            else 0,
            "declined": [(talk, off_in_words(talk)) for talk in found.declined],
            "talk_count": len(found.both) + len(found.chances),
            "step_count": len(lists["steps"]),
            "is_proposed": is_proposed,
            # who holds the gathering proposes; another organisation reads what of it is about its own people
            "is_others": own != gathering.organisation_id,
            "is_of_nobody_here": own != gathering.organisation_id
            and not is_proposed
            and moment == Moment.OVER
            and (answers.is_proposed or not was_there),
            "answers": answers,
            "unconfirmed": len(noted_without_check_in(gathering.pk)),
            "asked": asked,
            "silent": [
                (answers.guest_ids[person.pk], person.name)
                for person in (*answers.silent_candidates, *answers.silent_entrepreneurs)
            ],
            "can_propose": moment in (Moment.RUNNING, Moment.OVER),
            "is_running": moment == Moment.RUNNING,
            "is_to_come": moment == Moment.TO_COME,
            "is_off": moment == Moment.OFF,
            "begins": moment_of(gathering),
            "now": request.at,
            "has_waiting": has_waiting,
            "to_send": to_send_in_words(len(ticked), len(steps)),
            "words": words_to_count(),
            "refusal": refusal,
        },
        status=refusal.status if refusal else 200,
    )


def _lists(request: HttpRequest, gathering: Any, found: After, typed: Typed) -> dict[str, list[Any]]:
    """The proposals and the next steps as the component wants them, by their place on the page."""
    waiting = [*found.lost, *found.unsuitable, *found.chances, *found.both]
    untold = [s for s in found.steps if s.row.told_at is None]
    wishes = wishes_in(found.told)
    from_day = first_day_from(request.at, gathering.time_zone)
    there = {key: found.people.entrepreneurs[key] for key in wishes.entrepreneurs}
    spans = spans_of(waiting, there)
    refused = refused_hours([talk.row.pk for talk in waiting if talk.row.called_off_at])
    others = others_for(gathering.pk, waiting, wishes, there, spans, refused, from_day=from_day)
    ideas = ideas_for(gathering.pk, [s.candidate.pk for s in untold], present=there)
    look = Look(typed, wishes, found.why_lost, request.actor.id, request.at, from_day, spans, refused)
    proposed = {talk.candidate.pk for talk in waiting if talk.row.pk not in found.why_lost}

    def pairs(rows: list[talks.Talk]) -> list[dict[str, Any]]:
        return [pair_of(talk, others.get(talk.row.pk, []), look) for talk in rows]

    both = pairs(found.both)
    return {
        "lost": pairs(found.lost),
        "again": [*pairs(found.unsuitable), *(each for each in both if each["warning"])],
        "chances": pairs(found.chances),
        # what was changed and not sent yet comes first, so that it is not out of sight
        "both": sorted(
            (each for each in both if not each["warning"]), key=lambda each: not each["is_changed"]
        ),
        "steps": [
            step_of(
                s,
                ideas.get(s.candidate.pk, []),
                typed,
                organisation_id=request.actor.organisation_id,
                has_proposal=s.candidate.pk in proposed,
            )
            for s in untold
        ],
    }


def _shown_ids(found: After, silent: list[Any]) -> list[UUID]:
    talks = (*found.lost, *found.unsuitable, *found.chances, *found.both, *found.sent, *found.declined)
    return [*(each.candidate.pk for each in (*talks, *found.steps)), *(person.pk for person in silent)]
