"""What each format of a gathering starts with, and how many tables and chairs follow from it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import ceil

from .models import Gathering, GatheringFormat, GuestKind


@dataclass(frozen=True)
class Shape:
    """The numbers of a format: `candidates_wanted` are invited; `table_size` candidates at a table."""

    rounds: int
    round_minutes: int
    table_size: int
    entrepreneurs_per_table: int
    candidates_wanted: int


# the standard is the method's own (seeds 000 and 001): 50 invited, tables of 8, two entrepreneurs, one long talk
SHAPES = {
    GatheringFormat.STANDARD: Shape(1, 90, 8, 2, 50),
    GatheringFormat.ROTATING: Shape(3, 30, 8, 2, 50),
    GatheringFormat.SPEED_DATES: Shape(8, 10, 1, 1, 20),
    GatheringFormat.PREPARATION: Shape(1, 90, 8, 0, 24),
}


def shape_of(format: str) -> dict[str, int]:
    """The numbers that a gathering of this format starts with, by field."""
    return asdict(SHAPES[GatheringFormat(format)])


def tables_for(format: str, candidates_wanted: int, table_size: int) -> int:
    """How many tables: enough for everybody wanted. At speed dates half of the people talk while the others wait."""
    if format == GatheringFormat.SPEED_DATES:
        return max(1, ceil(candidates_wanted / 2))
    return max(1, ceil(candidates_wanted / table_size))


def chairs_for(gathering: Gathering, kind: str, open_tables: int) -> int:
    """How many guests of this kind can come. At speed dates candidates take turns: as many as are wanted."""
    if kind == GuestKind.ENTREPRENEUR:
        return open_tables * gathering.entrepreneurs_per_table
    if gathering.format == GatheringFormat.SPEED_DATES:
        return gathering.candidates_wanted
    return open_tables * gathering.table_size


def entrepreneurs_wanted(gathering: Gathering, open_tables: int) -> int:
    """How many entrepreneurs fill the open tables."""
    return chairs_for(gathering, GuestKind.ENTREPRENEUR, open_tables)


def rounds_are_too_long(gathering: Gathering) -> bool:
    """Whether the rounds together take longer than the gathering itself, so that the last would end after its end."""
    return (
        gathering.rounds * gathering.round_minutes * 60
        > (gathering.ends_at - gathering.starts_at).total_seconds()
    )
