"""`werktop demo`: database, web server, job worker and a fictitious region, from one command to Ctrl-C."""

import argparse
import contextlib
import dataclasses
import datetime
import fcntl
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from werktop.config.commandline import postgres
from werktop.config.commandline.migrated import fingerprint
from werktop.config.commandline.places import STATE
from werktop.config.commandline.processes import run, started, stop, stopping_in_order
from werktop.config.commandline.refusals import Refusal
from werktop.config.commandline.serving import SETTINGS, django, web_server, worker
from werktop.demo.logins import ENTREPRENEUR, LOGINS

CLUSTER = postgres.Cluster(STATE / "demo")
# The demo's clock stands on this day; written when the region has been made.
TODAY = CLUSTER.folder / "today"
# Which migrations and packages its tables come from; gone with the database.
TABLES = CLUSTER.folder / "tables"
UP_SECONDS = 60


class DemoCannotStart(Refusal):
    """Something the demo needs is taken or broken; the message says what."""


def run_demo(arguments: list[str]) -> int:
    """Runs until Ctrl-C or SIGTERM; leaves no process behind."""
    chosen = _parser().parse_args(arguments)
    try:
        with (
            stopping_in_order(),
            demo_running(port=chosen.port, fresh=chosen.fresh, today=chosen.today) as look_after,
        ):
            _welcome(chosen.port)
            while True:
                look_after()
                time.sleep(0.5)
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        return 0


@contextlib.contextmanager
def demo_running(
    *, port: int, fresh: bool = False, today: datetime.date | None = None
) -> Iterator[Callable[[], None]]:
    """The demo, answering on `port` within; gives a function that refuses when one of its processes ended.

    Raises DemoCannotStart.
    """
    _refuse_a_taken_port(port)
    with _sharing_the_demo(fresh=fresh, today=today, port=port), postgres.running(CLUSTER):
        environment = demo_environment(role=postgres.WEB, today=today, port=port)
        _keep_the_day(environment)
        _migrate(environment)
        logs = {name: CLUSTER.folder / f"{name}.log" for name in ("web", "worker")}
        children: dict[str, subprocess.Popen[bytes]] = {}
        try:
            web = web_server(bind=f"127.0.0.1:{port}")
            children["web"] = started(web, environment=environment, log=logs["web"])
            children["worker"] = started(worker(), environment=environment, log=logs["worker"])
            _wait_until_up(port, children, logs)
            yield lambda: _refuse_an_ended_child(children, logs)
        finally:
            stop(list(children.values()))


def demo_environment(*, role: str, today: datetime.date | None = None, port: int = 8000) -> dict[str, str]:
    """The settings of a demo in this checkout, for `role`; `today` only where the demo's clock is moved."""
    if today is None:
        kept = TODAY.read_text().strip() if TODAY.exists() else ""
        # The one place where the demo reads the machine's clock: the day on which it is seeded.
        today = datetime.date.fromisoformat(kept) if kept else datetime.datetime.now().astimezone().date()
    return {
        "WERKTOP_MODE": "demo",
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": CLUSTER.url(role),
        "WERKTOP_TODAY": today.isoformat(),
        "WERKTOP_BASE_URL": f"http://localhost:{port}",
    }


def _port(word: str) -> int:
    if not (word.isascii() and word.isdigit() and 1 <= int(word) <= 65535):
        raise argparse.ArgumentTypeError(f"{word!r} is no port: give a number from 1 to 65535")
    return int(word)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./werktop demo",
        description="Starts werktop with a fictitious region on a PostgreSQL of its own, until Ctrl-C.",
        epilog="What you change is kept under .werktop/demo until you say --fresh.",
    )
    parser.add_argument("--port", type=_port, default=8000, help="where it answers (default: 8000)")
    parser.add_argument("--fresh", action="store_true", help="throw the demo's database away and start over")
    parser.add_argument(
        "--today",
        type=datetime.date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day the demo takes for today (default: the day on which its region was made)",
    )
    return parser


def _refuse_a_taken_port(port: int) -> None:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError:
            raise DemoCannotStart(f"port {port} is taken. Choose another: ./werktop demo --port N") from None


@contextlib.contextmanager
def _sharing_the_demo(*, fresh: bool, today: datetime.date | None, port: int) -> Iterator[None]:
    """Several demos of one checkout share its database; making it needs it for oneself."""
    STATE.mkdir(exist_ok=True)
    with open(STATE / "demo.lock", "w") as lock:
        if fresh:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise DemoCannotStart("a demo of this checkout is running; stop it before --fresh.") from None
            postgres.remove(CLUSTER)
        elif not TODAY.exists():
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not TODAY.exists():
            _make(today, port)
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield


def _make(today: datetime.date | None, port: int) -> None:
    """A new database with the demo region, whose letters name this port. Quick and careless: one that was broken off is
    made anew."""
    postgres.remove(CLUSTER)
    print("Making the demo region; this happens once ...", flush=True)
    with postgres.running(dataclasses.replace(CLUSTER, is_throwaway=True)):
        environment = demo_environment(role=postgres.WEB, today=today, port=port)
        _migrate(environment)
        _seed(environment)
        postgres.tidy(CLUSTER)
    postgres.write_to_disk(CLUSTER)
    _keep_the_day(environment)


def _migrate(environment: dict[str, str]) -> None:
    """The tables of this checkout; only looked at where a migration or a package changed since the last start."""
    tables = fingerprint()
    if TABLES.exists() and TABLES.read_text() == tables:
        return
    owner = {**environment, "DATABASE_URL": CLUSTER.url(postgres.OWNER)}
    if run(django("migrate", "--no-input", "--verbosity=0"), environment=owner):
        raise DemoCannotStart(
            "the migrations failed; see above. A demo that an older version made is begun anew with --fresh."
        )
    TABLES.write_text(tables)


def _seed(environment: dict[str, str]) -> None:
    if run([sys.executable, "-m", "werktop.config.commandline.seeding"], environment=environment):
        raise DemoCannotStart("the demo region could not be made; see above.")


def _keep_the_day(environment: dict[str, str]) -> None:
    half = Path(f"{TODAY}.half")
    half.write_text(environment["WERKTOP_TODAY"])
    half.rename(TODAY)


def _wait_until_up(port: int, children: dict[str, "subprocess.Popen[bytes]"], logs: dict[str, Path]) -> None:
    deadline = time.monotonic() + UP_SECONDS
    while _health(port) != 200:
        _refuse_an_ended_child(children, logs)
        if time.monotonic() > deadline:
            raise DemoCannotStart(f"/health/ did not answer 200 in {UP_SECONDS} s; see {logs['web']}")
        time.sleep(0.1)


def _health(port: int) -> int | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/health/", headers={"Host": "localhost"})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _welcome(port: int) -> None:
    print(f"\nwerktop runs on  http://localhost:{port}/   (the demo's today is {TODAY.read_text()})\n")
    for login in LOGINS:
        role = login.role.replace("_", " ")
        print(f"  {role:<22} {login.organisation:<16} {login.email:<34} {login.password}")
    print(f"  {'entrepreneur':<22} {'/mijn/in/':<16} {ENTREPRENEUR:<34} a code, in /post/postbus/")
    print(f"\nLogs are in {CLUSTER.folder}. Ctrl-C stops everything.", flush=True)


def _refuse_an_ended_child(children: dict[str, "subprocess.Popen[bytes]"], logs: dict[str, Path]) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            tail = "\n  ".join(logs[name].read_text(errors="replace").splitlines()[-15:])
            raise DemoCannotStart(f"the {name} process ended with {child.returncode}:\n  {tail}")
