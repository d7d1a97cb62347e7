"""Fixtures of the storms."""

from __future__ import annotations

import threading
from time import sleep

import pytest
from django.db import connection


@pytest.fixture
def beside():
    """Runs something on a connection of its own, while the test's own transaction is open."""
    threads, came = [], []

    def run(act):
        try:
            came.append(act())
        except Exception as fault:
            came.append(fault)
        finally:
            connection.close()

    def start(act):
        threads.append(threading.Thread(target=run, args=(act,)))
        threads[-1].start()
        sleep(0.7)

    def end():
        for thread in threads:
            thread.join(timeout=30)
        return came

    start.end = end
    yield start
    end()
