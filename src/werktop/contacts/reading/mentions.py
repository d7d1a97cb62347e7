"""Which names a sentence mentions: the longest match, with or without @, and what stays unsure."""

from collections.abc import Iterator
from dataclasses import dataclass

from werktop.contacts.reading.calendar_words import DAYS, MONTHS
from werktop.contacts.reading.naming import CANDIDATE, EMPLOYER, EXACT, PERSON, Name, NameList, weight
from werktop.contacts.reading.tokens import Token
from werktop.contacts.reading.verbs import CALLED, MESSAGED, TALKED, TASKS, VISITED
from werktop.contacts.reading.vocabulary import (
    ALSO_NAMES,
    ARTICLES,
    COMMON,
    FINITE,
    KINDS_OF_FIRM,
    MODALS,
    SAID,
    SEEKING,
)  # fmt: skip

BETWEEN_WORDS = frozenset({"-", ".", "'"})  # marks inside a name: Jan-Willem, 't Hof
SHORT = {"vd": ("van", "de"), "vdr": ("van", "der"), "v": ("van",), "d": ("de",), "st": ("sint",)}
BEFORE_A_NAME = frozenset(
    "met bij van aan naar mevrouw meneer mevr mw dhr hr en over door namens voor".split()
)
BEFORE_A_DAY = frozenset(
    "vanaf in begin eind einde half medio midden per tot sinds op rond voor na volgende vorige komende".split()
)
DAY_WORDS = (
    frozenset(MONTHS) | frozenset(DAYS) | {"morgen", "avond", "dag", "zomer", "winter", "herfst", "lente"}
)
AFTER_A_NAME = (
    FINITE
    | SEEKING
    | CALLED
    | TALKED
    | MESSAGED
    | VISITED
    | SAID
    | TASKS
    | {"belt", "mailt", "appt", "werkt"}
)
BEFORE_A_FIRM = frozenset({"bij", "naar"})
BEFORE_A_PERSON = frozenset("mevrouw meneer mevr mw dhr hr mijnheer".split())
OF_A_FIRM = AFTER_A_NAME - TASKS  # 'kinderopvang regelen' is a task
SPEAKS = SEEKING | CALLED | TALKED | MESSAGED | VISITED | SAID | {"belt", "mailt", "appt", "heeft"}
CALLS = frozenset("belt belde mailt mailde appt appte zoekt vraagt".split())
SEEKS = SEEKING | {"krijgt", "vacature", "biedt"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to before `end` mention one of `names`: one is sure, several are to be asked."""

    first: int
    end: int
    names: tuple[Name, ...]
    words: str  # as shown in the list, only the part that was written
    score: int

    @property
    def name(self) -> Name | None:
        return self.names[0] if len(self.names) == 1 else None

    def is_a(self, kind: str) -> bool:
        return len(self.names) == 1 and self.names[0].kind == kind


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


def mentions_in(tokens: list[Token], names: NameList) -> list[Mention]:
    """All mentions from left to right, each the longest that fits there, the unsure ones narrowed down."""
    found: list[Mention] = []
    i = 0
    while i < len(tokens):
        mention = _mention_at(tokens, i, names)
        if mention:
            found.append(mention)
            i = mention.end
        else:
            i += 1
    whole = {m.names[0] for m in found if len(m.names) == 1}
    return [_narrowed(mention, tokens, whole) for mention in found]


def _mention_at(tokens: list[Token], i: int, names: NameList) -> Mention | None:
    token = tokens[i]
    if not (token.is_word or token.is_number):
        return None
    if _is_initial(tokens, i) and (led := _behind_initial(tokens, i, names)):
        return led
    if token.text in names.letters and (firm := _by_letters(tokens, i, names)):
        return firm
    fits = [
        fit
        for word, quality in names.meant(token.low, token.low not in ALSO_NAMES).items()
        for name in names.by_word[word]
        if (fit := _fit(tokens, i, name, word, quality, names))
        and _may_be_a_name(tokens, i, fit, names.everyday)
    ]
    if not fits:
        return None
    best = max(fit.score for fit in fits)
    fits = [fit for fit in fits if fit.score == best]
    end = max(fit.end for fit in fits)
    if (
        len(fits) > 1
        and token.low in KINDS_OF_FIRM
        and end == i + 1
        and not (token.has_capital or token.is_tagged)
    ):
        return None  # 'bouwbedrijf zoekt': some firm of that kind, not one of these
    after = end
    if [t.low for t in tokens[end : end + 2]] == ["'", "s"] and tokens[end].start == tokens[end - 1].end:
        after = end + 2  # Fatima's
    first = fits[0]
    return Mention(
        i, after, tuple(f.name for f in fits), _shown(first), best
    )


def _shown(fit: Fit) -> str:
    """The words of a name that were written, as the list has them, and the letter that stood for the rest."""
    if not fit.initial:
        return fit.name.part(fit.first_word, fit.last_word)
    before = fit.name.part(fit.first_word, fit.last_word - 1)
    return f"{before} {fit.initial}"


def _is_initial(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and len(tokens[i].text) == 1 and tokens[i].has_capital


def _behind_initial(tokens: list[Token], i: int, names: NameList) -> Mention | None:
    """'S. Bouzid': the names behind an initial whose first word begins so."""
    k = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].low == ".")
    mention = _mention_at(tokens, k, names) if k < len(tokens) and not _is_initial(tokens, k) else None
    if mention is None:
        return None
    fitting = tuple(n for n in mention.names if n.kind != EMPLOYER and n.words[0].startswith(tokens[i].low))
    if not fitting or mention.words.casefold().startswith(fitting[0].words[0]):
        return None
    return Mention(i, mention.end, fitting, f"{tokens[i].text}. {mention.words}", mention.score)


def _by_letters(tokens: list[Token], i: int, names: NameList) -> Mention | None:
    """'AH Geldermalsen' is Albert Heijn Geldermalsen: a firm by the first letters of its words, and what follows of them."""
    name, used = names.letters[tokens[i].text]
    end = i + 1
    while end < len(tokens) and used < len(name.words) and name.words[used] in names.meant(tokens[end].low, True):
        end, used = end + 1, used + 1
    return Mention(i, end, (name,), tokens[i].text if end == i + 1 else name.shown, 30)


def _fit(tokens: list[Token], i: int, name: Name, word: str, quality: int, names: NameList) -> Fit | None:
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
        if _is_initial(tokens, j) and (
            initial := next((k for k in range(at + 1, len(name.words)) if _begins(name, k, low)), None)
        ):
            at, score, telling = initial, score + weight(name.words[initial]), telling + 1
            letter, j = tokens[j].text, j + 1
            end = j + (j < len(tokens) - 1 and tokens[j].low == ".")
            break
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


def _begins(name: Name, k: int, letter: str) -> bool:
    """Whether the letter is the initial of the word `k` of somebody's name."""
    return name.kind != EMPLOYER and weight(name.words[k]) > 0 and name.words[k].startswith(letter)


def _may_be_a_name(tokens: list[Token], i: int, fit: Fit, everyday: frozenset[str]) -> bool:
    """Whether a single word that also is, or nearly is, an everyday word stands where a name would."""
    token = tokens[i]
    if token.is_tagged or fit.telling > 1:
        return True
    low = token.low
    before = tokens[i - 1].low if i else ""
    after = tokens[fit.end].low if fit.end < len(tokens) else ""
    starts = not before or not (before[0].isalnum() or before in "'-&/")
    if len(low) < 3 and not token.has_capital:
        return False
    if low in everyday and fit.end == i + 1 and before not in BEFORE_A_PERSON:
        if fit.name.kind == EMPLOYER and after in CALLS:
            return True
        return token.has_capital and (not starts or after in SPEAKS)
    if any(
        weight(w) == 4 and w == fit.name.words[fit.first_word] for w in (low, fit.name.words[fit.first_word])
    ):
        first = tokens[i - 2].low if i > 1 else ""
        of_the_firm = before in ("bij", "van", "naar") or (
            before in ("de", "het") and first in ("bij", "van", "naar")
        )
        return (
            of_the_firm
            or (token.has_capital and not starts)
            or (after in (AFTER_A_NAME if token.has_capital else OF_A_FIRM) and before not in ("een", "als"))
        )
    if low not in COMMON and low not in ALSO_NAMES:
        return True
    if low in ("mei", "jan", "april", "juni", "augustus", "maart") and (
        before in BEFORE_A_DAY or before.isdecimal()
    ):
        return False
    if token.has_capital and not starts:
        return True
    if starts and token.has_capital and low in ALSO_NAMES - DAY_WORDS and low not in COMMON:
        return True
    if before in ARTICLES:
        return fit.first_word > 0 and fit.name.words[fit.first_word - 1] == before
    if low in MODALS and after in TASKS:
        return False
    if before in SEEKS and fit.name.kind == EMPLOYER:
        return True
    if before in BEFORE_A_NAME and (low not in COMMON or after not in ARTICLES):
        return True
    return (low in ALSO_NAMES or token.has_capital) and (
        after in AFTER_A_NAME
        or (starts and token.has_capital and after in ("", ",", ":", "en", "van", "bij"))
    )


def _narrowed(mention: Mention, tokens: list[Token], whole: set[Name]) -> Mention:
    """What the words around say about which of several names is meant; nothing is guessed beyond that."""
    names = mention.names
    if len(names) == 1:
        return mention
    before = tokens[mention.first - 1].low if mention.first else ""
    after = tokens[mention.end].low if mention.end < len(tokens) else ""
    kinds = {name.kind for name in names}
    for narrower in _narrowing(names, mention, before, after, kinds, whole):
        if narrower:
            names = narrower
        if len(names) == 1:
            break
    return Mention(mention.first, mention.end, tuple(names), mention.words, mention.score)


def _narrowing(
    names: tuple[Name, ...], mention: Mention, before: str, after: str, kinds: set[str], whole: set[Name]
) -> Iterator[tuple[Name, ...]]:
    """Narrower sets of names, the surest reason first; an empty one says nothing."""
    written = mention.words.casefold()
    by_first_name = tuple(n for n in names if n.kind != EMPLOYER and n.shown.casefold().startswith(written))
    if before in BEFORE_A_PERSON:
        names = tuple(n for n in names if n.kind != EMPLOYER) or names
        yield names
    elif EMPLOYER in kinds and not by_first_name and (before in BEFORE_A_FIRM or after in SEEKS):
        names = tuple(n for n in names if n.kind == EMPLOYER)
        yield names
    if by_first_name:
        firms = tuple(n for n in names if n.kind == EMPLOYER and n.shown.casefold().startswith(written))
        names = tuple(n for n in names if n in by_first_name or n in firms)
        yield names
    elif EMPLOYER in kinds:
        names = tuple(n for n in names if n.kind != PERSON)  # an entrepreneur is called like the firm
        yield names
    yield tuple(n for n in names if n in whole)


__all__ = ["CANDIDATE", "EMPLOYER", "KINDS_OF_FIRM", "PERSON", "Mention", "mentions_in"]
