"""What is said about a row: refused (not taken over) or doubtful (taken over, please look)."""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Level = Literal["refused", "doubtful"]


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
    text: str | Promise
    remedy: str | Promise

    def as_json(self) -> dict[str, object]:
        """Plain values in the language of the moment, for a stored report or the command line."""
        return {
            "row": self.row,
            "column": self.column,
            "level": self.level,
            "code": self.code,
            "text": str(self.text),
            "remedy": str(self.remedy),
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
