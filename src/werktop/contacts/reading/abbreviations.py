"""Short forms of telegram style, written out: 'dgn', 'va', 'zkt', 'ff'. Some mean what the words around them say."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from werktop.catalogue.dutch.tokens import Token
from werktop.contacts.reading.calendar_words import DAYS
from werktop.contacts.reading.hours import UNIT
from werktop.contacts.reading.verbs import TASKS
from werktop.contacts.reading.vocabulary import PLACES, VACANCY

WHOLE = {
    "dgn": "dagen", "mnd": "maand", "mnden": "maanden", "jr": "jaar", "va": "vanaf", "zkt": "zoekt",
    "zkn": "zoeken", "afspr": "afspraak", "ff": "even", "effe": "even", "effen": "even", "efkes": "even", "eff": "even",
    "es": "eens", "nie": "niet", "ni": "niet", "ie": "hij", "hedde": "heb", "vanmidd": "vanmiddag", "vanocht": "vanochtend",
    "mss": "misschien", "wss": "waarschijnlijk", "ipv": "in", "vd": "van", "vh": "van",
    "gespr": "gesprek", "kand": "kandidaat", "mrgen": "morgen", "gistr": "gister",
    "wkje": "week", "iem": "iemand", "vlg": "volgende", "vlgd": "volgende",
    "vor": "vorige", "vrg": "vorige", "vrig": "vorige", "opn": "opnieuw", "gspr": "gesprek",
    "gblt": "gebeld", "gesp": "gesproken", "trg": "terug", "nt": "niet", "neit": "niet", "nit": "niet",
    "gehat": "gehad", "gene": "geen", "gen": "geen",
    "obv": "voor", "tav": "over", "nav": "na", "mdw": "medewerker", "wg": "werkgever",
    "telef": "telefoon", "gespro": "gesproken", "tm": "tot",
    "gebel": "gebeld", "geb": "gebeld", "gb": "gebeld", "bez": "bezocht",
    "gesprkn": "gesproken", "bezt": "bezocht", "gem": "gemaild", "enen": "een", "nen": "een", "tzt": "later",
    "beg": "begin", "schooljr": "schooljaar", "telf": "telefoon", "volg": "volgende", "vlgde": "volgende",
    "gevr": "gevraagd", "gez": "gezocht", "benod": "benodigd", "wrsch": "waarschijnlijk", "wrs": "waarschijnlijk",
    "wsl": "waarschijnlijk",
    "afspraken": "afspraken", "uitl": "uiterlijk", "nw": "nieuw", "ong": "ongeveer", "vanav": "vanavond", "pers": "personen",
}  # fmt: skip
OF_WORK = (
    PLACES
    | VACANCY
    | frozenset("nodig nog mensen iemand werk goed klaar baan banen klus functie stage kans".split())
)
MOVED = frozenset("verzet verplaatst verschoven schuift gestuurd".split())
ENDS = frozenset({"", ".", ",", ";", ":", "!", "?", ")"})


def written_out(tokens: list[Token], taken: set[int]) -> list[Token]:
    """The tokens outside names with their short forms as whole words; what stands there stays where it stands."""
    return [
        token if i in taken or not token.is_word else replace(token, low=_whole(tokens, i))
        for i, token in enumerate(tokens)
    ]


def _whole(tokens: list[Token], i: int) -> str:
    low = tokens[i].low
    if (
        len(low) > 4
        and [t.low for t in tokens[i + 1 : i + 3]] == ["'", "n"]
        and tokens[i + 2].end == tokens[i].end + 2
    ):
        return low + "en"  # 'gesprok'n'
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    before = tokens[i - 1] if i else None
    goes_on = after is not None and after.is_word
    following = after.low if after else ""
    if (low, following) == ("to", "do"):
        return "todo"
    if low == "do" and before is not None and before.low == "to":
        return "nog"  # 'to do' is one word, and no Thursday
    if low == "m" and goes_on and not (before and before.is_number):
        return "met"
    if (low, following) == ("wl", "graag"):
        return "wil"
    if low == "kort" and before is not None and before.low == "te":
        return "tekort"
    if low == "v" and goes_on:
        return "van"
    if low == "n" and goes_on and not _is_tied(tokens, i):
        return "een"  # ''n drukker'
    if (
        low == "nr"
        and after is not None
        and (goes_on or (after.is_number and before and before.low in MOVED))
    ):
        return "naar"
    if low == "vr" and after is not None and (goes_on or after.is_number) and _is_for(tokens, i, after):
        return "voor"
    if low == "st" and before is not None and before.is_number:
        return "stuks"
    return WHOLE.get(low, low)


def _is_tied(tokens: list[Token], i: int) -> bool:
    """'z'n', 'zo'n', 'a/n': a letter that belongs to what stands before it."""
    before = tokens[i - 1] if i else None
    if before is None or before.end < tokens[i].start:
        return False
    return before.low != "'" or i > 1 and tokens[i - 2].end == before.start


def _is_for(tokens: list[Token], i: int, after: Token) -> bool:
    """'vr' is Friday at the end, before a time and before what is to be done; 'voor' before a noun."""
    before = tokens[i - 1].low if i else ""
    if before in ENDS or before in ("op", "vanaf", "tot", "volgende", "komende", "voor", "naar", "nr"):
        return False
    if after.low == "t" and i + 2 < len(tokens) and tokens[i + 2].low == "/":
        return False  # 'vr t/m zo'
    rest = takewhile(lambda token: token.low not in ENDS, tokens[i + 1 :])
    if after.low not in ("de", "het", "een", "t") and any(token.low in TASKS for token in rest):
        return False  # '2 koks nodig vr cv sturen'
    if after.low in DAYS and before not in DAYS:
        return True  # 'cv's mailen vr do'
    if after.is_number:
        behind = tokens[i + 2].low if i + 2 < len(tokens) else ""
        return before in OF_WORK and behind.isalpha() and behind not in UNIT
    return after.low in ("de", "het", "een", "t") or before in OF_WORK
