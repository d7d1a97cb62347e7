"""The export of UWV's Sonar: 35 columns, of which we take the fifteen that help to make a conversation.

The format follows the example workbook of VNG Realisatie's UM-Pilot (EUPL-1.2). BSN, sex, age and street are
never read. "Toestemming: Nee" means that the person is not shared with other organisations, not that they are
not served.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from werktop.catalogue.suspicions import is_sheltered_work, target_group_in
from werktop.exchange import cells
from werktop.exchange.columns import Column, Kind
from werktop.exchange.kinds.candidates import CandidateRow
from werktop.exchange.kinds.contact_cells import contact_of, name_of, refuse_unreachable
from werktop.exchange.kinds.sharing_cells import IS_KEPT_IN, IS_SHARED, is_shared
from werktop.exchange.problems import said
from werktop.exchange.reading import Lookups, RowReader

# The lists of the workbook's sheet "Keuzevelden".
LANGUAGE_LEVELS: Mapping[str, int] = {"1": 1, "2": 2, "3": 3, "4": 4}
LICENCES = ("A", "A1", "A2", "B", "B+", "C", "C1", "D", "D1", "BE", "CE", "DE", "T")
_NONE = frozenset(("geen", "nee", "nvt", "nnb", "onbekend"))
_MOST_HOURS = 60


def _read(reader: RowReader, lookups: Lookups) -> CandidateRow | None:
    full_name, contact = name_of(reader), contact_of(reader, lookups)
    registered_date = reader.date("registered_date")
    has_spoken, spoken = _level(reader, "spoken_dutch")
    _has_written, written = _level(reader, "written_dutch")
    row = CandidateRow(
        row=reader.row,
        identity=contact.identity(
            lookups, about="candidate", name=full_name, registered_date=registered_date
        ),
        full_name=full_name,
        email=contact.email,
        phone=contact.phone,
        postcode=contact.postcode,
        languages=("nl",) if has_spoken else (),
        spoken_dutch=spoken,
        written_dutch=written,
        reported_date=reader.date("reported_date"),
        registered_date=registered_date,
        available_hours=_hours(reader),
        education_level=reader.line("education_level", limit=40),
        desired_occupation=_desired(reader),
        driving_licences=_licences(reader),
        transport=reader.line("transport", limit=40).capitalize(),
        staff_name=reader.line("staff_name", limit=80),
        is_shared=is_shared(reader),
    )
    refuse_unreachable(reader, contact)
    return None if reader.is_refused else row


def _desired(reader: RowReader) -> str:
    """Not sheltered work, which takes an indication, nor what a register or a subsidy says: these are no wish."""
    written = reader.line("desired_occupation", limit=120)
    if target_group_in(written):
        reader.doubt(
            "desired_occupation",
            "group_left",
            _("Een uitkering, een register of een subsidie is geen wens. We nemen het niet over als wens."),
            _("Noteer het bij deze persoon: dat leest alleen wie met deze persoon werkt."),
        )
        return ""
    if not is_sheltered_work(written):
        return written
    reader.doubt(
        "desired_occupation",
        "sheltered_left",
        _("Beschut werk is er alleen met een indicatie. We nemen het niet over als wens."),
        _("Noteer de indicatie bij deze persoon: dat leest alleen wie met deze persoon werkt."),
    )
    return ""


def _level(reader: RowReader, key: str) -> tuple[bool, int | None]:
    """Whether anything is filled in, and the level 1 to 4 where it is one."""
    written = reader.line(key)
    if not written or cells.folded(written) in _NONE:
        return False, None
    level = LANGUAGE_LEVELS.get(written)
    if level is None:
        reader.doubt(
            key,
            "language_level_unknown",
            said(_("Taalniveau “{value}” kennen we niet. We laten het leeg."), value=written),
            _("Gebruik 1, 2, 3 of 4."),
        )
    return True, level


def _hours(reader: RowReader) -> Decimal | None:
    written = reader.line("available_hours")
    if not written or cells.folded(written) in _NONE:
        return None
    hours = cells.number_in(written)
    if hours is None or not 0 <= hours <= _MOST_HOURS:
        reader.doubt(
            "available_hours",
            "hours_unclear",
            said(_("“{value}” is geen aantal uren per week. We laten het leeg."), value=written),
            said(_("Schrijf een getal van 0 tot en met {limit}."), limit=_MOST_HOURS),
        )
        return None
    return hours


def _licences(reader: RowReader) -> tuple[str, ...]:
    written = reader.line("driving_licences")
    if not written or cells.folded(written) in _NONE:
        return ()
    codes = tuple(dict.fromkeys(cells.parts_of(written.upper().replace(" ", ","), separators=";,/")))
    unknown = [code for code in codes if code not in LICENCES]
    if unknown:
        reader.doubt(
            "driving_licences",
            "licence_unknown",
            said(_("Rijbewijs “{value}” kennen we niet. We laten het weg."), value=", ".join(unknown)),
            said(_("Gebruik {codes}."), codes=", ".join(LICENCES)),
        )
    return tuple(code for code in codes if code in LICENCES)


SONAR: Kind[CandidateRow] = Kind(
    slug="sonar",
    title=_("Uitvoer van Sonar"),
    columns=(
        Column("reported_date", "Datum melding", example="01-03-2026"),
        Column(
            "available_hours",
            "Beschikbare uren/wk",
            ("Beschikbare uren per week", "Beschikbare uren"),
            example="24",
        ),
        Column("education_level", "Opleidingsniveau", example="MBO"),
        Column("desired_occupation", "Bemiddelingsberoep", example="Magazijnmedewerker"),
        Column("spoken_dutch", "Mondeling Nederlands", choices=tuple(LANGUAGE_LEVELS), example="3"),
        Column("written_dutch", "Schriftelijk Nederlands", choices=tuple(LANGUAGE_LEVELS), example="2"),
        Column("driving_licences", "Rijbewijs", ("Rijbewijzen",), example="B"),
        Column("registered_date", "Inschrijfdatum", ("Datum inschrijving",), example="01-03-2026"),
        Column("phone", "Telefoonnummer", ("Telefoon",), example="06-00000000"),
        Column("full_name", "Volledige Naam", example="Sam Voorbeeld"),
        Column("email", "E-mailadres", ("E-mail", "Mailadres"), example="sam@voorbeeld.example"),
        Column("transport", "Vervoer", example="Fiets"),
        Column("postcode", "Postcode", example="4001 AB"),
        Column("staff_name", "Medewerker Naam", ("Naam medewerker",), example="Noor Voorbeeld"),
        replace(
            IS_SHARED,
            explanation=_(
                "Ja: andere organisaties in de regio mogen het zoekprofiel zien. Nee: alleen jullie."
            ),
            choices=("Ja", "Nee"),
            example="Ja",
        ),
    ),
    required=("full_name", "registered_date", "is_shared"),
    required_one_of=("email", "phone", "postcode"),
    signature=("registered_date", "is_shared"),
    read=_read,
    unasked=(IS_KEPT_IN,),
)
