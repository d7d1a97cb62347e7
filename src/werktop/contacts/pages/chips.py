"""The chips of a quick note as forms: each is ticked, changed or dropped, and what is unsure is asked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from werktop.contacts.models import Channel
from werktop.contacts.refusals import FirmIsMissing
from werktop.contacts.understanding import Ask, Understood
from werktop.ui.widgets import DayInput

from .who import keys_in

Options = list[tuple[str, str]]


class Chip(forms.Form):
    """One thing that was understood. `is_on` is the tick; the rest is folded away until one wants to change it."""

    kind, icon, tint = "", "", ""
    is_on = forms.BooleanField(required=False, initial=True)

    def __init__(self, *args: Any, understood: Understood, sentence: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.understood, self.sentence = understood, sentence
        self.set_up()

    def set_up(self) -> None:
        """Fill in what can be chosen."""

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
        return [self[name] for name in self.fields if name != "is_on"]

    def labels(self, name: str, choices: Options) -> str:
        """The words of what is chosen."""
        value = self[name].value()
        picked = value if isinstance(value, list | tuple) else [value]
        return ", ".join(str(words) for key, words in choices if key in picked)

    def day(self, name: str) -> str:
        """The day that is filled in, in words; "" where it is none."""
        value = self[name].value()
        day = self.fields[name].to_python(value) if isinstance(value, str) and value else value
        return date_format(day, "D j F") if day else ""

    def head(self) -> str:
        """What it is."""
        raise NotImplementedError

    def said(self) -> str:
        """What it says."""
        raise NotImplementedError

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """As the command takes it; `asked` are the people by whom the questions were answered."""
        raise NotImplementedError


class ContactChip(Chip):
    """A contact moment with the whole sentence as its note."""

    kind, icon, tint = "contact", "people", "company"
    channel = forms.ChoiceField(label=_("Hoe sprak je elkaar?"), choices=Channel.choices)
    day_of = forms.DateField(label=_("Wanneer?"), widget=DayInput)
    people = forms.MultipleChoiceField(
        label=_("Met wie?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def set_up(self) -> None:
        """Whom the sentence names can be ticked."""
        self.options("people", self.understood.people)

    def head(self) -> str:
        """How and when."""
        how = dict(Channel.choices).get(self["channel"].value(), "")
        return ", ".join(filter(None, (capfirst(str(how)), self.day("day_of"))))

    def said(self) -> str:
        """With whom."""
        return self.labels("people", self.understood.people) or gettext("met wie?")

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        done = self.cleaned_data
        return {
            "kind": "contact",
            "channel": done["channel"],
            "day": done["day_of"],
            "words": self.sentence,
            **keys_in([*done["people"], *asked]),
        }


class OpeningChip(Chip):
    """Work that a firm expects."""

    kind, icon, tint = "opening", "sprout", "work"
    what = forms.CharField(label=_("Wat voor werk?"), max_length=120)
    places = forms.IntegerField(label=_("Voor hoeveel mensen?"), required=False, min_value=1, max_value=999)
    from_date = forms.DateField(label=_("Vanaf wanneer?"), required=False, widget=DayInput)
    employer = forms.ChoiceField(label=_("Bij welk bedrijf?"), required=False)

    def set_up(self) -> None:
        """Firms that the sentence names; where one is asked about, the answer counts."""
        self.options("employer", [("", gettext("kies een bedrijf")), *self.understood.firms])

    def head(self) -> str:
        """That it is to come, and when."""
        day = self.day("from_date")
        return gettext("Komend werk, vanaf %(day)s") % {"day": day} if day else gettext("Komend werk")

    def said(self) -> str:
        """How many for what, and where."""
        firm = self.labels("employer", self.understood.firms) or gettext("welk bedrijf?")
        what = " ".join(str(each) for each in (self["places"].value(), self["what"].value()) if each)
        return f"{what}, {firm}"

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        done = self.cleaned_data
        employer_id = keys_in([*asked, done["employer"]])["employer_id"]
        if employer_id is None:
            raise FirmIsMissing()
        return {
            "kind": "opening",
            "what": done["what"],
            "places": done["places"],
            "from_date": done["from_date"],
            "employer_id": employer_id,
        }


class ReminderChip(Chip):
    """What was promised."""

    kind, icon, tint = "reminder", "clock", "date"
    what = forms.CharField(label=_("Wat ga je doen?"), max_length=200)
    due_date = forms.DateField(label=_("Voor wanneer?"), widget=DayInput)
    people = forms.MultipleChoiceField(
        label=_("Over wie?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def set_up(self) -> None:
        """Whom the sentence names can be ticked."""
        self.options("people", self.understood.people)

    def head(self) -> str:
        """When."""
        return gettext("Herinnering voor jou, %(day)s") % {"day": self.day("due_date")}

    def said(self) -> str:
        """What, and about whom."""
        about = self.labels("people", self.understood.people)
        return ", ".join(filter(None, (self["what"].value(), about)))

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        done = self.cleaned_data
        return {
            "kind": "reminder",
            "what": done["what"],
            "due_date": done["due_date"],
            **keys_in([*done["people"], *asked]),
        }


class CompetencyChip(Chip):
    """What a candidate turned out to be good at."""

    kind, icon, tint = "competency", "star", "talent"
    candidate = forms.ChoiceField(label=_("Van wie?"))
    term = forms.ChoiceField(label=_("Wat zag je?"))

    def set_up(self) -> None:
        """Candidates that the sentence names, and what it may mean."""
        people = [each for each in self.understood.people if each[0].startswith("candidate:")]
        asked = [option for ask in self.understood.asks for option in ask.options]
        people += [each for each in asked if each[0].startswith("candidate:") and each not in people]
        self.options("candidate", [("", gettext("kies een kandidaat")), *people])
        self.options("term", self.understood.terms)

    def head(self) -> str:
        """Whose it is."""
        field = self.fields["candidate"]
        assert isinstance(field, forms.ChoiceField)
        return gettext("Gezien bij %(who)s") % {"who": self.labels("candidate", list(field.choices))}  # type: ignore[arg-type]

    def said(self) -> str:
        """What it is."""
        return capfirst(self.labels("term", self.understood.terms))

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        (candidate_id,) = keys_in([self.cleaned_data["candidate"]])["candidate_ids"]
        return {
            "kind": "competency",
            "candidate_id": candidate_id,
            "term_id": UUID(self.cleaned_data["term"]),
        }


class AskForm(forms.Form):
    """Words that may mean several people."""

    who = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, ask: Ask, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.label = gettext("Welke %(words)s?") % {"words": ask.words}
        field.choices = [("", gettext("nog niet gekozen")), *ask.options]
        if ask.is_cut_off:
            field.help_text = gettext("Dit zijn ze niet allemaal. Typ ook de rest van de naam.")


CHIPS: dict[str, type[Chip]] = {
    each.kind: each for each in (ContactChip, OpeningChip, ReminderChip, CompetencyChip)
}


class Chips:
    """All of a note together: forms for what was understood and for what is asked."""

    def __init__(self, understood: Understood, sentence: str, post: Any = None) -> None:
        self.chips = [
            CHIPS[kind](
                post,
                prefix=f"chip{number}",
                initial={"is_on": _can_be_saved(kind, facts, understood), **_named(facts)},
                understood=understood,
                sentence=sentence,
            )
            for number, (kind, facts) in enumerate(understood.chips)
        ]
        self.asks = [
            AskForm(post, prefix=f"ask{number}", ask=ask) for number, ask in enumerate(understood.asks)
        ]

    @property
    def forms(self) -> list[forms.Form]:
        """Each form, for what is wrong."""
        return [*(chip for chip in self.chips if chip.is_ticked), *self.asks]

    def is_valid(self) -> bool:
        """Whether all that is ticked can be saved as it stands."""
        # of all at once, so that all that is wrong is said
        return not [form for form in self.forms if not form.is_valid()]

    def facts(self) -> list[dict[str, Any]]:
        """What is ticked, as the command takes it."""
        asked = [form.cleaned_data["who"] for form in self.asks if form.cleaned_data["who"]]
        return [chip.facts(asked) for chip in self.chips if chip.is_ticked]


def _named(facts: dict[str, Any]) -> dict[str, Any]:
    # a form has no field `day` beside its method of that name
    return {("day_of" if name == "day" else name): value for name, value in facts.items()}


def _can_be_saved(kind: str, facts: dict[str, Any], understood: Understood) -> bool:
    if kind == "opening":
        asked = [value for ask in understood.asks for value, _words in ask.options]
        return bool(facts["employer"]) or any(value.startswith("employer:") for value in asked)
    return kind != "competency" or bool(facts["candidate"])


def saved_in_words(saved: dict[str, Any]) -> str:
    """What came of a note: "1 contactmoment, 1 herinnering"."""
    return counted_in_words(saved["contacts"], saved["openings"], saved["reminders"], len(saved["talents"]))


def counted_in_words(contacts: int, openings: int, reminders: int, talents: int) -> str:
    """As many of each, in words; what there is none of is left out."""
    parts = [
        (contacts, ngettext("%(n)d contactmoment", "%(n)d contactmomenten", contacts)),
        (openings, ngettext("%(n)d keer komend werk", "%(n)d keer komend werk", openings)),
        (reminders, ngettext("%(n)d herinnering", "%(n)d herinneringen", reminders)),
        (talents, ngettext("%(n)d talent", "%(n)d talenten", talents)),
    ]
    return ", ".join(words % {"n": count} for count, words in parts if count)
