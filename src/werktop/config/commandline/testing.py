"""`werktop test`: every test on the embedded PostgreSQL, with a real browser."""

import contextlib
import fcntl
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from werktop.config.commandline import postgres
from werktop.config.commandline.assets import node_wheel
from werktop.config.commandline.migrated import migrated_database
from werktop.config.commandline.places import ROOT, STATE
from werktop.config.commandline.processes import stop, stopping_in_order, tied_to_parent
from werktop.config.commandline.refusals import Refusal

# The first is Chromium without the window around a page: the same pages for little over half the processor time.
CHROMIUM_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
APT_NAMES = CHROMIUM_NAMES[:2]
HELP = """usage: ./werktop test [pytest's own arguments]

Runs every test (pure, database, HTTP, real browser, accessibility) on a PostgreSQL of its own.
Installs Debian's chromium-headless-shell when it is root and there is no Chromium; otherwise says what to install.

  ./werktop test                              all of them, on as many processes as there are cores (at most 4)
  ./werktop test tests/gatherings -x          one folder, until the first failure, in one process
  ./werktop test -k chair --reuse-db          by name, keeping the test's database between runs
"""


class BrowserIsMissing(Refusal):
    """The tests need a browser that we may not install."""


def run_test(arguments: list[str]) -> int:
    """pytest in this environment on the test cluster; pytest's exit code."""
    if "-h" in arguments or "--help" in arguments:
        print(HELP)
        return 0
    browser = chromium()
    with (
        stopping_in_order(),
        own_cluster(STATE) as own,
        postgres.running(own) as cluster,
    ):
        environment = {
            "DATABASE_URL": cluster.url(postgres.OWNER),
            "WERKTOP_TEST_TEMPLATE": migrated_database(cluster),
            "WERKTOP_CHROMIUM": browser,
        }
        return _pytest(arguments, environment)


def chromium() -> str:
    """The path of a chromium, installed first where that is possible. Raises BrowserIsMissing."""
    if found := next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None):
        return found
    if os.getuid() != 0 or not shutil.which("apt-get"):
        raise BrowserIsMissing(
            "the browser tests need Chromium, and tests are never skipped. Install it:\n"
            "  sudo apt install chromium-headless-shell        (or your system's package of chromium)"
        )
    print("Installing chromium for the browser tests ...", flush=True)
    if _apt_get("update", "-qq"):
        raise BrowserIsMissing("'apt-get update' failed; see above.")
    # a system may have the one or the other
    if all(_apt_get("install", "-qq", "-y", "--no-install-recommends", name) for name in APT_NAMES):
        raise BrowserIsMissing(f"'apt-get install {APT_NAMES[-1]}' failed; see above.")
    if found := next(filter(None, map(shutil.which, APT_NAMES)), None):
        return found
    raise BrowserIsMissing("apt installed chromium, but there is none on the PATH.")


def _apt_get(*words: str) -> int:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", *words], env=quiet, stdout=subprocess.DEVNULL, check=False).returncode


def _pytest(arguments: list[str], of_this_run: dict[str, str]) -> int:
    environment = {
        **of_this_run,
        "WERKTOP_MODE": "test",
        "DJANGO_LIVE_TEST_SERVER_ADDRESS": "127.0.0.1",  # a bare machine may not know the name localhost
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # playwright runs its own event loop in the test's thread
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH")))),
    }
    if wheel := node_wheel():
        # playwright's own Node needs a library (libatomic) that a bare machine lacks; this one does not
        environment["PLAYWRIGHT_NODEJS_PATH"] = os.environ.get(
            "PLAYWRIGHT_NODEJS_PATH", str(wheel / "bin" / "node")
        )
    # what Python made of a file is kept, whoever asked for that to be left out: tests start many processes
    of_the_caller = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = subprocess.Popen(
        [sys.executable, "-m", "pytest", *_processes(arguments), *arguments],
        cwd=ROOT,
        env={**of_the_caller, **environment},
        preexec_fn=tied_to_parent(),
    )
    try:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # it reaches pytest too, which then reports
                return child.wait()
    finally:
        stop([child], with_group=False)


def _processes(arguments: list[str]) -> list[str]:
    """Several processes for the whole suite; one where somebody asks for particular tests.

    Files are handed out in the order in which they were collected, long ones first (`tests/conftest.py`): a walk
    through a browser that began last would keep one core busy while the other has nothing left to do.
    """
    if any(not argument.startswith("-") for argument in arguments) or "-x" in arguments:
        return []
    if any(argument.startswith("-n") for argument in arguments):
        return []
    return ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile", "--no-loadscope-reorder"]


@contextlib.contextmanager
def own_cluster(state: Path) -> Iterator[postgres.Cluster]:
    """A test cluster under `state` that no other run uses now: the usual one, or the first that is free.

    Not shared: the run that started a server stops it at its end, whoever else is busy there.
    """
    for number in itertools.count(1):
        folder = state / ("test" if number == 1 else f"test-{number}")
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / "run.lock", "w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield postgres.Cluster(folder, is_throwaway=True)
            return
