"""Kinds of firms as the river area has them, and how such firms are called. All of them are invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from .names import FIRM_FAMILIES

HOST = "Houtbouw Rijnstroom"
"""The firm where today's gathering is."""
PLACES = (
    "Rijnstroom", "De Linde", "Waalzicht", "Het Veer", "Tweestroom", "De Bongerd", "De Linge", "Kersenbloei",
        "De Uiterwaard",
    "Oeverland", "De Griend", "Dijkhuis", "De Steenoven", "Bloesem", "Het Kompas", "De Waard", "De Hoogstam",
        "Betuwezicht",
    "Het Stroomdal", "De Kromme Kamp", "Het Oude Wiel", "Knotwilg", "De Schans", "Grootwaard", "De Meidoorn",
)  # fmt: skip


@dataclass(frozen=True)
class FirmKind:
    """A trade: how many of a hundred firms are in it, the forms of its names, and what work it has.

    A form holds `{family}` or `{place}`. `sector` is the letter of an SBI section; `competencies` and `interests`
    are codes of the catalogue: what is looked for, and what the place gives room to.
    """

    share: int
    forms: tuple[str, ...]
    sector: str
    does: str
    competencies: tuple[str, ...]
    interests: tuple[str, ...]


FIRM_KINDS = (
    FirmKind(13, ("Fruitbedrijf {family}", "Gebr. {family} Fruitteelt", "{family} Hardfruit", "Fruithof {place}",
        "Boomgaard {place}"),
        "A", "teelt en sorteert appels, peren en kersen", ("inpakken", "groen-werken", "tillen"),
        ("buiten", "groen")),
    FirmKind(4, ("Boomkwekerij {family}", "Kwekerij {place}", "{family} Laanbomen", "{family} Potplanten"),
        "A", "kweekt planten en bomen", ("groen-werken", "doorzetten", "tillen"), ("groen", "buiten")),
    FirmKind(8, ("{family} Fruitverpakking", "Pakstation {place}", "{family} Verpakkingen", "Sorteercentrum {place}"),
        "C", "sorteert en verpakt fruit en groente voor winkels", ("inpakken", "machines", "overzicht"),
        ("eten", "vervoer")),
    FirmKind(11, ("{family} Transport", "Transportbedrijf {family}", "{family} Koeltransport", "{family} Logistiek",
        "Gebr. {family} Expeditie"),
        "H", "rijdt fruit en verse waren door het land", ("rijden", "plannen", "heftruck"), ("vervoer",)),
    FirmKind(9, ("Zorghuis {place}", "Woonzorg {place}", "Thuiszorg {family}", "Zorgboerderij {place}"),
        "Q", "zorgt voor ouderen in kleine groepen", ("zorgen", "luisteren", "koken"), ("zorg", "mensen")),
    FirmKind(3, ("Kinderopvang {place}", "Gastouders {place}", "Buitenschoolse opvang {place}"),
        "Q", "vangt kinderen op, ook in de vakanties", ("zorgen", "uitleggen", "overzicht"), ("kinderen", "zorg")),
    FirmKind(8, ("Bouwbedrijf {family}", "Aannemersbedrijf {family}", "{family} Bouw", "{family} en Zonen Renovatie"),
        "F", "bouwt en verbouwt huizen en scholen", ("bouwen", "tillen", "samenwerken"), ("maken", "buiten")),
    FirmKind(4, ("Houtbouw {place}", "Timmerfabriek {family}", "{family} Kozijnen"),
        "F", "timmert kozijnen, trappen en houten huizen", ("bouwen", "handig", "machines"), ("maken", "techniek")),
    FirmKind(5, ("Installatiebedrijf {family}", "{family} Installaties", "{family} Elektro", "Warmte {place}"),
        "F", "legt leidingen, zonnepanelen en warmtepompen aan", ("handig", "repareren", "snel-leren"),
        ("techniek",)),
    FirmKind(7, ("Metaalbewerking {family}", "Constructiebedrijf {family}", "{family} Staal", "Smederij {place}"),
        "C", "last en buigt onderdelen van staal", ("machines", "netjes-werken", "handig"), ("techniek", "maken")),
    FirmKind(4, ("{family} Machines", "{family} Fruittechniek", "Mechanisatiebedrijf {family}"),
        "C", "bouwt machines voor de fruitteelt", ("machines", "repareren", "rekenen"), ("techniek",)),
    FirmKind(5, ("Bakkerij {family}", "Bakkerij {place}", "Banketbakkerij {family}"),
        "C", "bakt brood en gebak voor winkels in de streek", ("koken", "netjes-werken", "inpakken"),
        ("eten", "maken")),
    FirmKind(5, ("Administratiekantoor {family}", "{family} Accountants", "{family} en {family2} Administraties"),
        "M", "doet de boeken van kleine bedrijven", ("rekenen", "computers", "netjes-werken"), ("cijfers",)),
    FirmKind(3, ("Schoonmaakbedrijf {family}", "{family} Schoonmaak", "Glashelder {family}"),
        "N", "maakt kantoren en scholen schoon", ("schoonmaken", "zelfstandig", "netjes-werken"), ("mensen",)),
    FirmKind(3, ("Hoveniersbedrijf {family}", "{family} Tuinen", "Tuin en park {place}"),
        "N", "legt tuinen en parken aan", ("groen-werken", "tillen", "samenwerken"), ("groen", "buiten")),
    FirmKind(3, ("Hotel {place}", "Herberg {place}", "Hotel {family}"),
        "I", "ontvangt gasten en geeft ze een goed bed", ("gastvrij", "schoonmaken", "bellen"), ("mensen", "eten")),
    FirmKind(2, ("{family} Catering", "Eethuis {place}", "Theehuis {place}"),
        "I", "kookt voor scholen en bedrijven", ("koken", "samenwerken", "gastvrij"), ("eten", "mensen")),
    FirmKind(4, ("{family} Mode", "Warenhuis {family}", "{family} Wonen", "Kringloop {place}"),
        "G", "verkoopt kleding en spullen voor thuis", ("verkopen", "gastvrij", "overzicht"), ("winkel", "mensen")),
    FirmKind(2, ("Drukkerij {family}", "{family} Reclame", "Drukkerij {place}"),
        "C", "drukt boeken, borden en verpakkingen", ("machines", "tekenen", "inpakken"), ("maken",)),
    FirmKind(2, ("Kapsalon {family}", "Salon {place}"),
        "S", "knipt en verzorgt haar", ("gastvrij", "netjes-werken", "luisteren"), ("mensen",)),
    FirmKind(1, ("Dierenpension {place}", "Dierenhotel {family}"),
        "S", "verzorgt honden en katten", ("dieren-verzorgen", "schoonmaken", "zelfstandig"), ("dieren",)),
)  # fmt: skip


