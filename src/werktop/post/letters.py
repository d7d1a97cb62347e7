"""Letters as one PDF: address, place and date, the text, and a QR code of the link in it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import segno
import typst
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.ui.components.phones import phone

from .models import Message
from .writing import KNOWN

LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
SHAPE = Path(__file__).with_name("letter.typ")


def pdf_of(letters: Sequence[Message], *, on_date: date) -> bytes:
    """All these letters in one PDF (PDF/UA-1), each on a page of its own, dated `on_date`.

    The organisation must come with each message. A ValueError where there is no letter.
    """
    if not letters:
        raise ValueError("no letters to print")
    rows = [_row(letter, on_date) for letter in letters]
    made: bytes = typst.compile(
        SHAPE,
        sys_inputs={"letters": json.dumps(rows), "title": _("Brieven")},
        ignore_system_fonts=True,
        pdf_standards="ua-1",
    )
    return made


def _row(letter: Message, on_date: date) -> dict[str, Any]:
    organisation = letter.organisation
    with translation.override(letter.language):
        place = organisation.municipality.name if organisation.municipality else ""
        day = date_format(on_date, "DATE_FORMAT")
        # the page about privacy under every letter takes no answer
        known = reverse(KNOWN, kwargs={"slug": organisation.slug})
        link = next((each for each in LINK.findall(letter.body) if not each.endswith(known)), "")
        return {
            "language": letter.language,
            "sender": organisation.name,
            "sender_lines": [line for line in (phone(organisation.phone), organisation.email) if line],
            # the name once, also where the address begins with it
            "address": list(dict.fromkeys([letter.to_name, *letter.to_address.splitlines()])),
            "place_and_date": f"{place}, {day}" if place else day,
            "subject": letter.subject,
            "paragraphs": [_pieces(p) for p in re.split(r"\n\s*\n", letter.body.strip())],
            "qr": _qr(link) if link else "",
            # who gets a letter often has no internet: the telephone stands first
            "call_words": _("Geef antwoord met de telefoon: bel %(phone)s.")
            % {"phone": phone(organisation.phone)}
            if link and organisation.phone
            else "",
            "qr_words": _("Scan deze code met de camera van uw telefoon. U kunt daar antwoord geven."),
        }


def _pieces(paragraph: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for number, line in enumerate(paragraph.splitlines()):
        if number:
            found.append({"kind": "break", "text": ""})
        end = 0
        for link in LINK.finditer(line):
            found += [
                {"kind": "text", "text": line[end : link.start()]},
                {"kind": "link", "text": link.group()},
            ]
            end = link.end()
        found.append({"kind": "text", "text": line[end:]})
    return found


def _qr(link: str) -> str:
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False)
    return out.getvalue().decode()
