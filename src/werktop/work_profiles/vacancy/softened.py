"""Whether a sentence of a vacancy asks something at once, later, or not at all."""

from __future__ import annotations

import re

from .clauses import Clause, Part

LATER = re.compile(
    r"\b(?:pre|plus|pluspunt|mooi meegenomen|mooi zijn|mooi als|geen must|voorkeur|leuk als|bij voorkeur|is fijn|is handig"
    r"|handig zijn"
    r"|(?<!snel )(?:aan)?leren(?! snel)|(?<!snel )leert?(?! (?:snel|graag|makkelijk|gemakkelijk)\b)"
    r"|opleiden|opgeleid|cursus|intern\w*"
    r"|regelen wij|betalen (?:wij|we)|(?:wij|we) betalen|werken (?:wij|we) je in|mee bezig|wordt vergoed"
    r"|bereid\w*(?: \w+){0,4} (?:be)?halen)\b"
)
"""What may come later: welcome, or learned there."""
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


def comes_later(clause: Clause) -> bool:
    """Whether what a sentence asks is welcome, or is learned at the place."""
    return LATER.search(clause.said) is not None


def is_not_asked(clause: Clause) -> bool:
    """Whether a sentence says that something need not be: "een rijbewijs is niet nodig"."""
    return NOT_ASKED.search(clause.said) is not None and not comes_later(clause)


def all_is_taught(clauses: list[Clause]) -> bool:
    """Whether the text says that nobody needs experience: then the trade is learned there."""
    return any(ALL_IS_TAUGHT.search(clause.said) for clause in clauses)


def tells_of_the_firm(clause: Clause) -> bool:
    """Whether a sentence says what the firm is or gives, and asks nothing."""
    return clause.part in (Part.FIRM, Part.OFFERED) or OUR_FIRM.match(clause.said) is not None
