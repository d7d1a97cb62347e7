"""Remarks about rows, alike ones together: a list of a thousand rows often has the same slip in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HEADINGS: Mapping[str, str | Promise] = {
    # refused
    "name_missing": _("De naam ontbreekt"),
    "company_missing": _("De naam van het bedrijf ontbreekt"),
    "contact_missing": _("De contactpersoon ontbreekt"),
    "unreachable": _("Geen e-mailadres, telefoonnummer of postcode"),
    "formula": _("Formule in een cel"),
    "too_long": _("Tekst te lang"),
    "not_to_be_shared": _("Mag niet gedeeld worden, en ondernemers ziet de hele regio"),
    "does_not_fit": _("Past niet bij wat er al staat"),
    # doubtful: cells
    "formula_left": _("Formule in een cel, we laten haar leeg"),
    "email_odd": _("Geen e-mailadres, we laten het leeg"),
    "phone_zero_lost": _("De eerste nul van het nummer viel weg, we zetten hem terug"),
    "phone_several": _("Meer dan één telefoonnummer, we nemen het eerste"),
    "phone_too_long": _("Geen telefoonnummer, we laten het leeg"),
    "phone_odd": _("Telefoonnummer niet herkend, we bewaren het zo"),
    "postcode_odd": _("Geen Nederlandse postcode, we laten hem leeg"),
    "postcode_digits": _("Postcode zonder letters, we nemen hem zo over"),
    "postcode_unknown": _("Postcode onbekend, we nemen hem wel over"),
    "competency_by_way": _("Een ander woord voor een talent uit de lijst, we zetten het om"),
    "competency_unknown": _("Niet in de lijst van talenten, we bewaren het in eigen woorden"),
    "language_unknown": _("Taal niet in onze lijst, we bewaren het woord"),
    "channel_unknown": _("Zo kunnen we niet uitnodigen"),
    "letter_without_address": _("Wel een brief, geen adres"),
    "sector_unknown": _("Sector onbekend, we laten hem leeg"),
    "language_level_unknown": _("Taalniveau onbekend, we laten het leeg"),
    "hours_unclear": _("Geen aantal uren per week, we laten het leeg"),
    "licence_unknown": _("Rijbewijs onbekend, we laten het weg"),
    "group_left": _("Een register of een uitkering is geen wens, we nemen het niet over"),
    "sheltered_left": _("Beschut werk is geen wens, we nemen het niet over"),
    "sharing_open": _("Geen Ja of Nee bij delen, en ondernemers ziet de hele regio"),
    "sharing_unclear": _("Geen Ja of Nee bij Toestemming, we delen niet"),
    "date_unclear": _("Geen datum, we laten hem leeg"),
    "error_value": _("Foutmelding van Excel in een cel, we laten hem leeg"),
    "letters_unsure": _("Niet zeker welke letters met accenten"),
    "control_characters": _("Onzichtbare tekens, we laten ze weg"),
    # doubtful: rows that look like others
    "repeated_row": _("Dezelfde rij nog een keer, we nemen haar één keer over"),
    "same_person_differs": _("Dezelfde persoon met andere gegevens, de eerste rij telt"),
    "no_counts": _("Dezelfde persoon met Ja en met Nee bij Toestemming: Nee telt"),
    "shared_email": _("Een e-mailadres bij meer rijen"),
    "likely_duplicate": _("Misschien dezelfde persoon als in een eerdere rij"),
    "asks_to_share": _("In de lijst wel gedeeld, bij ons niet: dat blijft zo"),
    "alike_in_file": _("Staat misschien al in jullie bestand"),
}
"""What is the matter in general, by the code of a `Problem`; its own text says what stands in that row."""

SHOWN = 100
"""As many rows of one group stand on the page; all of them are in the download."""
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Remark:
    """Problems that differ in nothing but their rows. `problems` are as `worded` tells, by row."""

    level: str
    column: str
    heading: str
    remedy: str
    problems: Sequence[dict[str, Any]]

    @property
    def count(self) -> int:
        """How many rows."""
        return len({problem["row"] for problem in self.problems})

    @property
    def rows(self) -> str:
        """The first of the numbers of the rows, those on end as one: "3, 17–24, 40 …"."""
        return numbers_as_words({problem["row"] for problem in self.problems})

    @property
    def is_folded(self) -> bool:
        """More is to be said than fits in a line or two."""
        return self.count > 3 and (not self.is_told_by_heading or self.rows.endswith("…"))

    @property
    def hidden_count(self) -> int:
        """How many problems do not stand on the page."""
        return len(self.problems) - len(self.shown)

    @property
    def shown(self) -> Sequence[dict[str, Any]]:
        """The problems that stand on the page."""
        return self.problems[:SHOWN]

    @property
    def has_one_text(self) -> bool:
        """The heading says what stands in each row."""
        return len({problem["text"] for problem in self.problems}) == 1

    @property
    def is_told_by_heading(self) -> bool:
        """Nothing is to be said of one row that is not said of all."""
        return self.has_one_text and not any(problem.get("alike") for problem in self.problems)


def remarks(problems: Iterable[dict[str, Any]]) -> list[Remark]:
    """The problems of a report in words, alike ones as one: what is refused first, then by how many rows it is.

    Alike is: the same kind, in the same column, with the same remedy. Where all texts are the same, or there is
    only one, that text is the heading.
    """
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for problem in problems:
        key = tuple(problem[name] for name in ("level", "code", "column", "remedy"))
        alike.setdefault(key, []).append(problem)
    found = []
    for (level, code, column, remedy), those in alike.items():
        those.sort(key=lambda problem: problem["row"])
        texts = {problem["text"] for problem in those}
        heading = texts.pop() if len(texts) == 1 else str(HEADINGS[code])
        found.append(Remark(level, column, heading, remedy, those))
    return sorted(found, key=lambda r: (r.level != "refused", -len(r.problems), r.problems[0]["row"]))


def numbers_as_words(numbers: Iterable[int]) -> str:
    """The first of these numbers of rows, those on end as one: "3, 17–24, 40 …"."""
    spans = _spans(sorted(numbers))
    named = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans[:_NAMED])
    return named + (" …" if len(spans) > _NAMED else "")


def _spans(numbers: Sequence[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return spans