@dataclass(frozen=True)
class Firm:
    """An invented firm; `family` is the name of its owners, as they spell it, "" where it has another name."""

    name: str
    family: str
    kind: FirmKind


def firms(chance: Random, count: int) -> list[Firm]:
    """`count` firms, each with a name of its own; the host of today's gathering is the first."""
    found: dict[str, Firm] = {}
    host = next(kind for kind in FIRM_KINDS if "Houtbouw {place}" in kind.forms)
    found[HOST.lower()] = Firm(HOST, "", host)
    # each trade comes once before any comes twice, so that a small region has them all
    for firm in _named(chance):
        if len(found) == count:
            break
        found.setdefault(firm.name.lower(), firm)
    return list(found.values())[:count]


def _named(chance: Random) -> Iterator[Firm]:
    kinds = list(FIRM_KINDS)
    chance.shuffle(kinds)
    weights = [kind.share for kind in FIRM_KINDS]
    while True:
        kind = kinds.pop() if kinds else chance.choices(FIRM_KINDS, weights=weights)[0]
        form = chance.choice(kind.forms)
        family, other = chance.sample(FIRM_FAMILIES, k=2)
        capitals = {"family": family[0].upper() + family[1:], "family2": other[0].upper() + other[1:]}
        name = form.format(**capitals, place=chance.choice(PLACES))
        yield Firm(name, family if "{family}" in form else "", kind)
