"""How the words of a sentence fit a name of the list: in full, in part, by a letter, cut short."""

from dataclasses import dataclass

from werktop.catalogue.dutch.tokens import Token
from werktop.contacts.reading.naming import EMPLOYER, EXACT, Name, NameList, weight

BETWEEN_WORDS = frozenset({"-", ".", "'"})  # marks inside a name: Jan-Willem, 't Hof
SHORT = {"vd": ("van", "de"), "vdr": ("van", "der"), "v": ("van",), "d": ("de",), "st": ("sint",)}


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to read tokens as a name."""

    name: Name
    end: int
    score: int
    first_word: int
    last_word: int
    telling: int  # words that tell which name it is
    is_exact: bool
    initial: str = ""  # the letter that ended it: 'Samira Y.'


def shown(fit: Fit) -> str:
    """The words of a name that were written, as the list has them, and the letter that stood for the rest."""
    if not fit.initial:
        return fit.name.part(fit.first_word, fit.last_word)
    before = fit.name.part(fit.first_word, fit.last_word - 1)
    return f"{before} {fit.initial}"


def is_initial(tokens: list[Token], i: int) -> bool:
    """A capital alone, or a small letter with its point or before a colon: 'Samira Y', 'samira y.', 'samira y:'."""
    if i >= len(tokens) or len(tokens[i].text) != 1 or not tokens[i].is_word:
        return False
    is_pointed = i + 1 < len(tokens) and tokens[i + 1].low in ".:" and tokens[i + 1].start == tokens[i].end
    return tokens[i].has_capital or is_pointed


def fit_at(tokens: list[Token], i: int, name: Name, word: str, quality: int, names: NameList) -> Fit | None:
    """The longest run of tokens from `i` on that are words of this name, in its order."""
    at = name.words.index(word)
    first, score, telling, exact = at, weight(word) * 3 + quality, int(weight(word) > 0), quality == EXACT
    end, letter = i + 1, ""
    j = end
    while j < len(tokens):
        low = tokens[j].low
        if low in BETWEEN_WORDS and j + 1 < len(tokens) and tokens[j + 1].is_word:
            j += 1
            continue
        options = {"en": EXACT} if low in ("&", "en") else names.meant(low, True)
        rest = name.words[at + 1 :]
        if is_initial(tokens, j) and (
            initial := next((k for k in range(at + 1, len(name.words)) if _begins(name, k, low)), None)
        ):
            at, score, telling = initial, score + weight(name.words[initial]), telling + 1
            letter, j = tokens[j].text, j + 1
            end = j + (j < len(tokens) - 1 and tokens[j].low == ".")
            break
        if cut := _cut_short(tokens, j, name, at):
            at, j = cut, j + 2
            score, telling, end = score + weight(name.words[at]), telling + 1, j
            continue
        if low in SHORT and low not in rest and rest[:1] and rest[0] in SHORT[low]:
            at += len(SHORT[low]) if rest[: len(SHORT[low])] == SHORT[low] else 1
        else:
            fitting = [(k, options[w]) for k, w in enumerate(rest, at + 1) if w in options]
            if not fitting:
                break
            at, quality = fitting[0]
            score += weight(name.words[at]) * 3 + quality
            telling += weight(name.words[at]) > 0
            exact = exact and quality == EXACT
        j += 1
        if weight(name.words[at]):
            end = j
    if not telling or end == i + 1 and not weight(word):
        return None
    whole = first == 0 and at == len(name.words) - 1
    return Fit(name, end, score + whole, first, at, telling, exact, letter)


def _cut_short(tokens: list[Token], j: int, name: Name, at: int) -> int:
    """The place of the word of a firm that is cut short here: 'De Wit Log.' is De Wit Logistiek."""
    low = tokens[j].low
    is_pointed = j + 1 < len(tokens) and tokens[j + 1].low == "." and tokens[j + 1].start == tokens[j].end
    if name.kind != EMPLOYER or not is_pointed or len(low) < 3 or low in name.words:
        return 0
    return next((k for k in range(at + 1, len(name.words)) if name.words[k].startswith(low)), 0)


def _begins(name: Name, k: int, letter: str) -> bool:
    """Whether the letter is the initial of the word `k` of somebody's name."""
    return name.kind != EMPLOYER and weight(name.words[k]) > 0 and name.words[k].startswith(letter)
