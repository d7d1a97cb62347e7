"""A sentence in words, numbers and marks, each with its place. One pass, no backtracking."""

import re
import unicodedata
from dataclasses import dataclass

PIECE = re.compile(r"[^\W\d_]+|\d+|\n|[^\w\s]|_")  # letters, digits, the end of a line or one mark
LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'"})

UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark; `low` is how it is compared, `is_tagged` says that @ stood before it."""

    text: str
    low: str
    start: int
    end: int
    is_tagged: bool = False

    @property
    def is_word(self) -> bool:
        return self.low[:1].isalpha()

    @property
    def is_number(self) -> bool:
        return self.text.isdecimal()

    @property
    def has_capital(self) -> bool:
        return self.text[:1].isupper()


def fold(text: str) -> str:
    """Lower case, without diacritics: 'José' and 'jose' are one word."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c))


def composed(sentence: str) -> str:
    """The sentence with each accented letter as one character, and without hyphens and spaces that nobody sees, as `tokenize`
    expects it."""
    return unicodedata.normalize("NFC", sentence.translate(UNSEEN))


def tokenize(sentence: str) -> list[Token]:
    """The tokens of a sentence; an @ belongs to the word that follows it at once."""
    tokens: list[Token] = []
    tag_end = -1
    for found in PIECE.finditer(sentence):
        text, start = found.group(), found.start()
        if text == "@":
            tag_end = found.end()
            continue
        is_tagged = start == tag_end
        tokens.append(Token(text, fold(text) or text, start - is_tagged, found.end(), is_tagged))
    return tokens
