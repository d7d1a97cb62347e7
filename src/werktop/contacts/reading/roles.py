"""Whether a noun says what somebody works as: 'lassers', 'winkelmedewerker', 'huishoudelijke hulpen'."""

from functools import lru_cache

from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.slips_of_words import Lexicon
from werktop.contacts.reading.vocabulary import PEOPLE_WORDS

ENDINGS = (
    "ers", "er", "eur", "eurs", "ist", "isten", "aar", "aars", "man", "mannen", "lieden", "lui", "vrouw", "vrouwen", "kracht",
    "krachten", "hulp", "hulpen", "leerling", "leerlingen", "stagiair", "stagiairs", "stagiaire", "stagiaires", "assistent",
    "assistenten", "kok", "koks", "meisje", "meisjes", "jongen", "jongens", "enden", "ende", "smid", "agent", "agenten",
    "kundige", "kundigen", "ober", "obers", "host", "gids", "hoofd", "baas", "knecht", "chef", "chefs", "manager", "managers",
    "vullers", "ant", "anten", "loge", "handjes", "handen", "personeel", "specialist", "bblers", "icien", "iciens", "mdw",
    "mdws", "medew", "ster", "sters", "iste", "istes", "cierge", "coach", "docent",
    "docenten", "bbler", "iere", "ieres",
)  # fmt: skip
USUAL = frozenset(
    "stagiair leerling medewerker monteur schilder chauffeur lasser timmerman loodgieter hovenier schoonmaker inpakker verkoper"
    " orderpicker magazijnmedewerker vakkenvuller afwasser bezorger koerier bakker slager kapster helpende verzorgende hulpkok"
    " gastvrouw receptionist conducteur stratenmaker metselaar elektricien installateur productiemedewerker plukker".split()
)
NO_ROLES = frozenset(
    "keer maander jaren uren dagdelen kandidaten kandidaat afspraken vestigingen plaatsingen kinderen minuten meter kilometer"
    " nummer nummers letter papier papieren partner partners klanten deelnemer deelnemers computer computers kamer kamers"
    " maar waar paar januari februari kantoor vakantiedagen ander anderen beter later eerder minder dienst december oktober"
    " september november zomer winter vroeger kwartier laptop schoenen weer rooster roosters venster".split()
)
GOES_ON = frozenset("en of voor in op bij m v".split())


JOINED = frozenset({"en", "+", "&", "/", "of"})


@lru_cache(maxsize=1)
def _usual() -> Lexicon:
    """What people mostly work as, with the slips that are made in it: 'stagair', 'schildrs'."""
    return Lexicon(USUAL | {word + "s" for word in USUAL})


def begins_with_a_role(pieces: list[Piece]) -> int:
    """How many pieces one role takes that stands first ('ervaren lasser', 'cv-monteur'), with nothing else up to a mark,
    a joining word, a day or the end; 0 where none does."""
    for length in (1, 2, 3):
        words, after = pieces[:length], pieces[length : length + 1]
        if len(words) < length or not all(p.is_word or (p.low == "-" and p.is_tight) for p in words):
            return 0
        is_closed = not after or (after[0].is_mark and not (after[0].low == "-" and after[0].is_tight))
        is_closed = is_closed or after[0].when is not None or after[0].low in JOINED
        if is_closed and is_a_role(words[-1:]):
            return length
    return 0


def is_a_role(pieces: list[Piece]) -> bool:
    """Whether the words behind a number begin with what somebody works as, after at most two that describe it."""
    for piece in pieces[:4]:
        if not piece.is_word:
            if piece.is_mark and piece.low in ("'", ".", "-", "/", "m"):
                continue
            return False
        if piece.low in GOES_ON or piece.low in NO_ROLES:
            return False
        if (
            piece.low in PEOPLE_WORDS
            or (len(piece.low) > 3 and piece.low.endswith(ENDINGS))
            or piece.low in ("kok", "host")
            or (len(piece.low) > 4 and _usual().nearest(piece.low))
        ):
            return True
    return False
