"""Notes put together from phrases, by lot from a seed: ways to say a contact, work, something to do and what was seen, joined as
people join them, with a slip of the finger in some. What they say is known beforehand.

They show which classes of language are read; how much of others' sentences is read only the sets of others show.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from werktop.contacts.reading import Names

Chip = dict[str, Any]
TODAY = date(2026, 11, 24)

FIRMS = {
    "Bakkerij Van Vliet": ("van vliet", "Van Vliet", "bakkerij van vliet", "@Bakkerij Van Vliet"),
    "Metaalbewerking De Ruiter B.V.": ("de ruiter", "De Ruiter", "Metaalbewerking De Ruiter"),
    "Zorgcentrum Avondrust": ("avondrust", "Avondrust", "zorgcentrum avondrust"),
    "Hoveniersbedrijf Groenrijk": ("groenrijk", "Groenrijk"),
    "Transportbedrijf Van Loon & Zn.": ("van loon", "Van Loon", "v loon", "vd Loon & Zn"),
    "Distributiecentrum Oostpoort": ("oostpoort", "Oostpoort", "distributiecentrum oostpoort"),
    "Technisch Installatiebureau Hoekman": ("hoekman", "Hoekman", "inst.bureau Hoekman"),
    "Supermarkt Hendriks": ("hendriks", "Hendriks", "supermarkt hendriks"),
}
CANDIDATES = {
    "Fatma Yılmaz": ("fatma", "Fatma", "f. yilmaz", "Fatma Y.", "mw Yilmaz", "Fatma Yilmaz"),
    "Ahmed el Amrani": ("ahmed", "Ahmed", "dhr El Amrani", "A. el Amrani"),
    "Sjoerd van den Heuvel": ("sjoerd", "Sjoerd", "sjoerd vd heuvel", "S. vd Heuvel"),
    "Nadia Bouali": ("nadia", "Nadia", "nadia b.", "N. Bouali"),
    "Dawit Tekle": ("dawit", "Dawit", "Dawit Tekle"),
    "Ineke van 't Hof": ("ineke", "Ineke", "mevrouw Van 't Hof"),
    "Kofi Mensah": ("kofi", "Kofi", "kofi mensah"),
}
PEOPLE = {"Joost Verhagen": ("joost", "Joost"), "Marieke Slot": ("marieke", "Marieke")}
SEEN = {
    "Samenwerken": ("werkt goed samen", "samenwerken gaat goed", "kan goed samenwerken", "samenwerken top"),
    "Plannen": ("kan goed plannen", "plannen gaat goed", "sterk in plannen", "plant goed"),
    "Leergierig": ("is leergierig", "erg leergierig", "leergierig"),
    "Lassen": ("kan lassen", "lassen ging prima", "kan goed lassen", "lassen gaat goed", "handig met lassen"),
    "Zelfstandig werken": ("werkt zelfstandig", "kan zelfstandig werken", "werkt heel zelfstandig"),
    "Flexibel": ("is flexibel", "heel flexibel", "flexibel"),
    "Heftruck rijden": ("kan heftruck rijden", "heftruck rijden gaat goed", "heftruck rijden ok"),
}
NAMES = Names(
    candidates=tuple(CANDIDATES), employers=tuple(FIRMS), people=tuple(PEOPLE), competencies=tuple(SEEN)
)

WITH_ANYBODY = {
    "call": (
        "gebeld met {}", "{} gebeld", "{} aan de lijn gehad", "tel gehad m {}", "ff gebeld m {}", "{} teruggebeld",
        "telefonisch contact met {}", "net {} gebeld", "{} belde", "belletje gehad met {}", "gebeld m {}", "tel {}:",
        "{} aan de telefoon", "heb {} gebeld", "tel.gesprek met {}",
    ),
    "talk": (
        "gesproken met {}", "{} gesproken", "gesprek gehad met {}", "gespr m {}", "overleg gehad met {}",
        "in gesprek geweest met {}",
        "kennisgemaakt met {}", "heb {} gesproken", "goed gesprek met {}", "{} gespr", "zat met {} om tafel",
    ),
    "message": (
        "{} gemaild", "mail gestuurd aan {}", "mail gehad van {}", "appje van {} gekregen", "{} geappt",
        "berichtje gestuurd naar {}",
        "gemaild met {}", "gemaild naar {}", "mailtje van {}", "app gestuurd nr {}", "{} ge-appt",
    ),
}  # fmt: skip
AT_A_FIRM = (
    "langs geweest bij {}", "bij {} langs geweest", "{} bezocht", "op bezoek geweest bij {}", "langs gwst bij {}", "langs bij {}",
    "bij {} geweest", "bedrijfsbezoek {}", "bezoek gebracht aan {}", "bezoek aan {}", "rondleiding gehad bij {}",
    "even binnengelopen bij {}",
    "bij {} op de koffie geweest", "net terug van {}",
)  # fmt: skip
DAYS_BACK = {
    "": date(2026, 11, 24), "gisteren ": date(2026, 11, 23), "vanochtend ": date(2026, 11, 24), "vrijdag ": date(2026, 11, 20),
    "vorige week dinsdag ": date(2026, 11, 17), "ma ": date(2026, 11, 23), "afgelopen do ": date(2026, 11, 19),
    "eergisteren ": date(2026, 11, 22), "19/11 ": date(2026, 11, 19), "gister ": date(2026, 11, 23),
    "vrg wk wo ": date(2026, 11, 18),
}  # fmt: skip
DAYS_AHEAD = {
    "vrijdag": date(2026, 11, 27), "vr": date(2026, 11, 27), "morgen": date(2026, 11, 25),
    "volgende week dinsdag": date(2026, 12, 1),
    "di 8 dec": date(2026, 12, 8), "3/12": date(2026, 12, 3), "3-12-26": date(2026, 12, 3), "over 2 wkn": date(2026, 12, 8),
    "begin januari": date(2027, 1, 1), "wk 50": date(2026, 12, 7), "eind jan": date(2027, 1, 31), "ma": date(2026, 11, 30),
    "donderdag om 10 uur": date(2026, 11, 26), "wo 9.30": date(2026, 11, 25), "ma a.s.": date(2026, 11, 30),
    "vlgd wk": date(2026, 11, 30),
    "over een maand": date(2026, 12, 24), "na de kerst": date(2026, 12, 27), "uiterlijk donderdag": date(2026, 11, 26),
    "3 dec.": date(2026, 12, 3),
    "12 december": date(2026, 12, 12), "over drie weken": date(2026, 12, 15), "volgende week": date(2026, 11, 30),
    "overmrgn": date(2026, 11, 26),
    "woensdag 2 december 14:00": date(2026, 12, 2), "a.s. vrijdag": date(2026, 11, 27), "in februari": date(2027, 2, 1),
    "1e wk jan": date(2027, 1, 4), "vlgnde wk do": date(2026, 12, 3),
}  # fmt: skip
BEGINS = {
    "": None, "vanaf maart": date(2027, 3, 1), "va mrt": date(2027, 3, 1), "per 1 april": date(2027, 4, 1),
    "in januari": date(2027, 1, 1),
    "per direct": date(2026, 11, 24), "vanaf week 3": date(2027, 1, 18), "per 1-2": date(2027, 2, 1),
    "m.i.v. 1 feb": date(2027, 2, 1),
    "eind jan": date(2027, 1, 31), "q2": date(2027, 4, 1), "1e helft feb": date(2027, 2, 1),
    "vanaf volgende maand": date(2026, 12, 1),
    "na de zomer": date(2027, 9, 1), "v.a. 1 mei": date(2027, 5, 1), "half januari": date(2027, 1, 15),
    "per 15/1": date(2027, 1, 15),
    "begin maart": date(2027, 3, 1), "vnf apr": date(2027, 4, 1),
}  # fmt: skip
ROLES = (
    ("lasser", "lassers"), ("monteur", "monteurs"), ("chauffeur", "chauffeurs"), ("schoonmaker", "schoonmakers"), ("kok", "koks"),
    ("orderpicker", "orderpickers"), ("magazijnmedewerker", "magazijnmedewerkers"), ("hovenier", "hoveniers"), ("loodgieter",
    "loodgieters"),
    ("inpakker", "inpakkers"), ("verkoopster", "verkoopsters"), ("timmerman", "timmermannen"), ("stagiair", "stagiairs"),
)  # fmt: skip
COUNTS = (("", None), ("een ", 1), ("1 ", 1), ("2 ", 2), ("drie ", 3), ("4 ", 4), ("2-3 ", 2), ("2x ", 2))
WORK = (
    "zoekt {}", "zkt {}", "heeft {} nodig", "{} nodig", "{} gezocht", "kan {} gebruiken", "plek voor {}", "heeft plek voor {}",
    "wil {}",
    "zit te springen om {}", "op zoek naar {}", "er is ruimte voor {}", "vraagt {}", "heeft werk voor {}",
    "zijn op zoek naar {}", "zoeken {}",
    "zkn {}", "wil graag {} erbij",
)  # fmt: skip
NO_WORK = (
    "geen plek", "zoekt niemand", "niks nodig", "heeft geen vacatures", "voorlopig niemand nodig", "geen vacs",
    "heeft niemand meer nodig",
    "niets voor nu", "zit vol", "vac is vervuld", "zoekt nu even niet",
)  # fmt: skip
SMALL_TALK = (
    "gaat goed", "niks bijzonders", "wil graag buiten werken", "geen nieuws", "moet nog nadenken", "is nog ziek",
    "heeft geen auto",
    "wil 24 uur werken", "zoekt werk in de zorg", "zit niet lekker in z'n vel", "wil stoppen",
)  # fmt: skip
TASKS = (
    "terugbellen", "nabellen", "cv sturen", "weer bellen", "langsgaan", "evalueren", "mailen", "afspraak maken", "cv mailen",
    "opnieuw proberen",
    "contract regelen", "evaluatie", "intake", "vervolgafspraak", "contact opnemen",
)  # fmt: skip
JOINS = (", ", ", ", ", ", ". ", "; ", " - ", " ", " ", ": ")
SLIPS = frozenset(
    "vrijdag donderdag dinsdag woensdag maandag januari februari december terugbellen gesproken geweest gesprek bezoek zoekt"
    " nodig gemaild"
    " volgende gisteren gebruiken vanaf maart bellen gezocht langsgaan evalueren morgen contact telefoon".split()
)  # fmt: skip


@dataclass(frozen=True)
class Note:
    """A sentence, what it says, and the phrases that it is made of."""

    text: str
    chips: tuple[Chip, ...]
    made_of: tuple[str, ...]


def variation(count: int, seed: int = 1) -> Iterator[Note]:
    """So many notes; the same for the same seed."""
    draw = random.Random(seed)  # noqa: S311
    for _ in range(count):
        yield _about_a_firm(draw) if draw.random() < 0.55 else _about_a_candidate(draw)


def _about_a_firm(draw: random.Random) -> Note:
    firm = draw.choice(list(FIRMS))
    written = draw.choice(FIRMS[firm])
    parts, chips, made_of = list[str](), list[Chip](), list[str]()
    if draw.random() < 0.7:
        _contact(draw, written, {"employer": firm}, parts, chips, made_of, is_at=draw.random() < 0.5)
        named = ""
    else:
        named = written + " "
    if not parts or draw.random() < 0.7:
        if draw.random() < 0.2:
            phrase = draw.choice(NO_WORK)
            parts.append(named + phrase)
            made_of.append(phrase)
        else:
            _work(draw, named, firm, parts, chips, made_of)
    if draw.random() < 0.5:
        _task(draw, written, parts, chips, made_of)
    return _joined(draw, parts, chips, made_of)


def _about_a_candidate(draw: random.Random) -> Note:
    who = draw.choice(list(CANDIDATES))
    written = draw.choice(CANDIDATES[who])
    parts, chips, made_of = list[str](), list[Chip](), list[str]()
    named = written + " "
    if draw.random() < 0.75:
        _contact(draw, written, {"candidates": [who]}, parts, chips, made_of, is_at=False)
        named = draw.choice(("", "", "hij ", "ze "))
    if not parts or draw.random() < 0.6:
        if draw.random() < 0.35:
            phrase = draw.choice(SMALL_TALK)
            parts.append(named + phrase)
        else:
            seen = draw.choice(list(SEEN))
            phrase = draw.choice(SEEN[seen])
            is_bare = phrase.split()[0] not in ("is", "kan", "werkt", "plant")
            parts.append(("" if is_bare and named in ("hij ", "ze ") else named) + phrase)
            chips.append({"kind": "competency", "candidate": who, "name": seen})
        made_of.append(phrase)
    if draw.random() < 0.55:
        _task(draw, written, parts, chips, made_of)
    return _joined(draw, parts, chips, made_of)


def _contact(
    draw: random.Random,
    written: str,
    whom: Chip,
    parts: list[str],
    chips: list[Chip],
    made_of: list[str],
    *,
    is_at: bool,
) -> None:
    channel = "visit" if is_at else draw.choice(list(WITH_ANYBODY))
    phrase = draw.choice(AT_A_FIRM if is_at else WITH_ANYBODY[channel])
    back = draw.choice(list(DAYS_BACK)) if draw.random() < 0.4 else ""
    parts.append(back + phrase.format(written))
    made_of += [back.strip(), phrase]
    none: Chip = {"candidates": [], "employer": None, "people": []}
    chips.append(none | {"kind": "contact", "channel": channel, "date": DAYS_BACK[back].isoformat()} | whom)


def _work(
    draw: random.Random, named: str, firm: str, parts: list[str], chips: list[Chip], made_of: list[str]
) -> None:
    count, number = draw.choice(COUNTS)
    one, more = draw.choice(ROLES)
    noun = one if number == 1 or (number is None and draw.random() < 0.6) else more
    begins = draw.choice(list(BEGINS))
    day = BEGINS[begins].isoformat() if BEGINS[begins] else None  # type: ignore[union-attr]
    phrase = draw.choice(WORK)
    others: list[tuple[int | None, str]] = []
    nouns = count + noun
    if draw.random() < 0.3:
        count2, number2 = draw.choice(COUNTS[1:]) if number is not None else COUNTS[0]
        one2, more2 = draw.choice([role for role in ROLES if role[0] != one])
        noun2 = one2 if number2 in (None, 1) else more2
        nouns += draw.choice((" en ", " + ", " & ")) + count2 + noun2
        others = [(number2, noun2)]
    said = phrase.format(nouns)
    if begins and draw.random() < 0.35 and phrase.startswith(("{", "plek", "er is")):
        said = f"{begins} {said}"
    elif begins:
        said = f"{said} {begins}"
    parts.append(named + said)
    made_of += [phrase, begins, *(["twee soorten"] if others else [])]
    for places, what in ((number, noun), *others):
        chips.append({"kind": "opening", "employer": firm, "places": places, "what": what, "from": day})


def _task(draw: random.Random, written: str, parts: list[str], chips: list[Chip], made_of: list[str]) -> None:
    day, phrase = draw.choice(list(DAYS_AHEAD)), draw.choice(TASKS)
    what = f"{written} {phrase}" if draw.random() < 0.25 and phrase.endswith("bellen") else phrase
    is_behind = phrase.endswith("en") and draw.random() < 0.25
    parts.append(f"{what} {day}" if is_behind else f"{day} {what}")
    made_of += [phrase, day]
    due = DAYS_AHEAD[day].isoformat()
    chips.append({"kind": "reminder", "date": due, "what": what.casefold().lstrip("@")})


def _joined(draw: random.Random, parts: list[str], chips: list[Chip], made_of: list[str]) -> Note:
    text = parts[0]
    for part in parts[1:]:
        join = draw.choice(JOINS)
        if text.endswith(":"):
            join = " "
        text += join + part
        made_of.append(f"«{join}»")
    if draw.random() < 0.25:
        text, slipped = _slipped(draw, text)
        made_of += [slipped] if slipped else []
        if slipped in chips_words(chips):
            return _joined(draw, parts, chips, [m for m in made_of if m != slipped and not m.startswith("«")])
    return Note(text, tuple(chips), tuple(made for made in made_of if made))


def chips_words(chips: list[Chip]) -> set[str]:
    """The words that chips repeat: a slip in one of these changes what is repeated."""
    return {word for chip in chips for word in str(chip.get("what", "")).split()}


def _slipped(draw: random.Random, text: str) -> tuple[str, str]:
    """One word with a letter left out, doubled or swapped."""
    words = text.split(" ")
    places = [i for i, word in enumerate(words) if word in SLIPS]
    if not places:
        return text, ""
    i = draw.choice(places)
    word, at = words[i], draw.randrange(1, len(words[i]) - 1)
    how = draw.choice(("less", "twice", "swapped"))
    if how == "less":
        words[i] = word[:at] + word[at + 1 :]
    elif how == "twice":
        words[i] = word[:at] + word[at] + word[at:]
    else:
        words[i] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words), word
