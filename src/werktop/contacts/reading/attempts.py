"""Whether a sentence says that somebody was tried and not reached: "geen gehoor", "voicemail ingesproken"."""

import re
from typing import Final

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    AUXILIARY,
    FILLERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
)

_NOBODY: Final = r"\bgeen gehoor\b|\bniemand bereikt\b|\bgeen contact (?:gekregen|kunnen krijgen)\b"
_MISSED: Final = re.compile(
    rf"{_NOBODY}|\bgeen reactie\b|\bgeen antwoord\b"
    r"|\bniet (?:kunnen |te )?bereik\w*|\bniet te pakken\b|\bonbereikbaar\b|\bniet thuis\b"
    r"|\b(?:n[ae]mt?|neemt|nam|namen) (?:\w+ ){0,3}niet op\b|\bniet op(?:genomen|gepakt)\b|\bnam niet op\b"
    r"|\bb\.? ?g\.? ?g\b|\bniet getroffen\b"
    r"|\bvoicemail\b|\bingesproken\b|\bkreeg (?:\w+ ){0,3}niet aan de (?:lijn|telefoon)\b|\bin-?gesprektoon\b"
)
_TRIED: Final = re.compile(
    r"\bgeen gehoor\b|\bbgg\b|\bb g g\b|\bniet (?:kunnen |te )?(?:bereik\w*|pakken)\b|\bonbereikbaar\b|\bniet thuis\b"
    r"|\bn[ae]e?mt? (?:\w+ ){0,3}niet op\b|\bniet op(?:genomen|gepakt)\b|\bin-?gesprek(?:toon)?$|\bniet aan(?:wezig|getroffen)\b"
    r"|\bniemand (?:aanwezig|thuis|bereikt|aangetroffen)\b|\bniet aan de (?:lijn|telefoon)\b"
)
_REACHED: Final = re.compile(
    r"\b(?:daarna|later|toen|uiteindelijk) (?:\w+ ){0,2}(?:wel|teruggebeld|gesproken|bereikt)\b"
)
_ASKING: Final = frozenset("als indien wanneer zodra mocht".split())
_PLAIN: Final = re.compile(rf"{_NOBODY}|\bbgg\b|\bb \. g \. g\b")
_ALONE: Final = re.compile(
    r"\bniet (?:\w+ ){0,3}(?:bereikt|bereiken|bereikbaar|getroffen)\b|\bonbereikbaar\b|\bniet (?:kunnen )?te pakken\b"
    r"|\bniet op(?:genomen|gepakt|nemen)?$|\bniet aan de (?:lijn|telefoon)\b|\bgeprobeerd (?:\w+ ){0,3}(?:bellen|bereiken)\b"
)
_BESIDE: Final = FILLERS | ARTICLES | AUXILIARY | PRONOUNS | NEGATIONS | PREPOSITIONS | frozenset(
    "bereikt bereiken bereikbaar getroffen onbereikbaar te pakken gekregen krijgen kreeg krijg op opgenomen opgepakt opnemen"
    " nam neemt lijn telefoon telefonisch mobiel nummer bellen gebeld geprobeerd pogingen poging kon kan kunnen konden keer keren x"
    " maal meermaals meerdere verschillende paar hele dag ochtend middag helaas opnieuw nogmaals lukt lukte gelukt vaker"
    " t ingesproken wel".split()
)  # fmt: skip


def reached_nobody(words: str) -> bool:
    """True where a clause says that a contact was tried and did not take place; a message that was left did."""
    return bool(_TRIED.search(words)) and "ingesproken" not in words


def tried_in(clause: Clause) -> bool:
    """'Daan niet bereikt', 'Daan bgg', 'geprobeerd Daan te bellen': somebody was tried, where no verb or noun of contact says so.

    Of 'niet bereikt' and what is like it the clause says little else: a goal is not reached either, nor a firm by bus.
    """
    words = [p.low for p in clause.pieces if p.low and not p.is_mark]
    if clause.ends_with == "?" or not words or words[0] in _ASKING or "of" in words:
        return False
    if _PLAIN.search(" ".join(clause.words)):
        return True
    # 'op maandag niet bereikbaar', 'niet bereikbaar tussen 9 en 12'
    is_habit = any(p.when for p in clause.pieces) and {"bereikbaar", "onbereikbaar"} & set(words)
    little = all(p.number is not None or not p.is_word or p.low in _BESIDE for p in clause.pieces if p.low)
    return bool(_ALONE.search(" ".join(words))) and little and not is_habit


def was_missed(sentence: str) -> bool:
    """True where the sentence says that somebody was tried and not reached, and not that it worked after all."""
    said = " ".join(sentence.casefold().split())
    return bool(_MISSED.search(said)) and not _REACHED.search(said)
