"""`werktop demo` and `werktop import` as processes: they answer, refuse in words, and leave nothing behind."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.machine import free_port, wait_until

from werktop.config.commandline import demo as commandline_demo
from werktop.config.commandline.places import ROOT
from werktop.config.commandline.postgres import Cluster

# The demo in another folder than this checkout's own, with an empty region.
DEMO = """
import sys
from pathlib import Path
from werktop.config.commandline import places
places.STATE = Path(sys.argv[1])
from werktop.config.commandline import demo, main
demo._seed = lambda environment: None
sys.exit(main(sys.argv[2:]))
"""


def processes_of(state: Path) -> set[int]:
    """Whoever has the demo's database in its environment or its words: web, worker, PostgreSQL."""
    marks = [os.fsencode(Cluster(state / "demo").socket_folder.name), os.fsencode(state)]
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            said = folder.joinpath("environ").read_bytes() + folder.joinpath("cmdline").read_bytes()
        except OSError:
            continue
        if any(mark in said for mark in marks):
            found.add(int(folder.name))
    return found - {os.getpid()}


@pytest.fixture
def demo(tmp_path):
    """Start a demo on a free port and wait for its welcome; gives the process and the port."""
    begun = []

    def start(*more: str) -> tuple[subprocess.Popen, int]:
        port = free_port()
        environ = {key: value for key, value in os.environ.items() if not key.startswith("WERKTOP_")}
        environ |= {"PYTHONPATH": str(ROOT / "src"), "DATABASE_URL": "postgresql://nobody@/a-real-one"}
        words = [sys.executable, "-c", DEMO, str(tmp_path / "state"), "demo", "--port", str(port), *more]
        child = subprocess.Popen(words, env=environ, stdout=subprocess.PIPE, text=True)
        begun.append(child)
        assert any("Ctrl-C" in line for line in child.stdout), "no welcome"
        return child, port

    yield start
    for child in begun:
        child.kill()
        child.wait()


@pytest.mark.parametrize("port", ["0", "65536", "-1", "acht"])
def test_a_port_that_cannot_be_is_refused_in_words(port, capsys):
    with pytest.raises(SystemExit) as ended:
        commandline_demo.run_demo([f"--port={port}"])
    assert ended.value.code == 2
    assert "give a number from 1 to 65535" in capsys.readouterr().err


def test_a_demo_is_up_and_leaves_no_process_behind_however_it_ends(demo, tmp_path):
    child, port = demo("--today", "2026-11-24")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/health/")
    answer = connection.getresponse()
    assert (answer.status, b'"database": "up"' in answer.read()) == (200, True)
    assert len(processes_of(tmp_path / "state")) > 3
    child.send_signal(signal.SIGTERM)
    assert child.wait(60) == 143
    assert processes_of(tmp_path / "state") == set()

    child, _port = demo()
    assert (tmp_path / "state" / "demo" / "today").read_text() == "2026-11-24", "its clock stands still"
    child.kill()
    wait_until(lambda: processes_of(tmp_path / "state") == set(), seconds=60)


def test_a_taken_port_is_refused_in_words(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", DEMO, str(tmp_path), "demo", "--port", port],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, f"port {port} is taken" in done.stderr) == (1, True)


@pytest.mark.parametrize("command", ["serve", "worker", "serve prepare"])
def test_without_a_database_a_server_says_what_is_missing(command):
    environ = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-m", "werktop.config.commandline", *command.split()],
        env={**environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "DATABASE_URL is not set" in done.stderr


@pytest.mark.parametrize("command", ["serve", "worker", "serve prepare"])
def test_without_a_key_a_server_says_so_once_and_ends(command):
    kept = {k: v for k, v in os.environ.items() if k not in ("WERKTOP_MODE", "WERKTOP_SECRET_KEY")}
    done = subprocess.run(
        [sys.executable, "-m", "werktop.config.commandline", *command.split()],
        env={**kept, "PYTHONPATH": str(ROOT / "src"), "DATABASE_URL": "postgresql:///nowhere"},
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert done.returncode == 1
    assert done.stderr.count("WERKTOP_SECRET_KEY is not set") == 1


def test_the_demo_migrates_when_a_migration_changed_and_again_after_one_that_failed(tmp_path, monkeypatch):
    ends, begun = iter((1, 0, 0)), []
    monkeypatch.setattr(commandline_demo, "TABLES", tmp_path / "tables")
    monkeypatch.setattr(commandline_demo, "run", lambda words, **_: begun.append(words) or next(ends))
    monkeypatch.setattr(commandline_demo, "fingerprint", lambda: "one")
    with pytest.raises(commandline_demo.DemoCannotStart):
        commandline_demo._migrate({})
    for _start in range(3):
        commandline_demo._migrate({})
    assert len(begun) == 2, "one that failed and one that did not"
    monkeypatch.setattr(commandline_demo, "fingerprint", lambda: "two")
    commandline_demo._migrate({})
    assert len(begun) == 3
