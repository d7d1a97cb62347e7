"""Who calls whom about a moment: one caller for each side, where two organisations have the two people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

Callers = list[tuple[Any, Any]]
"""Pairs of an organisation and the person whom it calls."""


@dataclass(frozen=True)
class OneCall:
    """Whom one organisation calls, and in words what the other does."""

    person: Any
    other: str

    @property
    def words(self) -> str:
        """What this organisation does itself, then the other."""
        own = _("Bel %(name)s.") if self.person.phone else _("Mail of schrijf %(name)s.")
        return f"{own % {'name': self.person.first_name}} {self.other}."


def calls_in_words(callers: Callers) -> str:
    """Who calls which of the two, or writes to whom has no telephone; "wij bellen beiden" where one organisation calls
    both."""
    if len({organisation.pk for organisation, _person in callers}) == 1:
        called = [person.first_name for _organisation, person in callers if person.phone]
        written = [person.first_name for _organisation, person in callers if not person.phone]
        if called and written:
            names = {"called": called[0], "written": written[0]}
            return _("wij bellen %(called)s en schrijven %(written)s") % names
        return _("wij schrijven beiden") if written else _("wij bellen beiden")
    return ", ".join(_call(*each) for each in callers)


def calls_to(people: Sequence[Any], callers: Callers, organisation_id: UUID | None) -> str:
    """In sentences who calls these people of a talk to hear how it went: whom this organisation calls or writes to, and
    what another does."""
    own = [person for who, person in callers if who.pk == organisation_id and person in people]
    asked = (
        (_("Bel %(names)s en vraag hoe het ging."), [person for person in own if person.phone]),
        (_("Mail of schrijf %(names)s en vraag hoe het ging."), [p for p in own if not p.phone]),
    )
    words = [
        sentence % {"names": _(" en ").join(person.first_name for person in persons)}
        for sentence, persons in asked
        if persons
    ]
    others = [each for each in callers if each[0].pk != organisation_id and each[1] in people]
    return " ".join([*words, *(f"{_call(*each)}." for each in others)])


def one_call(callers: Callers, organisation_id: UUID | None) -> OneCall | None:
    """What this organisation does where another calls the other of the two; None where it calls both."""
    whom = [person for organisation, person in callers if organisation.pk == organisation_id]
    others = [_call(*each) for each in callers if each[0].pk != organisation_id]
    return OneCall(whom[0], others[0]) if whom and others else None


def _call(organisation: Any, person: Any) -> str:
    words = _("%(organisation)s belt %(name)s") if person.phone else _("%(organisation)s schrijft %(name)s")
    return words % {"organisation": organisation.name, "name": person.first_name}
