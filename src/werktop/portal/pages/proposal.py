"""Voorstel, from a message: a candidate says whether it is all right, an entrepreneur decides. The same two pages stand on the own
pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible, Refusal, shown_again
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.portal.words import frame_for
from werktop.proposals import commands, queries

SAID = {
    "meet": gettext_lazy("u wilt kennismaken"),
    "taken": gettext_lazy("u zei ja"),
    "not_now": gettext_lazy("u zei nee"),
}
YES_OR_NO = {"yes": True, "no": False}


def page(request: Any, token: str) -> HttpResponse:
    """By who holds the link."""
    return for_entrepreneur(request) if request.actor.kind == "entrepreneur" else for_candidate(request)


def for_candidate(request: Any) -> HttpResponse:
    """GET shows what we want to say and where; POST says yes or no."""
    refused = None
    if request.method == "POST":
        try:
            _answer(request)
        except Refusal as refusal:
            refused = shown_again(request, refusal)
        else:
            return redirect(request.path)
    rows = queries.own_proposals(request.actor)
    person = candidates.candidates_by_id([request.actor.id]).get(request.actor.id)
    if person is None:
        raise NotVisible()
    organisation = rows[0].organisation if rows else person.organisation
    facts = {"rows": rows, "organisation": organisation, "refused": refused}
    status = refused.status if refused else 200
    return render(
        request, "portal/proposal_ask.html", facts | frame_for(request, organisation), status=status
    )


def _answer(request: Any) -> None:
    key, answer = key_in(request.POST.get("proposal")), request.POST.get("answer", "")
    if key is None or answer not in YES_OR_NO:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    commands.answer_own_proposal(
        actor=request.actor, at=request.at, key=request.request_key, proposal_id=key,
        is_yes=YES_OR_NO[answer],
    )  # fmt: skip


def for_entrepreneur(request: Any) -> HttpResponse:
    """GET shows who is put forward, by first name, with the text that each approved; POST decides about one."""
    refused, about, typed = None, None, ""
    if request.method == "POST":
        about, typed = key_in(request.POST.get("proposal")), request.POST.get("words", "")
        try:
            _decide(request, about, typed)
        except Refusal as refusal:
            refused = shown_again(request, refusal)
        else:
            return redirect(request.path)
    rows = queries.proposals_to_decide(request.actor, request.at)
    words = queries.read_about(rows)
    request.shown_people.append(("candidate", [row.candidate_id for row in rows]))
    person = employers.entrepreneurs_by_id([request.actor.id]).get(request.actor.id)
    if person is None:
        raise NotVisible()
    organisation = rows[0].organisation if rows else person.employer.organisation
    facts = {
        "rows": [
            {
                "row": row,
                "about": words.get(row.candidate_id, ""),
                "said": SAID.get(row.status, ""),
                "is_waiting": row.decided_at is None,
                "can_change": row.decided_at is not None and row.told_at is None,
                "refused": refused if row.pk == about else None,
                "typed": typed if row.pk == about else row.decided_words,
            }
            for row in rows
        ],
        "organisation": organisation,
    }
    status = refused.status if refused else 200
    return render(
        request, "portal/proposal_decide.html", facts | frame_for(request, organisation), status=status
    )


def _decide(request: Any, key: Any, words: str) -> None:
    if key is None:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    commands.decide_proposal(
        actor=request.actor, at=request.at, key=request.request_key, proposal_id=key,
        decision=request.POST.get("decision", ""), words=words,
    )  # fmt: skip
