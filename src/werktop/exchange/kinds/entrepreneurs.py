"""A plain guest list of firms and the entrepreneur who comes for each."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from werktop.exchange import cells
from werktop.exchange.columns import Column, Kind
from werktop.exchange.kinds.contact_cells import NAME_PIECES, contact_of, required_line, required_name
from werktop.exchange.kinds.sharing_cells import SHARING, may_be_shared
from werktop.exchange.kinds.talent_cells import competencies_of
from werktop.exchange.kinds.words import SECTOR_CHOICES, SECTORS, WORK_FORM_CHOICES, WORK_FORMS
from werktop.exchange.problems import said
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
    company = required_line(reader, "company", "company_missing", what=_("het bedrijf"), limit=120)
    contact_name = required_name(reader, "contact_name", "contact_missing", what=_("de contactpersoon"))
    contact = contact_of(reader, lookups)
    competencies, work_forms, own_words = _seeks(reader, lookups)
    row = EntrepreneurRow(
        row=reader.row,
        identity=contact.identity(
            lookups, about="entrepreneur", name=f"{cells.folded(company)} {cells.folded(contact_name)}"
        ),
        company=company,
        contact_name=contact_name,
        email=contact.email,
        phone=contact.phone,
        postcode=contact.postcode,
        place=reader.line("place", limit=80),
        address=reader.line("address", limit=120),
        sector=_sector(reader),
        does=reader.text("does"),
        seeks=reader.text("seeks"),
        competencies=competencies,
        work_forms=work_forms,
        own_words=own_words,
        introduces=cells.parts_of(reader.text("introduces")),
        joined_date=reader.date("joined_date"),
    )
    _judge_sharing(reader)
    return None if reader.is_refused else row


def _judge_sharing(reader: RowReader) -> None:
    """The whole region sees employers and their people: who may not be shared is not taken over. An answer that is missing is no
    no, and a business contact needs no consent to be kept: whoever takes the list over reads what follows from it."""
    answer = may_be_shared(reader)
    if answer is None:
        reader.doubt(
            "is_shared",
            "sharing_open",
            _(
                "Of deze ondernemer gedeeld mag worden, staat er niet als Ja of Nee. We nemen de rij over, en de hele regio ziet "
                "ondernemers."
            ),
            _("Mag het niet? Vul Nee in, of haal de rij weg."),
        )
    elif not answer:
        reader.refuse(
            "is_shared" if reader.has("is_shared") else "is_kept_in",
            "not_to_be_shared",
            _(
                "Deze ondernemer mag niet gedeeld worden, en de hele regio ziet ondernemers: deze rij nemen we niet over."
            ),
            _("Vraag het na, en pas de rij aan als het wel mag."),
        )


def _seeks(reader: RowReader, lookups: Lookups) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Competencies, forms of work and own words; words of both vocabularies may stand in either column."""
    competency, form = "competency:", "form:"
    both = replace(
        lookups,
        competencies={
            **{label: competency + code for label, code in lookups.competencies.items()},
            **{label: form + code for label, code in WORK_FORMS.items()},
        },
        ways={said: (competency + code, label) for said, (code, label) in lookups.ways.items()},
    )
    codes, own_words = competencies_of(reader, both, keys=("seeks", "work_forms"))
    return (
        tuple(code.removeprefix(competency) for code in codes if code.startswith(competency)),
        tuple(code.removeprefix(form) for code in codes if code.startswith(form)),
        own_words,
    )


def _sector(reader: RowReader) -> str:
    """The letter, from "C", "C Industrie", "C - Industrie", "industrie" or the start of one sector's name."""
    written = reader.line("sector")
    word = cells.folded(written)
    letters = set(SECTORS.values())
    if not word or word.upper() in letters:
        return word.upper()
    by_name = {cells.folded(name): letter for name, letter in SECTORS.items()}
    with_letter = {cells.folded(letter + name): letter for name, letter in SECTORS.items()}
    letter = by_name.get(word) or with_letter.get(word)
    if letter is None:
        starts = {letter for name, letter in by_name.items() if len(word) >= 4 and name.startswith(word)}
        letter = starts.pop() if len(starts) == 1 else ""
    if not letter:
        reader.doubt(
            "sector",
            "sector_unknown",
            said(_("Sector “{value}” kennen we niet. We laten hem leeg."), value=written),
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
            choices=SECTOR_CHOICES,
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
            choices=WORK_FORM_CHOICES,
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
    pieces=NAME_PIECES,
    pieces_of="contact_name",
    unasked=SHARING,
)
