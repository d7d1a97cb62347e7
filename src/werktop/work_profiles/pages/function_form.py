"""The tasks of a function as rows: some of them spare, so that nothing but a form is needed to add, move and drop one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from werktop.ui.versioned import VersionedForm
from werktop.work_profiles.choices import Level
from werktop.work_profiles.spans import hours_in_words, minutes_of

SPARE_AT_FIRST, SPARE, MORE_AT_ONCE, MOST_ROWS = 2, 1, 3, 60


class HoursField(forms.Field):
    """Hours a week, kept in whole minutes: "4,5" is 270."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput({"inputmode": "decimal", "maxlength": 8}), **kwargs)

    def to_python(self, value: Any) -> Any:
        typed = str(value or "").strip()
        if not typed:
            return None
        minutes = minutes_of(typed)
        if minutes is None:
            raise ValidationError(_("Schrijf uren van 0,1 tot 60, met een komma als dat nodig is: 4,5."))
        return minutes

    def prepare_value(self, value: Any) -> Any:
        return hours_in_words(value) if isinstance(value, int) else value


class FunctionForm(VersionedForm):
    """What the function is called."""

    name = forms.CharField(
        label=_("Welke functie?"),
        help_text=_("Zoals het bedrijf het noemt: assistente, monteur, verkoper."),
        max_length=120,
        error_messages={"required": _("Schrijf welke functie het is.")},
    )


class TaskForm(forms.Form):
    """One task; a row without words is a spare one."""

    id = forms.CharField(required=False, widget=forms.HiddenInput)
    what = forms.CharField(label=_("Taak"), required=False, max_length=120)
    minutes = HoursField(label=_("Uren per week"), required=False)
    level = forms.ChoiceField(label=_("Wat vraagt het?"), choices=Level.choices, required=False)
    done_by = forms.CharField(
        label=_("Wie doet het nu? (een functie, geen naam)"), required=False, max_length=60
    )
    position = forms.IntegerField(label=_("Plaats in de rij"), required=False, min_value=1, max_value=999)
    is_dropped = forms.BooleanField(label=_("haal deze taak weg"), required=False)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if (
            said.get("what")
            and not said.get("is_dropped")
            and not said.get("minutes")
            and "minutes" not in self.errors
        ):
            self.add_error("minutes", _("Hoeveel uur per week is dit?"))
        if said.get("minutes") and not said.get("what") and "what" not in self.errors:
            self.add_error("what", _("Schrijf wat de taak is."))
        return said


class TaskRows(forms.BaseFormSet):
    """All rows together."""

    def tasks(self) -> list[dict[str, Any]]:
        """Those that say something and stay, in the order that was asked for; equals as they stood."""
        rows = [
            (form.cleaned_data.get("position") or number, number, form.cleaned_data)
            for number, form in enumerate(self.forms, 1)
            if form.cleaned_data.get("what") and not form.cleaned_data.get("is_dropped")
        ]
        names = ("id", "what", "minutes", "level", "done_by")
        return [
            {name: said.get(name) for name in names}
            for _place, _number, said in sorted(rows, key=lambda r: r[:2])
        ]


def task_rows(
    data: Any = None, initial: list[dict[str, Any]] | None = None, *, spare: int = SPARE
) -> TaskRows:
    """The rows of these tasks, and spare ones after them."""
    rows = forms.formset_factory(
        TaskForm, formset=TaskRows, extra=spare, max_num=MOST_ROWS, absolute_max=MOST_ROWS
    )
    made: TaskRows = rows(data, initial=initial or [], prefix="task")  # type: ignore[assignment]
    return made
