"""Which competencies of the list a clause says were seen, and of whom."""

import re
from dataclasses import dataclass
from functools import lru_cache

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.stems import parted, single, stem
from werktop.contacts.reading.tokens import fold, tokenize
from werktop.contacts.reading.verbs import CALLED, MESSAGED, TALKED, VISITED
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    CALL_NOUNS,
    FILLERS,
    MESSAGE_NOUNS,
    PRONOUNS,
    TALK_NOUNS,
    VISIT_NOUNS,
)  # fmt: skip
from werktop.contacts.reading.ways import Ways, said_in

OF_CONTACT = CALL_NOUNS | CALLED | MESSAGE_NOUNS | MESSAGED | TALK_NOUNS | TALKED | VISIT_NOUNS | VISITED

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
    "is zijn was waren bleek blijkt werkt werken heeft hebben heel erg zeer echt mooi fijn prettig lekker wel doet deed".split()
)
LEAST_PART = 5  # letters of a stem that tells of a longer name by itself
LEAST_COMPOUND = 10  # letters of a word that may be said in two
LITTLE = 1  # other words that a clause may have which says a competency and nothing of how well
MARKING = frozenset(stem(w) for w in SUGGESTS)
DENIED = frozenset("niet geen nooit zonder niks nauwelijks amper weinig onvoldoende".split())
NOT_SEEN = frozenset(
    "moeite lastig moeilijk zwak zwakker minder slecht matig wil wilt willen wilde zou zouden leren leert leer cursus"
    " opleiding training hoopt hopen moet moeten zoekt zoeken zoek interesse interesseert ontwikkelen oefenen"
    " oefent aandachtspunt leerpunt leerdoel leerdoelen vraagt bespreken besproken valt afspraak vacature nodig"
    " gehaald behaald certificaat diploma gevraagd of workshop vergeet verbeteren werkpunt onzeker twijfelt".split()
)
CONDITIONAL = frozenset("als zodra wanneer mits indien".split())
THINGS = frozenset("plan werk team contact luister".split())
PLURAL = frozenset(
    "kunnen zijn werken hebben allebei beiden samen nemen laten lieten toonden waren plannen komen".split()
)


@dataclass(frozen=True, slots=True)
class Need:
    """One word that tells of a competency: its stem, its parts where the verb comes apart, the word before it."""

    stem: str
    parts: tuple[str, str] | None
    before: str  # needed before a short word: 'op' tijd


@dataclass(frozen=True, slots=True)
class Sought:
    """One way to say a competency."""

    name: str
    needs: tuple[Need, ...]
    is_whole: bool  # not one of several things that the name sums up, nor a part of it


@dataclass(frozen=True, slots=True)
class Seen:
    """A competency that fits words of a clause: the pieces that it used and how well it fits."""

    names: tuple[str, ...]
    pieces: frozenset[int]


@lru_cache(maxsize=4)
def _by_stem(names: tuple[str, ...]) -> dict[str, list[Sought]]:
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
        needs.append(Need(stem(word), parted(word), before))
    return tuple(needs)


def seen_in(clause: Clause, competencies: tuple[str, ...], ways: Ways, *, is_contact: bool) -> list[Seen]:
    """The competencies that a clause says were seen; several names where the words fit several.

    A whole name is enough in a clause that says little else; where contact is told too, and for a part of a name,
    something must say that it was seen: 'goed', 'kan', 'sterk', 'liet zien'. A question says nothing of the kind.
    """
    words = [p.low if p.is_word and not (is_contact and p.low in OF_CONTACT) else "" for p in clause.pieces]
    is_asked = clause.ends_with == "?" or words[0] in CONDITIONAL
    said = [] if is_asked else said_in(clause, ways)
    spent = frozenset[int]().union(*(used for _, used in said))
    others = {word for i, word in enumerate(words) if i not in spent}
    if (others & DENIED and not _is_affirmed(words)) or others & NOT_SEEN:
        said, spent = [], frozenset()
    return sorted(
        [Seen((name,), used) for name, used in said]
        + [
            one
            for one in _named_in(clause, words, competencies, is_contact=is_contact)
            if not one.pieces & spent
        ],
        key=lambda one: min(one.pieces),
    )


def _named_in(
    clause: Clause, words: list[str], competencies: tuple[str, ...], *, is_contact: bool
) -> list[Seen]:
    """Those whose name itself the clause says."""
    if clause.ends_with == "?":
        return []
    if words and words[0] in CONDITIONAL:
        return []
    if (
        (set(words) & DENIED and not _is_affirmed(words))
        or set(words) & NOT_SEEN
        or "nog" in words
        and "niet" in words
    ):
        return []
    index = _by_stem(tuple(sorted(set(competencies))))
    stems = [stem(w) if w else "" for w in words]
    fits = _in_two_words(words, stems, tuple(sorted(set(competencies))))
    for i, word in enumerate(words):
        if i and words[i - 1] in ("een", "het", "de") and word in THINGS:
            continue  # 'een plan gemaakt'
        if not word or word in SMALL - set("in op aan om uit over door bij".split()):
            continue
        keys = {stems[i], word} | _beginnings(word) | _beginnings(single(word)) | _beginnings(stems[i])
        for key in keys:
            for sought in index.get(key, ()):
                used = _used(sought, words, stems)
                if (
                    used
                    and not _is_topic(words, min(used))
                    and _is_said(sought, words, used, is_contact=is_contact)
                ):
                    exact = all(any(stems[k] == need.stem for k in used) for need in sought.needs)
                    rank = 4 * len(sought.needs) + 2 * exact + sought.is_whole
                    fits[sought.name, used] = max(rank, fits.get((sought.name, used), 0))
    return _best(fits)


