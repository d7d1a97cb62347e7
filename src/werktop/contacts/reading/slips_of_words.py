"""A list of words with the slips that people make in them: a letter less, twice or swapped, and vowels left out."""

from __future__ import annotations

from collections.abc import Iterable

LEAST_BONES = 3
"""Consonants that a word without vowels must have."""


LONG = 9
"""Letters of a word of which two may lack."""
LEAST_CUT = 6
"""Letters that must be left of a word that lacks its last one."""


def once(word: str) -> str:
    """A word with doubled letters once."""
    return "".join(c for i, c in enumerate(word) if not i or c != word[i - 1])


def without_one(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def skeleton(word: str) -> str:
    """A word without vowels and doubled letters: 'geweest' and 'gwst' are both 'gwst'."""
    bare = [c for c in word if c not in "aeiouy"]
    return "".join(c for i, c in enumerate(bare) if not i or c != bare[i - 1])


class Lexicon:
    """Words that may be meant. `far`: of these another letter in place of one is a slip too; `common`: these are meant where
    several words are near."""

    def __init__(
        self,
        words: Iterable[str],
        far: Iterable[str] = (),
        bones: Iterable[str] | None = None,
        common: frozenset[str] = frozenset(),
    ) -> None:
        self.words, self.common = frozenset(words), common
        self.shorter: dict[str, set[str]] = {}
        for word in self.words:
            for short in without_one(word):
                self.shorter.setdefault(short, set()).add(word)
        self.long: dict[str, list[str]] = {}
        for word in self.words:
            if len(word) >= LONG:
                self.long.setdefault(word[:2], []).append(word)
        self.far: dict[int, set[str]] = {}
        for word in far:
            self.far.setdefault(len(word), set()).add(word)
        self.bones: dict[str, set[str]] = {}
        for word in self.words if bones is None else bones:
            for form in {word, word.replace("ij", "i")}:
                self.bones.setdefault(skeleton(form), set()).add(word)

    def nearest(self, written: str) -> str:
        """The one word that lacks a letter, has one twice or two swapped; nothing where none is near, or several are."""
        near = set(self.shorter.get(written, ()))
        shorter = without_one(written)
        near |= shorter & self.words
        near |= {
            word for short in shorter for word in self.shorter.get(short, ()) if _is_swapped(word, written)
        }
        near |= {word for word in self.far.get(len(written), ()) if _apart(word, written) == 1}
        return self._one_of(w for w in near if w[0] == written[0] and not _is_another_form(w, written))

    def with_two_more(self, written: str) -> str:
        """The one long word that lacks two letters, or has two twice: 'telefonis', 'gespprokken'."""
        return self._one_of(
            word
            for word in self.long.get(written[:2], ())
            if (len(word) - len(written) in (1, 2) and _is_within(written, word) and word != written + "en")
            or (len(written) - len(word) in (1, 2) and once(written) == once(word))
        )

    def with_vowels(self, written: str) -> str:
        """The one word from which only vowels were left out: 'gwst', 'vnaf', 'gesprkn'."""
        bones = skeleton(written)
        if len(bones) < LEAST_BONES or (len(written) < LEAST_BONES + 1 and written != bones):
            return ""
        return self._one_of(
            w
            for w in self.bones.get(bones, ())
            if w != written and w[0] == written[0] and _is_within(written, w)
        )

    def _one_of(self, near: Iterable[str]) -> str:
        """The one word, or the one common word; of forms of one word the shortest."""
        found = set(near)
        if len(found) > 1:
            found = found & self.common or found
        shortest = min(found, key=lambda word: (len(word), word), default="")
        return shortest if all(word.startswith(shortest) for word in found) else ""


def _is_another_form(word: str, written: str) -> bool:
    """Whether one only ends otherwise: 'mails' is no slip in 'mail', and 'nieman' is one in 'niemand'."""
    if word.startswith(written):
        return len(word) > len(written) + 1 or len(written) < LEAST_CUT
    return written.startswith(word) and not (len(written) == len(word) + 1 and written[-1] == written[-2])


def _apart(word: str, other: str) -> int:
    return sum(a != b for a, b in zip(word, other, strict=True))


def _is_swapped(word: str, written: str) -> bool:
    return sorted(word) == sorted(written) and _apart(word, written) == 2


def _is_within(short: str, word: str) -> bool:
    """Whether the letters of one stand in the other in their order."""
    letters = iter(word)
    return all(letter in letters for letter in short)
