"""Whether two words of which the stems agree are forms of one word: 'zwaar' and 'zware' are, 'zwaar' and 'zwart' are not."""

from __future__ import annotations

from functools import lru_cache

from werktop.catalogue.dutch.stems import IRREGULAR, single

LONG_OR_SHORT = "aou"
"""Vowels of which spelling tells whether they are long; an e without stress is written as a long one."""
VOWELS = "aeiouy"
LEAST = 3  # letters of a word that drops its last one
FINITE = ("t", "d", "de", "te", "den", "ten")
"""Endings behind which a syllable is spelled as without them."""
OTHERWISE = frozenset(
    "kleinkind kleinkinderen kleinzoon kleindochter verkering verkeerd verkeerde kinderloos ouderwets ouderwetse regelrecht"
    " druk drukke drukker drukte regelmatig regelmatige gemakkelijk gemakkelijke gemakkelijker los losse weg was"
    " kindermishandeling kindermisbruik kinderbescherming kinderbijslag kinderrechter ouderschap".split()
)
"""Words that begin as one of the list, or as a form of it, and say something else."""
BEING = frozenset(
    "is ben bent zijn was waren wordt word worden werd werden raakt raakte geworden lijkt leek".split()
)
HAVING = frozenset("heeft heb hebt hebben had hadden".split())
PREFIXES = ("be", "ver", "ont", "her", "over", "onder", "om")


@lru_cache(maxsize=20_000)
def is_form_of(written: str, word: str) -> bool:
    """Whether a written word is a form of a word of the list, or begins with it, where their stems already agree."""
    if written in OTHERWISE and word not in OTHERWISE:
        return False
    if written == word or written in IRREGULAR or word in IRREGULAR:
        return True
    bare = _bare(written, word)
    if bare[:1] != word[:1] or not _keeps_its_ending(bare, word):
        return False
    return _agree(bare, word)


def is_what_somebody_is(lows: list[str], i: int) -> bool:
    """'is gescheiden', 'is druk verhuisd': a participle by which somebody is, and does not do, what the word says."""
    return _is_participle(lows[i]) and bool(set(lows) & BEING) and not set(lows) & HAVING


def _is_participle(low: str) -> bool:
    if len(low) <= LEAST + 2 or not low.endswith(("d", "t", "en")):
        return False
    return low.startswith("ge") or (low.startswith(PREFIXES) and low[-1] in "dt")


def _bare(written: str, word: str) -> str:
    """Without the 'ge-' of a participle."""
    return written[2:] if written.startswith("ge") and not word.startswith("ge") else written


def _keeps_its_ending(bare: str, word: str) -> bool:
    """A verb and a plural drop theirs; of another word the last letters are its own: 'huis' is no form of 'huid'."""
    own = word[:-1] if word.endswith("s") and len(word) > LEAST else word
    if own.endswith(("en", "end", "t", "e", "er", "ing", "isch")) or len(own) < LEAST:
        return True
    return single(bare).startswith(single(own))


def _agree(bare: str, word: str) -> bool:
    """Whether the last vowel that both share is as long in both."""
    at = 0
    here, there = _lengths(bare), _lengths(word)
    for (letter, is_long), (other, is_long_too) in zip(here, there, strict=False):
        if letter != other:
            break
        at += 1
        if (
            letter in LONG_OR_SHORT
            and is_long is not None
            and is_long_too is not None
            and is_long != is_long_too
        ):
            return _is_singular(bare)
    return at > 0


def _is_singular(bare: str) -> bool:
    """'dak' of 'daken': short by itself and long with an ending."""
    return not bare.endswith(FINITE) and single(bare) == bare and bare[-1:] not in VOWELS


def _lengths(word: str) -> list[tuple[str, bool | None]]:
    """Each vowel with whether it is long: doubled, or at the end of a syllable; None where that cannot be told."""
    found: list[tuple[str, bool | None]] = []
    i = 0
    while i < len(word):
        if word[i] not in VOWELS:
            i += 1
            continue
        j = i
        while j < len(word) and word[j] in VOWELS:
            j += 1
        group, after, next_one = word[i:j], word[j : j + 1], word[j + 1 : j + 2]
        if len(group) > 1 and group[0] == group[1]:
            found.append((group[0], True))
        elif len(group) > 1:
            found.append((group[:2], None))
        else:
            is_open = bool(after and next_one in VOWELS and next_one)
            found.append((group, is_open if after else None))
        i = j
    return found


def said_of_one(verb: str) -> tuple[str, ...]:
    """What one does by a verb on '-en': 'vertaalt', 'plant'; of an e it does not show how long it is: 'luistert', 'sorteert'."""
    base = verb[:-2]
    if base[-1] == base[-2]:
        return (f"{base[:-1]}t",)
    sound = base[:-1] + {"v": "f", "z": "s"}.get(base[-1], base[-1])
    is_single = base[-2] in "aeou" and base[-3:-2] not in VOWELS and sound[-1] not in VOWELS
    long = (f"{sound[:-1]}{base[-2]}{sound[-1]}t",) if is_single else ()
    return (f"{sound}t", *long) if not is_single or base[-2] == "e" else long
