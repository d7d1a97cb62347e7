"""How many: digits, words, and ranges, of which the least is what is sure."""

from werktop.catalogue.dutch.tokens import Token

WORDS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16,
    "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
    "tweetal": 2, "drietal": 3, "viertal": 4, "vijftal": 5, "tiental": 10, "iemand": 1, "eentje": 1, "dozijn": 12, "enen": 1,
    "nen": 1,
}  # fmt: skip
for _tens, _value in (("twintig", 20), ("dertig", 30), ("veertig", 40), ("vijftig", 50)):
    for _unit in ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"):
        WORDS[f"{_unit}en{_tens}"] = _value + WORDS[_unit]
BETWEEN = frozenset({"-", "a", "of", "tot", "–", "/"})
ABOUT = frozenset(
    "minstens minimaal zeker ongeveer circa ca ruim maximaal max hooguit rond wel liefst tenminste plusminus tussen".split()
)


def value(token: Token) -> int | None:
    """The number that a token writes, from 0 to 9,999."""
    if token.is_number:
        return int(token.text) if len(token.text) <= 4 else None
    return WORDS.get(token.low)


def share_at(tokens: list[Token], i: int) -> int | None:
    """The token after a part of a full-time place: '0,8 fte' is no number of places."""
    if i + 3 >= len(tokens) or not (tokens[i].is_number and tokens[i + 1].low in (",", ".")):
        return None
    return i + 4 if tokens[i + 2].is_number and tokens[i + 3].low == "fte" else None


def number_at(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """(number, end) of a number that starts at token `i`: '2', 'twee', '2x', '1 à 2', '2-3', 'een stuk of 5'.

    Of a range the least counts: that is what was said for sure. 'Een paar' is no number.
    """
    first = value(tokens[i])
    if first is None:
        return None
    lows = [token.low for token in tokens[i : i + 4]]
    if (
        lows[1:2]
        and lows[1] in ("stuk", "man", "persoon")
        and lows[2:3] == ["of"]
        and i + 3 < len(tokens)
        and (counted := value(tokens[i + 3]))
    ):
        return counted, i + 4
    end = i + 1
    between = BETWEEN | ({"en"} if "tussen" in [token.low for token in tokens[max(0, i - 2) : i]] else set())
    if lows[0] != "iemand" and lows[1:2] and lows[1] in between and i + 2 < len(tokens):
        last = value(tokens[i + 2])
        if last is not None and first < last <= first + 10 and lows[2] not in ("een", "iemand"):
            end = i + 3
    if end < len(tokens) and tokens[end].low == "x" and tokens[end].start - tokens[end - 1].end <= 1:
        end += 1
    return first, end
