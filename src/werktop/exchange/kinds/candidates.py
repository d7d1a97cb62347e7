"""A plain guest list of candidates, as an organisation keeps it or as filled in on our empty template."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from werktop.exchange import cells
from werktop.exchange.columns import Column, Kind
from werktop.exchange.kinds.contact_cells import (
    NAME_PIECES,
    Contact,
    contact_of,
    name_of,
    refuse_unreachable,
)
from werktop.exchange.kinds.sharing_cells import SHARING, is_shared
from werktop.exchange.kinds.talent_cells import competencies_of
from werktop.exchange.kinds.words import LANGUAGE_CHOICES, LANGUAGES
from werktop.exchange.problems import said
from werktop.exchange.reading import Lookups, RowReader
from werktop.post.reach import is_mobile

# What someone may need on the day: label → code. The first of each code is the one we show.
NEEDS: Mapping[str, str] = {
    "tafel zonder drempel": "step_free",
    "zonder drempel": "step_free",
    "rolstoel": "step_free",
    "rolstoeltoegankelijk": "step_free",
    "tolk": "interpreter",
    "kinderopvang": "childcare",
    "oppas": "childcare",
    "reiskosten": "travel_costs",
    "reiskostenvergoeding": "travel_costs",
    "vergoeding reiskosten": "travel_costs",
    "stoel extra": "companion",
    "neemt iemand mee": "companion",
    "begeleider": "companion",
}
# How someone likes to be invited: label → code.
CHANNELS: Mapping[str, str] = {
    "e-mail": "email",
    "mail": "email",
    "email": "email",
    "sms": "sms",
    "brief": "letter",
    "post": "letter",
    "per post": "letter",
    "bellen": "call",
    "telefoon": "call",
    "telefonisch": "call",
}

# What a candidate has room for.
_LONGEST_NEED = 200


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate as a list tells. Empty text, empty tuple or None: the list does not say.

    `competencies` are codes of the catalogue, `own_words` what the catalogue does not know. `needs` are codes
    of NEEDS, `other_needs` the rest as written. `invite_by` is a code of CHANNELS; `address` is there for who gets
    letters only. `languages` are ISO 639-1 codes, `other_languages` as written. `is_shared` False: other
    organisations do not see this person.
    """

    row: int
    identity: str
    full_name: str
    email: str = ""
    phone: str = ""
    postcode: str = ""
    address: str = ""
    languages: tuple[str, ...] = ()
    other_languages: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    other_needs: tuple[str, ...] = ()
    invite_by: str = ""
    is_shared: bool = True
    spoken_dutch: int | None = None
    written_dutch: int | None = None
    reported_date: date | None = None
    registered_date: date | None = None
    available_hours: Decimal | None = None
    education_level: str = ""
    desired_occupation: str = ""
    driving_licences: tuple[str, ...] = ()
    transport: str = ""
    staff_name: str = ""

    @property
    def likeness(self) -> str:
        return self.full_name


def _read(reader: RowReader, lookups: Lookups) -> CandidateRow | None:
    full_name, contact = name_of(reader), contact_of(reader, lookups)
    languages, other_languages = _languages(reader)
    competencies, own_words = competencies_of(reader, lookups, keys=("likes", "good_at"))
    needs, other_needs = _needs(reader)
    invite_by = _invite_by(reader)
    address = _address_for_letters(reader, contact, invite_by)
    row = CandidateRow(
        row=reader.row,
        identity=contact.identity(lookups, about="candidate", name=full_name),
        full_name=full_name,
        email=contact.email,
        phone=contact.phone,
        postcode=contact.postcode,
        address=address,
        languages=languages,
        other_languages=other_languages,
        competencies=competencies,
        own_words=own_words,
        needs=needs,
        other_needs=other_needs,
        invite_by=invite_by,
        is_shared=is_shared(reader),
    )
    refuse_unreachable(reader, contact)
    return None if reader.is_refused else row


def _languages(reader: RowReader) -> tuple[tuple[str, ...], tuple[str, ...]]:
    codes, others = reader.choices("languages", LANGUAGES)
    if others:
        reader.doubt(
            "languages",
            "language_unknown",
            said(
                _("Deze taal staat niet in onze lijst: {words}. We bewaren het woord."),
                words="; ".join(others),
            ),
            _("Schrijf de naam van de taal in het Nederlands, bijvoorbeeld Arabisch."),
        )
    return codes, others


