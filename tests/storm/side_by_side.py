"""Somebody else who does something at the same time, on a connection of their own."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from django.db import connection
from tests.machine import wait_until


class Beside(Thread):
    """Does `act` in a thread; what it gave, or the fault it met, is in `came`."""

    def __init__(self, act: Callable[[], Any]) -> None:
        super().__init__(daemon=True)
        self.act, self.came = act, None
        self._server, self._is_known = 0, Event()

    def run(self) -> None:
        try:
            connection.ensure_connection()
            self._server = connection.connection.info.backend_pid
            self._is_known.set()
            self.came = self.act()
        except Exception as fault:
            self.came = fault
        finally:
            self._is_known.set()
            connection.close()

    def until_it_waits_or_is_done(self) -> None:
        """Return as soon as somebody's lock holds it up, or nothing did and it is done. Asked by another connection."""
        assert self._is_known.wait(30)

        def waits() -> bool:
            with connection.cursor() as cursor:
                cursor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [self._server])
                return bool(cursor.fetchone()[0])

        wait_until(lambda: not self.is_alive() or waits(), seconds=30)

    def end(self) -> Any:
        """What it came to, once it is done."""
        self.join(60)
        assert not self.is_alive(), "somebody waits for ever"
        return self.came
