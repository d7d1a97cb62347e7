"""Words that name a diagnosis or a suspicion. What somebody asks, and what we do otherwise, is written without them."""

from __future__ import annotations

import re

STEMS = (
    "laaggeletterd", "analfabe", "dyslec", "dyslex", "autis", "asperger", "adhd", "verstandelijk beperk", "licht verstandelijk",
    "zwakbegaafd", "zwakzinnig", "laag iq", "depress", "burn-out", "burnout", "overspannen", "posttraumatisch", "trauma",
    "psychos", "psychisch", "psychiatr", "schizo", "borderline", "bipolair", "angststoornis", "paniekaanval", "eetstoornis",
    "anorexi", "boulimi", "persoonlijkheidsproblem", "suicida", "zelfmoord", "verslaafd", "verslaving", "alcoholi", "drugs",
    "gokprobleem", "drankprobleem", "drinkt te veel", "blowt", "dement", "alzheimer", "parkinson", "reuma", "fibromyalgi",
    "rugklacht", "kanker", "chemotherap", "diabet", "suikerziekte", "epilep", "hepatitis", "hartinfarct", "herseninfarct",
    "beroerte", "niet-aangeboren hersenletsel", "long covid", "handicap", "gehandicap", "arbeidsongeschikt", "wajonger",
    "diagnose", "stoornis", "vermoeden van", "verdacht", "fraude", "crimineel", "illiterate", "addict", "disorder", "suspect",
)  # fmt: skip
"""Beginnings of words."""
WHOLE = ("add", "ass", "dcd", "hiv", "lvb", "nah", "odd", "ptss", "zwanger")
"""Words by themselves alone: "assistent" begins with one."""
_STEM = re.compile(
    rf"\b(?:(?:{'|'.join(WHOLE)})\b|(?:{'|'.join(map(re.escape, STEMS))})[\w'-]*)", re.IGNORECASE
)


def suspicion_in(words: str) -> str:
    """The first word in a text that names a diagnosis or a suspicion, as it stands there; "" for none."""
    found = _STEM.search(words)
    return found.group() if found else ""
