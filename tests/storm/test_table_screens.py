"""The database is killed while table screens are saving: no tap is lost and none is saved twice."""

from __future__ import annotations

import http.client
import threading
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from time import monotonic, sleep
from urllib.parse import urlencode, urlsplit
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.urls import reverse
from tests.gatherings.day_making import CANDIDATES, running_day

from werktop.audit.models import Entry, Receipt
from werktop.gatherings.models import Click

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "a" * 32
KILLS = 25


class Device(threading.Thread):
    """A table screen as its script behaves: one tap after the other, each until the server has it, same key."""

    def __init__(self, server: str, address: str, session: str, cells: list[str]) -> None:
        super().__init__(daemon=True)
        self.host, self.address, self.session = urlsplit(server).netloc, address, session
        self.queue: list[tuple[UUID, str]] = [(uuid4(), cell) for cell in cells]
        self.failures, self.refusals = 0, []

    def run(self) -> None:
        for key, cell in self.queue:
            while not self._is_saved(key, cell):
                self.failures += 1
                sleep(0.02)

    def _is_saved(self, key: UUID, cell: str) -> bool:
        cookies = SimpleCookie({"sessionid": self.session, "csrftoken": SECRET})
        content = urlencode(
            {"request_key": key, "tap": cell, "is_on": "1", "tapped_at": "2026-11-24T09:00:00Z"}
        )
        line = http.client.HTTPConnection(self.host, timeout=10)
        try:
            line.request("POST", self.address, content, {
                "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json",
                "Cookie": cookies.output(header="", sep=";").strip(), "X-CSRFToken": SECRET,
            })  # fmt: skip
            answer = line.getresponse()
            if 400 <= answer.status < 500:
                self.refusals.append((answer.status, answer.read()[:200]))
                return True
            return answer.status == 200
        except OSError:
            return False
        finally:
            line.close()


def kill_connections() -> int:
    """End every other connection to this test's own database, in the middle of whatever it does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return cursor.fetchone()[0]


def test_no_tap_is_lost_or_doubled_while_the_database_is_killed(live_server, cast, log_in):
    day = running_day(cast.own, at=datetime.now(UTC))
    session = log_in(cast.own.account()).cookies["sessionid"].value
    others = ("Joris", "Ineke", "Henk", "Sanne")
    devices = [
        Device(
            live_server.url,
            reverse("gatherings:table_screen", args=[day.gathering.pk, 1]),
            session,
            [f"klik:{day.guests[candidate].pk}:{day.guests[other].pk}" for candidate in CANDIDATES],
        )
        for other in others
    ]
    for device in devices:
        device.start()
    killed, ends_at = 0, monotonic() + 60
    while any(device.is_alive() for device in devices) and monotonic() < ends_at:
        if killed < KILLS:
            killed += kill_connections()
        sleep(0.03)
    assert not any(device.is_alive() for device in devices), "a tap never got through"
    assert [device.refusals for device in devices] == [[], [], [], []]
    assert sum(device.failures for device in devices) > 0, "nothing was killed while it was saving"
    keys = {key for device in devices for key, _cell in device.queue}
    assert set(Receipt.objects.filter(verb="gatherings.record_table").values_list("pk", flat=True)) == keys
    assert Entry.objects.filter(verb="gatherings.record_table").count() == len(keys)
    assert Click.objects.count() == 2 * len(keys)
