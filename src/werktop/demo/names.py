"""Invented people: common first and last names of where families come from, mostly put together within one origin.

Any likeness to somebody is chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from werktop.regions.alike import names_alike, words_of


@dataclass(frozen=True)
class Origin:
    """Where a family comes from: how many of a hundred, its names, and the language spoken at home."""

    share: int
    first: tuple[str, ...]
    last: tuple[str, ...]
    language: str


DUTCH = Origin(
    64,
    (
        "Jan", "Kim", "Daan", "Wil", "Joost", "Lotte", "Carla", "Glenn", "Anouk", "Els", "Greet", "Stefan", "Kees",
        "Rosa", "Marit",
        "Femke", "Peter", "Jelle", "Rik", "Hanna", "Lars", "Gerda", "Sem", "Tess", "Milan", "Hugo", "Joke", "Vera",
        "Dennis", "Sjaak",
        "Maria", "Bo", "Ellen", "Roos", "Noor", "Anja", "Bram", "Chantal", "Dirk", "Esther", "Gijs", "Helma",
        "Ilse", "Luuk", "Mirjam",
        "Pim", "Quinten", "Sanne", "Timo", "Wendy", "Zoë", "Arjan", "Bianca", "Dagmar", "Floor", "Hans", "Ingrid",
        "Jeroen", "Koen",
        "Linda", "Mark", "Nienke", "Patricia", "Ruud", "Sandra", "Ton", "Ursula", "Willem", "Yvonne", "Theo",
        "Marloes", "Gert-Jan",
    ),
    (
        "Bakker", "de Wit", "van Dam", "Jansen", "Visser", "Smit", "Mulder", "de Groot", "Bos", "Vos", "Peters",
        "Hendriks", "Dekker",
        "Brouwer", "Kok", "van Ooijen", "Verbeek", "Vink", "Postma", "Hofman", "Schouten", "Kuipers", "Kramer",
        "Scholten", "van Leeuwen",
        "Blom", "Jonker", "van Rijn", "ter Horst", "Groen", "Kersten", "van Buuren", "Rietveld", "Wolters", "Prins",
        "Willems",
        "van Zee", "van Wijk", "Burgers", "den Hartog", "van Doorn", "Gerritsen", "de Jong", "Zondag", "van Dijk",
        "Meijer", "van Vliet",
        "Sanders", "Verhoeven", "van den Berg", "Koster", "Maas", "van der Meer", "Huisman",
    ),
    "en",
)  # fmt: skip
ORIGINS = (
    DUTCH,
    Origin(7, ("Fatima", "Samira", "Hamid", "Omar", "Yara", "Nour", "Bassel", "Rami", "Lina", "Mahmoud", "Hala",
        "Khaled", "Rania", "Ziad", "Maher"),
        ("Aziz", "Haddad", "Al Khatib", "Darwish", "Shami", "Issa", "Kassem", "Najjar", "Al Masri", "Sabbagh",
        "Halabi"), "ar"),
    Origin(6, ("Naima", "Bilal", "Rachid", "Youssef", "Jamal", "Aisha", "Karima", "Mo", "Hanan", "Said", "Latifa",
        "Nadia", "Driss"),
        ("El Amrani", "Ouali", "Bouzid", "Bennani", "El Idrissi", "Tahiri", "Chaoui", "Azzouzi", "El Hadji",
        "Amghar"), "ar"),
    Origin(6, ("Mehmet", "Selma", "Zeynep", "Leyla", "Cem", "Emre", "Ayşe", "Hatice", "Murat", "Elif", "Hasan",
        "Yasemin"),
        ("Yilmaz", "Demir", "Kaya", "Çelik", "Şahin", "Öztürk", "Arslan", "Doğan", "Aydin", "Koç"), "tr"),
    Origin(6, ("Tomasz", "Piotr", "Katarzyna", "Agnieszka", "Marek", "Ewa", "Paweł", "Magdalena", "Krzysztof",
        "Beata", "Monika"),
        ("Nowak", "Wójcik", "Mazur", "Zając", "Pawlak", "Król", "Wróbel", "Duda", "Sikora", "Baran"), "pl"),
    Origin(3, ("Oksana", "Olha", "Andrii", "Kateryna", "Serhii", "Iryna", "Dmytro", "Nadiia"),
        ("Kovalenko", "Shevchenko", "Bondarenko", "Tkachenko", "Melnyk", "Kravets", "Lysenko"), "uk"),
    Origin(3, ("Yonas", "Selam", "Abel", "Helen", "Filmon", "Senait", "Tesfay", "Rahel", "Mulu"),
        ("Haile", "Tekle", "Gebremedhin", "Berhane", "Kidane", "Tesfamariam", "Araya", "Weldu"), "ti"),
    Origin(2, ("Nasrin", "Amir", "Farid", "Tariq", "Shirin", "Reza", "Zahra", "Mina"),
        ("Ahmadi", "Karimi", "Rahimi", "Hosseini", "Noori", "Azimi", "Sharifi"), "fa"),
    Origin(2, ("Abdi", "Idris", "Hodan", "Fadumo", "Ayaan", "Mahad", "Sahra", "Liban"),
        ("Warsame", "Farah", "Jama", "Abdullahi", "Hirsi", "Elmi", "Duale"), "so"),
    Origin(3, ("Dewi", "Glenda", "Orlando", "Shanice", "Ruben", "Mavis", "Rowena", "Gianni", "Sheryl"),
        ("Martina", "Zand", "Pinas", "Ramdin", "Croes", "Winter", "Kartosen", "Maduro", "Sedney"), "en"),
)  # fmt: skip
FIRM_FAMILIES = (
    "van der Griendt", "Kersenboom", "Waardenaar", "van Oeverlaan", "Stroomberg", "Bongerts", "van Lingeveld",
        "Uiterwijk",
    "van de Kribbe", "Steenhoek", "Hoogstamme", "van Waalsteen", "Veerkamps", "Griendman", "ter Kade", "de Vlasser",
        "Wilgenaar",
    "Rietwaard", "Polderveen", "van Dijkhoek", "Kleiweg", "van Appelhof", "Waterwijk", "Oeverhof", "de Kademan",
        "van Strengen",
    "Lingedaal", "Hogewaard", "van Meidoorn", "Koolwijker",
)  # fmt: skip
"""Families that firms are called after: made up, so that no firm of the demo is a real one by chance."""
_MIXED = 0.03
"""How often somebody has a last name from elsewhere: married, or with a parent who came from there."""


def name_of_somebody(chance: Random) -> tuple[str, str, Origin]:
    """A first and a last name, and the origin of the first."""
    origin = chance.choices(ORIGINS, weights=[each.share for each in ORIGINS])[0]
    family = origin
    if chance.random() < _MIXED:
        family = chance.choice(ORIGINS) if origin is DUTCH else DUTCH
    return chance.choice(origin.first), chance.choice(family.last), origin


def name_of_its_own(
    chance: Random, number: int, place: str, heard: dict[tuple[str, str], list[tuple[str, ...]]]
) -> tuple[str, str, Origin]:
    """As `name_of_somebody`, and like nobody's in the same place: who may be there twice is then hardly ever a namesake. `heard`
    are names by place and letter, and has this one after it; `number` is of nobody else."""
    first, last, origin = name_of_somebody(chance)
    again = Random(number)  # noqa: S311 - another name for one changes nobody else's
    for _ in range(200):
        words = words_of(f"{first} {last}")
        there = heard.setdefault((place, words[-1][0]), [])
        if not any(names_alike(words, other) for other in there):
            break
        first, last = again.choice(origin.first), again.choice(origin.last)
    there.append(words)
    return first, last, origin


LIKES = (
    "Ik werk graag met mijn handen.", "Ik wil onder de mensen zijn.", "Ik hou van rust en regelmaat.",
    "Ik sta graag vroeg op.", "Ik leer snel als iemand het voordoet.", "Ik ben het liefst buiten.",
    "Ik maak graag iets af.", "Ik help graag collega's.", "Ik wil weer iets opbouwen.", "Ik kan goed luisteren.",
)  # fmt: skip
WORK_SENTENCES = (
    "In het voorjaar zoeken we twee mensen die mee willen aanpakken.",
    "We hebben geen vacature, maar laten graag zien wat we doen.",
    "Een dag meelopen kan altijd; wie past, groeit mee.",
    "We willen eenvoudige taken samenvoegen tot een nieuwe functie.",
    "We leiden zelf op en zoeken mensen die willen leren.",
    "Na de zomer gaat een collega met pensioen.",
)  # fmt: skip
