"""A worker is killed in the middle of a long list: nothing is half, and who goes on doubles nobody."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.exchange.test_in_blocks import people
from tests.machine import wait_until

from werktop.audit.actors import SYSTEM
from werktop.candidates.models import Candidate
from werktop.exchange import commands
from werktop.exchange.models import Upload
from werktop.post import jobs as post_jobs

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = commands.BLOCK + 260


@pytest.fixture(autouse=True)
def _own_queue(transactional_db, monkeypatch):
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def start_worker() -> subprocess.Popen:
    """A worker in a process of its own, on this test's database."""
    asked = {k.lower(): v for k, v in connection.get_connection_params().items() if isinstance(v, str | int)}
    address = " ".join(
        f"{k}={asked[k]}" for k in ("dbname", "user", "password", "host", "port") if asked.get(k)
    )
    return subprocess.Popen(
        [sys.executable, "-m", "django", "procrastinate", "worker", "--queues=exchange"],
        env=os.environ
        | {
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "werktop.config.settings",
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
            "WERKTOP_MODE": "test",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def work_on() -> None:
    """A worker in this process does all that waits, of these queues."""

    def in_a_loop_of_its_own() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as worker:
            worker.run_worker(
                wait=False, install_signal_handlers=False, listen_notify=False, queues=["exchange", "post"]
            )

    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(in_a_loop_of_its_own).result()


def somebody_waits_for_the_list() -> bool:
    with connection.cursor() as cursor:
        # of this database alone: the view shows the whole cluster, also what the tests beside this one wait for
        cursor.execute(
            "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
        return bool(cursor.fetchone()[0])


def test_a_worker_killed_in_the_middle_leaves_nothing_half_and_who_goes_on_doubles_nobody(cast, at, clock):
    actor = cast.own.actor()
    upload_id = commands.preview_upload(
        actor=actor, at=at, organisation_id=cast.own.organisation.pk, kind="candidates",
        file_name="lang.csv", content=people(ROWS),
    )  # fmt: skip
    commands.start_taking(actor=actor, at=at, upload_id=upload_id)
    commands.take_block(actor=SYSTEM, at=at, upload_id=upload_id)
    worker = start_worker()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            # the worker gets to the middle of the second block, and no further
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtext(%s))", [f"werktop list coming in {actor.region_id}"]
            )
            wait_until(somebody_waits_for_the_list, seconds=60)
            worker.send_signal(signal.SIGKILL)
            assert worker.wait(timeout=30) == -signal.SIGKILL
    finally:
        worker.kill()
    assert Candidate.objects.count() == commands.BLOCK
    assert Upload.objects.get().taken_rows == commands.BLOCK
    assert ProcrastinateJob.objects.filter(task_name=commands.TASK, status="doing").count() == 1
    with connection.cursor() as cursor:  # time passes without a sign of life
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '10 minutes'")
    # on an even minute the killed worker has put its own one in the queue
    ProcrastinateJob.objects.filter(task_name="post.rescue")._raw_delete("default")
    post_jobs.rescue.defer(timestamp=0)
    work_on()
    work_on()
    upload = Upload.objects.get()
    assert (upload.state, upload.taken_rows, upload.counts["taken"]["added"]) == ("applied", ROWS, ROWS)
    assert Candidate.objects.count() == Candidate.objects.values("email").distinct().count() == ROWS
    assert sorted(upload.outcome["new"]) == list(range(2, ROWS + 2))
