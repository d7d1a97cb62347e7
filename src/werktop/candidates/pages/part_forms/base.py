"""What the forms of all parts of the picture have in common."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.models import SOURCES, Candidate, Part, Source
from werktop.candidates.queries import NEED_SOURCES, is_by_candidate, part_version
from werktop.catalogue.suspicions import suspicion_in, target_group_in
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput

IN_WORDS = _("Schrijf dit in een paar woorden op.")
"""What to do about a line that was left open."""


def line(label: Any, limit: int, *, is_asked: bool = True, unanswered: Any = IN_WORDS) -> forms.CharField:
    """A question with one line for an answer."""
    return forms.CharField(
        label=label, max_length=limit, required=is_asked, error_messages={"required": unanswered}
    )


def day(label: Any, *, is_asked: bool = False, why: Any = "") -> forms.DateField:
    """A question for a day."""
    return forms.DateField(label=label, required=is_asked, help_text=why, widget=DayInput)


def several(label: Any, choices: Any) -> forms.MultipleChoiceField:
    """A question of which several answers may hold."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


SAID = [
    (Source.OWN_WORDS.value, Source.OWN_WORDS.label),
    (Source.COLLEAGUE.value, _("ik zag of bedacht het")),
]
"""Whose thought something is, as two answers."""
TALKED = list(NEED_SOURCES)
"""Of what nobody sees or thinks of for another: what drives somebody, what somebody needs, and how it goes in a domain of life."""


class PartForm(VersionedForm):
    """What every part asks, in a fold: where it was seen and why it is noted now."""

    FOLDED: ClassVar[tuple[str, ...]] = ("source", "reason")

    source = forms.ChoiceField(label=_("Hoe weten we dit?"), choices=SOURCES)
    reason = forms.CharField(label=_("Waarom nu?"), max_length=200, required=False)

    def __init__(
        self,
        viewer: Actor,
        at: datetime,
        *args: Any,
        candidate: Candidate,
        row: Part | None = None,
        **kwargs: Any,
    ) -> None:
        initial = answers_of_part(row, self.base_fields) if row else {"source": Source.OWN_WORDS}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.candidate, self.at = candidate, at
        self.ask(viewer, row)

    def ask(self, viewer: Actor, row: Part | None) -> None:
        """What depends on who asks, and on what stands there."""
        if row is None and "done_date" in self.fields:
            del self.fields["done_date"]

    def told_about(self, candidate: Candidate) -> None:
        """What stands there of this candidate, where it helps to answer."""

    def look_for(self, viewer: Actor, words: str, picks: list[str]) -> None:
        """Have what fits these words to choose from, and what was picked before, in a form that searches."""

    @property
    def asked_first(self) -> list[Any]:
        """The questions of this part itself."""
        asked = [self[name] for name in self.fields if name not in (*self.FOLDED, "version", "is_about_work")]
        return [*asked, self["is_about_work"]] if self.may_stay else asked

    @property
    def may_stay(self) -> bool:
        """Whether a word was stopped for that may stand where it is not about the person."""
        typed = (self.data.get(name, "") for name in self.fields)
        return "is_about_work" in self.fields and any(
            suspicion_in(str(words)) or target_group_in(str(words)) for words in typed
        )

    @property
    def picked_in(self) -> str:
        """The pick list that decides whether a level is asked; "" where there is none."""
        return f"{self['term_ids'].auto_id}-list" if "term_ids" in self.fields else ""

    @property
    def asked_afterwards(self) -> list[Any]:
        """What is asked when it is over."""
        return []

    @property
    def is_looked_at(self) -> bool:
        """Whether that stands open."""
        return False

    @property
    def asked_last(self) -> list[Any]:
        """Where it comes from."""
        return [self[name] for name in self.FOLDED]

    @property
    def title_of_last(self) -> tuple[str, str]:
        """The heading over that, and what holds where nobody opens it."""
        if "source" not in self.FOLDED:
            return gettext("Waarom nu?"), gettext("als dat erbij helpt")
        return gettext("Hoe weten we dit?"), gettext("zelf verteld, als je niets anders kiest")

    @property
    def folds(self) -> list[dict[str, Any]]:
        """Questions that not everybody needs, by fold: `title`, `note`, `asked` and whether it stands open."""
        return []

    @property
    def low(self) -> list[str]:
        """The domains of life that were chosen just now in which it does not go well."""
        return []

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `note_part`."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


def answers_of_part(row: Part, asked: Any) -> dict[str, Any]:
    """What a part says, as the answers that its form starts with."""
    said = {name: getattr(row, name) for name in asked if name in (*row.SAYS, "source")}
    return said | {"version": part_version(row)}


def about_work() -> forms.BooleanField:
    """That a word was rightly written though it may name a diagnosis: asked only where one was."""
    return forms.BooleanField(
        label=_("Zo laten staan: het gaat over werk, een cursus of een bedrijf"), required=False
    )


class SaidForm(PartForm):
    """A part of which it has to be said whose thought it is: nothing is filled in for who notes it, nor where the words are the
    candidate's own: who writes others there says anew whose these are."""

    FOLDED = ("reason",)
    ANSWERS: ClassVar[list[tuple[Any, Any]]] = SAID

    source = forms.ChoiceField(
        label=_("Wie zei dit?"),
        choices=SAID,
        widget=forms.RadioSelect({"class": "large"}),
        error_messages={"required": _("Kies: heeft iemand dit zelf verteld, of zag of bedacht jij het?")},
    )
    is_about_work = about_work()

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        source = self.fields["source"]
        assert isinstance(source, forms.ChoiceField)
        source.choices = self.ANSWERS
        if self.ANSWERS is TALKED:
            source.error_messages["required"] = gettext("Kies: zelf verteld, of samen besproken?")
        if row is None:
            self.initial.pop("source", None)
        elif row.source not in dict(self.ANSWERS):
            source.choices = [*self.ANSWERS, (row.source, Source(row.source).label)]
        self.own_words = getattr(row, "words", "") if row is not None and is_by_candidate(row) else ""
        if self.own_words:
            self.initial.pop("source", None)
            source.required = False
            source.help_text = gettext("Deze woorden zijn van %(name)s. Verander je ze? Kies dan.") % {
                "name": self.candidate.first_name
            }

    def clean(self) -> dict[str, Any]:
        """Other words than the candidate's own are somebody's."""
        typed = self.cleaned_data
        if (
            self.own_words
            and not typed.get("source")
            and typed.get("words", self.own_words) != self.own_words
        ):
            self.add_error("source", self.fields["source"].error_messages["required"])
        return typed

    @property
    def asked_first(self) -> list[Any]:
        """Whose thought it is stands first."""
        return [self["source"], *(bound for bound in super().asked_first if bound.name != "source")]
