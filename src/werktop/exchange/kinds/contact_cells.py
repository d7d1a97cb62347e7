"""Cells that every list of people has: e-mail, telephone, postcode. What the kinds share is here."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from werktop.exchange.columns import Column
from werktop.exchange.identity import row_identity
from werktop.exchange.problems import said
from werktop.exchange.reading import Lookups, RowReader
from werktop.post.reach import email_in, phone_in, postcode_in

# What a candidate or entrepreneur has room for.
_LONGEST_PHONE = 20
_DIGITS = 4

NAME_PIECES = (
    Column("calling_name", "Roepnaam"),
    Column("first_name", "Voornaam", ("Voornamen",)),
    Column("particle", "Tussenvoegsel", ("Tussenvoegsels", "Tussenv", "Voorvoegsel", "Voorvoegsels")),
    Column("surname", "Achternaam", ("Familienaam", "Geslachtsnaam")),
)
_LONGEST_PIECE = 75
"""Together they are still shorter than a name in one cell may be."""
_PARTICLES = frozenset("aït ait al ben bin da de del den der di dos du el la le te ten ter van von".split())
"""Words that begin many names and so tell no two apart."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How somebody of a row is reached; "" for what the list does not say or what cannot be read."""

    email: str
    phone: str
    postcode: str

    def identity(
        self, lookups: Lookups, *, about: str, name: str, registered_date: date | None = None
    ) -> str:
        """The key of the row that says this about `name` (see `row_identity`)."""
        return row_identity(
            key=lookups.identity_key,
            about=about,
            name=name,
            email=self.email,
            phone=self.phone,
            postcode=self.postcode,
            registered_date=registered_date,
        )


def contact_of(reader: RowReader, lookups: Lookups) -> Contact:
    """The three cells, each with its doubts."""
    return Contact(_email_of(reader), _phone_of(reader), _postcode_of(reader, lookups))


def name_of(reader: RowReader) -> str:
    """The name of a candidate, which no row can do without."""
    return required_name(reader, "full_name", "name_missing", what=_("de naam"))


def _email_of(reader: RowReader) -> str:
    """The address, or "" with a doubt when what is written cannot be one."""
    written = reader.line("email", limit=254)
    address = email_in(written)
    if written and not address:
        reader.doubt(
            "email",
            "email_odd",
            said(_("“{value}” is geen e-mailadres. We laten het leeg."), value=written),
            _("Schrijf het adres als naam@voorbeeld.nl, één per persoon."),
        )
    return address


def _phone_of(reader: RowReader) -> str:
    """E.164 where understood; an odd number is kept as written, with a doubt."""
    written = reader.line("phone", limit=100)
    if not written:
        return ""
    phone = phone_in(written)
    if phone.state == "zero_lost":
        reader.doubt(
            "phone",
            "phone_zero_lost",
            said(_("Excel heeft de eerste nul weggelaten. We lezen {number}."), number=phone.number),
            _("Maak de kolom op als tekst, dan blijft de nul staan."),
        )
    elif phone.state == "several":
        reader.doubt(
            "phone",
            "phone_several",
            said(
                _("Er staat meer dan één telefoonnummer: {value}. We nemen {number}."),
                value=written,
                number=phone.number,
            ),
            _("Laat het nummer staan dat het best werkt."),
        )
    elif len(phone.number) > _LONGEST_PHONE:
        reader.doubt(
            "phone",
            "phone_too_long",
            said(_("Dit is geen telefoonnummer: {value}. We laten het leeg."), value=written),
            _("Schrijf één nummer met tien cijfers, of met + en landnummer."),
        )
        return ""
    elif phone.state == "odd":
        reader.doubt(
            "phone",
            "phone_odd",
            said(_("Dit telefoonnummer herkennen we niet: {value}. We bewaren het zo."), value=written),
            _("Schrijf één nummer met tien cijfers, of met + en landnummer."),
        )
    return phone.number


