"""The web server and the worker as processes: ready for the first request, and ended in order while still starting."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.machine import wait_until

from werktop.config.commandline import serving
from werktop.config.commandline.places import ROOT

SERVED = """
import threading
from werktop.config import wsgi
[beside] = [thread for thread in threading.enumerate() if thread.name == "warm"]
beside.join()
from werktop.mechanisms.seating.anneal import anneal
print(len(anneal.signatures) == 1)
"""


def environment(**more: str) -> dict[str, str]:
    settings = {
        "WERKTOP_MODE": "test",
        "WERKTOP_SECRET_KEY": "for this test alone, of more than fifty characters",
    }
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), **settings, **more}


def listens_to(pid: int | str, number: signal.Signals) -> bool:
    """Whether the process has a handler of its own for this signal."""
    said = Path(f"/proc/{pid}/status").read_text()
    caught = next(line.split()[1] for line in said.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught, 16) >> (number - 1) & 1)


@pytest.fixture
def mute_database():
    """The address of a database that takes connections and says nothing, and who came."""
    came = []
    with contextlib.ExitStack() as closing:
        listening = closing.enter_context(socket.create_server(("127.0.0.1", 0)))
        listening.settimeout(60)

        def take() -> None:
            came.append(closing.enter_context(listening.accept()[0]))

        yield f"postgresql://nobody@127.0.0.1:{listening.getsockname()[1]}/nowhere", take


@pytest.mark.parametrize("moment", ["as soon as it can", "while it waits for the database"])
def test_a_worker_that_is_stopped_while_it_starts_ends_in_order(mute_database, moment):
    address, take = mute_database
    child = subprocess.Popen(
        [sys.executable, "-m", "werktop.config.commandline", "worker"],
        env=environment(DATABASE_URL=address),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: listens_to(child.pid, signal.SIGTERM), seconds=60)
        if moment != "as soon as it can":
            take()
        child.send_signal(signal.SIGTERM)
        assert child.wait(40) == 0
    finally:
        child.kill()
        child.wait()


def children_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


@pytest.mark.parametrize("moment", ["as soon as it can", "while its processes load the application"])
def test_a_web_server_that_is_stopped_while_it_starts_does_not_linger(mute_database, moment):
    address, _take = mute_database
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    child = subprocess.Popen(
        [sys.executable, "-m", "werktop.config.commandline", "serve", "--bind", f"127.0.0.1:{port}"],
        env=environment(DATABASE_URL=address),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_until(lambda: listens_to(child.pid, signal.SIGTERM), seconds=60)
        if moment != "as soon as it can":
            # a process that gunicorn has made its own does not look after children any more
            wait_until(lambda: len(children_of(child.pid)) == 2, seconds=60)
            wait_until(
                lambda: not any(listens_to(pid, signal.SIGCHLD) for pid in children_of(child.pid)), seconds=60
            )
        loading = children_of(child.pid)
        child.send_signal(signal.SIGTERM)
        _said, faults = child.communicate(timeout=40)
        assert child.returncode == 0
        assert "SIGKILL" not in faults, "nobody had to be killed after the grace"
        assert not any(Path(f"/proc/{pid}").exists() for pid in loading)
    finally:
        child.kill()
        child.wait()


def test_a_web_process_loads_the_compiled_search_before_anybody_asks_for_seats():
    done = subprocess.run(
        [sys.executable, "-c", SERVED], env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stdout == "True\n", done.stderr


@pytest.mark.parametrize("command", ["serve", "worker"])
@pytest.mark.parametrize("key", ["", "x" * 49])
def test_on_a_named_database_nothing_starts_with_the_key_of_the_demo_or_a_short_one(command, key):
    done = subprocess.run(
        [sys.executable, "-m", "werktop.config.commandline", command],
        env=environment(
            DATABASE_URL="postgresql://nobody@127.0.0.1:1/nowhere",
            WERKTOP_MODE="demo",
            WERKTOP_SECRET_KEY=key,
        ),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "WERKTOP_SECRET_KEY is not set, or shorter than 50 characters" in done.stderr


def test_on_a_named_database_the_settings_are_those_of_production_and_the_clock_runs(monkeypatch):
    for name, value in {"WERKTOP_MODE": "demo", "WERKTOP_TODAY": "2026-11-22", "DATABASE_URL": "x"}.items():
        monkeypatch.setenv(name, value)
    serving.require_database()
    assert (os.environ["WERKTOP_MODE"], os.environ.get("WERKTOP_TODAY")) == ("production", None)
