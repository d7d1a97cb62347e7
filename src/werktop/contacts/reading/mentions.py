"""Which names a sentence mentions: the longest match, with or without @, and what stays unsure."""

from collections.abc import Iterator
from dataclasses import dataclass

from werktop.catalogue.dutch.tokens import Token
from werktop.contacts.reading.corrections import in_full
from werktop.contacts.reading.fits import SHORT, fit_at, is_initial, shown
from werktop.contacts.reading.naming import CANDIDATE, EMPLOYER, PERSON, Name, NameList, weight
from werktop.contacts.reading.standing import BEFORE_A_PERSON, SEEKS, may_be_a_name
from werktop.contacts.reading.vocabulary import ALSO_NAMES, KINDS_OF_FIRM

BEFORE_A_FIRM = frozenset({"bij", "naar"})


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


def mentions_in(tokens: list[Token], names: NameList) -> list[Mention]:
    """All mentions from left to right, each the longest that fits there, the unsure ones narrowed down."""
    found: list[Mention] = []
    said = in_full(tokens, names.by_word)
    i = 0
    while i < len(tokens):
        mention = _mention_at(tokens, i, names, said)
        if mention:
            found.append(mention)
            i = mention.end
        else:
            i += 1
    whole = {m.names[0] for m in found if len(m.names) == 1}
    return _firms_with_a_surname([_narrowed(mention, said, whole) for mention in found], tokens)


def _firms_with_a_surname(found: list[Mention], tokens: list[Token]) -> list[Mention]:
    """'Bakkerij Jansen' where no bakery is called so, and several people are: one name of who or which firm it may be, and not
    some bakery and somebody called Jansen."""
    together: list[Mention] = []
    for mention in found:
        firm = together[-1] if together else None
        if (
            firm is not None
            and firm.end == mention.first == firm.first + 1
            and tokens[firm.first].low in KINDS_OF_FIRM
            and all(name.kind == EMPLOYER for name in firm.names)
            and len(mention.names) > 1
            and not tokens[mention.first].is_tagged
        ):
            names = tuple(dict.fromkeys((*firm.names, *mention.names)))
            words, score = f"{firm.words} {mention.words}", min(firm.score, mention.score)
            together[-1] = Mention(firm.first, mention.end, names, words, score)
        else:
            together.append(mention)
    return together


def _mention_at(tokens: list[Token], i: int, names: NameList, said: list[Token]) -> Mention | None:
    """`said`: the tokens as they were meant, of which those around a word tell whether it is a name."""
    token = tokens[i]
    if not (token.is_word or token.is_number):
        return None
    if is_initial(tokens, i) and (led := _behind_initial(tokens, i, names, said)):
        return led
    if token.low in ("vd", "vdr", "v") and (led := _behind_particle(tokens, i, names)):
        return led
    if token.text in names.letters and (firm := _by_letters(tokens, i, names)):
        return firm
    fits = [
        fit
        for word, quality in names.meant(token.low, token.low not in ALSO_NAMES).items()
        for name in names.by_word[word]
        if (fit := fit_at(tokens, i, name, word, quality, names))
        and may_be_a_name(tokens, i, fit, names.everyday, said)
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
    return Mention(i, after, tuple(f.name for f in fits), shown(first), best)


def _behind_initial(tokens: list[Token], i: int, names: NameList, said: list[Token]) -> Mention | None:
    """'S. Bouzid': the names behind an initial whose first word begins so."""
    k = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].low == ".")
    mention = _mention_at(tokens, k, names, said) if k < len(tokens) and not is_initial(tokens, k) else None
    if mention is None:
        return None
    fitting = tuple(n for n in mention.names if n.kind != EMPLOYER and n.words[0].startswith(tokens[i].low))
    if not fitting or mention.words.casefold().startswith(fitting[0].words[0]):
        return None
    return Mention(i, mention.end, fitting, f"{tokens[i].text}. {mention.words}", mention.score)


def _behind_particle(tokens: list[Token], i: int, names: NameList) -> Mention | None:
    """'vd Berg', 'vd Dijk': a name that begins with 'van', 'van de' or 'van der' at this word."""
    if i + 1 >= len(tokens):
        return None
    found = [
        (name, k, quality)
        for word, quality in names.meant(tokens[i + 1].low, True).items()
        for name in names.by_word[word]
        for k in (name.words.index(word),)
        if k
        and name.words[k - 1] in SHORT[tokens[i].low]
        and (name.kind != EMPLOYER or not any(weight(before) == 10 for before in name.words[: k - 1]))
    ]
    if not found:
        return None
    best = max(quality for _, _, quality in found)
    fitting = tuple(name for name, _, quality in found if quality == best)
    name, k, _ = next(each for each in found if each[2] == best)
    first = next(j for j in range(k, -1, -1) if not j or weight(name.words[j - 1]))
    return Mention(i, i + 2, fitting, name.part(first, k), 10)


def _by_letters(tokens: list[Token], i: int, names: NameList) -> Mention | None:
    """'AH Geldermalsen' is Albert Heijn Geldermalsen: a firm by the first letters of its words, and what follows of them."""
    name, used = names.letters[tokens[i].text]
    end = i + 1
    while (
        end < len(tokens)
        and used < len(name.words)
        and name.words[used] in names.meant(tokens[end].low, True)
    ):
        end, used = end + 1, used + 1
    return Mention(i, end, (name,), tokens[i].text if end == i + 1 else name.shown, 30)


def _narrowed(mention: Mention, said: list[Token], whole: set[Name]) -> Mention:
    """What the words around say about which of several names is meant; nothing is guessed beyond that."""
    names = mention.names
    if len(names) == 1:
        return mention
    before = said[mention.first - 1].low if mention.first else ""
    after = said[mention.end].low if mention.end < len(said) else ""
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
