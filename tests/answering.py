"""How long the server of the browser tests is busy: a test ends when everything that was asked is answered."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from django.core.servers.basehttp import ThreadedWSGIServer

from tests.machine import wait_until

_open: set[int] = set()  # connections that were let in and are not closed yet
_let_in, _let_out = ThreadedWSGIServer.process_request, ThreadedWSGIServer.shutdown_request


def _counted_in(server, request, client_address):
    _open.add(id(request))
    _let_in(server, request, client_address)


def _counted_out(server, request):
    try:
        _let_out(server, request)
    finally:
        _open.discard(id(request))


ThreadedWSGIServer.process_request = _counted_in
ThreadedWSGIServer.shutdown_request = _counted_out


def until_all_is_answered(url: str) -> None:
    """Return when nobody is connected any more, now that all windows are closed."""
    where = urlsplit(url)
    with socket.create_connection((where.hostname, where.port), timeout=20) as last:
        # connections are let in one after the other: once this one is, those before it are counted
        last.shutdown(socket.SHUT_WR)
        last.recv(1)
    wait_until(lambda: not _open, seconds=20)
