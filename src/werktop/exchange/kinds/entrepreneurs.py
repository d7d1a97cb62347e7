"""A plain guest list of firms and the entrepreneur who comes for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from werktop.exchange import cells
from werktop.exchange.columns import Column, Kind
from werktop.exchange.identity import row_identity
from werktop.exchange.kinds.candidates import competencies_of
from werktop.exchange.kinds.contact_cells import email_of, phone_of, postcode_of, required_line
from werktop.exchange.reading import Lookups, RowReader


@dataclass(frozen=True, slots=True)
class EntrepreneurRow:
    """A firm and its entrepreneur as a list tells. Empty text, empty tuple or None: the list does not say.

    `sector` is the letter of an SBI section. What they look for: `competencies` and `work_forms` are codes,
    `own_words` what neither vocabulary knows. `introduces` are names of firms they would introduce someone
    to. `joined_date` is the day on which the firm joined the approach.
    """

    row: int
    identity: str
    company: str
    contact_name: str
    email: str = ""
    phone: str = ""
    postcode: str = ""
    place: str = ""
    address: str = ""
    sector: str = ""
    does: str = ""
    seeks: str = ""
    competencies: tuple[str, ...] = ()
    work_forms: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    introduces: tuple[str, ...] = ()
    joined_date: date | None = None

    @property
    def likeness(self) -> str:
        return self.company


def _read(reader: RowReader, lookups: Lookups) -> EntrepreneurRow | None:
    company = required_line(reader, "company", "company_missing", what=_("het bedrijf"))
    contact_name = required_line(reader, "contact_name", "contact_missing", what=_("de contactpersoon"))
    email, phone, postcode = email_of(reader), phone_of(reader), postcode_of(reader, lookups)
    competencies, work_forms, own_words = _seeks(reader, lookups)
    row = EntrepreneurRow(
        row=reader.row,
        identity=row_identity(
            key=lookups.identity_key,
            about="entrepreneur",
            name=f"{cells.folded(company)} {cells.folded(contact_name)}",
            email=email,
            phone=phone,
            postcode=postcode,
            registered_date=None,
        ),
        company=company,
        contact_name=contact_name,
        email=email,
        phone=phone,
        postcode=postcode,
        place=reader.line("place"),
        address=reader.line("address"),
        sector=_sector(reader, lookups.sectors),
        does=reader.text("does"),
        seeks=reader.text("seeks"),
        competencies=competencies,
        work_forms=work_forms,
        own_words=own_words,
        introduces=cells.parts_of(reader.text("introduces")),
        joined_date=reader.date("joined_date"),
    )
    return None if reader.is_refused else row


def _seeks(reader: RowReader, lookups: Lookups) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Competencies, work forms and own words; both vocabularies may stand in either column."""
    both = Lookups(
        identity_key=lookups.identity_key,
        knows_postcode=lookups.knows_postcode,
        competencies={
            **{label: f"competency:{code}" for label, code in lookups.competencies.items()},
            **{label: f"form:{code}" for label, code in lookups.work_forms.items()},
        },
    )
    codes, own_words = competencies_of(reader, both, keys=("seeks", "work_forms"))
    return (
        tuple(code.removeprefix("competency:") for code in codes if code.startswith("competency:")),
        tuple(code.removeprefix("form:") for code in codes if code.startswith("form:")),
        own_words,
    )


def _sector(reader: RowReader, sectors: Mapping[str, str]) -> str:
    """The letter, from "C", "C Industrie", "C - Industrie" or "industrie"."""
    written = reader.line("sector")
    if not written:
        return ""
    by_name = {cells.folded(name): letter for letter, name in sectors.items()}
    both = {cells.folded(letter + name): letter for letter, name in sectors.items()}
    word = cells.folded(written)
    letter = written.upper() if written.upper() in sectors else by_name.get(word) or both.get(word) or ""
    if not letter:
        starts = [letter for name, letter in by_name.items() if len(word) >= 4 and name.startswith(word)]
        letter = starts[0] if len(starts) == 1 else ""
    if not letter:
        reader.doubt(
            "sector",
            "sector_unknown",
            format_lazy(_("Sector “{value}” kennen we niet. We laten hem leeg."), value=written),
            _("Gebruik de letter of de naam van de SBI-sectie, bijvoorbeeld C of Industrie."),
        )
    return letter


ENTREPRENEURS: Kind[EntrepreneurRow] = Kind(
    slug="entrepreneurs",
    title=_("Gastenlijst met ondernemers"),
    columns=(
        Column(
            "company",
            "Bedrijf",
            ("Bedrijfsnaam", "Naam bedrijf", "Werkgever", "Organisatie", "Onderneming", "Firma"),
            explanation=_("Verplicht."),
            example="Bakkerij Voorbeeld",
        ),
        Column(
            "contact_name",
            "Contactpersoon",
            ("Naam contactpersoon", "Ondernemer", "Naam ondernemer", "Contact", "Naam"),
            explanation=_("Verplicht. Wie er aan tafel komt."),
            example="Robin Voorbeeld",
        ),
        Column("email", "E-mail", ("E-mailadres", "Mail", "Mailadres"), example="robin@voorbeeld.example"),
        Column("phone", "Telefoon", ("Telefoonnummer", "Mobiel", "Tel"), example="0344-000000"),
        Column("place", "Plaats", ("Vestigingsplaats", "Woonplaats"), example="Tiel"),
        Column("postcode", "Postcode", ("PC",), example="4001 AB"),
        Column("address", "Adres", ("Straat en huisnummer", "Bezoekadres"), example="Voorbeeldweg 1"),
        Column(
            "sector",
            "Sector",
            ("Branche", "SBI", "SBI-sectie", "Bedrijfstak"),
            explanation=_("De letter of de naam van de SBI-sectie."),
            example="C",
        ),
        Column(
            "does",
            "Wat doen ze",
            ("Wat doet het bedrijf", "Activiteiten", "Omschrijving"),
            example="Brood en gebak",
        ),
        Column(
            "seeks",
            "Wat zoeken ze",
            ("Wat zoekt het bedrijf", "Zoekt", "Gezochte talenten", "Competenties"),
            explanation=_("Woorden uit de lijst van talenten, of eigen woorden, met een puntkomma ertussen."),
            example="samenwerken; nauwkeurig zijn",
        ),
        Column(
            "work_forms",
            "Vorm van werk",
            ("Vormen van werk", "Soort werk", "In welke vorm"),
            explanation=_("Bijvoorbeeld baan, stage, proefplaatsing of leerwerkplek."),
            example="baan; stage",
        ),
        Column(
            "introduces",
            "Wil introduceren bij",
            ("Introduceert bij", "Netwerk", "Kan introduceren bij"),
            explanation=_("Namen van bedrijven, met een puntkomma ertussen."),
            example="Garage Voorbeeld",
        ),
        Column("joined_date", "Datum aansluiting", ("Aangesloten op", "Aansluiting"), example="01-03-2026"),
    ),
    required=("company", "contact_name"),
    required_one_of=(),
    signature=("company", "contact_name"),
    read=_read,
)
