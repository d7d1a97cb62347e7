"""The demo's candidates and firms as plain rows, the same for the same seed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from random import Random
from typing import Any
from unicodedata import normalize

from .firms import FIRM_KINDS, Firm, firms
from .names import DUTCH, LIKES, WORK_SENTENCES, name_of_its_own, name_of_somebody
from .places import BUSINESS_STREETS, STREETS, TOWNS, Town

COMPETENCIES = sorted({c for kind in FIRM_KINDS for c in kind.competencies})
INTERESTS = sorted({i for kind in FIRM_KINDS for i in kind.interests})
HOME = "post.example"
"""Where candidates have their e-mail."""
SPEAK_DUTCH = 0.8
"""Of those who speak another language at home."""
TRAVEL = ("", "", "", "fiets", "fiets", "fiets of bus", "bus", "auto", "brommer")


def address_at(domain: str, first: str, last: str, taken: set[str]) -> str:
    """An e-mail address as people have it, out of the name; added to `taken`, so that nobody shares one."""
    name, surname = _letters(first), _letters(last)
    tries = (name, f"{name}.{surname}", f"{name[0]}.{surname}", f"{surname}.{name}")
    numbered = (f"{name}.{surname}{number}" for number in range(2, 1_000))
    free = (tries if domain != HOME else tries[1:], numbered)
    found = next(word for word in chain(*free) if f"{word}@{domain}" not in taken)
    taken.add(f"{found}@{domain}")
    return f"{found}@{domain}"


def _letters(name: str, *, also: str = "") -> str:
    plain = normalize("NFKD", name.lower().replace("ł", "l").replace("ı", "i"))
    return "".join(letter for letter in plain if "a" <= letter <= "z" or letter in also)


def candidate_row(
    chance: Random,
    town: Town,
    number: int,
    today: date,
    taken: set[str],
    heard: dict[tuple[str, str], list[tuple[str, ...]]],
) -> dict[str, Any]:
    """One candidate as the form would have asked on `today`; `taken` are e-mail addresses that others have, `heard` the names of
    who lives there already."""
    first, last, origin = name_of_its_own(chance, number, town.slug, heard)
    # somebody's wishes lean towards one kind of work, as they do in life
    leaning = chance.choices(FIRM_KINDS, weights=[kind.share for kind in FIRM_KINDS])[0]
    competencies = set(chance.sample(leaning.competencies, k=chance.randint(1, 3))) | set(
        chance.sample(COMPETENCIES, k=chance.randint(1, 3))
    )
    interests = {chance.choice(leaning.interests), *chance.sample(INTERESTS, k=chance.randint(0, 2))}
    is_at_home = origin is DUTCH or origin.language == "en"  # Surinam and the islands speak Dutch
    speaks_dutch = is_at_home or chance.random() < SPEAK_DUTCH
    speaks_other = not is_at_home or chance.random() < 0.15
    languages = (["nl"] if speaks_dutch else []) + ([origin.language] if speaks_other else [])
    channel = chance.choices(("email", "sms", "letter", "call"), weights=(70, 18, 7, 5))[0]
    told = Random(number)  # noqa: S311 - what was asked later changes nothing of what was asked before
    return {
        "first_name": first,
        "last_name": last,
        "email": address_at(HOME, first, last, taken) if channel == "email" or chance.random() < 0.5 else "",
        "phone": f"+3161{number:07d}" if channel in ("sms", "call") or chance.random() < 0.7 else "",
        "address": f"{chance.choice(STREETS)} {chance.randint(1, 180)}" if channel == "letter" else "",
        "postcode": f"{chance.choice(town.pc4)} {chance.choice('ABCDEGHJK')}{chance.choice('ABCDEGHJKLM')}",
        "preferred_channel": channel,
        "languages": languages,
        "own_words": chance.choice(LIKES),
        "term_codes": sorted(competencies | interests),
        "is_step_free_needed": chance.random() < 0.04,
        "is_interpreter_needed": not speaks_dutch,
        "is_childcare_needed": chance.random() < 0.08,
        "is_travel_paid": chance.random() < 0.3,
        "hours_per_week": chance.choice((16, 20, 24, 32, 36, 40)),
        "transport": told.choice(TRAVEL),
        "driving_licences": ["B"] if told.random() < 0.4 else [],
        "dutch_spoken": None if is_at_home else told.choice((2, 3, 4)),
        "informed_date": today if number % 9 else None,
        "is_shared": chance.random() < 0.9,
    }


def firm_rows(chance: Random, count: int, today: date) -> list[dict[str, Any]]:
    """`count` firms with one or two entrepreneurs each; no two names are the same. The first one hosts the gatherings."""
    found = firms(chance, count)
    rows = []
    for number, firm in enumerate(found):
        kind = firm.kind
        town = TOWNS[0] if number == 0 else chance.choices(TOWNS, weights=(6, 4, 3, 2, 2, 3, 2, 2, 1, 1))[0]
        rows.append(
            {
                "name": firm.name,
                "sector": kind.sector,
                "place": town.name,
                "postcode": f"{chance.choice(town.pc4)} {chance.choice('ABCDEGHJK')}{chance.choice('ABCDEGHJKLM')}",
                "address": f"{chance.choice(BUSINESS_STREETS)} {chance.randint(1, 90)}",
                "is_step_free": chance.random() < 0.7,
                "what_we_do": f"{firm.name} {kind.does}.",
                "looks_for": chance.choice(WORK_SENTENCES),
                "work_forms": sorted(
                    chance.sample(
                        ("regular", "work_experience", "internship", "trial", "carved", "learn_work"),
                        k=chance.randint(1, 3),
                    )
                ),
                "term_codes": sorted({*kind.competencies, *kind.interests, chance.choice(COMPETENCIES)}),
                "joined_date": today - timedelta(days=chance.randint(45, 400)),
                "town": town,
                "entrepreneurs": _people(chance, number, firm, found),
            }
        )
    return rows


def _people(chance: Random, number: int, firm: Firm, others: list[Firm]) -> list[dict[str, Any]]:
    domain = f"{_letters(firm.name.replace(' ', '-'), also='-')}.example"
    taken: set[str] = set()
    rows = []
    for place in range(chance.choices((1, 2), weights=(8, 2))[0]):
        first, last, _origin = name_of_somebody(chance)
        if firm.family and place == 0 and chance.random() < 0.6:
            first, last = chance.choice(DUTCH.first), firm.family
        rows.append(
            {
                "first_name": first,
                "last_name": last,
                "email": address_at(domain, first, last, taken),
                "phone": f"+3162{number:05d}{place:02d}",
                "languages": ["nl"] + (["en"] if chance.random() < 0.3 else []),
                "known_firms": [other.name for other in chance.sample(others, k=chance.randint(0, 2))],
            }
        )
    return rows
