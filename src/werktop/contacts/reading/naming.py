"""The list of names, ready to be looked up word by word, also with slips of the finger."""

from dataclasses import dataclass
from functools import lru_cache

from werktop.catalogue.dutch.tokens import tokenize
from werktop.contacts.reading.chips import Names
from werktop.contacts.reading.corrections import talents
from werktop.contacts.reading.everyday import EVERYDAY
from werktop.contacts.reading.spelling import slips, slips_allowed
from werktop.contacts.reading.vocabulary import ALSO_NAMES, COMMON, KINDS_OF_FIRM, NAME_FILLERS

CANDIDATE, EMPLOYER, PERSON = "candidate", "employer", "person"
EXACT, SHORTENED, SLIPPED = 3, 2, 1  # how well a written word fits a word of a name
OTHER_LETTERS = frozenset(
    "CV VOG HR WW WIA GGZ UWV BBL BOL NL OK TV ID ZZP MBO HBO VCA EHBO PW BV NV VOF DD TEL WSP WSW SW NUG AM PM IB IK EN".split()
)  # what these letters mean without a firm
LEAST_SHORT = 5  # letters that the beginning of a firm's word must have: "bakker" for "bakkerij"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the list: its kind, how it is shown, its words and where they stand in what is shown."""

    kind: str
    shown: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def part(self, first: int, last: int) -> str:
        """What is shown of the words `first` to `last`."""
        return self.shown[self.places[first][0] : self.places[last][1]]


def weight(word: str) -> int:
    """How much a word tells about which name is meant; nothing for 'van' and 'de'."""
    if word in NAME_FILLERS or word in ("en", "&"):
        return 0
    return 4 if word in KINDS_OF_FIRM else 10


class NameList:
    """All names by their words. The order in which they were given changes nothing."""

    def __init__(self, names: Names) -> None:
        kinds = ((CANDIDATE, names.candidates), (EMPLOYER, names.employers), (PERSON, names.people))
        taken: set[str] = set()
        self.names: list[Name] = []
        for kind, shown_names in kinds:
            for shown in sorted(set(shown_names) - taken):
                tokens = [t for t in tokenize(shown) if t.is_word or t.is_number or t.low == "&"]
                if tokens:
                    words = tuple("en" if t.low == "&" else t.low for t in tokens)
                    self.names.append(Name(kind, shown, words, tuple((t.start, t.end) for t in tokens)))
            taken |= set(shown_names)
        self.by_word: dict[str, list[Name]] = {}
        self.beginnings: dict[str, set[str]] = {}
        self.alike: dict[tuple[str, int], list[str]] = {}
        for name in self.names:
            for word in dict.fromkeys(name.words):
                if word not in self.by_word:
                    self._enter(word)
                self.by_word.setdefault(word, []).append(name)
                if name.kind == EMPLOYER:
                    for length in range(LEAST_SHORT, len(word)):
                        self.beginnings.setdefault(word[:length], set()).add(word)
        said = (token for words in names.competencies for token in tokenize(words) if not token.has_capital)
        self.everyday = (
            (EVERYDAY | {token.low for token in said if len(token.low) > 2}) - ALSO_NAMES - KINDS_OF_FIRM
        )
        """Words that are no name where they are written small and alone: everyday ones, and those of what people can do."""
        self.letters = _letters(self.names)
        self.talents = talents({token.low for words in names.competencies for token in tokenize(words)})
        self._meant: dict[tuple[str, bool], dict[str, int]] = {}

    def _enter(self, word: str) -> None:
        if weight(word) and len(word) <= 30:
            self.alike.setdefault((word[0], len(word)), []).append(word)

    def meant(self, written: str, may_slip: bool) -> dict[str, int]:
        """The words of names that a written word may stand for, and how well each fits."""
        key = (written, may_slip)
        if key not in self._meant:
            if len(self._meant) > 50_000:
                self._meant.clear()
            self._meant[key] = self._look_up(written, may_slip)
        return self._meant[key]

    def _look_up(self, written: str, may_slip: bool) -> dict[str, int]:
        found: dict[str, int] = {}
        if written in self.by_word:
            found[written] = EXACT
        if (
            len(written) > 4
            and written.endswith("s")
            and written[:-1] in self.by_word
            and not found
            and written[:-1] not in ALSO_NAMES
        ):
            found[written[:-1]] = EXACT  # Fatimas moeder
        for word in self.beginnings.get(written, ()):
            found.setdefault(word, SHORTENED)
        if (
            found
            or not may_slip
            or not 4 <= len(written) <= 30
            or written in COMMON
            or written in self.everyday
        ):
            return found
        return dict.fromkeys(self._nearly(written), SLIPPED)

    def _nearly(self, written: str) -> set[str]:
        """The nearest words; a short word forgives nothing, and its first letter must be right."""
        best, nearest = slips_allowed(written + "x"), set[str]()  # "fatma" may lack its fifth letter
        firsts = {written[0]} if len(written) < 8 else {first for first, _ in self.alike}
        for first in firsts:
            for length in range(len(written) - best, len(written) + best + 1):
                for word in self.alike.get((first, length), ()):
                    if word in ALSO_NAMES:
                        continue  # an everyday word is a name only where it is written so
                    apart = slips(written, word, min(best, slips_allowed(word)))
                    if apart > min(best, slips_allowed(word)):
                        continue
                    if apart < best:
                        best, nearest = apart, set()
                    nearest.add(word)
        return nearest


def _letters(names: list[Name]) -> dict[str, tuple[Name, int]]:
    """(firm, how many of its words) by their first letters in capitals, where one firm alone is meant."""
    found: dict[str, tuple[Name, int]] = {}
    several: set[str] = set()
    for name in names:
        for count in range(2, min(len(name.words), 5) + 1) if name.kind == EMPLOYER else ():
            letters = "".join(word[0] for word in name.words[:count]).upper()
            several |= {letters} if letters in found else set()
            found[letters] = (name, count)
    return {letters: which for letters, which in found.items() if letters not in several | OTHER_LETTERS}


@lru_cache(maxsize=4)
def name_list(names: Names) -> NameList:
    """The looked-up form of a list of names; kept for the next sentence of the same colleague."""
    return NameList(names)
