"""Words that name a diagnosis or a suspicion. What somebody asks, and what we do otherwise, is written without them."""

from __future__ import annotations

import re

STEMS = (
    "laaggeletterd", "analfabe", "dyslec", "dyslex", "autis", "asperger", "adhd", "adhd'er", "lvb", "verstandelijk beperk",
    "zwakbegaafd", "zwakzinnig", "depress", "burn-out", "burnout", "ptss", "trauma", "psychos", "psychisch", "psychiatr",
    "schizo", "borderline", "bipolair", "verslaafd", "verslaving", "alcoholi", "drugs", "diagnose", "stoornis", "vermoeden van",
    "verdacht", "fraude", "illiterate", "dyslexia", "addict", "disorder", "suspect",
)  # fmt: skip
_STEM = re.compile(rf"\b(?:{'|'.join(map(re.escape, STEMS))})[\w'-]*", re.IGNORECASE)


def suspicion_in(words: str) -> str:
    """The first word in a text that names a diagnosis or a suspicion, as it stands there; "" for none."""
    found = _STEM.search(words)
    return found.group() if found else ""
