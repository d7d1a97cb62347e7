"""A real worker on the real queue: it delivers, a killed one loses nothing, and what has no job is picked up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from werktop.audit import clock as house_clock
from werktop.post import jobs
from werktop.post.commands import retry_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_queue(transactional_db, monkeypatch):
    """An empty queue (flushing leaves it as it is), and threads of the worker that keep no connection open."""
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


@pytest.fixture
def work():
    """`work()` lets a worker do all that waits in the queue, in this process.

    In a thread of its own: a browser test before this one leaves an event loop running in the main one.
    """

    def in_a_loop_of_its_own() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as worker:
            worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False, queues=["post"])

    def do() -> None:
        with ThreadPoolExecutor(max_workers=1) as pool:
            pool.submit(in_a_loop_of_its_own).result()

    return do


def start_worker(mail_server) -> subprocess.Popen:
    """A worker in a process of its own, on this test's database and mail server."""
    asked = {k.lower(): v for k, v in connection.get_connection_params().items() if isinstance(v, str | int)}
    address = " ".join(
        f"{k}={asked[k]}" for k in ("dbname", "user", "password", "host", "port") if asked.get(k)
    )
    return subprocess.Popen(
        [sys.executable, "-m", "django", "procrastinate", "worker", "--queues=post"],
        env=os.environ
        | {
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "werktop.config.settings",
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
            "WERKTOP_MODE": "test",
            "WERKTOP_SMTP_HOST": "127.0.0.1",
            "WERKTOP_SMTP_PORT": str(mail_server.port),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_a_worker_delivers_what_waits(lay_down, mail_server, work, clock):
    for _each in range(3):
        lay_down()
    work()
    assert len(mail_server.received) == 3
    assert set(Message.objects.values_list("status", flat=True)) == {"sent"}


def test_a_worker_killed_while_sending_loses_nothing_and_the_message_keeps_its_id(
    lay_down, mail_server, work, clock
):
    lay_down()
    first = start_worker(mail_server)
    # the server has the whole message, the worker has not heard so yet
    mail_server.on_received = lambda: os.kill(first.pid, signal.SIGKILL)
    try:
        assert first.wait(timeout=60) == -signal.SIGKILL
    finally:
        first.kill()
    mail_server.on_received = lambda: None
    assert Message.objects.get().status == "waiting"
    assert ProcrastinateJob.objects.get(task_name="post.deliver").status == "doing"
    with connection.cursor() as cursor:  # time passes without a sign of life
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '10 minutes'")
    # on an even minute the killed worker has put its own one in the queue
    ProcrastinateJob.objects.filter(task_name="post.rescue")._raw_delete("default")
    jobs.rescue.defer(timestamp=0)
    work()
    work()
    assert Message.objects.get().status == "sent"
    assert [m["Message-ID"] for m in mail_server.received] == [Message.objects.get().message_id] * 2


def test_a_message_whose_job_is_gone_is_picked_up_by_the_sweep(lay_down, mail_server, work, clock, at):
    lay_down()
    ProcrastinateJob.objects.all()._raw_delete("default")
    clock.set(at + timedelta(minutes=3))
    jobs.sweep.defer(timestamp=0)
    work()
    assert Message.objects.get().status == "sent"
    jobs.sweep.defer(timestamp=1)
    work()
    assert len(mail_server.received) == 1


def test_what_is_old_is_forgotten_every_night_and_once(lay_down, work, clock, at):
    lay_down()
    ProcrastinateJob.objects.all()._raw_delete("default")
    clock.set(at + timedelta(days=366))
    assert house_clock.now() == at + timedelta(days=366)
    for night in range(2):
        jobs.forget.defer(timestamp=night)
        jobs.tidy.defer(timestamp=night)
        work()
        assert not Message.objects.exists()
    assert not ProcrastinateJob.objects.filter(status="failed").exists()


@pytest.mark.parametrize("nudged_by", ["button", "sweep"])
def test_a_message_tried_again_does_not_wait_for_the_job_of_its_next_try_and_goes_once(
    lay_down, mail_server, work, clock, at, cast, settings, nudged_by
):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1  # the mail server is down
    key = lay_down()
    Message.objects.update(tries=5)
    work()
    assert Message.objects.get().not_before_at > at + timedelta(minutes=5)
    settings.EMAIL_PORT = port
    # the next try stands in the queue, for a later moment
    assert ProcrastinateJob.objects.filter(task_name="post.deliver", status="todo").count() == 1
    if nudged_by == "button":
        retry_message(actor=cast.own.actor(), at=at, message_id=key)
    else:
        clock.set(at + timedelta(hours=1))
        jobs.sweep.defer(timestamp=0)
    work()
    assert Message.objects.get().status == "sent"
    # the moment of the job that waited comes
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")
    clock.set(at + timedelta(hours=2))
    work()
    assert not ProcrastinateJob.objects.filter(task_name="post.deliver", status="todo").exists()
    assert len(mail_server.received) == 1
