"""Whether a sentence of a vacancy asks something at once, later, or not at all."""

from __future__ import annotations

import re

from .clauses import Clause, Part, parts_of

WELCOME = re.compile(
    r"\b(?:pre|plus|pluspunt|mooi meegenomen|mooi zijn|mooi als|geen must|voorkeur|leuk als|bij voorkeur|is fijn|is handig"
    r"|handig zijn)\b"
)
"""What is a wish of the part of the sentence that says so."""
TAUGHT = re.compile(
    r"\b(?:(?<!snel )(?:aan)?leren(?! snel)|(?<!snel )leert?(?! (?:snel|graag|makkelijk|gemakkelijk)\b)"
    r"|opleiden|opgeleid|cursus|intern\w*"
    r"|regelen wij|betalen (?:wij|we)|(?:wij|we) betalen|werken (?:wij|we) je in|mee bezig|wordt vergoed"
    r"|bereid\w*(?: \w+){0,4} (?:be)?halen)\b"
)
"""What is learned there, of the whole sentence."""
REQUIRED = re.compile(
    r"\b(?:vereist|vereiste|verplicht|noodzakelijk|nodig|must|eis|moet|wel"
    r"|(?:je|jij|u) (?:hebt|heeft|bent|kunt|kan|spreekt|beschikt)|in (?:het )?bezit)\b"
)
NOT_ASKED = re.compile(
    r"\b(?:(?:niet|geen) (?:\w+ ){0,2}?(?:nodig|vereist|vereiste|eis|verplicht|noodzakelijk)"
    r"|hoeft? (?:je |jij )?(?:\w+ ){0,3}?(?:niet|geen)"
    r"|maakt ons niet uit|nergens voor nodig|geen (?:diploma|ervaring|rijbewijs|cv|avond|weekend)\w*)\b"
)
ALL_IS_TAUGHT = re.compile(
    r"ervaring (?:is |heb je |ook |hoeft )?(?:\w+ )?niet|(?:geen|zonder) (?:werk)?ervaring"
    r"|hoe(?:ft|ven) (?:je )?(?:nog )?(?:niets|niks)"
    r"|(?:wij|we) leren (?:het )?je (?:alles|het (?:vak|werk)|het)\b|leren (?:wij|we) je alles|(?:wij|we) werken je in"
)
OUR_FIRM = re.compile(
    r"^(?:wij|we|ons|onze)\b(?!.*\b(?:zoek|zoeken|vragen|verwachten|vinden|leren|hebben)\b)"
)


def comes_later(clause: Clause, at: int | None = None) -> bool:
    """Whether what a sentence asks is welcome, or is learned at the place. `at`: of which letter of it that is asked, for of
    "een heftruckcertificaat is een pre, rijbewijs B vereist" one part is softened alone."""
    if TAUGHT.search(clause.said):
        return True
    if not WELCOME.search(clause.said):
        return False
    return at is None or _verdict_at(clause, at) is WELCOME


def is_not_asked(clause: Clause, at: int | None = None) -> bool:
    """Whether a sentence says that something need not be: "een rijbewijs is niet nodig"."""
    if NOT_ASKED.search(clause.said) is None or TAUGHT.search(clause.said):
        return False
    if at is None:
        return WELCOME.search(clause.said) is None
    return _verdict_at(clause, at) not in (WELCOME, REQUIRED)


def _verdict_at(clause: Clause, at: int) -> re.Pattern[str] | None:
    """What is said of the part of a sentence in which a letter stands: by that part, else by the first behind it that says so, else
    by the last before it."""
    verdicts: list[re.Pattern[str] | None] = []
    behind = 0
    here = None
    for n, part in enumerate(parts_of(clause)):
        behind += len(part.text)
        here = n if here is None and at < behind else here
        said = (pattern for pattern in (WELCOME, NOT_ASKED, REQUIRED) if pattern.search(part.said))
        verdicts.append(next(said, None))
    here = here or 0
    return next((each for each in (*verdicts[here:], *reversed(verdicts[:here])) if each), None)


def all_is_taught(clauses: list[Clause]) -> bool:
    """Whether the text says that nobody needs experience: then the trade is learned there."""
    return any(ALL_IS_TAUGHT.search(clause.said) for clause in clauses)


def tells_of_the_firm(clause: Clause) -> bool:
    """Whether a sentence says what the firm is or gives, and asks nothing."""
    return clause.part in (Part.FIRM, Part.OFFERED) or OUR_FIRM.match(clause.said) is not None
