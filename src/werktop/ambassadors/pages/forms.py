"""The questions of this room."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.ambassadors.models import Agreed, ClubKind, IdeaKind, Offer, Outcome
from werktop.ambassadors.refusals import CannotBeReached, NoName, NothingSaid
from werktop.audit.actors import Actor
from werktop.employers import queries as employers
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import ClockInput, DayInput, LongSelect

WORDS = forms.Textarea({"rows": 3})


class FellowForm(forms.Form):
    """Two fields are enough."""

    name = forms.CharField(
        label=_("Wie hoort erbij? De naam van het bedrijf of van de ondernemer"),
        max_length=120,
        error_messages={"required": NoName.text},
    )
    reach = forms.CharField(
        label=_("E-mailadres of telefoonnummer"),
        help_text=_("Er gaat niets vanzelf uit. Een collega belt."),
        max_length=254,
        error_messages={"required": CannotBeReached.text},
    )


class AmbassadorForm(VersionedForm):
    """What an entrepreneur offers, by own choice."""

    offers = forms.MultipleChoiceField(
        label=_("Wat doet deze ondernemer graag?"),
        required=False,
        choices=Offer.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(label=_("In eigen woorden"), required=False, max_length=300, widget=WORDS)
    since_date = forms.DateField(label=_("Sinds wanneer?"), widget=DayInput)


class JoinForm(forms.Form):
    """A new firm, with who sits at the table."""

    firm = forms.CharField(label=_("Naam van het bedrijf"), max_length=120)
    first_name = forms.CharField(
        label=_("Voornaam van de ondernemer"),
        max_length=80,
        error_messages={"required": _("Vul een voornaam in.")},
    )
    last_name = forms.CharField(label=_("Achternaam"), max_length=80, required=False)


class ClubForm(VersionedForm):
    """A name is enough."""

    name = forms.CharField(label=_("Naam"), max_length=120, error_messages={"required": NoName.text})
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=ClubKind.choices, widget=forms.RadioSelect)
    place = forms.CharField(label=_("Plaats"), max_length=80, required=False)
    firm_count = forms.IntegerField(
        label=_("Hoeveel bedrijven zijn er ongeveer?"),
        help_text=_("Ook wie wij nog niet kennen."),
        required=False,
        min_value=1,
        max_value=99_999,
    )
    contact_name = forms.CharField(label=_("Contactpersoon"), max_length=120, required=False)
    contact_email = forms.EmailField(label=_("E-mailadres"), required=False)
    contact_phone = forms.CharField(label=_("Telefoonnummer"), max_length=40, required=False)
    words = forms.CharField(
        label=_("Wanneer komen ze bijeen, en wat is er handig om te weten?"),
        required=False,
        max_length=300,
        widget=WORDS,
    )


class IdeaForm(forms.Form):
    """An idea as a colleague heard it; which questions there are depends on its kind."""

    words = forms.CharField(
        label=_("Wat stelt de ondernemer voor?"),
        max_length=600,
        widget=WORDS,
        error_messages={"required": NothingSaid.text},
    )
    when_words = forms.CharField(label=_("Wanneer ongeveer?"), max_length=80, required=False)
    people_count = forms.IntegerField(
        label=_("Hoeveel mensen kunnen er in?"), required=False, min_value=1, max_value=9_999
    )
    is_step_free = forms.BooleanField(label=_("drempelvrij"), required=False)
    from_date = forms.DateField(label=_("Vanaf wanneer?"), required=False, widget=DayInput)

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = {
            IdeaKind.GATHERING: {"when_words"},
            IdeaKind.HALL: {"people_count", "is_step_free", "from_date"},
        }
        for name in set(self.fields) - {"words"} - kept.get(IdeaKind(kind), set()):
            del self.fields[name]


class WithAYesForm(forms.Form):
    """Which entrepreneur, and that the candidate agreed."""

    entrepreneur_id = forms.TypedChoiceField(label=_("Welke ondernemer?"), coerce=UUID, widget=LongSelect)
    agreed_how = forms.ChoiceField(
        label=_("Hoe zei de kandidaat ja?"), choices=Agreed.choices, widget=forms.RadioSelect
    )
    agreed_date = forms.DateField(label=_("Wanneer?"), widget=DayInput)

    def __init__(self, viewer: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = employers.entrepreneurs_in_region(viewer)
        field = self.fields["entrepreneur_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", gettext("kies")),
            *((str(each.pk), f"{each.name}, {each.employer.name}") for each in people),
        ]


class CoachingForm(WithAYesForm):
    """About what they work together."""

    about = forms.CharField(
        label=_("Waar gaat het over?"), max_length=200, error_messages={"required": NothingSaid.text}
    )
    since_date = forms.DateField(label=_("Vanaf wanneer?"), widget=DayInput)
    field_order = ("entrepreneur_id", "about", "since_date", "agreed_how", "agreed_date")


class IntroductionForm(WithAYesForm):
    """At which firm."""

    firm_name = forms.CharField(
        label=_("Bij welk bedrijf?"),
        help_text=_("Een bedrijf dat deze ondernemer kent. Het hoeft nog niet mee te doen."),
        max_length=120,
        error_messages={"required": NoName.text},
    )
    field_order = ("entrepreneur_id", "firm_name", "agreed_how", "agreed_date")


class IntroducedTalkForm(forms.Form):
    """With whom of the firm, and when and where; who it is about is known."""

    talk_with_id = forms.TypedChoiceField(
        label=_("Met wie van het bedrijf?"), coerce=UUID, required=False, empty_value=None
    )
    day = forms.DateField(label=_("Dag"), widget=DayInput)
    begins = forms.TimeField(label=_("Begint om"), widget=ClockInput)
    place = forms.CharField(label=_("Waar?"), max_length=160, required=False)

    def __init__(self, people: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["talk_with_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("weten we nog niet")), *((str(each.pk), each.name) for each in people)]
        if not people:
            del self.fields["talk_with_id"]


class OutcomeForm(forms.Form):
    """What came of an introduction."""

    outcome = forms.ChoiceField(label=_("Wat kwam ervan?"), choices=Outcome.choices, widget=forms.RadioSelect)
    words = forms.CharField(label=_("In een paar woorden"), required=False, max_length=300, widget=WORDS)
