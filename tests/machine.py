"""What tests of whole processes ask of the machine: a free port, an answer, patience, and who is whose child."""

from __future__ import annotations

import contextlib
import http.client
import socket
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep


def free_port() -> int:
    """A port of 127.0.0.1 that nobody had a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(holds: Callable[[], bool], *, seconds: float) -> None:
    """Return as soon as `holds()`, or fail."""
    deadline = monotonic() + seconds
    while not holds():
        assert monotonic() < deadline, "it did not happen in time"
        sleep(0.02)


def health(port: int) -> int | None:
    """The status of /health/, or None without an answer."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        line.request("GET", "/health/")
        return line.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()


def children_of(parent: int) -> set[int]:
    """The numbers of the living processes that `parent` started."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError):
            state, of, *_ = folder.joinpath("stat").read_text().rpartition(")")[2].split()
            if int(of) == parent and state != "Z":
                found.add(int(folder.name))
    return found
