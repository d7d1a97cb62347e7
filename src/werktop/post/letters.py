"""Letters as one PDF: address, place and date, the text, a QR code of its link, and a strip to answer with."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import segno
import typst
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.ui.components.phones import phone

from .about import words_about
from .models import Message
from .writing import KNOWN

LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
ASKING = frozenset(["invitation", "reminder"])
"""Purposes of letters that ask whether somebody comes: these get a strip, for who has no internet."""
SHAPE = Path(__file__).with_name("letter.typ")


def pdf_of(letters: Sequence[Message], *, viewer: Actor, on_date: date) -> bytes:
    """All these letters in one PDF (PDF/UA-1), each on a page of its own, dated `on_date`, for the `viewer` who prints.

    The organisation must come with each message. A ValueError where there is no letter.
    """
    if not letters:
        raise ValueError("no letters to print")
    about = _about(viewer, letters)
    rows = [_row(letter, on_date, about[letter.pk]) for letter in letters]
    made: bytes = typst.compile(
        SHAPE,
        sys_inputs={"letters": json.dumps(rows), "title": _("Brieven")},
        ignore_system_fonts=True,
        pdf_standards="ua-1",
    )
    return made


def _about(viewer: Actor, letters: Sequence[Message]) -> dict[UUID, str]:
    """What each letter is about, in its own language."""
    found: dict[UUID, str] = {}
    for language in {letter.language for letter in letters}:
        with translation.override(language):
            found |= words_about(viewer, [letter for letter in letters if letter.language == language])
    return found


def _row(letter: Message, on_date: date, about: str) -> dict[str, Any]:
    organisation = letter.organisation
    with translation.override(letter.language):
        place = organisation.municipality.name if organisation.municipality else ""
        day = date_format(on_date, "DATE_FORMAT")
        # the page about privacy under every letter takes no answer
        known = reverse(KNOWN, kwargs={"slug": organisation.slug})
        link = next((each for each in LINK.findall(letter.body) if not each.endswith(known)), "")
        has_strip = bool(link) and letter.purpose in ASKING
        # nobody types an address of that length: where it stands on a line of its own, it says how to answer instead
        answer = _how_to_answer(organisation, has_strip=has_strip)
        body = "\n".join(
            answer if link and line.strip() == link else line for line in letter.body.splitlines()
        )
        return {
            "language": letter.language,
            "sender": organisation.name,
            "sender_lines": [
                line
                for line in (
                    ", ".join(organisation.return_address.splitlines()),
                    " · ".join(filter(None, (phone(organisation.phone), organisation.email))),
                )
                if line
            ],
            # the name once, also where the address begins with it
            "address": list(dict.fromkeys([letter.to_name, *letter.to_address.splitlines()])),
            "place_and_date": f"{place}, {day}" if place else day,
            "subject": letter.subject,
            "paragraphs": [
                # what stands under every letter is small print: the letter and its strip share one sheet
                {"pieces": _pieces(words), "is_small": known in words}
                for words in re.split(r"\n\s*\n", body.strip())
            ],
            "qr": _qr(link) if link else "",
            "strip": _strip(letter, about) if has_strip else None,
            "qr_words": _("Scan deze code met de camera van uw telefoon. U kunt daar antwoord geven."),
        }


def _how_to_answer(organisation: Any, *, has_strip: bool) -> str:
    if has_strip:
        return _("Gebruik de strook onder aan deze brief. Of scan de code bovenaan met uw telefoon.")
    if organisation.phone:
        # who gets a letter often has no internet: the number stands before the code
        return _("Bel %(phone)s. Of scan de code met uw telefoon.") % {"phone": phone(organisation.phone)}
    return _("Scan de code met uw telefoon.")


def _strip(letter: Message, about: str) -> dict[str, Any]:
    """What stands on the strip: who answers about what, boxes to tick, and what to do with it."""
    return {
        "cut": _("Knip of scheur hier af"),
        "name": letter.to_name,
        "about": about or letter.subject,
        "tick": _("Zet een kruisje:"),
        "answers": [_("Ja, ik kom"), _("Nee, ik kan niet")],
        "wishes_words": _("Dit helpt mij om te komen:") if letter.to_kind == "candidate" else "",
        "wishes": [
            _("u betaalt mijn reis"),
            _("oppas voor mijn kinderen"),
            _("een tolk"),
            _("er komt iemand met mij mee"),
        ],  # fmt: skip
        "return": " ".join(_how_it_comes_back(letter.organisation)),
    }


def _how_it_comes_back(organisation: Any) -> list[str]:
    """What to do with the strip, once it is off: by post only to an address that we know."""
    words = {
        "sender": organisation.name,
        "address": organisation.address_in_a_line,
        "phone": phone(organisation.phone),
    }
    if not organisation.return_address:
        said = [_("Geef deze strook af bij %(sender)s.") % words]
    else:
        said = [_("Stuur deze strook naar: %(address)s.") % words]
        if "antwoordnummer" in organisation.return_address.casefold():
            said.append(_("Een postzegel is niet nodig."))
        said.append(_("Afgeven mag ook."))
    return [*said, _("Liever bellen? %(phone)s.") % words] if organisation.phone else said


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
