"""Whether a sentence says that somebody was tried and not reached: "geen gehoor", "voicemail ingesproken"."""

import re
from typing import Final

_MISSED: Final = re.compile(
    r"\bgeen gehoor\b|\bgeen reactie\b|\bgeen antwoord\b"
    r"|\bniet (?:kunnen |te )?bereik\w*|\bniet te pakken\b|\bonbereikbaar\b|\bniet thuis\b"
    r"|\b(?:n[ae]mt?|neemt|nam|namen) (?:\w+ ){0,3}niet op\b|\bniet op(?:genomen|gepakt)\b|\bnam niet op\b"
    r"|\bvoicemail\b|\bingesproken\b|\bkreeg (?:\w+ ){0,3}niet aan de (?:lijn|telefoon)\b|\bin-?gesprektoon\b"
)
_REACHED: Final = re.compile(
    r"\b(?:daarna|later|toen|uiteindelijk) (?:\w+ ){0,2}(?:wel|teruggebeld|gesproken|bereikt)\b"
)


def was_missed(sentence: str) -> bool:
    """True where the sentence says that somebody was tried and not reached, and not that it worked after all."""
    said = " ".join(sentence.casefold().split())
    return bool(_MISSED.search(said)) and not _REACHED.search(said)
