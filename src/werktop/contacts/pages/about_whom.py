"""Whom words are about: asked on a chip, and kept as long as the name stands in the words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.contacts.queries.naming import known_in, said_whole


def about_people() -> forms.MultipleChoiceField:
    """The question: candidates whom the words name."""
    return forms.MultipleChoiceField(
        label=_("Over wie gaat het?"),
        help_text=_("Het staat dan in het dossier, en wie met deze persoon werkt leest het."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def candidates_among(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The candidates of whom a form may choose."""
    return [each for each in choices if each[0].startswith("candidate:")]


def keep_whom_words_name(
    form: Any, field: str, words: str, choices: list[tuple[str, str]], ticked: Collection[str]
) -> None:
    """Say at `field` that somebody who is not `ticked` stands in the words with the whole name. A first name alone may be that of
    somebody else."""
    loose = [shown.partition(", ")[0] for value, shown in candidates_among(choices) if value not in ticked]
    whole = said_whole(loose, words)
    for name in loose:
        if name in whole:
            words_of_it = gettext("%(name)s staat in je zin. Laat het vinkje staan, of haal de naam eruit.")
            form.add_error(field, words_of_it % {"name": name})


def untied_in(viewer: Any, post: Any) -> list[tuple[str, str]]:
    """The candidates whose whole name stands in what was typed, where nobody who bears it is ticked."""
    words = " ".join(post.get(name, "") for name in ("words", "what"))
    if not words.strip():
        return []
    tied = {*post.getlist("people"), *post.getlist("about")}
    by_name = known_in(viewer, words).by_name
    whole = said_whole(by_name, words)
    return [
        (each.value, each.words)
        for name, people in by_name.items()
        if name in whole and not tied & {each.value for each in people}
        for each in people
        if each.kind == "candidate"
    ]


def say_who_is_untied(form: Any, untied: list[tuple[str, str]]) -> None:
    """Ask for a tick at one of these."""
    said = gettext("In je woorden staat %(names)s. Vink aan over wie het gaat, of haal de naam eruit.")
    names = dict.fromkeys(shown.partition(", ")[0] for _value, shown in untied)
    form.add_error("about", said % {"names": gettext(" en ").join(names)})
