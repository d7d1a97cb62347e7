"""A small form for each part of the picture: few questions, each used by a match, a plan or a talk."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.models import Certificate, Income, Level, Need, Part, Source, Standing, Way, Weekday
from werktop.candidates.queries import part_version
from werktop.candidates.suspicions import suspicion_in
from werktop.catalogue import queries as catalogue
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput, KindedPicks

from .forms import term_choices


def line(label: Any, limit: int, *, is_asked: bool = True) -> forms.CharField:
    """A question with one line for an answer."""
    return forms.CharField(label=label, max_length=limit, required=is_asked)


def day(label: Any, *, is_asked: bool = False) -> forms.DateField:
    """A question for a day."""
    return forms.DateField(label=label, required=is_asked, widget=DayInput)


SAID = [
    (Source.OWN_WORDS.value, Source.OWN_WORDS.label),
    (Source.COLLEAGUE.value, _("ik zag of bedacht het")),
]
"""Whose thought something is, as two answers."""


class PartForm(VersionedForm):
    """What every part asks, in a fold: where it was seen and why it is noted now."""

    FOLDED: ClassVar[tuple[str, ...]] = ("source", "reason")

    source = forms.ChoiceField(label=_("Hoe weten we dit?"), choices=Source.choices)
    reason = forms.CharField(label=_("Waarom nu?"), max_length=200, required=False)

    def __init__(self, viewer: Actor, *args: Any, row: Part | None = None, **kwargs: Any) -> None:
        initial = answers_of_part(row, self.base_fields) if row else {"source": Source.OWN_WORDS}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.ask(viewer, row)

    def ask(self, viewer: Actor, row: Part | None) -> None:
        """What depends on who asks, and on what stands there."""
        if row is None and "done_date" in self.fields:
            del self.fields["done_date"]

    @property
    def asked_first(self) -> list[Any]:
        """The questions of this part itself."""
        asked = [self[name] for name in self.fields if name not in (*self.FOLDED, "version", "is_about_work")]
        return [*asked, self["is_about_work"]] if self.may_stay else asked

    @property
    def may_stay(self) -> bool:
        """Whether a word was stopped for that may stand where it is not about the person."""
        typed = (self.data.get(name, "") for name in self.fields)
        return "is_about_work" in self.fields and any(suspicion_in(str(words)) for words in typed)

    @property
    def picked_in(self) -> str:
        """The pick list that decides whether a level is asked; "" where there is none."""
        return f"{self['term_ids'].auto_id}-list" if "term_ids" in self.fields else ""

    @property
    def asked_last(self) -> list[Any]:
        """Where it comes from."""
        return [self[name] for name in self.FOLDED]

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
    """A part of which it has to be said whose thought it is: nothing is filled in for who notes it."""

    FOLDED = ("reason",)

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
        if row is None:
            self.initial.pop("source", None)
        elif row.source not in dict(SAID):
            source.choices = [*SAID, (row.source, Source(row.source).label)]

    @property
    def asked_first(self) -> list[Any]:
        """Whose thought it is stands first."""
        return [self["source"], *(bound for bound in super().asked_first if bound.name != "source")]


class TermForm(PartForm):
    FOLDED = ()

    term_ids = forms.TypedMultipleChoiceField(
        label=_("Talent of interesse"),
        coerce=UUID,
        widget=KindedPicks,
        error_messages={"required": _("Kies hier één woord of meer.")},
    )
    level = forms.TypedChoiceField(
        label=_("Hoe ver?"),
        choices=[("", _("weten we nog niet")), *Level.choices],
        required=False,
        coerce=int,
        empty_value=None,
    )
    field_order = ("term_ids", "level", "source", "reason")

    def ask(self, viewer: Actor, row: Part | None) -> None:
        if row is not None:
            del self.fields["term_ids"]
            if row.term.kind == catalogue.TermKind.INTEREST:
                del self.fields["level"]
            return
        field = self.fields["term_ids"]
        assert isinstance(field, forms.ChoiceField) and isinstance(field.widget, KindedPicks)
        field.choices = term_choices(viewer)
        interests = catalogue.terms(viewer, catalogue.TermKind.INTEREST).values_list("pk", flat=True)
        field.widget.kinds = {str(key): "interest" for key in interests}
        self.fields["level"].help_text = _("Alleen voor wat iemand kan. Bij een interesse telt het niet.")


class WishForm(PartForm):
    work = line(_("Wat voor werk?"), 120, is_asked=False)
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
    most_km = forms.IntegerField(
        label=_("Hoe ver van huis, in kilometer?"), required=False, min_value=1, max_value=200
    )
    transport = line(_("Hoe reist iemand?"), 40, is_asked=False)
    available_date = day(_("Vanaf welke dag?"))

    def clean(self) -> dict[str, Any]:
        """The fewest hours are not more than the most."""
        typed = self.cleaned_data
        fewest, most = typed.get("hours_min"), typed.get("hours_max")
        if fewest and most and fewest > most:
            self.add_error("hours_min", _("Minstens is hier meer dan hoogstens. Wissel de twee om."))
        return typed


class PerspectiveForm(SaidForm):
    words = line(_("Waar werken jullie naartoe? Eén zin."), 200)


class StepForm(SaidForm):
    words = line(_("Wat is de stap?"), 200)
    who = line(_("Wie doet het?"), 80, is_asked=False)
    due_date = day(_("Voor welke dag?"))
    done_date = day(_("Gedaan op"))


class GoalForm(PartForm):
    words = line(_("Wat wil iemand leren?"), 200)
    done_date = day(_("Gehaald op"))
    is_about_work = about_work()


class CertificateForm(PartForm):
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=Certificate.Kind.choices)
    name = line(_("Waarvoor?"), 120)
    got_date = day(_("Behaald op"))


class InstrumentForm(SaidForm):
    name = line(_("Welke cursus of hulp?"), 120)
    from_date = day(_("Vanaf"), is_asked=True)
    until_date = day(_("Tot"))
    candidate_words = forms.CharField(
        label=_("Wat veranderde er, in de woorden van de kandidaat?"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    colleague_words = forms.CharField(
        label=_("Wat zag jij veranderen?"), max_length=400, required=False, widget=forms.Textarea({"rows": 2})
    )

    def clean(self) -> dict[str, Any]:
        """It begins before it ends."""
        typed = self.cleaned_data
        begins, ends = typed.get("from_date"), typed.get("until_date")
        if begins and ends and begins > ends:
            self.add_error("until_date", _("Dit is voor het begin. Kijk de twee dagen na."))
        return typed


class FirmForm(PartForm):
    firm_name = line(_("Welk bedrijf?"), 120)
    words = line(_("Wie kent iemand daar?"), 200, is_asked=False)


class NeedForm(SaidForm):
    kind = forms.ChoiceField(label=_("Waar gaat het over?"), choices=[("", _("kies")), *Need.Kind.choices])
    words = line(_("Wat helpt om te kunnen werken?"), 200)
    action = line(_("Wat doen we?"), 200, is_asked=False)
    who = line(_("Wie doet het?"), 80, is_asked=False)
    due_date = day(_("Voor welke dag?"))
    done_date = day(_("Geregeld op"))
    is_about_work = None  # type: ignore[assignment]  # what helps is about the person: it needs no such word


class AdjustmentForm(PartForm):
    way = forms.ChoiceField(label=_("Wat doen we?"), choices=Way.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Nog iets erbij?"),
        help_text=_("Bijvoorbeeld: bel na drie uur, leg het stap voor stap uit."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Something else is said in words."""
        typed = self.cleaned_data
        if typed.get("way") == Way.OTHER and not typed.get("words"):
            self.add_error("words", _("Schrijf in een paar woorden wat je anders doet."))
        return typed


