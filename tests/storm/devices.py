"""Table screens as their script behaves: every tap has a key and is sent, in order, until the server has it."""

from __future__ import annotations

import http.client
import threading
from http.cookies import SimpleCookie
from time import sleep
from urllib.parse import urlencode, urlsplit
from uuid import UUID, uuid4

SECRET = "a" * 32


class Device(threading.Thread):
    """One table screen. `cells` are tapped one after the other, on and off in turns where they repeat.

    `kept` are the taps that the server said to have, `failures` the answers after which a tap was sent again, and
    `refusals` whatever would make the real script give a tap up or ask for a log-in. With `is_deaf` every third
    answer gets lost on the way, as in a hall, and its tap is sent again.
    """

    def __init__(
        self, server: str, address: str, session: str, cells: list[str], *, is_deaf: bool = False
    ) -> None:
        super().__init__(daemon=True)
        self.host, self.address, self.session = urlsplit(server).netloc, address, session
        self.is_deaf = is_deaf
        on = dict.fromkeys(cells, False)
        self.queue: list[tuple[UUID, str, bool]] = []
        for cell in cells:
            on[cell] = not on[cell]
            self.queue.append((uuid4(), cell, on[cell]))
        self.kept: list[UUID] = []
        self.failures: list[int | None] = []
        self.refusals: list[tuple[int, bytes]] = []

    @property
    def keys(self) -> set[UUID]:
        """The keys of all taps."""
        return {key for key, _cell, _is_on in self.queue}

    @property
    def left_on(self) -> set[str]:
        """The cells that are on after the last tap."""
        last = {cell: is_on for _key, cell, is_on in self.queue}
        return {cell for cell, is_on in last.items() if is_on}

    def run(self) -> None:
        """Send everything."""
        for number, (key, cell, is_on) in enumerate(self.queue):
            if self.is_deaf and number % 3 == 0:
                self.send(key, cell, is_on, hears=False)
            while not self._is_done(*self.send(key, cell, is_on)):
                sleep(0.02)
            self.kept.append(key)

    def send(self, key: UUID, cell: str, is_on: bool, *, hears: bool = True) -> tuple[int | None, str, bytes]:
        """One attempt: status (None without an answer), content type and content of what came back."""
        cookies = SimpleCookie({"sessionid": self.session, "csrftoken": SECRET})
        content = urlencode(
            {
                "request_key": key,
                "tap": cell,
                "is_on": "1" if is_on else "0",
                "tapped_at": "2026-11-24T09:00:00Z",
            }
        )
        line = http.client.HTTPConnection(self.host, timeout=10)
        try:
            line.request("POST", self.address, content, {
                "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json",
                "Cookie": cookies.output(header="", sep=";").strip(), "X-CSRFToken": SECRET,
            })  # fmt: skip
            if not hears:
                return None, "", b""
            answer = line.getresponse()
            return answer.status, answer.headers.get("Content-Type", ""), answer.read()
        except (OSError, http.client.HTTPException):
            return None, "", b""
        finally:
            line.close()

    def _is_done(self, status: int | None, kind: str, content: bytes) -> bool:
        if status == 200 and "json" in kind:
            return True
        if status is None or status >= 500 or status == 429:
            self.failures.append(status)
            return False
        self.refusals.append((status, content[:200]))
        return True
