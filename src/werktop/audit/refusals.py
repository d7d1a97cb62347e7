"""Refusals that every room shares. A room's own refusals inherit from `Refusal` and speak the domain."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """A command says no, in words for the person at the screen: what is the matter and what to do.

    `text` is shown as it is; `field` names the form field it belongs to, where there is one; `number` says which of several that
    were sent together it is about, counted from 0.
    """

    number: int | None = None
    text: Any = _("Dit kan nu niet.")
    status = 409

    def __init__(self, text: Any | None = None, *, field: str | None = None) -> None:
        if text is not None:
            self.text = text
        self.field = field
        super().__init__(str(self.text))


class NotAllowed(Refusal):
    """The role of the actor does not include this."""

    text = _("Jouw rol laat dit niet toe. Vraag het aan de functioneel beheerder van je organisatie.")
    status = 403


class NotVisible(Refusal):
    """The record does not exist for this viewer: missing and another organisation's look the same (404)."""

    text = _("Deze pagina bestaat niet, of is niet van jouw organisatie.")
    status = 404


class KeyReused(Refusal):
    """The same request key came back with other content: nothing is saved, what was typed is kept."""

    text = _(
        "Dit formulier is al eerder verstuurd, met andere gegevens. Kijk na wat er staat en verstuur het opnieuw."
    )
    status = 409


class CallIsOutdated(Refusal):
    text = _(
        "Er is weer iets veranderd sinds je deze pagina opende. Kijk wat er nu is, bel zo nodig opnieuw en vink dan af."
    )


class DayOutOfReach(Refusal):
    text = _("Deze dag ligt meer dan twee jaar van vandaag. Kijk de datum na.")


class TakesPartNoMore(Refusal):
    """Somebody stopped meanwhile: nothing begins or goes on with that person by itself, also not by taking something back."""

    text = _("%(name)s doet niet meer mee. Dit kan daarom nu niet.")

    def __init__(self, name: str, **more: Any) -> None:
        super().__init__(self.text % {"name": name}, **more)


MOST_DAYS = 731
"""How far from today what is planned or was done of late may lie."""


def refuse_far_day(day: date, today: date, field: str) -> None:
    """Pass silently, or `DayOutOfReach`."""
    if abs((day - today).days) > MOST_DAYS:
        raise DayOutOfReach(field=field)


def note_faults(form: Any, faults: Iterable[Refusal]) -> None:
    """Put all of `faults` on a form at once. A question that has something wrong already is left at that."""
    for fault in faults:
        if fault.field is None or form.question_of(fault.field) not in form.errors:
            form.add_error(fault.field, fault.text)


def shown_again(request: Any, refusal: Refusal) -> Refusal:
    """A refusal that the page itself shows, with all that was typed; the page is then answered with its status.

    What is not for the form (not allowed, not visible) goes on up. After `KeyReused` the form gets a fresh key.
    """
    if refusal.status != 409:
        raise refusal
    if isinstance(refusal, KeyReused):
        request.request_key = None
    return refusal


def keep_typed(request: Any, form: Any, refusal: Refusal) -> None:
    """Put a refusal on the form that it belongs to, so that the page shows it with all that was typed."""
    shown_again(request, refusal)
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