KNOWN_FROM = [
    (Source.OWN_WORDS.value, Source.OWN_WORDS.label),
    (Source.FILE.value, _("uit een brief, een register of een bestand")),
    (Source.COLLEAGUE.value, _("van een collega")),
]


class ByLawForm(PartForm):
    """What a law asks: where it is known from is chosen, and nothing is filled in."""

    FOLDED = ("reason",)

    source = forms.ChoiceField(label=_("Hoe weten we dit?"), choices=KNOWN_FROM, widget=forms.RadioSelect)

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        if row is None:
            self.initial.pop("source", None)

    @property
    def asked_first(self) -> list[Any]:
        """Where it is known from stands last."""
        return [*(bound for bound in super().asked_first if bound.name != "source"), self["source"]]


class IncomeForm(ByLawForm):
    law = forms.ChoiceField(label=_("Volgens welke wet?"), choices=[("", _("kies")), *Income.Law.choices])
    since_date = day(_("Sinds"))


class StandingForm(ByLawForm):
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=[("", _("kies")), *Standing.Kind.choices])
    answer = forms.ChoiceField(
        label=_("Staat iemand erin?"), choices=Standing.Answer.choices, widget=forms.RadioSelect
    )
    on_date = day(_("Nagekeken of besloten op"))


FORMS: dict[str, type[PartForm]] = {
    "term": TermForm,
    "wish": WishForm,
    "perspective": PerspectiveForm,
    "step": StepForm,
    "goal": GoalForm,
    "certificate": CertificateForm,
    "instrument": InstrumentForm,
    "firm": FirmForm,
    "need": NeedForm,
    "adjustment": AdjustmentForm,
    "income": IncomeForm,
    "standing": StandingForm,
}
QUESTIONS: dict[str, Any] = {
    "term": _("Wat kan %(name)s, of waar houdt %(name)s van?"),
    "wish": _("Hoe wil %(name)s werken?"),
    "perspective": _("Waar wil %(name)s naartoe?"),
    "step": _("Wat is een volgende kleine stap van %(name)s?"),
    "goal": _("Wat wil %(name)s leren?"),
    "certificate": _("Welk bewijs heeft %(name)s?"),
    "instrument": _("Wat hielp %(name)s, en wat veranderde er?"),
    "firm": _("Welk bedrijf kent %(name)s?"),
    "need": _("Wat heeft %(name)s nodig om te kunnen werken?"),
    "income": _("Waarvan leeft %(name)s nu, volgens welke wet?"),
    "standing": _("Staat %(name)s in een register, of is er een indicatie?"),
    "adjustment": _("Hoe gaat contact met %(name)s goed?"),
}
"""The heading over each form."""
WHY: dict[str, Any] = {
    "term": _("Hierop zoeken we tafelgenoten en werk dat past."),
    "wish": _("Zo stellen we alleen werk voor dat kan."),
    "perspective": _("Zo weet iedereen waar de stappen voor zijn."),
    "step": _("Klein en haalbaar. Wat iemand zelf opschrijft, telt het meest."),
    "goal": _("Zo zoeken we werk waarbij dat te leren is."),
    "certificate": _("Sommig werk vraagt erom."),
    "instrument": _("Bekijk het samen: zo leren we wat helpt."),
    "firm": _("Een bekende bij een bedrijf is vaak de kortste weg."),
    "need": _("Schrijf wat helpt, niet wat je vermoedt. Alleen wie met deze persoon werkt, leest dit."),
    "income": _(
        "Zo weten we welke wet helpt. Alleen wie met deze persoon werkt, leest dit; bij zoeken en schikken telt het nooit mee."
    ),
    "standing": _(
        "Niet weten is geen nee. Alleen wie met deze persoon werkt, leest dit; bij zoeken en schikken telt het nooit mee."
    ),
    "adjustment": _(
        "Schrijf wat je anders doet, niet waarom. Berichten en bellijsten volgen dit. Alleen wie met kandidaten werkt, leest het."
    ),
}
"""Why each is asked."""
