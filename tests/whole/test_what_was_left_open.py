"""A question that was left open says what to do, in words of the house: in every form, and for every kind of question."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator

from django import forms
from django.urls import get_resolver

FRAMEWORK = ("Dit veld is verplicht", "This field is required")


def kinds_of(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from kinds_of(each)


def test_no_question_of_any_form_answers_in_the_words_of_the_framework():
    assert get_resolver().url_patterns, "all pages are read, and their forms with them"
    ours = [each for each in kinds_of(forms.BaseForm) if each.__module__.startswith("werktop.")]
    asked = [
        (f"{form.__module__}.{form.__name__}.{name}", field)
        for form in ours
        for name, field in form.base_fields.items()
        if field.required
    ]
    assert len(asked) > 100
    assert [
        name for name, field in asked if str(field.error_messages["required"]).startswith(FRAMEWORK)
    ] == []


def test_nor_does_one_that_a_form_makes_while_it_is_drawn():
    for kind in (forms.Field, *kinds_of(forms.Field)):
        words = ChainMap(*(getattr(each, "default_error_messages", {}) for each in kind.__mro__))
        assert not str(words["required"]).startswith(FRAMEWORK), kind