def _needs(reader: RowReader) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Anything may be asked for: other words are kept, and are no reason for doubt."""
    codes, others = reader.choices("needs", NEEDS)
    words = tuple(word for word in others if cells.folded(word) not in ("geen", "nee", "niets", "nvt"))
    if len("; ".join(words)) > _LONGEST_NEED:
        reader.refuse(
            "needs",
            "too_long",
            said(_("Deze tekst is langer dan {limit} tekens."), limit=_LONGEST_NEED),
            _("Maak de tekst korter."),
        )
    return codes, words


def _invite_by(reader: RowReader) -> str:
    codes, others = reader.choices("invite_by", CHANNELS)
    if others:
        reader.doubt(
            "invite_by",
            "channel_unknown",
            said(_("Zo kunnen we niet uitnodigen: {words}."), words="; ".join(others)),
            _("Kies e-mail, sms, brief of bellen."),
        )
    return codes[0] if codes else ""


def _address_for_letters(reader: RowReader, contact: Contact, invite_by: str) -> str:
    """Street and number of who gets letters, "" for everybody else: what nobody needs is not kept. Says what happens
    instead where there is none."""
    if invite_by != "letter":
        return ""
    address = reader.line("address", limit=120)
    if not address:
        instead = (
            _("we gebruiken e-mail")
            if contact.email
            else _("we gebruiken sms")
            if is_mobile(contact.phone)
            else _("bel deze persoon")
        )
        reader.doubt(
            "invite_by",
            "letter_without_address",
            said(_("Voor een brief is een adres nodig; {instead}."), instead=instead),
            _("Zet straat en huisnummer in de kolom Adres voor een brief, of kies een andere manier."),
        )
    return address


CANDIDATES: Kind[CandidateRow] = Kind(
    slug="candidates",
    title=_("Gastenlijst met kandidaten"),
    columns=(
        Column(
            "full_name",
            "Naam",
            ("Volledige naam", "Naam kandidaat", "Kandidaat", "Voor- en achternaam"),
            explanation=_("Verplicht. Voornaam en achternaam in één cel."),
            example="Sam Voorbeeld",
        ),
        Column(
            "email",
            "E-mail",
            ("E-mailadres", "Mail", "Mailadres", "Email adres"),
            explanation=_("Vul minstens e-mail, telefoon of postcode in."),
            example="sam@voorbeeld.example",
        ),
        Column(
            "phone",
            "Telefoon",
            ("Telefoonnummer", "Mobiel", "Mobiel nummer", "Tel", "06-nummer"),
            explanation=_("Eén nummer per persoon."),
            example="06-00000000",
        ),
        Column(
            "postcode",
            "Postcode",
            ("PC",),
            explanation=_("Om te weten hoe ver reizen is."),
            example="4001 AB",
        ),
        Column(
            "address",
            "Adres voor een brief",
            ("Adres", "Postadres", "Straat en huisnummer", "Adres en huisnummer"),
            explanation=_(
                "Straat en huisnummer. Alleen voor wie een brief krijgt; van anderen nemen we het niet over."
            ),
            example="Voorbeeldweg 1",
        ),
        Column(
            "languages",
            "Talen",
            ("Taal", "Spreekt", "Welke talen"),
            explanation=_("Talen om een gesprek in te voeren, met een puntkomma ertussen."),
            choices=LANGUAGE_CHOICES,
            example="Nederlands; Arabisch",
        ),
        Column(
            "likes",
            "Wat doet u graag",
            ("Doet graag", "Wat doe je graag", "Interesses", "Wat vindt u leuk"),
            explanation=_("Woorden uit de lijst van talenten, of eigen woorden, met een puntkomma ertussen."),
            example="koken; met dieren werken",
        ),
        Column(
            "good_at",
            "Wat kunt u goed",
            ("Kan goed", "Goed in", "Talenten", "Competenties", "Waar bent u goed in"),
            explanation=_("Woorden uit de lijst van talenten, of eigen woorden, met een puntkomma ertussen."),
            example="samenwerken",
        ),
        Column(
            "needs",
            "Wat is nodig op de dag",
            ("Nodig op de dag", "Wat nodig op de dag", "Wat hebt u nodig", "Aanpassingen"),
            explanation=_("Bijvoorbeeld een tolk. Schrijf op wat nodig is, niet waarom."),
            choices=("tafel zonder drempel", "tolk", "kinderopvang", "reiskosten", "stoel extra"),
            example="reiskosten",
        ),
        Column(
            "invite_by",
            "Hoe uitnodigen",
            ("Uitnodigen per", "Hoe wilt u de uitnodiging", "Uitnodiging per"),
            explanation=_("Hoe de uitnodiging het best aankomt."),
            choices=("e-mail", "sms", "brief", "bellen"),
            example="sms",
        ),
    ),
    required=("full_name",),
    required_one_of=("email", "phone", "postcode"),
    signature=("full_name", "invite_by"),
    read=_read,
    pieces=NAME_PIECES,
    pieces_of="full_name",
    unasked=SHARING,
)
