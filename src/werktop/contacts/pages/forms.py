"""The questions about a contact moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts.standing_in import colleagues_to_choose
from werktop.contacts.models import Channel
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput

from .about_whom import about_people, candidates_among, say_who_is_untied, untied_in
from .about_work import AboutWorkForm
from .who import Choices, keys_in, named


class MomentForm(AboutWorkForm, VersionedForm):
    """How, when, with whom and what was said. Somebody more is typed by name; where that names several, it asks."""

    SAYS = ("words", "what")
    ASKED_AS = {
        "candidate_ids": "people",
        "entrepreneur_ids": "people",
        "employer_id": "people",
        "about_ids": "about",
    }

    channel = forms.ChoiceField(
        label=_("Hoe sprak je elkaar?"), choices=Channel.choices, widget=forms.RadioSelect
    )
    is_missed = forms.BooleanField(label=_("Niet bereikt, of alleen een bericht gestuurd"), required=False)
    day = forms.DateField(label=_("Wanneer?"), widget=DayInput)
    people = forms.MultipleChoiceField(
        label=_("Met wie?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    somebody = forms.CharField(
        label=_("Nog iemand, of een bedrijf?"),
        help_text=_("Typ een naam, ook ongeveer."),
        required=False,
        max_length=80,
    )
    about = about_people()
    about_somebody = forms.CharField(
        label=_("Gaat het over een kandidaat die je niet sprak?"),
        help_text=_("Typ een naam, ook ongeveer."),
        required=False,
        max_length=80,
    )
    words = forms.CharField(
        label=_("Wat is er gezegd?"), required=False, max_length=4000, widget=forms.Textarea({"rows": 4})
    )

    def __init__(
        self, *args: Any, viewer: Any, choices: Choices, about: Iterable[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.set_people(choices)
        found = list(dict(about).items())
        self.has_about = bool(found)
        field = self.fields["about"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = found

    def set_people(self, choices: Choices) -> None:
        """Who can be ticked; with nobody to tick it is not asked."""
        self.has_people = bool(choices)
        if not choices:
            self.fields["somebody"].label = gettext("Met wie, of met welk bedrijf?")
        field = self.fields["people"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(dict(choices).items())

    def facts(self) -> dict[str, Any]:
        """What was answered, as the commands take it."""
        asked = self.cleaned_data
        return {
            "channel": asked["channel"],
            "day": asked["day"],
            "words": asked["words"],
            "is_reached": not asked["is_missed"],
            "is_about_work": asked["is_about_work"],
            **keys_in(asked["people"]),
            "about_ids": keys_in(asked["about"])["candidate_ids"],
        }


class NewMomentForm(MomentForm):
    """The same, and what was promised, by whom."""

    what = forms.CharField(
        label=_("Wat heb je beloofd?"),
        help_text=_("Het komt op Vandaag te staan als het zover is."),
        required=False,
        max_length=200,
    )
    due_date = forms.DateField(label=_("Voor wanneer?"), required=False, widget=DayInput)
    owner_id = forms.TypedChoiceField(label=_("Wie doet het?"), required=False, coerce=UUID, empty_value=None)

    def __init__(self, *args: Any, viewer: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        self.today = timezone.localdate(at)
        names = colleagues_to_choose(viewer, at)
        oneself = str(viewer.acts_for or viewer.id)
        field = self.fields["owner_id"]
        assert isinstance(field, forms.ChoiceField)
        # nothing chosen is oneself, or whom one stands in for
        field.choices = [
            ("", names.get(oneself, gettext("ikzelf"))),
            *((key, name) for key, name in names.items() if key != oneself),
        ]

    def clean(self) -> dict[str, Any] | None:
        """A promise has a day that is not over, and a day a promise."""
        asked = super().clean() or {}
        if asked.get("due_date") and asked["due_date"] < self.today:
            self.add_error(
                "due_date", gettext("Deze dag is al voorbij. Kies vandaag of een dag die nog komt.")
            )
        if asked.get("what") and not asked.get("due_date") and "due_date" not in self.errors:
            self.add_error("due_date", gettext("Kies de dag waarop je het doet."))
        if asked.get("due_date") and not asked.get("what"):
            self.add_error("what", gettext("Schrijf in een paar woorden wat je wilt doen."))
        return asked


@dataclass(frozen=True)
class Typed:
    """What came in with who was typed by name ticked: with whom it was (`people`) and whom it is about (`about`) may be those;
    `is_asked` and `is_about_asked`: which of them is asked first. `untied`: whom the words name, and nobody ticked."""

    post: Any
    people: Choices
    is_asked: bool
    about: Choices
    is_about_asked: bool
    untied: Choices

    def asks(self, form: MomentForm) -> bool:
        """Whether anything is asked before this is saved; it is said at the form."""
        if self.is_asked:
            form.add_error("somebody", who_is_meant(self.people))
        elif self.is_about_asked:
            form.add_error("about_somebody", who_is_meant(self.about))
        elif self.untied:
            say_who_is_untied(form, self.untied)
        return bool(form.errors)


def typed_in(request: Any) -> Typed:
    """Who was typed by name; of a page that is only opened nobody."""
    post, people, is_asked = _more(request.actor, request.POST, "somebody", "people")
    post, about, is_about_asked = _more(request.actor, post, "about_somebody", "about")
    return Typed(post, people, is_asked, about, is_about_asked, untied_in(request.actor, post))


def who_is_meant(proposed: Choices) -> str:
    """What is said where a name names nobody, or several."""
    if proposed:
        return gettext("Wie bedoel je? Vink hierboven aan, of maak dit veld leeg.")
    return gettext("Niemand gevonden met deze naam. Kijk de naam na, of maak dit veld leeg.")


def _more(viewer: Any, post: Any, name: str, ticked_in: str) -> tuple[Any, Choices, bool]:
    """The post with who was typed by name ticked, whom to choose from, and whether that is asked first."""
    typed = post.get(name, "").replace("\x00", "").strip()
    if not typed:
        return post, [], False
    proposed = named(viewer, typed)
    proposed = candidates_among(proposed) if ticked_in == "about" else proposed
    is_known = {value for value, _words in proposed} & set(post.getlist(ticked_in))
    if is_known:  # asked before, and answered now
        return post, proposed, False
    post = post.copy()
    if len(proposed) == 1:
        post.appendlist(ticked_in, proposed[0][0])
    return post, proposed, len(proposed) != 1
