"""Who leads a team divides the candidates of a colleague over others: by numbers and places, without opening a file."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.candidates import commands, queries
from werktop.candidates.models import TransferWhy

from .hand_over import chosen_load, from_whom, nobody_left, takers_of, word_of

EVENLY, BY_PLACE = "gelijk", "plaats"
PLACE = "place-"
"""Before the name of a field that asks who takes a place."""


class DivideForm(forms.Form):
    """Why, and who gets how many."""

    why = forms.ChoiceField(
        label=_("Waarom?"),
        choices=TransferWhy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom. Wie iemand krijgt, leest het.")},
    )
    to_ids = forms.TypedMultipleChoiceField(
        label=pgettext_lazy("who gets a share", "Over wie?"),
        help_text=_(
            "Eén collega krijgt allemaal; meer collega's krijgen er evenveel. Wie bij wie komt, wordt geloot."
        ),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Vink aan wie de kandidaten krijgt.")},
    )

    def __init__(
        self, takers: list[queries.Caseload], places: list[tuple[str, int]] | None, typed: Any
    ) -> None:
        """`places`: by place, a question for each; None: in equal numbers."""
        super().__init__(typed)
        names = [(str(each.account_id), _with_count(each.name, each.count)) for each in takers]
        if places is None:
            field = self.fields["to_ids"]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = names
            return
        del self.fields["to_ids"]
        for place, count in places:
            self.fields[_field_of(place)] = forms.TypedChoiceField(
                label=_with_count(place or gettext("plaats onbekend"), count),
                choices=[("", gettext("kies een collega")), *names],
                coerce=UUID,
                error_messages={"required": gettext("Kies wie deze kandidaten krijgt.")},
            )

    @property
    def by_place(self) -> dict[str, UUID]:
        """Who takes which place, also one that was asked about and of which nobody is left: the command says that, and answers a
        press that comes twice as the first."""
        found = {}
        for name, value in self.data.items():
            if name.startswith(PLACE):
                with suppress(ValueError):
                    found[bytes.fromhex(name.removeprefix(PLACE)).decode()] = UUID(value)
        return found


def _field_of(place: str) -> str:
    """Called after the place itself: what came or went since the page was drawn moves no answer to another place."""
    return PLACE + place.encode().hex()


def _with_count(name: str, count: int) -> str:
    words = ngettext("%(name)s, %(count)d kandidaat", "%(name)s, %(count)d kandidaten", count)
    return words % {"name": name, "count": count}


def page(request: Any) -> HttpResponse:
    """First whose; then why and over whom. What was divided lately can be taken back here."""
    loads = queries.caseloads(request.actor)
    chosen = chosen_load(request, loads)
    if chosen is None:
        return from_whom(request, loads, undo="candidates:take_back_division", is_division=True)
    here = reverse("candidates:divide_caseload")
    takers = takers_of(request, loads, chosen)
    is_by_place = request.GET.get("hoe") == BY_PLACE
    places = queries.places_of_caseload(request.actor, chosen.account_id)
    typed = request.POST if request.method == "POST" else None
    form = DivideForm(takers, places if is_by_place else None, typed)
    if chosen.account_id is None:
        del form.fields["why"]  # nobody was there to leave
    if form.is_valid():
        if _divided(request, form, chosen, is_by_place):
            return redirect(f"{here}?klaar=1")
        if not chosen.count:
            return redirect(nobody_left(request, here))
    van = f"{here}?van={word_of(chosen)}"
    return render(
        request,
        "candidates/divide_caseload.html",
        {
            "chosen": chosen,
            "takers": takers,
            "form": form,
            "places": places,
            "is_by_place": is_by_place,
            "ways": [
                (gettext("In gelijke aantallen"), van, not is_by_place),
                (gettext("Per plaats"), f"{van}&hoe={BY_PLACE}", is_by_place),
            ],
        },
        status=422 if form.errors else 200,
    )


def _divided(request: Any, form: DivideForm, chosen: queries.Caseload, is_by_place: bool) -> bool:
    """What was asked, done; False where nobody went, or where it is refused, which the form then says."""
    try:
        went = commands.divide_caseload(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            from_id=chosen.account_id,
            why=form.cleaned_data.get("why", TransferWhy.BALANCE.value),
            lot=str(request.request_key),
            to_ids=[] if is_by_place else form.cleaned_data["to_ids"],
            by_place=form.by_place if is_by_place else None,
        )
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return False
    if went and form.cleaned_data.get("why") == TransferWhy.LEFT:
        words = gettext("%(name)s blijft te kiezen tot de functioneel beheerder het account beëindigt.")
        messages.info(request, words % {"name": chosen.name})
    return bool(went)
