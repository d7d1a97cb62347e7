"""The kinds of chip of a quick note, each a form: ticked, changed or dropped."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.contacts.models import Channel
from werktop.contacts.moments import about_in_words
from werktop.contacts.refusals import FirmIsMissing, WhatIsMissing
from werktop.ui.widgets import DayInput

from .about_whom import about_people, candidates_among, keep_whom_words_name
from .about_work import about_work
from .chip import NO_DAY, Chip
from .chip_chance import ChanceChip
from .chip_picture import AdjustmentChip, CertificateChip, NeedChip, StepChip, WishChip
from .who import keys_in


class ContactChip(Chip):
    """A contact moment with the whole sentence as its note."""

    kind, icon, tint = "contact", "people", "company"
    KNOWN_BY = ("channel", "people")
    channel = forms.ChoiceField(label=_("Hoe sprak je elkaar?"), choices=Channel.choices)
    reached = forms.ChoiceField(
        label=_("Sprak je elkaar?"),
        choices=[("", _("ja")), ("no", _("nee, niet bereikt of alleen een bericht gestuurd"))],
        required=False,
    )
    day_of = forms.DateField(label=_("Wanneer?"), widget=DayInput, error_messages=NO_DAY)
    people = forms.MultipleChoiceField(
        label=_("Met wie?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    about_people = about_people()
    is_about_work = about_work()

    def set_up(self) -> None:
        """Whom the sentence names can be ticked; it is about each candidate, also where nobody spoke with that one."""
        self.options("people", self.understood.people)
        self.options("about_people", candidates_among(self.understood.people))

    @property
    def questions(self) -> list[Any]:
        """Whom it is about is asked where a candidate is named."""
        named = candidates_among(self.understood.people)
        return [each for each in super().questions if each.name != "about_people" or named]

    @property
    def words(self) -> str:
        """The sentence."""
        return self.sentence

    def head(self) -> str:
        """How and when."""
        how = dict(Channel.choices).get(self["channel"].value(), "")
        missed = gettext("niet bereikt") if self["reached"].value() == "no" else ""
        if missed and self["channel"].value() == Channel.MESSAGE:
            how, missed = gettext("bericht gestuurd"), ""
        return ", ".join(filter(None, (capfirst(str(how)), missed, self.day("day_of"))))

    def said(self) -> str:
        """With whom, and whom it is about beside them."""
        only_about = self._only_about()
        about = [shown for value, shown in self.understood.people if value in only_about]
        spoken_with = self.whom("people", with_firm=True)
        if not about:
            return spoken_with or gettext("met wie?")
        return f"{spoken_with}, {about_in_words(about)}" if spoken_with else capfirst(about_in_words(about))

    def _only_about(self) -> list[str]:
        with_whom = self["people"].value() or ()
        return [value for value in self["about_people"].value() or () if value not in with_whom]

    def look_at(self, asked: list[str]) -> None:
        """See `Chip`."""
        self.look_at_words()
        tied = [*self.cleaned_data.get("people", ()), *self.cleaned_data.get("about_people", ())]
        keep_whom_words_name(self, "about_people", self.sentence, self.understood.people, tied)
        if not (tied or asked):
            if self.understood.asks or self.understood.people:
                words = gettext("Met wie was het? Kies hierboven wie je bedoelt, of haal het vinkje weg.")
            else:
                words = gettext(
                    "Met wie was het? Zet de naam in je zin, met een @ ervoor, of haal het vinkje weg."
                )
            self.add_error("people", words)

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        done = self.cleaned_data
        # who was asked about and stands on no chip was spoken with only where nobody else was
        loose = [each for each in asked if done["people"] and each.startswith("candidate:")]
        with_whom = [*done["people"], *(each for each in asked if each not in loose)]
        return {
            "kind": "contact",
            "channel": done["channel"],
            "is_reached": done["reached"] != "no",
            "day": done["day_of"],
            "words": self.sentence,
            "is_about_work": done["is_about_work"],
            **keys_in(with_whom),
            "about_ids": keys_in([*self._only_about(), *loose])["candidate_ids"],
        }


class OpeningChip(Chip):
    """Work that a firm expects."""

    kind, icon, tint = "opening", "sprout", "work"
    KNOWN_BY = ("what", "employer")
    what = forms.CharField(
        label=_("Wat voor werk?"),
        max_length=120,
        error_messages={"required": _("Schrijf in een paar woorden wat voor werk het is.")},
    )
    places = forms.IntegerField(
        label=_("Voor hoeveel mensen?"),
        required=False,
        min_value=1,
        max_value=999,
        error_messages={
            "invalid": _("Schrijf een aantal in cijfers, of laat het leeg."),
            "min_value": _("Schrijf 1 of meer, of laat het leeg."),
            "max_value": _("Meer dan 999 kan niet. Schrijf minder, of laat het leeg."),
        },
    )
    from_date = forms.DateField(
        label=_("Vanaf wanneer?"), required=False, widget=DayInput, error_messages=NO_DAY
    )
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
        what = " ".join(str(each) for each in (self["places"].value(), self["what"].value()) if each)
        return what + self.firm()

    def look_at(self, asked: list[str]) -> None:
        """See `Chip`."""
        if self._firm(asked) is None and "employer" not in self.errors:
            self.add_error("employer", FirmIsMissing.text)

    def _firm(self, asked: list[str]) -> UUID | None:
        firm: UUID | None = keys_in([*asked, self.cleaned_data.get("employer", "")])["employer_id"]
        return firm

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        done = self.cleaned_data
        return {
            "kind": "opening",
            "what": done["what"],
            "places": done["places"],
            "from_date": done["from_date"],
            "employer_id": self._firm(asked),
        }


class ReminderChip(Chip):
    """What was promised."""

    kind, icon, tint = "reminder", "clock", "date"
    KNOWN_BY = ("what", "due_date")
    what = forms.CharField(
        label=_("Wat ga je doen?"), max_length=200, error_messages={"required": WhatIsMissing.text}
    )
    due_date = forms.DateField(label=_("Voor wanneer?"), widget=DayInput, error_messages=NO_DAY)
    people = forms.MultipleChoiceField(
        label=_("Over wie?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    owner = forms.ChoiceField(label=_("Wie doet het?"), required=False)
    is_about_work = about_work()

    def set_up(self) -> None:
        """Whom the sentence names can be ticked, and a colleague whom it names can do it."""
        self.options("people", self.understood.people)
        self.options("owner", [("", gettext("ikzelf")), *self.understood.colleagues])

    @property
    def questions(self) -> list[Any]:
        """Who does it is asked where a colleague is named."""
        return [each for each in super().questions if each.name != "owner" or self.understood.colleagues]

    @property
    def words(self) -> str:
        """What is to be done."""
        return str(self["what"].value() or "")

    def look_at(self, asked: list[str]) -> None:
        """See `Chip`."""
        self.look_at_words()
        tied = [*self.cleaned_data.get("people", ()), *asked]
        keep_whom_words_name(self, "people", self.words, self.understood.people, tied)

    def head(self) -> str:
        """When."""
        facts = {"day": self.day("due_date"), "who": self.labels("owner", self.understood.colleagues)}
        if facts["who"]:
            return gettext("Herinnering voor %(who)s, %(day)s") % facts
        return gettext("Herinnering voor jou, %(day)s") % facts

    def said(self) -> str:
        """What, and about whom."""
        about = self.whom("people")
        return ", ".join(filter(None, (self["what"].value(), about)))

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        done = self.cleaned_data
        return {
            "kind": "reminder",
            "what": done["what"],
            "due_date": done["due_date"],
            "owner_id": UUID(done["owner"].partition(":")[2]) if done["owner"] else None,
            "is_about_work": done["is_about_work"],
            **keys_in([*done["people"], *asked]),
        }


class CompetencyChip(Chip):
    """What a candidate turned out to be good at."""

    kind, icon, tint = "competency", "star", "talent"
    KNOWN_BY = ("term",)
    candidate = forms.ChoiceField(label=_("Van wie?"), required=False)
    term = forms.ChoiceField(label=_("Wat zag je?"))

    def set_up(self) -> None:
        """Candidates that the sentence names, and what it may mean."""
        people = candidates_among(self.understood.people)
        asked = [option for ask in self.understood.asks for option in ask.options]
        people += [each for each in candidates_among(asked) if each not in people]
        self.people = people
        self.options("candidate", [("", gettext("kies een kandidaat")), *people])
        self.options("term", self.understood.terms)

    def head(self) -> str:
        """Whose it is."""
        who = self.labels("candidate", self.people)
        return gettext("Gezien bij %(who)s") % {"who": who} if who else gettext("Gezien, bij wie?")

    def said(self) -> str:
        """What it is."""
        return capfirst(self.labels("term", self.understood.terms))

    def look_at(self, asked: list[str]) -> None:
        """See `Chip`."""
        if not self._candidates(asked) and "candidate" not in self.errors:
            self.add_error(
                "candidate", gettext("Bij wie zag je dit? Kies een kandidaat, of haal het vinkje weg.")
            )

    def _candidates(self, asked: list[str]) -> list[UUID]:
        chosen: list[UUID] = keys_in([self.cleaned_data.get("candidate", "")])["candidate_ids"]
        others: list[UUID] = keys_in(asked)["candidate_ids"]
        # of several who were asked about, which one it was is not said
        return chosen or (others if len(others) == 1 else [])

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        (candidate_id,) = self._candidates(asked)
        return {
            "kind": "competency",
            "candidate_id": candidate_id,
            "term_id": UUID(self.cleaned_data["term"]),
        }


CHIPS: dict[str, type[Chip]] = {
    each.kind: each
    for each in (
        ContactChip,
        OpeningChip,
        ChanceChip,
        ReminderChip,
        CompetencyChip,
        WishChip,
        CertificateChip,
        NeedChip,
        StepChip,
        AdjustmentChip,
    )
}
