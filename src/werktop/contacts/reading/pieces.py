"""A sentence as the grammar sees it: words, names, dates, numbers and marks in a row."""

from dataclasses import dataclass
from datetime import date

from werktop.catalogue.dutch.tokens import Token, fold
from werktop.contacts.reading.abbreviations import WHOLE, written_out
from werktop.contacts.reading.corrections import corrected
from werktop.contacts.reading.dates import When, dates_in
from werktop.contacts.reading.mentions import Mention, mentions_in
from werktop.contacts.reading.naming import NameList
from werktop.contacts.reading.numbers import number_at, share_at
from werktop.contacts.reading.slips_of_words import LEAST_CUT

FULL = frozenset("fulltime parttime voltijd deeltijd ft pt".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first` to before `end`: at most one of a name, a day and a number, or else a word or mark."""

    first: int
    end: int
    low: str  # the word itself; "" for a name or a day
    text: str  # as it is repeated in a chip
    mention: Mention | None = None
    when: When | None = None
    number: int | None = None
    is_tight: bool = False  # touches the piece before it
    has_capital: bool = False  # of a word

    @property
    def is_word(self) -> bool:
        return self.low[:1].isalpha() and self.number is None

    @property
    def is_mark(self) -> bool:
        return bool(self.low) and not self.low[0].isalnum()


def pieces_of(tokens: list[Token], names: NameList, today: date) -> list[Piece]:
    """The pieces of a sentence: names first, then days between them, then numbers."""
    mentions = {mention.first: mention for mention in mentions_in(tokens, names)}
    taken = {j for mention in mentions.values() for j in range(mention.first, mention.end)}
    tokens = corrected(written_out(tokens, taken), taken, names.talents)
    days = {when.first: when for when in dates_in(tokens, taken, today)}
    pieces: list[Piece] = []
    i = 0
    while i < len(tokens):
        if length := _either_sex(tokens, i):
            i += length
            continue
        is_tight = i > 0 and tokens[i - 1].end == tokens[i].start
        if tokens[i].low == "'" and i + 1 < len(tokens) and _is_an_article(tokens[i + 1]):
            i += 1  # ''n drukker'
        if mention := mentions.get(i):
            pieces.append(Piece(i, mention.end, "", mention.words, mention=mention, is_tight=is_tight))
        elif when := days.get(i):
            said = " ".join(token.text.lower() for token in tokens[i : when.end])
            pieces.append(Piece(i, when.end, "", said, when=when, is_tight=is_tight))
        elif (share := share_at(tokens, i)) is not None:
            pieces.append(Piece(i, share, "fte", "", is_tight=is_tight))
        elif (counted := number_at(tokens, i)) and not any(j in taken for j in range(i, counted[1])):
            number, end = counted
            said = tokens[i].low if _is_an_article(tokens[i]) else tokens[i].text
            pieces.append(Piece(i, end, tokens[i].low, said, number=number, is_tight=is_tight))
        else:
            low = tokens[i].low
            text = tokens[i].text.lower()
            is_cut_off = len(low) > len(text) >= LEAST_CUT and low.startswith(fold(text))
            is_as_written = fold(text) == low or fold(text) in WHOLE or is_cut_off
            text = (
                text if is_as_written else low
            )  # a slip is repeated as it was meant, a short form as it was written
            pieces.append(Piece(i, i + 1, low, text, is_tight=is_tight, has_capital=tokens[i].has_capital))
        i = pieces[-1].end
    return pieces


def _is_an_article(token: Token) -> bool:
    """The n of ''n'."""
    return token.low == "een" and token.text.lower() == "n"


def _either_sex(tokens: list[Token], i: int) -> int:
    """How many tokens write '(m/v)', '(m/v/x)' or '(fulltime)', which says nothing about the work."""
    if tokens[i].low != "(":
        return 0
    if [token.low for token in tokens[i + 2 : i + 3]] == [")"] and tokens[i + 1].low in FULL:
        return 3
    k = i + 1
    lows = [token.low for token in tokens[k : k + 6]]
    if lows[:3] not in (["m", "/", "v"], ["v", "/", "m"], ["met", "/", "v"], ["met", "/", "van"]):
        return 0
    k += 3 + 2 * (lows[3:5] == ["/", "x"])
    return k + 1 - i if k < len(tokens) and tokens[k].low == ")" else 0


def written(pieces: list[Piece]) -> str:
    """The words of some pieces as a chip repeats them: lower case, names as they are known, no days."""
    text = ""
    for piece in pieces:
        if piece.when is not None:
            continue
        glued = piece.is_tight or (piece.is_mark and piece.low in ",.;:)")
        text += ("" if not text or glued else " ") + piece.text
    return text.strip(" ,.;:-")
