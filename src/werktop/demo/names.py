"""Invented names. First and last names are common ones, put together at random: any likeness is chance."""

from __future__ import annotations

FIRST = (
    "Fatima", "Jan", "Kim", "Daan", "Wil", "Naima", "Samira", "Joost", "Mehmet", "Lotte", "Abdi", "Carla", "Tomasz",
    "Glenn", "Anouk", "Hamid", "Els", "Selma", "Piotr", "Greet", "Stefan", "Kees", "Rosa", "Yonas", "Marit", "Bilal",
    "Femke", "Omar", "Aisha", "Peter", "Dewi", "Jelle", "Oksana", "Rik", "Hanna", "Lars", "Gerda", "Sem", "Ivana",
    "Mo", "Tess", "Milan", "Zeynep", "Hugo", "Joke", "Amir", "Vera", "Dennis", "Leyla", "Sjaak", "Maria", "Tariq",
    "Bo", "Ellen", "Idris", "Roos", "Noor", "Youssef", "Anja", "Bram", "Chantal", "Dirk", "Esther", "Farid", "Gijs",
    "Helma", "Ilse", "Jamal", "Katja", "Luuk", "Mirjam", "Nasrin", "Olga", "Pim", "Quinten", "Rachid", "Sanne",
    "Timo", "Umar", "Wendy", "Yara", "Zoë", "Arjan", "Bianca", "Cem", "Dagmar", "Emre", "Floor",
)  # fmt: skip
LAST = (
    "Bakker", "de Wit", "van Dam", "Jansen", "Visser", "Smit", "Mulder", "de Groot", "Bos", "Vos", "Peters",
    "Hendriks", "Dekker", "Brouwer", "Kok", "van Ooijen", "Haile", "Aziz", "Nowak", "El Amrani", "Yilmaz", "Demir",
    "Kaya", "Verbeek", "Vink", "Postma", "Hofman", "Schouten", "Kuipers", "Kramer", "Scholten", "van Leeuwen",
    "Blom", "Martina", "Jonker", "Ouali", "Tekle", "Kovalenko", "Ahmadi", "Warsame", "van Rijn", "ter Horst",
    "Groen", "Zand", "Kersten", "van Buuren", "Rietveld", "Wolters", "Prins", "Willems",
)  # fmt: skip

FIRM_KINDS: tuple[tuple[str, str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    # word, sector, what they do, competencies looked for, interests the place gives room to
    ("Houtbouw", "F", "timmert kozijnen, trappen en houten huizen", ("bouwen", "handig", "machines"), ("maken", "techniek")),
    ("Bakkerij", "C", "bakt brood en gebak voor winkels in de streek", ("koken", "netjes-werken", "inpakken"), ("eten", "maken")),
    ("Installatie", "F", "legt leidingen, zonnepanelen en warmtepompen aan", ("handig", "repareren", "snel-leren"), ("techniek",)),
    ("Kwekerij", "A", "kweekt planten en bomen", ("groen-werken", "doorzetten", "tillen"), ("groen", "buiten")),
    ("Transport", "H", "rijdt fruit en verse waren door het land", ("rijden", "plannen", "heftruck"), ("vervoer",)),
    ("Hotel", "I", "ontvangt gasten en geeft ze een goed bed", ("gastvrij", "schoonmaken", "bellen"), ("mensen", "eten")),
    ("Metaal", "C", "last en buigt onderdelen van staal", ("machines", "netjes-werken", "handig"), ("techniek", "maken")),
    ("Drukkerij", "C", "drukt boeken, borden en verpakkingen", ("machines", "tekenen", "inpakken"), ("maken",)),
    ("Fruit", "A", "teelt en sorteert appels, peren en kersen", ("inpakken", "groen-werken", "tillen"), ("buiten", "groen")),
    ("Zorghuis", "Q", "zorgt voor ouderen in kleine groepen", ("zorgen", "luisteren", "koken"), ("zorg", "mensen")),
    ("Kapsalon", "S", "knipt en verzorgt haar", ("gastvrij", "netjes-werken", "luisteren"), ("mensen",)),
    ("Bouw", "F", "bouwt en verbouwt huizen en scholen", ("bouwen", "tillen", "samenwerken"), ("maken", "buiten")),
    ("Winkel", "G", "verkoopt kleding en spullen voor thuis", ("verkopen", "gastvrij", "overzicht"), ("winkel", "mensen")),
    ("Schoonmaak", "N", "maakt kantoren en scholen schoon", ("schoonmaken", "zelfstandig", "netjes-werken"), ("mensen",)),
    ("Techniek", "C", "bouwt machines voor de fruitteelt", ("machines", "repareren", "rekenen"), ("techniek",)),
    ("Kantine", "I", "kookt voor scholen en bedrijven", ("koken", "samenwerken", "gastvrij"), ("eten", "mensen")),
    ("Hoveniers", "N", "legt tuinen en parken aan", ("groen-werken", "tillen", "samenwerken"), ("groen", "buiten")),
    ("Kinderopvang", "Q", "vangt kinderen op, ook in de vakanties", ("zorgen", "uitleggen", "overzicht"), ("kinderen", "zorg")),
    ("Administratie", "M", "doet de boeken van kleine bedrijven", ("rekenen", "computers", "netjes-werken"), ("cijfers",)),
    ("Dierenpension", "S", "verzorgt honden en katten", ("dieren-verzorgen", "schoonmaken", "zelfstandig"), ("dieren",)),
)  # fmt: skip
FIRM_TAILS = (
    "Rijnstroom", "De Linde", "Van de Kade", "Waalzicht", "Het Veer", "Sterk", "Tweestroom", "De Bongerd", "Linge",
    "Kersenbloei", "De Uiterwaard", "Oeverland", "De Griend", "Dijkhuis", "De Steenoven", "Bloesem", "Het Kompas",
)  # fmt: skip

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
