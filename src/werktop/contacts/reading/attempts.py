"""Whether a sentence says that somebody was tried and not reached: "geen gehoor", "voicemail ingesproken"."""

import re
from typing import Final

_MISSED: Final = re.compile(
    r"\bgeen gehoor\b|\bgeen reactie\b|\bgeen antwoord\b"
    r"|\bniet (?:kunnen |te )?bereik\w*|\bniet te pakken\b|\bonbereikbaar\b|\bniet thuis\b"
    r"|\b(?:n[ae]mt?|neemt|nam|namen) (?:\w+ ){0,3}niet op\b|\bniet op(?:genomen|gepakt)\b|\bnam niet op\b"
    r"|\bbgg\b|\bvoicemail\b|\bingesproken\b|\bkreeg (?:\w+ ){0,3}niet aan de (?:lijn|telefoon)\b|\bin-?gesprektoon\b"
)
_TRIED: Final = re.compile(
    r"\bgeen gehoor\b|\bbgg\b|\bb g g\b|\bniet (?:kunnen |te )?(?:bereik\w*|pakken)\b|\bonbereikbaar\b|\bniet thuis\b"
    r"|\bn[ae]e?mt? (?:\w+ ){0,3}niet op\b|\bniet op(?:genomen|gepakt)\b|\bin-?gesprek(?:toon)?$|\bniet aan(?:wezig|getroffen)\b"
    r"|\bniemand (?:aanwezig|thuis|bereikt|aangetroffen)\b|\bniet aan de (?:lijn|telefoon)\b"
)
_REACHED: Final = re.compile(
    r"\b(?:daarna|later|toen|uiteindelijk) (?:\w+ ){0,2}(?:wel|teruggebeld|gesproken|bereikt)\b"
)


def reached_nobody(words: str) -> bool:
    """True where a clause says that a contact was tried and did not take place; a message that was left did."""
    return bool(_TRIED.search(words)) and "ingesproken" not in words


def was_missed(sentence: str) -> bool:
    """True where the sentence says that somebody was tried and not reached, and not that it worked after all."""
    said = " ".join(sentence.casefold().split())
    return bool(_MISSED.search(said)) and not _REACHED.search(said)
