"""Requirements as bits: what a place asks and what a person has, as the ranking compares them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from werktop.catalogue.models import Requirement


def requirements() -> list[Requirement]:
    """The active requirements in the order of their bits."""
    return list(Requirement.objects.filter(is_active=True).order_by("bit"))


def requirements_by_id() -> dict[UUID, Requirement]:
    """The active requirements by key, in the order of their bits."""
    return {each.pk: each for each in requirements()}


@dataclass(frozen=True)
class Masks:
    """Sets of requirements as whole numbers of 64 bits, as `mechanisms.ranking` takes them (`required`, `abilities`).

    `bits`: the number of each requirement by its code, retired ones too. `implied`: what somebody who has one has too.
    """

    bits: dict[str, int]
    implied: dict[str, tuple[str, ...]]

    def of_required(self, codes: Iterable[str]) -> int:
        """What a place asks: a bit for each code. A code that is not known raises `KeyError`."""
        mask = 0
        for code in codes:
            mask |= 1 << self.bits[code]
        return mask

    def of_abilities(self, codes: Iterable[str]) -> int:
        """What a person has: a bit for each code and for all that follows from it (a lorry licence holds a car's)."""
        had: set[str] = set()
        waiting = list(codes)
        while waiting:
            code = waiting.pop()
            if code not in had:
                had.add(code)
                waiting += self.implied.get(code, ())
        return self.of_required(had)

    def codes_in(self, mask: int) -> list[str]:
        """The codes of a mask, in the order of their bits."""
        return [code for code, bit in sorted(self.bits.items(), key=lambda each: each[1]) if mask >> bit & 1]

    def missing(self, required: int, abilities: int) -> list[str]:
        """The codes that are asked and not had."""
        return self.codes_in(required & ~abilities)


def masks() -> Masks:
    """The numbers of all requirements, retired ones too. One query."""
    rows = Requirement.objects.order_by("bit").values_list("code", "bit", "implies")
    return Masks(
        {code: bit for code, bit, _ in rows}, {code: tuple(implies.split()) for code, _, implies in rows}
    )


__all__ = ["Masks", "masks", "requirements", "requirements_by_id"]
