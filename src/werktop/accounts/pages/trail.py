"""The trail of the organisation: what colleagues did, and at whom they looked, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts import queries
from werktop.audit import queries as audit
from werktop.audit import telling as words
from werktop.audit.actors import Actor
from werktop.regions import queries as regions
from werktop.ui.widgets import DayInput

PER_PAGE = 50
SEEN = "gezien"
ELSEWHERE = "elders"
"""In place of a colleague: whoever of another organisation."""


class FilterForm(forms.Form):
    """Who, where, and when; what cannot be read narrows nothing."""

    who = forms.ChoiceField(label=gettext_lazy("Wie"), required=False)
    room = forms.ChoiceField(label=gettext_lazy("Waar"), required=False)
    day_from = forms.DateField(label=gettext_lazy("Vanaf"), required=False, widget=DayInput)
    day_until = forms.DateField(label=gettext_lazy("Tot en met"), required=False, widget=DayInput)
    over = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, viewer: Actor, is_views: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = [(str(a.pk), a.name) for a in queries.found_colleagues(viewer, with_left=True)]
        # what others did is theirs; that they looked is not
        elsewhere = [(ELSEWHERE, _("iemand elders"))] if is_views else []
        for name, choices in (
            ("who", [("", _("iedereen")), *elsewhere, *colleagues]),
            ("room", [("", _("overal")), *sorted(words.ROOMS.items(), key=lambda room: str(room[1]))]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def filters(self, sort: str = "") -> audit.TrailFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        who = asked.get("who", "")
        return audit.TrailFilters(
            actor_id=UUID(who) if who not in ("", ELSEWHERE) else None,
            room=asked.get("room", ""),
            about_id=asked.get("over"),
            from_date=asked.get("day_from"),
            until_date=asked.get("day_until"),
            is_elsewhere=who == ELSEWHERE,
            is_oldest_first=sort == "at",
        )


def page(request: Any) -> HttpResponse:
    """Done, or with `?wat=gezien` seen. Plain keys, so that it stays after an erasure; `?over=` is one of them."""
    is_views = request.GET.get("wat") == SEEN
    form = FilterForm(request.actor, is_views, request.GET)
    found = lines(request, form, is_views)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    here = reverse("accounts:trail")
    return render(
        request,
        "accounts/trail.html",
        {
            "form": form,
            "page": shown,
            "count": shown.paginator.count,
            "is_of_colleague": form.cleaned_data.get("who", "") not in ("", ELSEWHERE, str(request.actor.id)),
            "is_views": is_views,
            "is_filtered": any(form.cleaned_data.values()),
            "over": form.cleaned_data.get("over"),
            "rows": folded(in_words(request.actor, list(shown), is_views), is_views),
            "entries": [
                {"label": _("Gedaan"), "url": here, "is_current": not is_views},
                {"label": _("Gezien"), "url": f"{here}?wat={SEEN}", "is_current": is_views},
            ],
        },
    )


def lines(request: Any, form: FilterForm, is_views: bool) -> Any:
    """The lines that fit what was asked, for the page and for the download."""
    filters = form.filters(request.GET.get("sort", ""))
    read = audit.views_for_organisation if is_views else audit.trail_of_organisation
    return read(request.actor.organisation_id, filters)


def in_words(viewer: Actor, found: Iterable[Any], is_views: bool) -> list[dict[str, Any]]:
    """Lines as they are read: `who`, `what`, `detail`, `kind`, `about` and the address of all about the same. A colleague
    of another organisation is that organisation."""
    rows = list(found)
    ours = [r.actor_id for r in rows if r.actor_id and not _is_elsewhere(viewer, r)]
    ours += [UUID(key) for r in rows if not is_views and (key := r.detail.get("stood_in_for"))]
    names = {key: a.name for key, a in queries.accounts_by_id(ours).items()}
    if any(_is_elsewhere(viewer, r) for r in rows):
        names |= {o.pk: o.name for o in regions.organisations_in(viewer.region_id)}
    return [_row(line, names, is_views, is_elsewhere=_is_elsewhere(viewer, line)) for line in rows]


def _is_elsewhere(viewer: Actor, line: Any) -> bool:
    return line.actor_kind == "staff" and line.organisation_id != viewer.organisation_id


def folded(rows: list[dict[str, Any]], is_views: bool) -> list[dict[str, Any]]:
    """Alike lines on end as one: the first of them, what they say together, and all of them as `each` (no more than
    one: empty). Alike is: done by the same, the same thing, on the same day."""
    found = []
    for _alike, group in groupby(rows, key=lambda row: (row["by"], row["verb"], localdate(row["at"]))):
        each = list(group)
        row = each[0] | {"each": each if len(each) > 1 else []}
        if len(each) > 1:
            kind = each[0]["about_kind"]
            row["what"] = (
                words.view_in_words(kind, len({key for one in each for key in one["keys"]}))
                if is_views
                else words.sentence_of_several(each[0]["verb"], len(each))
            )
        found.append(row)
    return found


def _detail(line: Any, names: dict[UUID, str]) -> str:
    """Numbers and reasons, and for whom a stand-in did it."""
    key = line.detail.get("stood_in_for")
    absent = names.get(UUID(key), _("een collega")) if key else ""
    stood_in = _("waargenomen voor %(name)s") % {"name": absent} if absent else ""
    return ", ".join(filter(None, (stood_in, words.detail_in_words(line.detail))))


def _row(line: Any, names: dict[UUID, str], is_views: bool, *, is_elsewhere: bool) -> dict[str, Any]:
    by = line.organisation_id if is_elsewhere else line.actor_id
    name = names.get(by, _("een andere organisatie") if is_elsewhere else "")
    keys = line.about_ids if is_views else [line.about_id] if line.about_id else []
    about = str(keys[0]) if len(keys) == 1 else ""
    asked = ({"wat": SEEN} if is_views else {}) | {"over": about}
    return {
        "at": line.at,
        "by": (line.actor_kind, by),
        "verb": line.about_kind if is_views else line.verb,
        "about_kind": line.about_kind,
        "keys": [str(key) for key in keys],
        "who": words.who_in_words(name, line.actor_kind),
        "what": words.view_in_words(line.about_kind, len(keys)) if is_views else words.sentence_of(line.verb),
        "detail": "" if is_views else _detail(line, names),
        "kind": words.kind_in_words(line.about_kind) if about else "",
        "about": about,
        "url": f"{reverse('accounts:trail')}?{urlencode(asked)}" if about else "",
    }
