"""The database's connections are killed while table screens are saving: no tap is lost or saved twice."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic, sleep

import pytest
from django.db import connection
from django.urls import reverse
from tests.gatherings.day_making import CANDIDATES, running_day
from tests.storm.devices import Device

from werktop.audit.models import Entry, Receipt
from werktop.gatherings.models import Click

pytestmark = pytest.mark.django_db(transaction=True)
KILLS = 25
ROUNDS = 5  # on, off, on, off, on


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
            [f"klik:{day.guests[candidate].pk}:{day.guests[other].pk}" for candidate in CANDIDATES] * ROUNDS,
        )
        for other in others
    ]
    for device in devices:
        device.start()
    killed, ends_at = 0, monotonic() + 60
    while any(device.is_alive() for device in devices) and monotonic() < ends_at:
        # on a slow machine the first kills may all hit connections that do nothing
        if killed < KILLS or not any(device.failures for device in devices):
            killed += kill_connections()
        sleep(0.03)
    assert not any(device.is_alive() for device in devices), "a tap never got through"
    assert [device.refusals for device in devices] == [[], [], [], []]
    assert any(device.failures for device in devices), "nothing was killed while it was saving"
    keys = set().union(*(device.keys for device in devices))
    assert set(Receipt.objects.filter(verb="gatherings.record_table").values_list("pk", flat=True)) == keys
    assert Entry.objects.filter(verb="gatherings.record_table").count() == len(keys)
    assert Click.objects.count() == 2 * len(keys) / ROUNDS
