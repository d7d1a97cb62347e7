"""The whole database server is killed (SIGKILL) while table screens are saving, and comes back a moment later.

What was answered is on the disk, what was not answered is sent again under the same key and done once, and the web
server finds its way back by itself. The cluster is a lasting one: a careless one (`synchronous_commit=off`, as the
tests have) loses answered taps here.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from tests.copying import fill_with_tables
from tests.machine import children_of, free_port, health, wait_until
from tests.storm.devices import Device

from werktop.config.commandline import postgres, processes, serving
from werktop.config.commandline.places import ROOT

ROUNDS = (
    6  # on, off, on, off …; then half of the cells on once more, so that the end can be wrong in two ways
)


@pytest.fixture
def cluster(tmp_path) -> postgres.Cluster:
    """A lasting cluster of our own, not started."""
    return postgres.Cluster(tmp_path / "hall")


@pytest.fixture
def environment(cluster) -> dict[str, str]:
    """The settings that `serve` reads, as in production."""
    return {
        "WERKTOP_MODE": "production",
        "WERKTOP_SECRET_KEY": "a key for this test alone, of more than fifty characters",
        "DJANGO_SETTINGS_MODULE": serving.SETTINGS,
        "DATABASE_URL": cluster.url(postgres.WEB),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    }


@pytest.fixture
def hall(cluster) -> Iterator[Callable[[], None]]:
    """The cluster, running, with all tables and nothing in them; gives a function that starts it again."""
    with contextlib.ExitStack() as starts:
        starts.enter_context(postgres.running(cluster))
        fill_with_tables(cluster)

        def again() -> None:
            starts.close()  # what was killed has been our child: let the kernel forget it
            starts.enter_context(postgres.running(cluster))

        yield again


@pytest.fixture
def to_tap(hall, environment) -> dict[str, Any]:
    """The address of a table screen, a session that may use it, and its cells for each device."""
    words = [sys.executable, "-m", "tests.storm.hall"]
    env = {**os.environ, **environment, "WERKTOP_MODE": "test"}  # for its quick passwords
    made = subprocess.run(words, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


@pytest.fixture
def port(to_tap, environment, tmp_path) -> Iterator[int]:
    """Where `werktop serve` answers; at the end it must still be the same processes."""
    chosen = free_port()
    words = [sys.executable, "-m", "werktop.config.commandline", "serve", "--processes", "1"]
    child = processes.started(
        [*words, "--bind", f"127.0.0.1:{chosen}"], environment=environment, log=tmp_path / "web.log"
    )
    try:
        wait_until(lambda: health(chosen) == 200, seconds=20)
        before = children_of(child.pid)
        yield chosen
        assert child.poll() is None, "the web server ended"
        assert children_of(child.pid) == before, "a process of the web server was started anew"
    finally:
        processes.stop([child])


def kill_all_of(cluster: postgres.Cluster) -> int:
    """SIGKILL for the postmaster and each of its children; how many there were."""
    postmaster = int((cluster.data / "postmaster.pid").read_text().split()[0])
    doomed = [postmaster, *children_of(postmaster)]
    for number in doomed:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    return len(doomed)


def saved(cluster: postgres.Cluster, sql: str) -> set[str]:
    with psycopg.connect(cluster.url(postgres.OWNER)) as connection:
        return {str(row[0]) for row in connection.execute(sql)}


def counted(cluster: postgres.Cluster, sql: str) -> int:
    with psycopg.connect(cluster.url(postgres.OWNER)) as connection:
        return int(connection.execute(sql).fetchone()[0])


RECEIPTS = "select id from audit_receipt where verb = 'gatherings.record_table' and outcome is not null"
LINES = "select count(*) from audit_entry where verb = 'gatherings.record_table'"
CLICKS = """select 'klik:' || chooser_id || ':' || chosen_id from gatherings_click
    join gatherings_guest on gatherings_guest.id = chooser_id where kind = 'candidate'"""


def test_a_killed_database_loses_no_answered_tap_and_doubles_none(cluster, hall, to_tap, port):
    devices = [
        Device(
            f"http://127.0.0.1:{port}",
            to_tap["address"],
            to_tap["session"],
            cells * ROUNDS + cells[::2],
            is_deaf=number < 2,
        )
        for number, cells in enumerate(to_tap["cells"])
    ]
    for device in devices:
        device.start()
    wait_until(lambda: all(len(device.kept) >= 6 for device in devices), seconds=20)
    assert kill_all_of(cluster) > len(devices)
    answered = {str(key) for device in devices for key in device.kept}
    unfinished = [device for device in devices if device.is_alive()]
    assert len(unfinished) == len(devices), "all was saved before the kill: it hit nothing"
    wait_until(lambda: all(device.failures for device in devices), seconds=20)
    assert health(port) == 503
    hall()
    # before the devices send anything again that was answered: it is there
    assert answered <= saved(cluster, RECEIPTS)
    for device in devices:
        device.join(timeout=30)
    assert not any(device.is_alive() for device in devices), "a tap never got through"
    assert [device.refusals for device in devices] == [[]] * len(devices)
    assert {status for device in devices for status in device.failures} <= {500, 503, None}

    keys = {str(key) for device in devices for key in device.keys}
    assert saved(cluster, RECEIPTS) == keys
    assert counted(cluster, LINES) == len(keys)
    assert saved(cluster, CLICKS) == set().union(*(device.left_on for device in devices))
    assert health(port) == 200
