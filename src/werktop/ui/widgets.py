"""Form widgets: values that the browser's own pickers understand, whatever the language of the page, and lines that
are longer than a phone is wide."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class DayInput(forms.DateInput):
    """A date: the browser's picker, always in ISO form."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """A time of day, to the minute."""

    input_type = "time"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class MomentInput(forms.DateTimeInput):
    """A date with a time, in the time zone that is active."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")


class KindedPicks(forms.CheckboxSelectMultiple):
    """Options to pick, of which some say what kind they are: `kinds` has it by value."""

    kinds: Mapping[str, str] = MappingProxyType({})

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The option, with its kind for the script of the page."""
        option = super().create_option(name, value, *args, **kwargs)
        if kind := self.kinds.get(str(value)):
            option["attrs"]["data-kind"] = kind
        return option


class LongLine(forms.Textarea):
    """One line that wraps on screen, so that all of it is read on a phone; an Enter typed in it is a space."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"rows": 3} | (attrs or {}))

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed, as one line."""
        typed = super().value_from_datadict(data, files, name)
        return " ".join(typed.split()) if isinstance(typed, str) else typed


class LongSelect(forms.Select):
    """A list to choose one of, drawn without a template for each option: some hundreds of these take as long as a page."""

    def render(self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None) -> SafeString:
        """The same as Django draws."""
        whole = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        chosen = {str(each) for each in self.format_value(value)}
        selected = format_html(" {}", "selected")
        rows = ((key, selected if str(key) in chosen else "", words) for key, words in self.choices)
        options = format_html_join("", '<option value="{}"{}>{}</option>', rows)
        return format_html("<select{}>{}</select>", flatatt(whole), options)
