"""What is said about a row: refused (not taken over) or doubtful (taken over, please look)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

Level = Literal["refused", "doubtful"]


@dataclass(frozen=True, slots=True)
class Said:
    """A text with values in it, said in the language of who reads it. A value may be such a text itself."""

    text: str | Promise
    values: Mapping[str, Any]

    def __str__(self) -> str:
        return str(self.text).format(**self.values)


Text = str | Promise | Said


def said(text: str | Promise, **values: Any) -> Said:
    """`text` with these values at its names in braces."""
    return Said(text, values)


@dataclass(frozen=True, slots=True)
class Problem:
    """One remark about one row.

    `row` is the number that Excel shows in the margin; `column` is the header as the file spells it, empty
    when the remark is about the row as a whole. `text` says what is wrong, `remedy` what to do.
    """

    row: int
    column: str
    level: Level
    code: str
    text: Text
    remedy: Text

    def as_kept(self) -> dict[str, Any]:
        """Plain values for a stored report, which people of several languages read: `worded` says them."""
        with override("nl"):  # the texts as they stand in the code
            return {
                "row": self.row,
                "column": self.column,
                "level": self.level,
                "code": self.code,
                "text": _kept(self.text),
                "remedy": _kept(self.remedy),
            }


def does_not_fit(row: int) -> Problem:
    """The database refused this row alone, twice: what stands in it goes against what is there."""
    return Problem(
        row,
        "",
        "refused",
        "does_not_fit",
        _("Deze rij past niet bij wat er al staat."),
        _("Zoek op of er al iets staat dat hierop lijkt, en vul het daar aan."),
    )


def worded(problems: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Problems of a stored report with their texts in the language of the moment."""
    return [
        {**problem, "text": _in_words(problem["text"]), "remedy": _in_words(problem["remedy"])}
        for problem in problems
    ]


def words_in(text: Any) -> str:
    """All that a stored text says of the list, for who looks for a name in it."""
    return " ".join(str(value) for value in text[1].values()) if isinstance(text, list) else str(text)


def _kept(text: Any) -> Any:
    """A text as `[text, values]`; values that no text are as they are, numbers as they are read."""
    if isinstance(text, Said):
        return [str(text.text), {name: _kept_value(value) for name, value in text.values.items()}]
    return [str(text), {}]


def _kept_value(value: Any) -> Any:
    if isinstance(value, Said | Promise):
        return _kept(value)
    return value if isinstance(value, int) else str(value)


def _in_words(kept: Any) -> str:
    if not isinstance(kept, list):
        return str(kept)  # of a report from before texts were kept in parts
    text, values = kept
    return gettext(text).format(**{n: _in_words(v) if isinstance(v, list) else v for n, v in values.items()})
