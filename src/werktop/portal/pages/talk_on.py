"""Met wie wilt u verder praten? One screen after the talk; the answer can be changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.audit.keys import every_key_in
from werktop.audit.refusals import Refusal, shown_again
from werktop.employers import queries as employers
from werktop.gatherings.commands.talks import answer_impression
from werktop.gatherings.queries.talks import TalkOn, people_to_talk_on_with
from werktop.matches.commands.after_talk import answer_after_talk
from werktop.matches.hours import Typed
from werktop.matches.queries.guests_talks import standing_talks
from werktop.matches.queries.hours import days_to_tick
from werktop.portal.words import frame, impression_question
from werktop.portal.words_about_talks import when_of, whom_of
from werktop.post import links
from werktop.regions import queries as regions
from werktop.ui.typed import whole_number

MOST_TALKS = range(1, 6)


@dataclass(frozen=True)
class Answer:
    """What a form sent: whom the guest chose, and of an entrepreneur the hours and the most talks."""

    people: list[str]
    hours: Typed
    people_were: str | None

    def chosen(self) -> list[UUID]:
        """The guests of the answer; a `Refusal` for what is none."""
        return _guests_in(self.people)

    def shown(self) -> list[UUID] | None:
        """Who was ticked as the page opened; None where the form does not say."""
        return None if self.people_were is None else _guests_in(self.people_were.split())


def _guests_in(values: list[str]) -> list[UUID]:
    if (keys := every_key_in(values)) is None:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    return keys


def page(request: Any, token: str) -> HttpResponse:
    """GET shows with whom one sat at a table and whom one chose; POST records what was changed in the answer, or
    shows again what was answered with what is the matter."""
    found = people_to_talk_on_with(request.actor)
    typed, refusal = None, None
    if request.method == "POST":
        post = request.POST
        typed = Answer(post.getlist("person"), Typed.of(post), post.get("people_were"))
        try:
            _record(request, found, typed)
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            return redirect(request.path)
    request.shown_people.append(("guest", [person.guest_id for person in found.people]))
    people = [replace(p, is_chosen=str(p.guest_id) in typed.people) for p in found.people] if typed else None
    most = typed.hours.most() if typed else None
    work = _work_said(request.actor.id) if found.kind == "entrepreneur" else ""
    is_asked = found.is_impression_asked and found.has_answered and not found.has_told_after
    context = {
        "found": found,
        "people": people or found.people,
        "people_were": request.POST.get("people_were", " ".join(found.chosen)),
        "other": "candidate" if found.kind == "entrepreneur" else "entrepreneur",
        "chosen_names": [p.first_name for p in found.people if p.is_own_choice],
        "names_agreed": [p.first_name for p in found.people if p.is_agreed],
        "names_left_out": [p.first_name for p in found.people if p.is_left_out],
        "names_from_host": [p.first_name for p in found.people if p.is_from_host],
        "days": (
            days_to_tick(found.gathering, request.actor.id, typed.hours if typed else None, at=request.at)
            if found.kind == "entrepreneur"
            else []
        ),
        "most_talks": MOST_TALKS if found.kind == "entrepreneur" else [],
        "work": work,
        "work_typed": request.POST.get("work", "") if refusal else work,
        "most_now": found.most_talks if most is None else most,
        "most_was": found.most_talks,
        "question": impression_question(found.kind) if is_asked else None,
        "refusal": refusal,
    }
    context["talks"] = _talks(request, found)
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    context["phone"] = organisation.phone
    status = refusal.status if refusal else 200
    return render(request, "portal/talk_on.html", context | frame(organisation), status=status)


def _talks(request: Any, found: TalkOn) -> list[dict[str, str]]:
    """What is agreed already and stands whatever is chosen here, each with where to say that it is not wanted."""
    rows = []
    for talk in standing_talks(found.gathering.pk, found.kind, request.actor.id, request.at):
        own = talk.candidate if found.kind == "candidate" else talk.entrepreneur
        token = links.working_token(
            purpose="follow_up",
            holder_kind=found.kind,
            holder_id=request.actor.id,
            about_id=talk.row.pk,
            at=request.at,
        )
        rows.append(
            {
                "whom": whom_of(talk, is_candidate=found.kind == "candidate"),
                "when": when_of(talk, has_phone=bool(own.phone)),
                "url": reverse("portal:follow_up", kwargs={"token": token}) if token else "",
            }
        )
    return rows


def _record(request: Any, found: TalkOn, typed: Answer) -> None:
    who = {
        "actor": request.actor,
        "at": request.at,
        "key": request.request_key,
        "gathering_id": found.gathering.pk,
        "holder_kind": request.actor.kind,
        "holder_id": request.actor.id,
    }
    if "score" in request.POST:
        if not found.has_told_after:
            answer_impression(**who, moment="after", score=whole_number(request.POST["score"]))
        return
    is_entrepreneur = found.kind == "entrepreneur"
    answer_after_talk(
        **who,
        chosen_guest_ids=typed.chosen(),
        shown_guest_ids=typed.shown(),
        most_talks=typed.hours.other_most() if is_entrepreneur else None,
        blocks=typed.hours.blocks() if is_entrepreneur else None,
        shown=typed.hours.shown() if is_entrepreneur else None,
        work_words=_work_words(request) if is_entrepreneur else "",
    )


def _work_said(entrepreneur_id: UUID) -> str:
    """What this firm said before about work, so that it is not asked again but looked over."""
    person = employers.entrepreneurs_by_id([entrepreneur_id]).get(entrepreneur_id)
    return person.employer.looks_for if person else ""


def _work_words(request: Any) -> str:
    """What was typed about work; nothing where it is what stood there, which a colleague may have changed since."""
    typed, was = (" ".join(request.POST.get(name, "").split()) for name in ("work", "work_was"))
    return str(request.POST.get("work", "")) if typed != was else ""
