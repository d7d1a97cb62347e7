"""Forms that know what they started from, so that a colleague's change in between is shown and not lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Overtaken:
    """What stands there now, after a colleague's change: `rows` of (question, answer of now). `is_taken_over`: an answer of now
    stands in the form as well, where who typed had not touched that."""

    who: str
    at: datetime | None
    rows: list[tuple[str, str]]
    is_taken_over: bool = False


class VersionedForm(forms.Form):
    """A form with a hidden version. `ASKED_AS` maps facts to the question that asks for them, where these differ."""

    ASKED_AS: ClassVar[Mapping[str, str]] = {}
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def question_of(self, fact: str) -> str:
        """The question that asks for this fact."""
        return self.ASKED_AS.get(fact, fact)

    def asked(self, name: str) -> tuple[str, forms.Field] | None:
        """The words and the field of a question; None where it is not on the screen."""
        field = self.fields.get(name)
        return None if field is None else (str(field.label), field)

    def overtaken(
        self,
        facts: Iterable[str],
        *,
        now: Mapping[str, Any],
        is_touched: Mapping[str, bool] = MappingProxyType({}),
        who: str = "",
        at: datetime | None = None,
    ) -> Overtaken:
        """Keep what was typed, take the version of `now`, and say what a colleague changed meanwhile.

        What was changed there and not touched here takes the answer of now: `is_touched` says of each fact whether it was typed
        otherwise than it stood when the form was opened. Of what it does not name, an empty answer gives way.
        """
        assert isinstance(self.data, QueryDict)
        self.data = self.data.copy()
        self.data["version"] = now["version"]
        touched: dict[str, bool] = {}
        for fact, was in is_touched.items():
            question = self.question_of(fact)
            touched[question] = touched.get(question, False) or was
        rows, is_taken_over = [], False
        for name in dict.fromkeys(self.question_of(fact) for fact in facts):
            if found := self.asked(name):
                rows.append((found[0], answer_in_words(found[1], now.get(name))))
                if name in now and not touched.get(name, bool(self.cleaned_data.get(name))):
                    _answer(self.data, self.add_prefix(name), found[1], now[name])
                    is_taken_over = True
        return Overtaken(who, at, rows, is_taken_over)


def _answer(data: QueryDict, name: str, field: forms.Field, answer: Any) -> None:
    """Have `data` say this answer, as a browser sends it."""
    if isinstance(field, forms.BooleanField):
        data.setlist(name, ["on"] if answer else [])
        return
    sent = field.widget.format_value(field.prepare_value(answer))
    data.setlist(name, list(sent) if isinstance(sent, list | tuple) else ["" if sent is None else sent])


def answer_in_words(field: forms.Field, answer: Any) -> str:
    """An answer as people read it: labels of choices, yes or no, a date or a time, "leeg" for nothing."""
    if isinstance(field, forms.BooleanField):
        return _("ja") if answer else _("nee")
    if isinstance(field, forms.ChoiceField):
        picked = (
            {str(a) for a in answer}
            if isinstance(answer, list | tuple | set)
            else {"" if answer is None else str(answer)}
        )
        labels = [str(label) for value, label in _flat(field.choices) if str(value) in picked]
        return ", ".join(labels) or _("leeg")
    if isinstance(answer, date):
        return date_format(answer)
    if isinstance(answer, time):
        return time_format(answer)
    return str(answer if answer is not None else "") or _("leeg")


def _flat(choices: Any) -> Iterable[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label
