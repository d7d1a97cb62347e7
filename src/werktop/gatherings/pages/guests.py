"""The guest list: search, filter, order, pages, and what can be done with each guest."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor

from ..models import OPEN, Gathering, GuestKind, Reply
from ..over import has_ended
from ..queries.answers import Answers, answers_of
from ..queries.bringing import can_bring, own_to_invite
from ..queries.gatherings import can_edit
from ..queries.guests import guests_found, to_arrange
from ..queries.needs import WORDS
from ..queries.reminding import awaits_new_day, can_be_reminded, is_due, is_reminded, written_to_at
from ..queries.who_sees import gathering_with_guests
from .words import frame_of

PER_PAGE = 50


class FilterForm(forms.Form):
    """Everything may be left open."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    reply = forms.ChoiceField(label=_("Antwoord"), required=False, choices=[("", _("alles")), *Reply.choices])
    kind = forms.ChoiceField(
        label=_("Wie"), required=False, choices=[("", _("iedereen")), *GuestKind.choices]
    )

    asks = forms.BooleanField(label=_("vraagt iets"), required=False)
    moved = forms.BooleanField(label=_("nog niet bevestigd na verzetten"), required=False)

    def __init__(self, *args: Any, viewer: Actor, is_moved: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not viewer.can("see_whole_names"):
            # who sees no files reads what is asked for as totals
            del self.fields["asks"]
        if not is_moved:
            # nobody still has to answer about a new day
            del self.fields["moved"]

    def asked(self, sort: str) -> dict[str, Any]:
        """What was asked for, in the words of the query."""
        self.is_valid()
        typed = self.cleaned_data
        return {
            "words": typed.get("q", ""),
            "reply": typed.get("reply", ""),
            "kind": typed.get("kind", ""),
            "asks": typed.get("asks", False),
            "is_moved": typed.get("moved", False),
            "sort": sort or "name",
        }


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The list; the gate logs whose names it shows."""
    gathering = gathering_with_guests(request.actor, gathering_id)
    answers = answers_of(gathering)
    is_moved = any(a.unconfirmed for a in answers.values()) or "moved" in request.GET
    form = FilterForm(request.GET, viewer=request.actor, is_moved=is_moved)
    found = guests_found(request.actor, gathering, **form.asked(request.GET.get("sort", "")))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(shown)
    request.shown_people.append(
        ("candidate", [r.candidate_id for r in rows if r.candidate_id and r.is_named])
    )
    is_editor = can_edit(request.actor, gathering)
    is_over = has_ended(gathering, request.at)
    is_bringing = can_bring(request.actor, gathering) and not is_over
    chosen = (
        own_to_invite(request.actor, gathering) if is_bringing else sum(a.chosen for a in answers.values())
    )
    return render(
        request,
        "gatherings/guests.html",
        {
            "form": form,
            "page": shown,
            "rows": [
                {
                    "guest": r,
                    "can_answer": _can_answer(request.actor, is_editor, r),
                    "wishes": _wishes(request.actor, is_editor, r),
                    "can_remove": is_editor or (is_bringing and r.is_own and r.reply == Reply.CHOSEN),
                    "can_remind": is_editor and can_be_reminded(r),
                    "is_reminded": (r.reply == Reply.INVITED or awaits_new_day(r)) and is_reminded(r),
                    "is_early": not is_due(written_to_at(r) or request.at, gathering.starts_at, request.at),
                }
                for r in rows
            ],
            "count": len(found),
            "states": _states(request.actor, gathering, answers, form.asked("")),
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "can_edit": is_editor,
            "is_open": gathering.status in OPEN and not is_over,
            # who answers by telephone after the gathering: a colleague notes it
            "can_note": is_editor
            and gathering.status == "finished"
            and request.actor.can("arrange_follow_ups"),
            "to_arrange": to_arrange(request.actor, gathering, request.at),
            "chosen": chosen,
            "can_bring": is_bringing,
            "sees_candidates": request.actor.can("see_candidates"),
            "has_guests": any(a.chosen or a.invited or a.walk_ins for a in answers.values()),
        }
        | frame_of(request.actor, gathering, request.at),
    )


def _states(
    viewer: Actor, gathering: Gathering, answers: dict[str, Answers], asked: dict[str, Any]
) -> list[dict[str, Any]]:
    """Each answer with how many gave it, of those whom one tap then shows."""
    told = [each for kind, each in answers.items() if asked["kind"] in ("", kind)]
    counts = {
        Reply.YES: sum(each.yes + each.walk_ins for each in told),
        Reply.INVITED: sum(each.open for each in told),
        Reply.WAITING: sum(each.waiting for each in told),
        Reply.NO: sum(each.no for each in told),
        Reply.CHOSEN: sum(each.chosen for each in told),
    }
    if asked["asks"] or asked["is_moved"]:
        narrowed = guests_found(viewer, gathering, **asked | {"words": "", "reply": ""})
        by_reply = Counter(guest.reply for guest in narrowed)
        counts = {reply: by_reply[reply] for reply in counts}
    url = reverse("gatherings:guests", args=[gathering.pk])
    kept = {name: asked[name] for name in ("kind",) if asked[name]}
    kept |= {field: "on" for field, name in (("asks", "asks"), ("moved", "is_moved")) if asked[name]}
    rows = [("", str(_("alles")), sum(counts.values()))]
    rows += [(reply.value, str(reply.label), count) for reply, count in counts.items() if count]
    return [
        {
            "label": f"{label} {count}",
            "url": url + "?" + urlencode(kept | ({"reply": reply} if reply else {})),
            "is_current": asked["reply"] == reply,
        }
        for reply, label, count in rows
    ]


def _can_answer(viewer: Any, is_editor: bool, row: Any) -> bool:
    """Whether the viewer may note this guest's answer; the command decides in the end."""
    if row.is_own and viewer.can("plan_gatherings"):
        return True
    return is_editor and (row.kind == GuestKind.ENTREPRENEUR or row.is_named)


def _wishes(viewer: Any, is_editor: bool, row: Any) -> list[tuple[str, str, bool]]:
    """What somebody who calls this guest can tick: each need with its words, and whether it is known already."""
    if row.kind != GuestKind.CANDIDATE or not viewer.can("see_whole_names"):
        return []
    if not _can_answer(viewer, is_editor, row):
        return []
    return [(name, str(words), name in row.needs) for name, words in WORDS.items()]