@lru_cache(maxsize=4)
def _compounds(names: tuple[str, ...]) -> dict[str, list[tuple[str, str]]]:
    """(competency, its long word) by its first letters: 'klantvriendelijk' is said of who is 'vriendelijk naar klanten'."""
    index: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        words = [w.low for w in tokenize(name) if w.is_word]
        if len(words) == 1 and len(words[0]) >= LEAST_COMPOUND:
            index.setdefault(words[0][:4], []).append((name, words[0]))
    return index


def _in_two_words(
    words: list[str], stems: list[str], names: tuple[str, ...]
) -> dict[tuple[str, frozenset[int]], int]:
    """Competencies of one long word of which both parts stand in the clause."""
    found: dict[tuple[str, frozenset[int]], int] = {}
    index = _compounds(names)
    for i, word in enumerate(words):
        for name, whole in index.get(word[:4], ()) if len(word) >= 4 else ():
            first = next((part for part in (word, stems[i]) if whole.startswith(part) and len(part) >= 4), "")
            rest = whole[len(first) :].removeprefix("s") if first else ""
            if len(rest) < 4 or word == whole:
                continue
            other = next((k for k, s in enumerate(stems) if k != i and s and s in (stem(rest), rest)), None)
            if other is not None and set(words) & SUGGESTS:
                found[name, frozenset({i, other})] = 4
    return found


def _beginnings(word: str) -> set[str]:
    """What a longer word may begin with: 'stress' of 'stressbestendig'."""
    return {word[:n] for n in range(4, min(len(word), 30))}


def _is_said(sought: Sought, words: list[str], used: frozenset[int], *, is_contact: bool) -> bool:
    """Whether the clause says that it was seen, or hardly says anything else."""
    others = {word for i, word in enumerate(words) if word and i not in used}
    if others & SAYS_SO or (sought.is_whole and any(words[i] in SAYS_SO for i in used)):
        return True
    if is_contact or not sought.is_whole:
        return False
    if others & SUGGESTS:
        return True
    rest = [w for w in others if w not in FILLERS | ARTICLES | PRONOUNS and stem(w) not in GENERAL]
    return len(rest) <= LITTLE


def _is_affirmed(words: list[str]) -> bool:
    return "als geen ander" in " ".join(words) or "alleen" in words or "bang" in words


def _is_topic(words: list[str], i: int) -> bool:
    """'gesproken over plannen'."""
    return i > 0 and words[i - 1] in ("over", "naar", "voor")


def _used(sought: Sought, words: list[str], stems: list[str]) -> frozenset[int] | None:
    """The words of a clause by which it says a competency, if it says all that is needed."""
    used: set[int] = set()
    for need in sought.needs:
        found = next((i for i, s in enumerate(stems) if s and _fits(need, i, s, words)), None)
        if found is None and need.parts:
            particle, verb = need.parts
            verbs = [i for i, s in enumerate(stems) if s == verb]
            if particle in words and verbs:
                used |= {words.index(particle), verbs[0]}
                continue
        if found is None:
            return None
        used.add(found)
    return frozenset(used)


def _fits(need: Need, i: int, written: str, words: list[str]) -> bool:
    if need.before and (not i or words[i - 1] != need.before):
        return False
    if written == need.stem:
        return True
    if len(need.stem) >= 5 and (written.startswith(need.stem) or single(words[i]).startswith(need.stem)):
        return True
    if need.parts:
        particle, verb = need.parts
        if words[i].startswith(particle) and words[i] != particle:
            rest = words[i][len(particle) :]
            if (
                stem(rest) == verb
                or (rest.startswith("ge") and stem(rest[2:]) == verb)
                or rest.startswith(verb)
            ):
                return True
        return len(particle) >= 6 and (
            written == stem(particle) or single(words[i]).startswith(stem(particle))
        )
    return False


def _best(fits: dict[tuple[str, frozenset[int]], int]) -> list[Seen]:
    """For each place in the clause the best name; equally good ones stay together, to be asked."""
    seen: list[Seen] = []
    taken: set[int] = set()
    for (_, used), rank in sorted(fits.items(), key=lambda item: (-item[1], sorted(item[0][1]), item[0][0])):
        if used & taken:
            continue
        names = tuple(sorted(n for (n, u), r in fits.items() if r == rank and u == used))
        seen.append(Seen(names, used))
        taken |= used
    return sorted(seen, key=lambda s: min(s.pieces))
