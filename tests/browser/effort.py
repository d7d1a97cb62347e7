"""What the main tasks cost, counted in the browser and shown as one table at the end of the run.

Steps and taps as `tests/browser/walking.py` counts them. A row says from which screen the count starts: loading that
screen is not in it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from tests.browser.walking import Visitor

PHONE = 390
"""How wide the screen is of who has a phone."""


@dataclass(frozen=True)
class Effort:
    """One task, done: what it took and what it may take. None: no limit is set."""

    who: str
    task: str
    starts_at: str
    steps: int
    taps: int
    fields: int
    most_steps: int | None
    most_taps: int | None
    most_fields: int | None = None


def counted(visitor: Visitor, **facts) -> dict:
    """What this visitor did since counting began, as a row of the table; fails past its limits."""
    row = Effort(steps=visitor.steps, taps=visitor.taps, fields=visitor.fields, **facts)
    limits = (row.steps, row.most_steps), (row.taps, row.most_taps), (row.fields, row.most_fields)
    for done, most in limits:
        assert most is None or done <= most, row
    return asdict(row)


def table_of(rows: list[dict]) -> list[str]:
    """The lines of the table."""
    told = [("who", "task", "from", "steps", "limit", "taps", "limit", "fields", "limit")]
    for row in rows:
        limits = [
            "" if most is None else f"<= {most}"
            for most in (row["most_steps"], row["most_taps"], row["most_fields"])
        ]
        told.append(
            (row["who"], row["task"], row["starts_at"], row["steps"], limits[0], row["taps"], limits[1],
             row["fields"], limits[2])
        )  # fmt: skip
    wide = [max(len(str(line[n])) for line in told) for n in range(len(told[0]))]
    return [
        "  ".join(str(cell).ljust(w) for cell, w in zip(line, wide, strict=True)).rstrip() for line in told
    ]
