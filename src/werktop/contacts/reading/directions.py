"""Whether a message came in, or is only known to have gone out: what we send ourselves is no contact."""

import re
from typing import Final

_NOUN: Final = (
    r"(?:\w*bericht\w*|e?-?mail\w*|app(?:je|jes|s)?|whatsapp\w*|sms\w*|brief\w*|kaart\w*|reactie|antwoord)"
)
_SENT: Final = r"(?:ge-?(?:whats)?app?(?:t|d)|ge-?e?mail(?:d|t)|ge-?sms[td]?|gestuurd|verstuurd|geschreven|gereageerd|geantwoord)"
_OURS: Final = r"(?:ik|we|wij|mij|ons)"
_WITH_WHOM: Final = (
    r"(?!(?:de|het|een|haar|zijn|mijn|onze|cv|bijlage\w*|link\w*|uitnodiging\w*|vacature\w*|info\w*|foto\w*|formulier\w*|adres\w*"
    r"|gegevens|details|uitleg|vraag|vragen|verzoek|voorstel|datum|tijd\w*|folder\w*|agenda|rooster\w*|contract\w*|planning"
    r"|tips|route|werktijden|bevestiging|herinnering)\b)"
)
"""Not what was sent along: "gestuurd met de link"."""
_CAME_IN: Final = re.compile(
    # 'bericht van Anja', 'mail gekregen van', 'antwoord ontvangen'
    rf"\b{_NOUN} (?:\w+ )?(?:van|v|vd|vanuit) (?!{_OURS}\b)|\bvan (?!{_OURS}\b)(?:\w+ ){{1,3}}(?:een |n ){_NOUN}\b"
    rf"|\b{_NOUN} (?:terug)?(?:gekregen|ontvangen|gehad|binnen)\b"
    rf"|\b(?:kreeg|kregen|ontving|ontvingen) (?:ik |we |wij )(?:\w+ )?{_NOUN}\b|\b(?:ik|we|wij) (?:kreeg|kregen|ontving) "
    r"|\b(?:be)?antwoordden?\b|\bantwoordt\b|\breageerden?\b|\breageert\b"
    r"|\bgereageerd\b|\bgeantwoord\b|\bliet\b.*\bweten\b|\bap?pt? terug\b"
    # 'Anja appte', 'Anja mailt dat'; 'ik appte' and 'appte ik' are ours
    rf"|(?<!\bik )(?<!\bwe )(?<!\bwij )\b(?:appten?|appt|mailden?|mailt|sms'?ten?|sms't|stuurden?|stuurt|schreef|schrijft)\b"
    rf"(?! {_OURS}\b)"
    # 'Anja heeft gemaild'; 'met Anja geappt', 'heen en weer gemaild' are of both
    rf"|(?<!\bje )\b(?:heeft|hebben|had) (?!(?:ik|we|wij)\b)(?:\w+ ){{0,5}}{_SENT}\b|\b{_SENT} (?:met|m) {_WITH_WHOM}"
    rf"|\bmet {_WITH_WHOM}(?:\w+ ){{1,4}}{_SENT}\b"
    r"|(?:\bapp|\bmail|\b(?:per|via) (?:de )?(?:mail|e-mail|app|sms|whatsapp) )contact\b"
    r"|\b(?:heen|over) en weer\b"
)
_NO_ANSWER: Final = re.compile(
    r"\b(?:geen|zonder|nog geen) (?:antwoord|reactie|bericht|app\w*|mail\w*)(?: \w+){0,2}"
    r"|\b(?:niet|niks|niets) (?:meer |op )?(?:gereageerd|geantwoord|gehoord)\b"
    r"|\b(?:reageert|reageerden?|antwoordt?|antwoordden?) (?:\w+ ){0,2}(?:niet|nooit|niks)\b|\b(?:wij|we) hebben\b"
    r"|\bals (?:antwoord|reactie)\b|\bter beantwoording\b|\bvoor (?:antwoord|reactie)\b"
)


def came_in(sentence: str) -> bool:
    """True where the sentence says that a message came from somebody else, or went both ways; "Anja geappt dat ik haar zoek" and
    "mail gestuurd" only went out."""
    said = " ".join(sentence.casefold().replace("@", "").split())
    return bool(_CAME_IN.search(_NO_ANSWER.sub(" ", said)))
