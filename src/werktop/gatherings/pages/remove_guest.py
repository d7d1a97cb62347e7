"""A guest comes off the list; who said yes is told kindly, with a word of the colleague, or called first. Who brings own
candidates takes an own choice off here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ..commands.guests import remove_guest
from ..models import Gathering
from ..queries.bringing import gathering_of_who_chooses, guest_to_remove
from ..queries.calls import is_called_by_others
from ..queries.guests import guest_rows
from ..queries.hearing import TO_TICK, is_counting_on_it, ways_of_news
from ..queries.who_sees import sees_guests
from ..refusals import GuestIsCalledFirst
from .words import frame_of

MOST_WORDS = 300


class RemoveForm(forms.Form):
    """A word for the guest, or that somebody called; either may be left out where nothing is asked."""

    word = forms.CharField(
        label=_("Een woord voor deze gast"),
        required=False,
        max_length=MOST_WORDS,
        widget=forms.Textarea({"rows": 3}),
    )
    called = forms.BooleanField(label=_("Ik heb gebeld en het uitgelegd"), required=False)


def page(request: Any, gathering_id: UUID, guest_id: UUID) -> HttpResponse:
    """GET says who this is and how the guest hears it; POST removes and goes back to the list."""
    gathering = gathering_of_who_chooses(request.actor, gathering_id, is_looking=request.method != "POST")
    form = RemoveForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _shown(request, gathering, guest_id, form)
    try:
        is_off = remove_guest(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            gathering_id=gathering_id,
            guest_id=guest_id,
            word=form.cleaned_data["word"],
            is_called=form.cleaned_data["called"],
        )
    except GuestIsCalledFirst as refusal:
        form.add_error("called", refusal.text)
        request.request_key = None
        return _shown(request, gathering, guest_id, form, status=refusal.status)
    messages.success(
        request,
        _now("Deze gast staat niet meer op de lijst.")
        if is_off
        else _now("Gevraagd. Na het telefoontje gaat deze gast vanzelf van de lijst."),
    )
    # without the last of the own candidates the list is not theirs to read any more
    has_list = sees_guests(request.actor, gathering)
    return redirect(f"gatherings:{'guests' if has_list else 'choose_guests'}", gathering_id=gathering_id)


def _shown(
    request: Any, gathering: Gathering, guest_id: UUID, form: RemoveForm, *, status: int = 200
) -> HttpResponse:
    found = guest_to_remove(request.actor, gathering, gathering.guests.filter(pk=guest_id).first())
    guest = guest_rows(request.actor, gathering, [found])[0]
    if guest.candidate_id and guest.is_named:
        request.shown_people.append(("candidate", [guest.candidate_id]))
    way = ways_of_news([found], gathering, request.at).get(found.pk, "")
    return render(
        request,
        "gatherings/remove_guest.html",
        {
            "guest": guest,
            "form": form,
            "is_counting_on_it": is_counting_on_it(found),
            "way": way,
            "is_call": way in TO_TICK,
            "is_asked_of_others": is_called_by_others(request.actor, gathering, found),
            "caller": found.organisation.name if request.actor.can("see_whole_names") else "",
            "back_url": reverse("gatherings:guests", args=[gathering.pk]),
        }
        | frame_of(request.actor, gathering, request.at),
        status=status,
    )
