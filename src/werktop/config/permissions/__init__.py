"""The permission table: every URL by its name, and who may use which method on it. What is not here is refused.

One file per room; `TABLE` is all of them together.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from .entries import Entry

TABLE: dict[str, Entry] = {}
for _file in sorted(Path(__file__).parent.glob("*.py")):
    if _file.stem not in ("__init__", "entries"):
        TABLE.update(import_module(f"{__name__}.{_file.stem}").TABLE)

__all__ = ["TABLE", "Entry"]
