"""The server of the browser tests keeps its connections to the database for later threads. It has a thread for each of the
browser's own connections, and what the database does for one that begins is more than what most pages ask of it."""

from __future__ import annotations

from typing import Any

import psycopg
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connection
from psycopg.pq import TransactionStatus

_kept: list[psycopg.Connection[Any]] = []  # nobody's now; the one that was used last is used first
_serve = ThreadedWSGIServer.process_request_thread
_close = ThreadedWSGIServer._close_connections


def _serve_on_a_kept_one(server: Any, request: Any, client_address: Any) -> None:
    begin = connection.get_new_connection  # of this thread alone
    connection.get_new_connection = lambda how: _one_that_lives() or begin(how)
    _serve(server, request, client_address)


def _one_that_lives() -> psycopg.Connection[Any] | None:
    while _kept:
        found = _kept.pop()
        try:
            found.autocommit = True
            found.execute("DISCARD ALL")
        except psycopg.Error:  # a test may have ended it
            continue
        return found
    return None


def _keep(server: Any) -> None:
    mine = connection.connection
    if mine is not None and mine.info.transaction_status == TransactionStatus.IDLE:
        _kept.append(mine)
        connection.connection = None
    _close(server)


ThreadedWSGIServer.process_request_thread = _serve_on_a_kept_one
ThreadedWSGIServer._close_connections = _keep


def close_all() -> None:
    """Before the test database goes: it does not while somebody is connected."""
    while _kept:
        _kept.pop().close()
