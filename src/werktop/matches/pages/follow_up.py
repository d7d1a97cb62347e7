"""One follow-up talk: when, who, and what came of it in one tap and a sentence."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, keep_typed, shown_again

from ..commands import note_outcome
from ..models import ENDED, FollowUp, FollowUpStatus, Outcome
from ..queries import talks
from ..queries.callers import one_call
from ..queries.calls import calls_of
from ..queries.own_talk import can_take_back, take_back_until
from ..queries.unheard import who_never_heard
from ..refusals import TalkIsToCome
from .calling_off_words import heard_in_words, names_not_written_to, off_in_words
from .moment_form import MomentForm, can_have_moment
from .pair_words import never_heard_in_words


class OutcomeForm(forms.Form):
    """What came of the talk."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Wat kwam eruit?"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    outcome_words = forms.CharField(
        label=gettext_lazy("In een zin"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _outcome_of(row: FollowUp, typed: Any = None) -> OutcomeForm:
    return OutcomeForm(typed, initial={"outcome": row.outcome, "outcome_words": row.outcome_words})


def page(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """Show the talk; a POST notes what came of it."""
    talk = talks.talk_for(request.actor, follow_up_id)
    row = talk.row
    form = _outcome_of(row, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            note_outcome(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                follow_up_id=follow_up_id,
                outcome=form.cleaned_data["outcome"],
                words=form.cleaned_data["outcome_words"],
            )
        except TalkIsToCome as refusal:
            return shown(request, talk, off=shown_again(request, refusal))
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Genoteerd."))
            return redirect("matches:after", gathering_id=row.gathering_id)
    return shown(request, talk, outcome=form)


def shown(
    request: HttpRequest,
    talk: talks.Talk,
    *,
    outcome: OutcomeForm | None = None,
    moment: MomentForm | None = None,
    off: Refusal | None = None,
) -> HttpResponse:
    """The page of a talk, with what was typed in one of its forms; `off`: why it could not be called off, or put back."""
    row, calls = talk.row, calls_of(talk)
    undo_until = take_back_until(row, request.at)
    is_moment_refused = moment is not None
    has_moment = row.status == FollowUpStatus.SENT and row.starts_at is not None and not row.outcome
    if moment is None and can_have_moment(row):
        moment = MomentForm(None, talk=talk)
    request.shown_people.append(("candidate", [talk.candidate.pk]))
    return render(
        request,
        "matches/follow_up.html",
        {
            "talk": talk,
            "is_own": row.organisation_id == request.actor.organisation_id,
            "one_call": one_call(talk.callers, request.actor.organisation_id),
            "form": outcome or _outcome_of(row),
            "moment": moment,
            "has_moment": has_moment,
            # what came of it is not asked yet
            "is_to_come": has_moment and row.starts_at > request.at,
            "is_moment_refused": is_moment_refused,
            "can_call_off": row.status == FollowUpStatus.SENT and not row.outcome,
            "said_by": request.POST.get("said_by", ""),
            "sides": (("candidate", talk.candidate), ("entrepreneur", talk.entrepreneur)),
            "off": off_in_words(talk),
            "heard": heard_in_words(talk, calls, until=undo_until, at=request.at) if undo_until else [],
            "can_undo": can_take_back(row, by="staff", at=request.at),
            # while it can be put back nobody is called
            "calls": [] if undo_until else calls,
            "not_written_to": names_not_written_to(talk),
            "is_ended": row.status in ENDED,
            "never_heard": never_heard_in_words(
                talk, who_never_heard([talk], request.at).get(row.pk, []), request.actor.organisation_id
            ),
            "refusal": off,
        },
        status=off.status if off else 200,
    )
