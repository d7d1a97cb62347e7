"""What work somebody wants: one box for occupations, interests and own words, and the rest folded."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.keys import keys_in
from werktop.candidates.models import DayPart, Part, Travel, Weekday, Wish
from werktop.candidates.queries import wanted_by
from werktop.candidates.queries.saying import wish_in_words
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import WISHED_FORMS

from .base import PartForm, day, line, several

MOST_FOUND = 10
KINDS = ("occupation", "interest")
"""What is found by the letters in the box."""
LETTERS = 2
"""From so many letters on."""


class WishForm(PartForm):
    """The box takes words as they are said; what is found by them can be picked, and counts for a match."""

    REST: ClassVar[tuple[str, ...]] = (
        *("hours_min", "hours_max", "days", "day_parts"),
        *("most_km", "travels_by", "available_date", "work_forms"),
    )

    work = line(_("Wat voor werk?"), 120, is_asked=False)
    picks = several(_("Kies wat past"), [])
    is_kept = forms.BooleanField(label=_("Bewaar ook wat ik typte, als eigen woorden"), required=False)
    hours_min = forms.IntegerField(
        label=_("Uren per week, minstens"), required=False, min_value=1, max_value=60
    )
    hours_max = forms.IntegerField(
        label=_("Uren per week, hoogstens"), required=False, min_value=1, max_value=60
    )
    days = forms.TypedMultipleChoiceField(
        label=_("Op welke dagen?"),
        choices=Weekday.choices,
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    day_parts = several(_("Welk deel van de dag?"), DayPart.choices)
    most_km = forms.IntegerField(
        label=_("Hoe ver van huis, in kilometer?"), required=False, min_value=1, max_value=200
    )
    travels_by = several(_("Hoe reist iemand?"), Travel.choices)
    available_date = day(_("Vanaf welke dag?"))
    work_forms = several(_("In welke vorm?"), WISHED_FORMS)

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        self.row = row if isinstance(row, Wish) else None
        self.there = wanted_by(self.candidate)
        self.searched = ""
        work = self.fields["work"]
        work.help_text = _("Typ een beroep, waar het over gaat, of gewoon zoals iemand het zegt.")
        work.widget.attrs |= {
            "autocomplete": "off",
            "hx-get": reverse("candidates:note_part", args=[self.candidate.pk, "wish"]),
            "hx-trigger": "input changed delay:250ms",
            "hx-include": "#found",
            "hx-target": "#found",
            "hx-select": "#found",
            "hx-swap": "outerHTML",
        }
        if self.is_bound:
            self.look_for(viewer, str(self.data.get("work", "")), self.data.getlist("picks"))

    def look_for(self, viewer: Actor, words: str, picks: list[str]) -> None:
        """What was picked stays in front."""
        self.searched = words.strip() if words.strip() != (self.row.work if self.row else "") else ""
        found = {f"{each.kind}:{each.id}": each.label for each in self._found(viewer)}
        field = self.fields["picks"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list((_labels(viewer, picks) | found).items())
        if not self.is_bound:
            self.initial["picks"] = picks

    def _found(self, viewer: Actor) -> list[Any]:
        if len(self.searched) < LETTERS:
            return []
        found = catalogue.find(viewer, self.searched[:80], KINDS, MOST_FOUND)
        return [each for each in found if each.id not in self.there]

    @property
    def asked_first(self) -> list[Any]:
        """The box, and what was found."""
        return [self["work"], self["picks"]]

    @property
    def noted(self) -> list[str]:
        """What is wanted already."""
        return list(self.there.values())

    @property
    def folds(self) -> list[dict[str, Any]]:
        """When, how far and how; closed, with what is known beside the title."""
        known = wish_in_words(self.row)[bool(self.row.work) :] if self.row else []
        return [
            {
                "title": gettext("Uren, dagen, reizen en vorm"),
                "note": "; ".join(known) or gettext("nog niet gevraagd"),
                "asked": [self[name] for name in self.REST],
                "is_open": any(self[name].errors for name in self.REST),
                "is_alone": False,
            }
        ]

    def clean(self) -> dict[str, Any]:
        """The fewest hours are not more than the most."""
        typed = self.cleaned_data
        fewest, most = typed.get("hours_min"), typed.get("hours_max")
        if fewest and most and fewest > most:
            self.add_error("hours_min", _("Minstens is hier meer dan hoogstens. Wissel de twee om."))
        return typed

    def facts(self) -> dict[str, Any]:
        """In the words of `note_wish`. A few letters by which something was found are not what somebody said."""
        said = super().facts()
        picks, is_kept = said.pop("picks"), said.pop("is_kept")
        had = self.row.work if self.row else ""
        if picks and not is_kept:
            said["work"] = had
        return said | {"occupation_ids": _keys("occupation", picks), "term_ids": _keys("interest", picks)}


def _labels(viewer: Actor, picks: list[str]) -> dict[str, str]:
    """What was picked before, with its words; what cannot be picked is left out."""
    work = catalogue.occupations(_keys("occupation", picks))
    likes = catalogue.terms_by_id(catalogue.to_note(viewer, _keys("interest", picks)))
    words = {f"occupation:{key}": each.label for key, each in work.items()}
    words |= {f"interest:{key}": each.label for key, each in likes.items()}
    return {pick: words[pick] for pick in picks if pick in words}


def _keys(kind: str, picks: list[str]) -> list[UUID]:
    """The keys of one kind among what was picked."""
    return keys_in(pick.removeprefix(f"{kind}:") for pick in picks if pick.startswith(f"{kind}:"))


class OccupationForm(PartForm):
    """An occupation that is wanted is chosen in the box of the wish; here stands where it comes from, and it can be taken away."""
