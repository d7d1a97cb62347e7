"""Which competencies of the list a clause says were seen, and of whom."""

from dataclasses import dataclass

from werktop.catalogue.dutch.forms import is_form_of, is_what_somebody_is
from werktop.catalogue.dutch.stems import single, stem
from werktop.catalogue.dutch.tokens import tokenize
from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.competency_words import (
    GENERAL,
    SAYS_SO,
    SMALL,
    SUGGESTS,
    Need,
    Sought,
    by_stem,
    compounds,
)
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    FILLERS,
    OF_CONTACT,
    PRONOUNS,
    UNITS,
)  # fmt: skip
from werktop.contacts.reading.ways import Ways, said_in

LITTLE = 1  # other words that a clause may have which says a competency and nothing of how well
DENIED = frozenset("niet geen nooit zonder niks nauwelijks amper weinig onvoldoende".split())
NOT_SEEN = frozenset(
    "moeite lastig moeilijk zwak zwakker minder slecht matig wil wilt willen wilde zou zouden leren leert leer cursus"
    " opleiding training hoopt hopen moet moeten zoekt zoeken zoek interesse interesseert ontwikkelen oefenen"
    " oefent aandachtspunt leerpunt leerdoel leerdoelen vraagt bespreken besproken valt afspraak vacature nodig"
    " gehaald behaald certificaat diploma gevraagd of workshop vergeet verbeteren werkpunt onzeker twijfelt".split()
)
WITHOUT = "klagen morren mopperen stoppen problemen probleem hulp fouten aansturing begeleiding".split()
AFFIRMED = (
    "als geen ander",
    "nooit anders",
    "niets anders",
    "nooit te laat",
    "niet te stoppen",
    "geen enkel probleem",
    *(f"zonder {small}{what}" for small in ("", "te ") for what in WITHOUT),
)
MANNERS = frozenset("netjes keurig vriendelijk vlot snel rustig prima goed".split())
CONDITIONAL = frozenset("als zodra wanneer mits indien".split())
THINGS = frozenset("plan werk team contact luister".split())
PLURAL = frozenset(
    "kunnen zijn werken hebben allebei beiden samen nemen laten lieten toonden waren plannen komen".split()
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A competency that fits words of a clause: the pieces that it used and how well it fits."""

    names: tuple[str, ...]
    pieces: frozenset[int]


def seen_in(clause: Clause, competencies: tuple[str, ...], ways: Ways, *, is_contact: bool) -> list[Seen]:
    """The competencies that a clause says were seen; several names where the words fit several.

    A whole name is enough in a clause that says little else; where contact is told too, and for a part of a name,
    something must say that it was seen: 'goed', 'kan', 'sterk', 'liet zien'. A question says nothing of the kind.
    """
    words = [p.low if p.is_word and not (is_contact and p.low in OF_CONTACT) else "" for p in clause.pieces]
    is_asked = clause.ends_with == "?" or words[0] in CONDITIONAL
    said = [] if is_asked else said_in(clause, ways)
    named = _named_in(clause, words, competencies, is_contact=is_contact)
    said = [(name, used) for name, used in said if not _is_said_itself(name, used, words, named)]
    if set(words) & MANNERS:
        deeds = frozenset[int]().union(*(one.pieces for one in named), *(used for _, used in said))
        said = [(name, used) for name, used in said if not _says_how(words, used, deeds)]
        named = [one for one in named if not _says_how(words, one.pieces, deeds)]
    spent = frozenset[int]().union(*(used for _, used in said))
    others = {word for i, word in enumerate(words) if i not in spent}
    if (others & DENIED and not _is_affirmed(words)) or others & NOT_SEEN:
        said, spent = [], frozenset()
    return sorted(
        [Seen((name,), used) for name, used in said] + [one for one in named if not one.pieces & spent],
        key=lambda one: min(one.pieces),
    )


def _is_said_itself(way_of: str, used: frozenset[int], words: list[str], named: list[Seen]) -> bool:
    """'werkt netjes' where 'Netjes werken' is a name of the list: that, and not what it is a way to say besides."""
    said = {stem(words[i]) for i in used}
    return any(
        one.names != (way_of,)
        and len(one.names) == 1
        and bool(one.pieces & used)
        and said <= {stem(token.low) for token in tokenize(one.names[0])}
        for one in named
    )


def _says_how(words: list[str], used: frozenset[int], deeds: frozenset[int]) -> bool:
    """'netjes schoonmaken': how something is done that is a competency itself."""
    at = min(used)
    return len(used) == 1 and words[at] in MANNERS and at + 1 in deeds


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
    index = by_stem(tuple(sorted(set(competencies))))
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


def _in_two_words(
    words: list[str], stems: list[str], names: tuple[str, ...]
) -> dict[tuple[str, frozenset[int]], int]:
    """Competencies of one long word of which both parts stand in the clause."""
    found: dict[tuple[str, frozenset[int]], int] = {}
    index = compounds(names)
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
    if others & SAYS_SO or _is_praised(words) or (sought.is_whole and any(words[i] in SAYS_SO for i in used)):
        return True
    if is_contact or not sought.is_whole:
        return False
    if others & SUGGESTS:
        return True
    small = FILLERS | ARTICLES | PRONOUNS | (UNITS | {"lang"} if "lang" in others else frozenset())
    rest = [w for w in others if w not in small and stem(w) not in GENERAL]
    return len(rest) <= LITTLE


def _is_affirmed(words: list[str]) -> bool:
    return _is_praised(words) or "alleen" in words or "bang" in words


def _is_praised(words: list[str]) -> bool:
    """'als geen ander', 'zonder te mopperen': a denial that affirms."""
    said = " ".join(words)
    return any(each in said for each in AFFIRMED)


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
    if is_what_somebody_is(words, i):
        return False
    if (is_form := is_form_of(words[i], need.word)) and written == need.stem:
        return True
    if (
        is_form
        and len(need.stem) >= 5
        and (written.startswith(need.stem) or single(words[i]).startswith(need.stem))
    ):
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
