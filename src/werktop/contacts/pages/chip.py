"""What all chips of a quick note have in common, and how a form sends them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal
from werktop.candidates.commands import NamesADiagnosis
from werktop.catalogue.suspicions import suspicion_in
from werktop.contacts.understood import Understood

Options = list[tuple[str, str]]
NO_DAY = {"required": _("Kies een dag."), "invalid": _("Kies een dag die bestaat.")}
APART = ("is_on", "was")
TICKS = ("is_on", "is_about_work")


class Chip(forms.Form):
    """One thing that was understood. `is_on` is the tick, `was` what was read before anything was changed; `beside` says
    what stands there already; the rest is folded away until one wants to change it."""

    # what is folded away, or not ticked, must not keep a browser from sending the form
    use_required_attribute = False
    kind, icon, tint, beside = "", "", "", ""
    KNOWN_BY: tuple[str, ...] = ()
    """Answers of which one that stayed the same makes it the same fact, when the sentence is read again."""
    is_on = forms.BooleanField(required=False)
    was = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, understood: Understood, sentence: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.understood, self.sentence = understood, sentence
        self.set_up()

    def set_up(self) -> None:
        """Fill in what can be chosen."""

    def full_clean(self) -> None:
        """What is not ticked is not looked at."""
        if self.is_bound and not self.is_ticked:
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        super().full_clean()

    def options(self, name: str, choices: Options) -> None:
        """What can be chosen for one question."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def is_ticked(self) -> bool:
        """Whether this is to be saved."""
        return bool(self["is_on"].value())

    @property
    def questions(self) -> list[Any]:
        """What can be changed."""
        asked = [name for name in self.fields if name not in APART]
        return [self[name] for name in asked if name != "is_about_work" or self.stopped_for]

    @property
    def stopped_for(self) -> str:
        """The word in what it says that may name a diagnosis, where it is about a candidate; "" for none."""
        people = self["people"].value() if "people" in self.fields else None
        named = self["about_people"].value() if "about_people" in self.fields else None
        about = [*(people or ()), *(named or ()), *self.understood.loose]
        is_of_somebody = any(str(each).startswith("candidate:") for each in about)
        return suspicion_in(self.words) if is_of_somebody else ""

    def mark(self, refusal: Refusal) -> None:
        """Say at a question of this chip why it could not be saved."""
        asked = [question.name for question in self.questions]
        where = next((name for name in (refusal.field, "what") if name in asked), asked[0])
        self.add_error(where, str(refusal.text))

    @property
    def words(self) -> str:
        """What it says in free words."""
        return ""

    def look_at_words(self) -> None:
        """Stop gently for a word that may name a diagnosis, unless it was said to be about work."""
        if (word := self.stopped_for) and not self.cleaned_data.get("is_about_work"):
            self.add_error("is_about_work", NamesADiagnosis(word).text)

    def labels(self, name: str, choices: Options) -> str:
        """The words of what is chosen."""
        value = self[name].value()
        picked = value if isinstance(value, list | tuple) else [value]
        return ", ".join(str(words) for key, words in choices if key in picked)

    def whom(self, name: str, *, with_firm: bool = False) -> str:
        """The people and firms that are chosen, in words. The firm whose page it is goes without saying; with `with_firm` only
        beside somebody else."""
        known = self.understood.firm
        said = self.labels(name, [each for each in self.understood.people if each[0] != known])
        return said or (self.labels(name, self.understood.people) if with_firm else "")

    def firm(self) -> str:
        """The firm that is chosen, in words, with a comma before it; nothing where it is the one whose page it is."""
        if (value := self["employer"].value()) and value == self.understood.firm:
            return ""
        return ", " + (self.labels("employer", self.understood.firms) or gettext("welk bedrijf?"))

    def day(self, name: str) -> str:
        """The day that is filled in, in words; "" where it is none. Where one must be and what was written is no day, that is
        said."""
        value = self[name].value()
        if not value and self.understood.no_days and self.fields[name].required:
            return gettext("deze dag bestaat niet")
        try:
            day = self.fields[name].to_python(value)
        except ValidationError:
            return ""
        is_this_year = isinstance(day, date) and day.year == self.understood.today.year
        return date_format(day, "D j F" if is_this_year else "D j F Y") if day else ""

    def head(self) -> str:
        """What it is."""
        raise NotImplementedError

    def said(self) -> str:
        """What it says."""
        raise NotImplementedError

    def look_at(self, asked: list[str]) -> None:
        """Say what is missing, where the questions were answered by the people `asked`."""

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """As the command takes it; `asked` are the people by whom the questions were answered."""
        raise NotImplementedError


def written(kind: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The answers of a chip as a form sends them: texts, and lists of texts."""
    answers = {
        name: [str(each) for each in value]
        if isinstance(value, list)
        else ""
        if value is None
        else str(value)
        for name, value in facts.items()
        if name not in TICKS
    }
    ticks = {name: bool(facts.get(name)) for name in TICKS if name == "is_on" or name in facts}
    return {"kind": kind, **ticks, **answers}


def as_was(kind: str, facts: dict[str, Any]) -> str:
    """What was read, for the field `was`."""
    return json.dumps(written(kind, facts), ensure_ascii=False, sort_keys=True)
