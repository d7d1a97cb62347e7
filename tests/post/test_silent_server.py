"""A mail server that takes connections and never answers: it costs one wait, not one for every message."""

from __future__ import annotations

import itertools
import socket
import threading
import time
from contextlib import suppress

import pytest

from werktop.audit.actors import SYSTEM
from werktop.post import gateways
from werktop.post.commands import deliver_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


class Came(list):
    """The connections that a silent server took."""

    says = b""

    def trickle(self):
        with suppress(OSError):
            for byte in itertools.cycle(self.says):
                self[-1].send(bytes([byte]))
                time.sleep(0.05)


@pytest.fixture
def silent_server(settings):
    """A listening socket that says nothing (or what `came.says` holds, byte by byte); gives the list of who came."""
    came = Came()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def take() -> None:
            try:
                while True:
                    came.append(listening.accept()[0])
                    if came.says:
                        threading.Thread(target=came.trickle, daemon=True).start()
            except OSError:
                return

        threading.Thread(target=take, daemon=True).start()
        settings.EMAIL_BACKEND = "werktop.post.smtp.BoundedBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = listening.getsockname()
        settings.EMAIL_TIMEOUT, settings.EMAIL_USE_TLS = 0.2, False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield came
        listening.shutdown(socket.SHUT_RDWR)
    for each in came:
        each.close()


@pytest.fixture
def seconds(monkeypatch):
    """The seconds that the memory of silent servers counts by; the test moves them."""
    now = [1000.0]
    monkeypatch.setattr(gateways, "silence", gateways.Silence(lambda: now[0]))
    return now


def test_a_silent_server_is_waited_for_once_a_minute_and_all_messages_wait(
    lay_down, silent_server, seconds, at
):
    keys = [lay_down() for _each in range(12)]
    assert {deliver_message(actor=SYSTEM, at=at, message_id=key) for key in keys} == {"waiting"}
    assert len(silent_server) == 1
    assert not Message.objects.filter(last_fault="").exists()
    seconds[0] += gateways.Silence.SECONDS + 1
    Message.objects.update(not_before_at=None)
    assert {deliver_message(actor=SYSTEM, at=at, message_id=key) for key in keys} == {"waiting"}
    assert len(silent_server) == 2


def test_another_server_is_not_blamed_for_it(lay_down, silent_server, seconds, mail_server, at):
    gateways.silence.noted(("127.0.0.2", 25))
    assert deliver_message(actor=SYSTEM, at=at, message_id=lay_down()) == "sent"


def test_a_server_that_answers_byte_by_byte_is_not_waited_for_either(lay_down, silent_server, seconds, at):
    silent_server.says = b"220-welcome "  # never the end of a line, never silent as long as the time-out
    first, second = lay_down(), lay_down()
    assert deliver_message(actor=SYSTEM, at=at, message_id=first) == "waiting"
    assert deliver_message(actor=SYSTEM, at=at, message_id=second) == "waiting"
    assert len(silent_server) == 1
    assert "too long" in Message.objects.get(pk=first).last_fault
    assert not Message.objects.filter(status="failed").exists()
