"""Looking a firm up in the trade register: what is asked of a register, whichever it is, and the one that was chosen.

Nothing here reads or writes the database. `WERKTOP_TRADE_REGISTER` names a class (docs/operations.md); without it nothing is
looked up, and the firm's facts are typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class RegisterIsSilent(Refusal):
    """No answer that can be used: the firm can be typed as well."""

    status = 503
    text = _(
        "Het Handelsregister geeft nu geen antwoord. Probeer het straks nog eens, of vul het bedrijf zelf in."
    )


class RegisterRefusesUs(Refusal):
    """The register does not know who asks: for who runs the software to mend."""

    status = 503
    text = _(
        "Het Handelsregister laat ons niet toe. Vraag de functioneel beheerder om de sleutel na te kijken; het bedrijf zelf "
        "invullen kan altijd."
    )


@dataclass(frozen=True)
class Listed:
    """One firm or establishment as the register finds it. `number` has eight digits; `branch` twelve, or "" for a legal person.
    An address that is shielded is not handed out, and stays ""."""

    number: str
    branch: str
    name: str
    address: str
    postcode: str
    place: str
    is_main: bool
    is_active: bool


@dataclass(frozen=True)
class Profile:
    """What the register says of one firm. `sbi_code` is that of its main activity (digits), of `sbi_version` ("2008", "2025", or
    "" where that is not known); `people_working` None where it is not said, `no_unasked_post` whether the firm wants no
    advertising that it did not ask for."""

    number: str
    name: str
    address: str
    postcode: str
    place: str
    sbi_code: str
    sbi_words: str
    people_working: int | None
    no_unasked_post: bool
    has_ended: bool
    branches: tuple[Listed, ...] = ()
    sbi_version: str = ""


class TradeRegister(Protocol):
    """A register that can be asked. Every question may raise `RegisterIsSilent` or `RegisterRefusesUs`."""

    def firms_found(self, *, name: str = "", place: str = "", number: str = "") -> list[Listed]:
        """The firms with this name, in this place, or with this number of eight digits; none where nobody is found."""

    def profile_of(self, number: str) -> Profile | None:
        """What is said of the firm with this number, with its establishments; None where there is none."""


def is_offered() -> bool:
    """Whether this installation knows a register to ask."""
    return bool(settings.TRADE_REGISTER)


def chosen_register() -> TradeRegister:
    """The register that the environment names; `RegisterRefusesUs` where it names none."""
    if not is_offered():
        raise RegisterRefusesUs()
    register: TradeRegister = import_string(settings.TRADE_REGISTER)()
    return register
