"""How to reach someone: telephone, e-mail, address, postcode, in one spelling each."""

import re
from dataclasses import dataclass
from typing import Literal

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

_is_email = EmailValidator(allowlist=[])
_SEVERAL = re.compile(r"[;,|/]")
_PO_BOX = re.compile(
    r"\b(?:postbus|p\.?\s?o\.?\s?box)\s*:?\s*(?:nr\.?\s*)?(\d{1,6})\b|\b(\d{1,6})\s+postbus\b", re.IGNORECASE
)
_POSTCODE = re.compile(r"([1-9]\d{3})\s*([A-Z]{2})?$")


@dataclass(frozen=True, slots=True)
class Phone:
    """`number` is E.164 where we understood it, else what was written; `state` says which.

    Of several numbers it is the first that we understand.
    """

    number: str
    state: Literal["understood", "zero_lost", "several", "odd"]


def phone_in(text: str) -> Phone:
    """Dutch numbers as +31…, foreign ones with their own + kept. Odd numbers are kept as written.

    Excel drops the leading zero of a number that it takes for a sum; nine digits starting with 6 are such a
    one.
    """
    bare = re.sub(r"\(0\)", "", text.strip())
    bare = re.sub(r"[\s().\-/]", "", bare)
    if bare.startswith("00"):
        bare = "+" + bare[2:]
    if re.fullmatch(r"\+310?[1-9]\d{8}", bare):
        return Phone("+31" + bare[-9:], "understood")
    if re.fullmatch(r"0[1-9]\d{8}", bare):
        return Phone("+31" + bare[1:], "understood")
    if re.fullmatch(r"31[1-9]\d{8}", bare):
        return Phone("+" + bare, "understood")
    if re.fullmatch(r"6\d{8}", bare):
        return Phone("+31" + bare, "zero_lost")
    if re.fullmatch(r"\+(?!31)[1-9]\d{7,14}", bare):
        return Phone(bare, "understood")
    understood = (
        (phone_in(part) for part in re.split(r"[;,|]|\s/\s|/", text)[:3]) if _SEVERAL.search(text) else ()
    )
    first = next((phone.number for phone in understood if phone.state == "understood"), "")
    return Phone(first, "several") if first else Phone(text, "odd")


def is_mobile(number: str) -> bool:
    """Whether a number (as `phone_in` writes it) is a Dutch mobile one: where nobody said otherwise, only such a one
    gets text messages, since nobody reads them on a landline."""
    return number.startswith("+316")


def email_in(text: str) -> str:
    """The address with its domain in lower case, or "" when it cannot be one."""
    address = re.sub(r"^mailto:", "", text.strip(), flags=re.IGNORECASE).strip("<> ")
    try:
        _is_email(address)
    except ValidationError:
        return ""
    name, _, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


def address_in(text: str) -> str:
    """A street and number as they are; a P.O. box as "Postbus 12", after whatever stands with it ("t.a.v. de balie,
    Postbus 12"), since its postcode, which follows in letters and lists, is the one of the box (NEN 5825)."""
    found = _PO_BOX.search(text)
    if not found:
        return text
    rest = f"{text[: found.start()]},{text[found.end() :]}"
    others = [part.strip() for part in re.split(r"[,;\n]", rest) if part.strip()]
    return ", ".join([*others, f"Postbus {found[1] or found[2]}"])


def postcode_in(text: str) -> str:
    """ "1234 AB" or, where only the digits are given, "1234"; "" when it is no Dutch postcode."""
    found = _POSTCODE.match(text.strip().upper())
    if not found:
        return ""
    return f"{found[1]} {found[2]}" if found[2] else found[1]
