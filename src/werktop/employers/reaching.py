"""Who asks, and how to reach them, out of one line as people write it: "Joris, Bakkerij Jansen, 06 12345678". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal
from werktop.post.reach import email_in, phone_in

_EMAIL = re.compile(r"[^\s,;<>()]+@[^\s,;<>()]+")
_PHONE = re.compile(r"(?<![\w@.])(?:\+|\b)[\d][\d\s().\-]{7,}\d")
_LABELS = re.compile(
    r"\b(?:tel(?:efoon)?|mob(?:iel)?|phone|mobile|e-?mail|mail|bel(?:t)?)\b\.?\s*:?\s*(?=[,;]|$)",
    re.IGNORECASE,
)
MOST = 160


class NobodyToCall(Refusal):
    text = _("Zo kunnen wij u niet bereiken. Schrijf er een telefoonnummer of een e-mailadres bij.")


class NobodyNamed(Refusal):
    text = _("Schrijf ook uw naam of uw bedrijf erbij.")


@dataclass(frozen=True)
class Asker:
    """`who` is what is left beside the e-mail address and the number."""

    who: str
    email: str = ""
    phone: str = ""


def asker_in(line: str) -> Asker:
    """The first e-mail address and the first number that can be one, and the rest. Refuses `NobodyToCall` and `NobodyNamed`."""
    text = " ".join(line.replace("\x00", "").split())
    email = phone = ""
    for found in _EMAIL.findall(text):
        address = email_in(found.strip(".:"))
        if address:
            email, text = address, text.replace(found, " ", 1)
            break
    for found in _PHONE.findall(text):
        number = phone_in(found)
        if number.state in ("understood", "zero_lost"):
            phone, text = number.number, text.replace(found, " ", 1)
            break
    if not (email or phone):
        raise NobodyToCall(field="asker")
    who = _LABELS.sub("", text)
    who = ", ".join(part.strip(" .:-–()<>") for part in re.split(r"[,;]", who) if part.strip(" .:-–()<>"))
    who = " ".join(who.split())[:MOST]
    if not re.search(r"[^\W\d_]", who):
        raise NobodyNamed(field="asker")
    return Asker(who, email[:254], phone[:20])