def _postcode_of(reader: RowReader, lookups: Lookups) -> str:
    """ "1234 AB" or "1234". An unknown postcode is kept with a doubt; what is no postcode is left out with
    one.
    """
    written = reader.line("postcode", limit=50)
    postcode = postcode_in(written)
    if written and not postcode:
        reader.doubt(
            "postcode",
            "postcode_odd",
            said(_("“{value}” is geen Nederlandse postcode. We laten hem leeg."), value=written),
            _("Schrijf vier cijfers en twee letters, bijvoorbeeld 4001 AB."),
        )
    elif postcode and not lookups.knows_postcode(postcode[:4]):
        reader.doubt(
            "postcode",
            "postcode_unknown",
            said(_("Postcode {postcode} kennen we niet. We nemen hem wel over."), postcode=postcode),
            _("Kijk of de cijfers kloppen: afstanden rekenen we ermee uit."),
        )
    elif postcode and len(postcode) == _DIGITS:
        reader.doubt(
            "postcode",
            "postcode_digits",
            said(_("Bij postcode {postcode} ontbreken de letters. We nemen hem zo over."), postcode=postcode),
            _("Vul de letters aan: voor een brief zijn ze nodig."),
        )
    return postcode


def required_line(reader: RowReader, key: str, code: str, *, what: object, limit: int = 160) -> str:
    """Text that a row cannot do without; refuses the row when it is not there. `what` names it on screen."""
    text = reader.line(key, limit=limit)
    if text or reader.is_refused:
        return text
    if reader.is_swallowed_by_merge(key):
        remedy = _("Deze cel is samengevoegd met een andere. Hef de samenvoeging op en vul elke rij in.")
    else:
        remedy = _("Vul de cel in, of haal de rij weg.")
    reader.refuse(key, code, said(_("Er staat niets bij: {what}."), what=what), remedy)
    return ""


def required_name(reader: RowReader, key: str, code: str, *, what: object) -> str:
    """A name as `required_line` takes it, or put together where the list has its pieces in columns of their own: the
    first name before the rest. A column for the whole name beside one for the first name holds the surname, unless the
    first name is in it or it is turned round itself ("Voorbeeld, Sam")."""
    calling, given, particle, surname = (
        reader.line(piece.key, limit=_LONGEST_PIECE) for piece in NAME_PIECES
    )
    first = calling or given
    if not (first or particle or surname):
        there = (key, *(piece.key for piece in NAME_PIECES))
        return required_line(reader, next(filter(reader.has, there)), code, what=what)
    # a cell that is not used refuses nothing
    whole = surname or reader.line(key, limit=_LONGEST_PIECE)
    before, last = _turned(whole)
    told = {_telling_word(calling), _telling_word(given)}
    if not surname and (last.count(",") or told & set(whole.casefold().split())):
        return whole
    before = before or particle
    if last.casefold().startswith(f"{before.casefold()} "):
        before = ""
    return " ".join(part for part in (first, before, last) if part)


def _telling_word(name: str) -> str:
    """ "fatima" of "Fatima El Zahra", "mehdi" of "El Mehdi", "ben" of "Ben"; "" of no name."""
    words = name.casefold().split()
    return next((word for word in words if word not in _PARTICLES), "".join(words[:1]))


def _turned(surname: str) -> tuple[str, str]:
    """("de", "Vries") of "Vries, de"; ("", the same) of any other surname."""
    last, _comma, particle = (part.strip() for part in surname.partition(","))
    return (particle, last) if particle and particle == particle.lower() else ("", surname)


def refuse_unreachable(reader: RowReader, contact: Contact) -> None:
    """A person whom we cannot reach in any way cannot be invited."""
    if not (contact.email or contact.phone or contact.postcode or reader.is_refused):
        reader.refuse(
            "",
            "unreachable",
            _("We weten niet hoe we deze persoon bereiken."),
            _("Vul een e-mailadres, telefoonnummer of postcode in."),
        )
