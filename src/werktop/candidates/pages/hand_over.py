"""Candidates go from one colleague to another: all of them, or those who are ticked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts.standing_in import named_with_absence
from werktop.audit.keys import key_in, keys_in
from werktop.audit.refusals import Refusal, shown_again
from werktop.candidates import commands, queries
from werktop.regions import queries as regions
from werktop.regions.finding import in_place, named_like

PER_PAGE = 500
"""As good as everybody whom one colleague works with: ticks on one page say nothing of another."""
NOBODY = "niemand"
LONG = 8
"""Of more people than this one looks for somebody by name or place."""
SEARCH = "search"
"""The button that looks for people in the list and hands nobody over: what is ticked stays ticked, and no name is in an address."""


class HandOverForm(forms.Form):
    """Who, and to whom."""

    to_id = forms.ChoiceField(
        label=_("Aan wie?"), error_messages={"required": _("Kies aan wie je overdraagt.")}
    )
    who = forms.ChoiceField(
        label=_("Wie?"),
        initial="all",
        widget=forms.RadioSelect,
    )

    def __init__(self, takers: list[queries.Caseload], count: int, *args: Any, **kwargs: Any) -> None:
        """`count` is how many everybody is, whoever the list shows."""
        super().__init__(*args, **kwargs)
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField)
        who.choices = [
            ("all", gettext("allemaal (%(count)d)") % {"count": count}),
            ("ticked", gettext("alleen wie ik hieronder aanvink")),
        ]
        names = [
            (
                str(each.account_id),
                ngettext("%(name)s, nu %(count)d kandidaat", "%(name)s, nu %(count)d kandidaten", each.count)
                % {"name": each.name, "count": each.count},
            )
            for each in takers
        ]
        to_id = self.fields["to_id"]
        assert isinstance(to_id, forms.ChoiceField)
        to_id.choices = [("", _("kies een collega")), *names]


def page(request: Any) -> HttpResponse:
    """First from whom; then who, and to whom. What was handed over last can be taken back here."""
    loads = queries.caseloads(request.actor)
    chosen = chosen_load(request, loads)
    if chosen is None:
        return from_whom(request, loads, undo="candidates:take_back_hand_over")
    takers = takers_of(request, loads, chosen)
    is_search = SEARCH in request.POST
    sought = " ".join(request.POST.get("find", "").replace("\x00", "").split())[:80]
    if is_search:
        # of whom one looks for somebody, not everybody goes
        who = "ticked" if sought else request.POST.get("who", "all")
        form = HandOverForm(takers, chosen.count, initial=request.POST.dict() | {"who": who})
    else:
        form = HandOverForm(takers, chosen.count, request.POST if request.method == "POST" else None)
    ticked = keys_in(request.POST.getlist("candidate"))
    if form.is_valid() and (done := _hand_over(request, form, chosen, ticked, sought)):
        return redirect(done)
    if not chosen.count:
        return redirect(nobody_left(request, reverse("candidates:hand_over")))
    everybody = queries.candidates_of(request.actor, chosen.account_id)
    if sought:
        everybody = named_like(everybody, sought, also=in_place(sought) | Q(pk__in=ticked))
    shown = Paginator(everybody, PER_PAGE).get_page(request.GET.get("page"))
    request.shown_people.append(("candidate", [each.pk for each in shown]))
    if is_search:
        request.request_key = None
    rows = [(each, regions.place_of(each.postcode), each.pk in ticked) for each in shown]
    return render(
        request,
        "candidates/hand_over.html",
        {
            "chosen": chosen,
            "takers": takers,
            "form": form,
            "page": shown,
            "rows": sorted(rows, key=lambda row: not row[2]) if sought else rows,
            "sought": sought,
            "is_long": chosen.count > LONG,
        },
        status=422 if form.errors else 200,
    )


def takers_of(
    request: Any, loads: list[queries.Caseload], chosen: queries.Caseload
) -> list[queries.Caseload]:
    """The colleagues to whom the candidates can go; of who is away now the name says until when."""
    here = [each for each in loads if each.account_id and not each.has_left and each != chosen]
    names = {each.account_id: each.name for each in here if each.account_id}
    said = named_with_absence(request.actor, names, request.at)
    return [replace(each, name=said[each.account_id]) for each in here if each.account_id]


def chosen_load(request: Any, loads: list[queries.Caseload]) -> queries.Caseload | None:
    """Whose candidates they are, as the address says; None where it says nobody that has any."""
    word = request.GET.get("van")
    found = next((each for each in loads if word_of(each) == word), None)
    if request.method != "POST":
        return found if found and found.count else None
    key = key_in(word)
    if found is None and (word == NOBODY or key):
        # all of theirs went over a moment ago: a press that comes twice is answered as the first was
        return queries.Caseload(key, "", 0, has_left=key is not None)
    return found


def from_whom(
    request: Any, loads: list[queries.Caseload], *, undo: str, is_division: bool = False
) -> HttpResponse:
    """Whose candidates are meant, with what went over lately: what was done just now apart. `undo` is the page that takes a
    batch back."""
    batches = [_batch_in_words(each) for each in queries.batches_to_take_back(request.actor, request.at)]
    return render(
        request,
        "candidates/caseloads.html",
        {
            "is_division": is_division,
            "loads": [(each, f"{request.path}?van={word_of(each)}" if each.count else "") for each in loads],
            "done": batches.pop(0) if batches and "klaar" in request.GET else None,
            "batches": batches,
            "undo_url": reverse(undo),
        },
    )


def _batch_in_words(batch: queries.Batch) -> dict[str, Any]:
    """What went over at once, for who may take it back."""
    first = batch.rows[0]
    names = ", ".join(sorted({row.to.name for row in batch.rows if row.to}))
    words = ngettext(
        "%(count)d kandidaat gaat verder met %(name)s",
        "%(count)d kandidaten gaan verder met %(name)s",
        batch.count,
    )
    return {
        "batch_id": batch.batch_id,
        "words": words % {"count": batch.count, "name": names},
        "from": sorted({row.of.name for row in batch.rows if row.of}),
        "by": first.by.name if first.by else "",
        "day": first.made_at,
    }


def word_of(load: queries.Caseload) -> str:
    """A caseload as the address has it."""
    return str(load.account_id or NOBODY)


def nobody_left(request: Any, then: str) -> str:
    """A page that stood open too long is told that it came too late; where to go on."""
    messages.warning(request, gettext("Er was niemand meer om over te dragen. Een collega was je voor."))
    return then


def _hand_over(
    request: Any, form: HandOverForm, chosen: queries.Caseload, ticked: list[UUID], sought: str
) -> str:
    """What was asked, done, and where to go on; "" where it is refused, which the form then says."""
    is_all = form.cleaned_data["who"] == "all"
    if fault := _fault_in(is_all, ticked, sought):
        form.add_error("who", fault)
        return ""
    to_id = UUID(form.cleaned_data["to_id"])
    try:
        went = commands.hand_over_candidates(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            candidate_ids=None if is_all else sorted(ticked),
            from_id=chosen.account_id,
            to_id=to_id,
        )
    except Refusal as refusal:
        form.add_error(refusal.field, shown_again(request, refusal).text)
        return ""
    if not went:
        return nobody_left(request, reverse("candidates:hand_over"))
    return f"{reverse('candidates:hand_over')}?klaar=1"


def _fault_in(is_all: bool, ticked: list[UUID], sought: str) -> str:
    """Everybody, with some ticked or sought, is two answers: it is asked which, before hundreds go over."""
    if is_all and sought and not ticked:
        return gettext(
            "Allemaal, of alleen wie je zoekt? Maak het zoekveld leeg voor allemaal, of vink aan wie meegaat."
        )
    if is_all and ticked:
        return ngettext(
            "Allemaal, of alleen de %(count)d die is aangevinkt? Kies het hier, of haal het vinkje weg.",
            "Allemaal, of alleen de %(count)d die zijn aangevinkt? Kies het hier, of haal de vinkjes weg.",
            len(ticked),
        ) % {"count": len(ticked)}
    return "" if is_all or ticked else gettext("Vink hieronder aan wie je overdraagt, of kies ‘allemaal’.")
