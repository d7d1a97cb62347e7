"""What the work is called, as a vacancy text says it."""

from __future__ import annotations

import re

from .clauses import Clause

MOST_LETTERS = 80
MOST_WORDS = 7
_SOUGHT = re.compile(
    r"(?:zoeken|zoekt|zoek)\b(?:\s+(?:wij|we|per direct|voor|naar|een|iemand|twee|drie|\d+))*?\s+(?:een|naar|twee|drie|\d+)\s+"
    r"([\w' /-]{4,60}?)(?=\s+(?:die|voor|in|met|op|per|van|om|vanaf|\()|[.,!?:(]|$)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:hoi|dag|beste|geachte|hallo|onderwerp|goedemorgen|locatie|salaris|uren)\b", re.IGNORECASE
)
_CUT = re.compile(r"\s+[|–—(]|\s+-\s|,\s|\s+\d+\s*(?:-\s*\d+\s*)?uur|\s+m/v", re.IGNORECASE)
PRAISE = (
    "enthousiast enthousiaste gemotiveerde gedreven ervaren leuke spontane flexibele betrouwbare representatieve vrolijke gezellige"
    " hardwerkende fijne vriendelijke klantvriendelijke talentvolle ambitieuze energieke toegewijde stressbestendige handige"
    " collegiale servicegerichte nieuwe super echte goede"
).split()
"""What a firm hopes of a person is no part of what the work is called."""
_PRAISE = re.compile(rf"^(?:(?:{'|'.join(PRAISE)})(?:\s*,|\s+en|\s*/)?\s+)+(?=\w)", re.IGNORECASE)
_SHOUT = re.compile(r"^(?:gezocht|vacature|wij zoeken|te vervullen)\s*:?\s*(?:een\s+)?", re.IGNORECASE)


def title_in(clauses: list[Clause]) -> str:
    """The first line where that is a title ("Schoonmaker kantoren, Ede, 15 uur"), else what a sentence says is sought; else ""."""
    first = next((clause for clause in clauses if not _GREETING.match(clause.text)), None)
    if first is not None and first.text[-1:] not in ".?" and not first.is_listed:
        title = _PRAISE.sub("", _CUT.split(_SHOUT.sub("", first.text))[0].strip(" !:-–"))
        if 0 < len(title.split()) <= MOST_WORDS and len(title) <= MOST_LETTERS and not _SOUGHT.search(title):
            return title[:1].lower() + title[1:] if not title.isupper() else title.lower()
    for clause in clauses:
        if hit := _SOUGHT.search(clause.text):
            return _PRAISE.sub("", hit[1].strip())
    return ""
