"""Ways to say each competency of the list, by the words of its name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from werktop.catalogue.dutch.stems import parted, stem
from werktop.catalogue.dutch.tokens import fold, tokenize

GENERAL = frozenset(
    stem(w)
    for w in (
        "werken nemen komen omgaan gaan hebben geven bedienen maken doen houden kunnen vaardig vaardigheden vaardigheid kennis"
        " tonen zijn goed met het de een van voor en in op aan om te vermogen bezitten beheersen uitvoeren gebruiken"
    ).split()
)
SMALL = frozenset(
    "de het een en of met van voor in op aan om te bij uit onder naar door tot over iets iemand zelf wat er is als dat"
    " zonder volgens anderen ander andere elkaar je ik mijn zich t s".split()
)
SAYS_SO = frozenset(
    "goed goede sterk sterke kan kunnen kon konden handig zien toont toonde tonen talent ervaring ervaren netjes prima"
    " uitstekend super top knap beste geweldig fantastisch perfect soepel vlekkeloos expert kei keurig vlot talenten"
    " competenties competentie kwaliteit kwaliteiten kracht ster".split()
)
SUGGESTS = SAYS_SO | frozenset(
    "is zijn was waren bleek blijkt werkt werken heeft hebben heel erg zeer echt mooi fijn prettig lekker wel doet deed"
    " beheerst kent snapt sneller".split()
)
LEAST_PART = 5  # letters of a stem that tells of a longer name by itself
MARKING = frozenset(stem(w) for w in SUGGESTS)
LEAST_COMPOUND = 10  # letters of a word that may be said in two


@dataclass(frozen=True, slots=True)
class Need:
    """One word that tells of a competency: its stem, its parts where the verb comes apart, the word before it."""

    stem: str
    parts: tuple[str, str] | None
    before: str  # needed before a short word: 'op' tijd
    word: str  # as the list has it


@dataclass(frozen=True, slots=True)
class Sought:
    """One way to say a competency."""

    name: str
    needs: tuple[Need, ...]
    is_whole: bool  # not one of several things that the name sums up, nor a part of it


@lru_cache(maxsize=4)
def by_stem(names: tuple[str, ...]) -> dict[str, list[Sought]]:
    """Ways to say each competency, by the stem of the first word that tells of it."""
    index: dict[str, list[Sought]] = {}
    parts: dict[str, list[Sought]] = {}
    for name in names:
        ways = re.split(r" en |[,/()]", fold(name))
        for way in ways:
            needs = _needs([t.low for t in tokenize(way) if t.is_word])
            if needs:
                sought = Sought(name, needs, len(ways) == 1)
                keys = {need.stem for need in needs[:1]}
                for particle, _ in (need.parts for need in needs[:1] if need.parts):
                    keys |= {particle, stem(particle)} if len(particle) >= 6 else {particle}
                for key in keys:
                    index.setdefault(key, []).append(sought)
                for need in needs if len(needs) > 1 else ():
                    if len(need.stem) >= LEAST_PART and need.stem not in MARKING:
                        parts.setdefault(need.stem, []).append(Sought(name, (need,), False))
    for key, ways_with in parts.items():  # one word is enough where no other competency has it
        if (
            len(ways_with) == 1
            and key not in index
            or {s.name for s in index.get(key, ())} == {ways_with[0].name}
        ):
            index.setdefault(key, []).append(ways_with[0])
    return index


def _needs(words: list[str]) -> tuple[Need, ...]:
    telling = [w for w in words if w not in SMALL and stem(w) not in GENERAL] or words[: len(words) == 1]
    if not telling:  # 'Omgaan met', 'Werken': only general words; all of them are needed
        telling = [w for w in words if w not in SMALL]
        if len(telling) < 2:
            return ()
    needs = []
    for word in telling:
        i = words.index(word)
        before = words[i - 1] if i and len(word) <= 4 else ""
        needs.append(Need(stem(word), parted(word), before, word))
    return tuple(needs)


@lru_cache(maxsize=4)
def compounds(names: tuple[str, ...]) -> dict[str, list[tuple[str, str]]]:
    """(competency, its long word) by its first letters: 'klantvriendelijk' is said of who is 'vriendelijk naar klanten'."""
    index: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        words = [w.low for w in tokenize(name) if w.is_word]
        if len(words) == 1 and len(words[0]) >= LEAST_COMPOUND:
            index.setdefault(words[0][:4], []).append((name, words[0]))
    return index
