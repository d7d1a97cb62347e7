"""The chips of a quick note that become part of a candidate's picture: a wish, a paper, what is needed, a step."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.candidates.commands import NamesADiagnosis, ShelteredWorkIsNoWish
from werktop.candidates.queries import CONTACT_WAYS, NEED_KINDS, NEED_SOURCES
from werktop.catalogue.suspicions import is_sheltered_work, suspicion_in, target_group_in
from werktop.ui.widgets import DayInput

from .about_whom import candidates_among
from .about_work import about_work
from .chip import NO_DAY, Chip
from .who import keys_in

MOST_HOURS = 60
NO_WORDS = {"required": _("Schrijf in een paar woorden wat het is.")}


class PictureChip(Chip):
    """Of one candidate."""

    tint = "talent"
    field_order = (
        "is_on",
        "was",
        "what",
        "work",
        "hours",
        "about",
        "source",
        "due_date",
        "candidate",
        "is_about_work",
    )
    KNOWN_BY: tuple[str, ...] = ("what", "candidate")
    candidate = forms.ChoiceField(label=_("Van wie?"))

    def set_up(self) -> None:
        """Candidates that the sentence names."""
        self.options("candidate", candidates_among(self.understood.people))

    @property
    def whose(self) -> str:
        """The name of the candidate."""
        return self.labels("candidate", self.understood.people)

    @property
    def beside(self) -> str:  # type: ignore[override]
        """What stands in the picture now, where this would replace it or says it again."""
        words = self.understood.beside.get((self.kind, str(self["candidate"].value()), self.words))
        return gettext("Er staat al: %(words)s") % {"words": words} if words else ""

    @property
    def words(self) -> str:
        """What it says in free words."""
        return str(self["what"].value() or "") if "what" in self.fields else ""

    @property
    def stopped_for(self) -> str:
        """The word that may name a diagnosis."""
        return suspicion_in(self.words)

    def look_at(self, asked: list[str]) -> None:
        """See `Chip`."""
        if self.stopped_for and not self.cleaned_data.get("is_about_work"):
            where = "is_about_work" if "is_about_work" in self.fields else "what"
            self.add_error(where, NamesADiagnosis(self.stopped_for).text)

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        (candidate_id,) = keys_in([self.cleaned_data["candidate"]])["candidate_ids"]
        return {"kind": self.kind, "candidate_id": candidate_id, "facts": self.said_of_it()}

    def said_of_it(self) -> dict[str, Any]:
        """The fields of the part."""
        raise NotImplementedError


class WishChip(PictureChip):
    """How somebody wants to work."""

    kind, icon = "wish", "heart"
    KNOWN_BY = ("work", "hours", "candidate")
    work = forms.CharField(label=_("Wat voor werk?"), max_length=120, required=False)
    hours = forms.IntegerField(
        label=_("Hoeveel uur per week?"),
        required=False,
        min_value=1,
        max_value=MOST_HOURS,
        error_messages={
            "invalid": _("Schrijf een aantal in cijfers, of laat het leeg."),
            "min_value": _("Schrijf 1 of meer, of laat het leeg."),
            "max_value": _("Meer dan 60 uur kan niet. Schrijf minder, of laat het leeg."),
        },
    )

    def head(self) -> str:
        """Whose wish it is."""
        return gettext("Wens van %(who)s") % {"who": self.whose}

    def said(self) -> str:
        """How much of what."""
        hours = self["hours"].value()
        much = gettext("%(n)s uur per week") % {"n": hours} if hours else ""
        return capfirst(", ".join(filter(None, (str(self["work"].value() or ""), much))))

    def look_at(self, asked: list[str]) -> None:
        """See `Chip`."""
        if not (self.cleaned_data.get("work") or self.cleaned_data.get("hours") or self.errors):
            self.add_error("work", gettext("Schrijf wat voor werk, of hoeveel uur."))
        if is_sheltered_work(self.cleaned_data.get("work") or ""):
            self.add_error("work", ShelteredWorkIsNoWish().text)
        elif word := target_group_in(self.cleaned_data.get("work") or ""):
            self.add_error("work", NamesADiagnosis(word).text)

    def said_of_it(self) -> dict[str, Any]:
        """See `PictureChip`."""
        done = self.cleaned_data
        work = {"work": done["work"]} if done["work"] else {}
        return work | ({"hours_min": done["hours"], "hours_max": done["hours"]} if done["hours"] else {})


class CertificateChip(PictureChip):
    """A licence or another paper that somebody has."""

    kind, icon = "certificate", "star"
    what = forms.CharField(label=_("Welk papier?"), max_length=120, error_messages=NO_WORDS)

    @property
    def stopped_for(self) -> str:
        """A course says nothing of who takes it."""
        return ""

    def head(self) -> str:
        """Whose it is."""
        return gettext("Papier van %(who)s") % {"who": self.whose}

    def said(self) -> str:
        """What it is called."""
        return capfirst(self.words)

    def said_of_it(self) -> dict[str, Any]:
        """See `PictureChip`."""
        name = self.cleaned_data["what"]
        meant = self.understood.papers.get(name)
        return {"name": name} | ({"requirement_id": UUID(meant)} if meant else {})


class _Agreed(PictureChip):
    """Something to do, with a day or without one."""

    due_date = forms.DateField(
        label=_("Voor wanneer?"), required=False, widget=DayInput, error_messages=NO_DAY
    )

    def said(self) -> str:
        """What, and when."""
        return capfirst(", ".join(filter(None, (self.words, self.day("due_date")))))


class NeedChip(_Agreed):
    """What is needed to be able to work, which only who works with the candidate reads."""

    kind, icon = "need", "lock"
    about = forms.ChoiceField(label=_("Waar gaat het over?"), choices=NEED_KINDS)
    what = forms.CharField(label=_("Wat helpt om te kunnen werken?"), max_length=200, error_messages=NO_WORDS)

    source = forms.ChoiceField(
        label=_("Hoe weten we dit?"),
        choices=[("", _("kies")), *NEED_SOURCES],
        error_messages={
            "required": _("Kies hoe je dit weet. Wat iemand nodig heeft, komt van diegene zelf.")
        },
    )

    def head(self) -> str:
        """For whom."""
        return gettext("Nodig voor %(who)s om te kunnen werken") % {"who": self.whose}

    def said(self) -> str:
        """What, when, and how it is known."""
        known = self.labels("source", [(key, str(words)) for key, words in NEED_SOURCES])
        return ", ".join(filter(None, (super().said(), known)))

    def said_of_it(self) -> dict[str, Any]:
        """See `PictureChip`."""
        done = self.cleaned_data
        return {
            "kind": done["about"],
            "words": done["what"],
            "due_date": done["due_date"],
            "source": done["source"],
        }


class StepChip(_Agreed):
    """A small step that the candidate takes."""

    kind, icon = "step", "check"
    what = forms.CharField(label=_("Welke stap?"), max_length=200, error_messages=NO_WORDS)
    is_about_work = about_work()

    @property
    def stopped_for(self) -> str:
        """A word that may name a diagnosis, or a benefit or a register: every colleague reads a step."""
        return super().stopped_for or target_group_in(self.words)

    def head(self) -> str:
        """Whose step it is."""
        return gettext("Stap van %(who)s") % {"who": self.whose}

    def said_of_it(self) -> dict[str, Any]:
        """See `PictureChip`."""
        done = self.cleaned_data
        return {
            "words": done["what"],
            "due_date": done["due_date"],
            "doer": "candidate",
            "is_about_work": done["is_about_work"],
        }


class AdjustmentChip(PictureChip):
    """How contact goes well, which messages follow."""

    kind, icon = "adjustment", "phone"
    KNOWN_BY = ("way", "candidate")
    way = forms.ChoiceField(label=_("Wat doen we?"), choices=CONTACT_WAYS)

    def head(self) -> str:
        """With whom."""
        return gettext("Zo gaat contact met %(who)s goed") % {"who": self.whose}

    def said(self) -> str:
        """What we do."""
        return capfirst(self.labels("way", [(key, str(words)) for key, words in CONTACT_WAYS]))

    def said_of_it(self) -> dict[str, Any]:
        """See `PictureChip`."""
        return {"way": self.cleaned_data["way"]}
