"""Where compiled mechanisms are kept: a folder per version of their source, so that old code never runs for new.

numba keeps compiled code per function and looks only at the file of that function, not at the files it calls: after
an upgrade it would take parts of the old search for the new one. Here the folder's name is a digest of all sources.
"""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[1] / "mechanisms"
KEPT = 3
"""Versions that are kept side by side; older folders go."""


def keep_compiled_code_apart() -> None:
    """Names the folder in NUMBA_CACHE_DIR; call it before the mechanisms are imported. Reads about thirty files.

    Beside the code where that may be written, else in the user's cache folder, else in a folder of this user alone
    under the machine's temporary one: compiled code is executed, so never from a folder that is someone else's.
    A NUMBA_CACHE_DIR that is set already becomes the parent.
    """
    parent = _parent()
    if parent is None:
        return
    name = f"mechanisms-{digest(SOURCES)}"
    os.environ["NUMBA_CACHE_DIR"] = str(parent / name)
    older = sorted(parent.glob("mechanisms-*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in [each for each in older if each.name != name][KEPT - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)


def digest(sources: Path) -> str:
    """A short name for exactly these Python files, wherever they lie."""
    sums = hashlib.sha256()
    for path in sorted(sources.rglob("*.py")):
        sums.update(str(path.relative_to(sources)).encode() + b"\0" + path.read_bytes() + b"\0")
    return sums.hexdigest()[:16]


def _parent() -> Path | None:
    if given := os.environ.get("NUMBA_CACHE_DIR"):
        folder = Path(given)
        return folder.parent if folder.name.startswith("mechanisms-") else folder
    if _is_usable(SOURCES):
        return SOURCES / "__pycache__"
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    if _is_usable(home):
        return home / "werktop"
    folder = Path(tempfile.gettempdir()) / f"werktop-compiled-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder if folder.stat().st_uid == os.getuid() else None


def _is_usable(folder: Path) -> bool:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return os.access(folder, os.W_OK)
