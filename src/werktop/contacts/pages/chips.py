"""The chips of a quick note together, and what is asked beside them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext

from werktop.audit.refusals import Refusal
from werktop.contacts.understood import NOBODY, Ask, Understood

from .changed import paired, posted_in
from .chip import Chip, as_was, written
from .chip_kinds import CHIPS

WITH_WORDS = ("contact", "reminder")
"""Chips that keep what was said."""


class AskForm(forms.Form):
    """Words that may mean several people."""

    who = forms.ChoiceField(required=False)

    def __init__(self, *, prefix: str, ask: Ask, is_final: bool = False) -> None:
        sent = {f"{prefix}-who": ask.answer} if is_final else None
        super().__init__(sent, prefix=prefix, initial={"who": ask.answer})
        self.ask = ask
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.label = gettext("Wie of welk bedrijf bedoel je met “%(words)s”?") % {"words": ask.words}
        none = (NOBODY + ask.words, gettext("geen van deze"))
        field.choices = [("", gettext("nog niet gekozen")), *ask.options, none]
        if ask.is_cut_off:
            field.help_text = gettext("Dit zijn ze niet allemaal. Typ ook de rest van de naam.")

    def look_at(self) -> None:
        """Who is meant is said before words are kept that may be about a candidate: by it they are guarded."""
        if not self.ask.answer and any(each.kind == "candidate" for each in self.ask.bearers):
            self.add_error("who", gettext("Kies wie je bedoelt, of “geen van deze”."))


class Chips:
    """All of a note together: forms for what was understood and for what is asked.

    `post` is what the form sent: what was changed on a chip that is still the same fact stays. With `is_final` it is
    what is to be saved, and is looked at; `is_shown` then says whether all of it was on the screen.
    """

    def __init__(
        self, understood: Understood, sentence: str, post: Any = None, *, is_final: bool = False
    ) -> None:
        self.understood = understood
        read = [(kind, _named(kind, facts, understood)) for kind, facts in understood.chips]
        as_read = [(kind, written(kind, facts)) for kind, facts in read]
        posted = paired(posted_in(post or {}), as_read)
        self.is_shown = all(posted)
        self.chips = [
            _chip(number, kind, facts, each, is_final, understood=understood, sentence=sentence)
            for number, ((kind, facts), each) in enumerate(zip(as_read, posted, strict=True))
        ]
        self.asks = [
            AskForm(prefix=f"ask{n}", ask=ask, is_final=is_final) for n, ask in enumerate(understood.asks)
        ]

    def is_valid(self) -> bool:
        """Whether all that is ticked can be saved as it stands."""
        for chip in self.ticked:
            chip.is_valid()
            chip.look_at(self.understood.loose)
        if any(chip.kind in WITH_WORDS for chip in self.ticked):
            for ask in self.asks:
                ask.look_at()
        # of all at once, so that all that is wrong is said
        return not [form for form in (*self.ticked, *self.asks) if form.errors]

    def mark(self, refusal: Refusal) -> bool:
        """Say what was refused at the chip it is about; False where it is about none."""
        if refusal.number is None:
            return False
        self.ticked[refusal.number].mark(refusal)
        return True

    @property
    def ticked(self) -> list[Chip]:
        """What is to be saved."""
        return [chip for chip in self.chips if chip.is_ticked]

    def facts(self) -> list[dict[str, Any]]:
        """What is ticked, as the command takes it."""
        return [chip.facts(self.understood.loose) for chip in self.ticked]


def _chip(number: int, kind: str, read: dict[str, Any], posted: Any, is_final: bool, **kwargs: Any) -> Chip:
    prefix = f"chip{number}"
    answers = posted.carried(read) if posted else dict(read)
    del answers["kind"]
    answers["was"] = as_was(kind, read)
    if is_final:
        sent = {f"{prefix}-{name}": value for name, value in answers.items()}
        return CHIPS[kind](sent, prefix=prefix, **kwargs)
    return CHIPS[kind](prefix=prefix, initial=answers, **kwargs)


def _named(kind: str, facts: dict[str, Any], understood: Understood) -> dict[str, Any]:
    # a form has no field `day` beside its method of that name
    named = {("day_of" if name == "day" else name): value for name, value in facts.items()}
    stop = {"is_about_work": False} if kind in ("contact", "reminder", "step") else {}
    return {"is_on": _can_be_saved(kind, facts, understood), **stop, **named}


def _can_be_saved(kind: str, facts: dict[str, Any], understood: Understood) -> bool:
    if kind in ("opening", "chance"):
        asked = [value for ask in understood.asks for value, _words in ask.options]
        return bool(facts["employer"]) or any(value.startswith("employer:") for value in asked)
    return kind != "competency" or bool(facts["candidate"])
