"""What the form on the page after a gathering says: what is on "akkoord", and what was chosen instead."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from werktop.audit.keys import keys_in
from werktop.audit.refusals import Refusal

from ..commands.arranging import Choice
from ..commands.steps import StepChoice
from .pairs import CALL, DROP, OTHER, OTHERWISE, Typed, idea_in


def typed_in(form: QueryDict) -> Typed:
    """All that stood on the form."""
    choices: dict[str, str] = {}
    # the list of everyone else stands under the choices: what was chosen there counts
    for start in ("choice-", "other-"):
        for name, value in form.items():
            if name.startswith(start) and (value or start == "choice-"):
                choices[name.removeprefix(start)] = str(value)
    return Typed(frozenset(form.getlist("seen")), frozenset(form.getlist("agree")), choices)


def keys_of(typed: Typed, kind: str) -> list[UUID]:
    """The keys of this kind ("talk" or "step") to send, and of talks also those that were chosen not to be sent."""
    dropped = {key for key, value in typed.choices.items() if value == DROP}
    return _keys_among(typed.agreed | dropped, kind)


def aware_of(typed: Typed) -> list[UUID]:
    """The keys of the talks of which the form said that one of the two answered otherwise since."""
    return _keys_among(typed.seen, OTHERWISE)


def _keys_among(words: Iterable[str], kind: str) -> list[UUID]:
    return keys_in(each.partition(":")[2] for each in sorted(words) if each.partition(":")[0] == kind)


def choices_in(typed: Typed, follow_up_ids: list[UUID]) -> list[Choice]:
    """What was chosen for these talks; a `Refusal` for what no form of ours holds."""
    found = []
    for key in follow_up_ids:
        value = typed.choices.get(f"talk:{key}", "")
        try:
            if value in (CALL, DROP):
                found.append(Choice(key, None, is_dropped=value == DROP))
            elif value.startswith(OTHER):
                found.append(Choice(key, entrepreneur_id=UUID(value.removeprefix(OTHER))))
            elif value:
                found.append(Choice(key, UUID(value)))
        except ValueError:
            raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw.")) from None
    return found


def step_choices_in(typed: Typed, step_ids: list[UUID]) -> list[StepChoice]:
    """What was chosen for these next steps; a `Refusal` for what no form of ours holds."""
    found = []
    for key in step_ids:
        value = typed.choices.get(f"step:{key}", "")
        if value:
            try:
                found.append(StepChoice(key, *idea_in(value)))
            except ValueError:
                raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw.")) from None
    return found
