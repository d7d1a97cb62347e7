"""What one cell says: clean text, a date, a number, a list, yes or no."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_DAYS = range(1, 73_415)  # up to 31-12-2100
_YEARS = range(1900, 2101)
_MONTHS = (
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]+)\.?\s*[-/. ]\s*(\d{4})$")
_ERRORS = frozenset(
    (
        *("#n/a", "#ref!", "#name?", "#value!", "#div/0!", "#num!", "#null!"),
        *("#n/b", "#verw!", "#naam?", "#waarde!", "#deel/0!", "#getal!", "#leeg!"),
    )
)
_YES = frozenset(["ja", "j", "yes", "y", "waar", "true", "1", "x"])
_NO = frozenset(["nee", "n", "no", "onwaar", "false", "0"])


def clean_text(value: Any) -> str:
    """The cell as text: whole numbers without ".0", dates as ISO, control characters and outer spaces gone.

    Line breaks inside a cell stay; runs of spaces become one.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return (
            value.date().isoformat() if (value.hour, value.minute, value.second) == (0, 0, 0) else str(value)
        )
    text = str(value)
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(
        character
        for character in text.replace("\u00a0", " ").replace("\t", " ")
        if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    lines = (re.sub(r" +", " ", line).strip() for line in text.split("\n"))
    return "\n".join(lines).strip()


def has_control_characters(value: Any) -> bool:
    """True where invisible characters (NUL, escape …) stood; tabs and line ends do not count."""
    return isinstance(value, str) and any(
        unicodedata.category(character) == "Cc" and character not in "\t\r\n" for character in value
    )


def is_error_value(text: str) -> bool:
    """True for what Excel shows when a formula failed (#N/B, #VERW! …), in Dutch or English."""
    return text.casefold() in _ERRORS


def folded(text: str) -> str:
    """For comparing: no case, no diacritics, no spaces or punctuation. "E-mail adres" → "emailadres"."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(character for character in plain.casefold() if character.isalnum())


def date_in(value: Any) -> date | None:
    """A date from an Excel date or day number, ISO text, dd-mm-jjjj or "1 mei 2026"; None if it is none."""
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if int(value) not in _EXCEL_DAYS:
            return None
        found = _EXCEL_DAY_ZERO + timedelta(days=int(value))
    else:
        return _date_in_text(clean_text(value).casefold())
    return found if found.year in _YEARS else None


def _date_in_text(text: str) -> date | None:
    try:
        found = datetime.fromisoformat(text).date()
    except ValueError:
        parts = _DAY_FIRST.match(text)
        if not parts:
            return None
        day, month_text, year = parts.groups()
        month = int(month_text) if month_text.isdigit() else _month_named(month_text)
        try:
            found = date(int(year), month, int(day))
        except ValueError:
            return None
    return found if found.year in _YEARS else None


def _month_named(text: str) -> int:
    """1 to 12, or 0 for a word that is no Dutch month."""
    return next((names.index(text) + 1 for names in _MONTHS if text in names), 0)


def number_in(value: Any) -> Decimal | None:
    """A number, with a comma or a point; None if it is none."""
    text = clean_text(value).replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def is_yes(text: str) -> bool | None:
    """True for yes, False for no, None when it is neither."""
    word = folded(text)
    if word in _YES:
        return True
    return False if word in _NO else None


def parts_of(text: str, *, separators: str = ";,\n") -> tuple[str, ...]:
    """A list in one cell. With a semicolon or a line break in it, commas belong to the parts themselves."""
    if ";" in text or "\n" in text:
        separators = separators.replace(",", "")
    pieces = re.split(f"[{re.escape(separators)}]", text)
    return tuple(dict.fromkeys(piece.strip(" -•*") for piece in pieces if piece.strip(" -•*")))
