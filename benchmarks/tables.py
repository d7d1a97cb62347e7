"""What every benchmark prints: on what it ran, and one table."""

import importlib.metadata
import os
import platform
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


def header(command: str, packages: Sequence[str]) -> str:
    """Machine, versions and the command, as lines of Markdown."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in packages]
    software = ", ".join([f"Python {platform.python_version()}", *versions])
    return f"`{command}` · {_processor()}, {os.cpu_count()} cores · {software}\n"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine()
    )


def table(titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A Markdown table, numbers to the right."""
    cells = [[str(cell) for cell in row] for row in (titles, *rows)]
    widths = [max(len(row[k]) for row in cells) for k in range(len(titles))]
    right = [all(_is_number(row[k]) for row in cells[1:]) for k in range(len(titles))]

    def line(row: Sequence[str]) -> str:
        padded = (x.rjust(w) if r else x.ljust(w) for x, w, r in zip(row, widths, right, strict=True))
        return f"| {' | '.join(padded)} |"

    rule = ("-" * (w - 1) + ":" if r else "-" * w for w, r in zip(widths, right, strict=True))
    return "\n".join([line(cells[0]), f"| {' | '.join(rule)} |", *map(line, cells[1:])])


def _is_number(text: str) -> bool:
    return not text or text[0].isdigit() or text[0] in "-–<"


def timed(work: Callable[..., Any], *given: Any, **named: Any) -> tuple[Any, float]:
    """What `work` answers to what it is given, and the seconds it took."""
    began = time.perf_counter()
    answer = work(*given, **named)
    return answer, time.perf_counter() - began


def least(times: int, work: Callable[..., Any], *given: Any) -> float:
    """The seconds of the quickest of so many runs."""
    return min(timed(work, *given)[1] for _ in range(times))


def milliseconds(seconds: float) -> str:
    """As a person reads it."""
    return f"{1000 * seconds:,.{2 if seconds < 0.01 else 1 if seconds < 0.1 else 0}f}"
