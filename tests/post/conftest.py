"""Fixtures of the post: a mail server and a message to send."""

from __future__ import annotations

from uuid import uuid4

import pytest
from tests.post.mail_server import MailServer

from werktop.audit.actors import SYSTEM
from werktop.post.commands import send_message
from werktop.post.recipients import Recipient

# how a test names what it changes of the recipient
TO = {
    "channel": "channel",
    "to_kind": "kind",
    "to_id": "id",
    "to_name": "name",
    "to_address": "address",
    "language": "language",
}


@pytest.fixture
def mail_server(settings):
    """A running SMTP server, and Django's settings pointing at it."""
    server = MailServer()
    settings.EMAIL_BACKEND = "werktop.post.smtp.BoundedBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", server.port, False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    server.start()
    yield server
    server.stop()


@pytest.fixture
def lay_down(cast, at):
    """`lay_down(channel="sms", …)` lays a message in the outbox of `cast.own`."""

    def do(**other):
        to = {
            "kind": "candidate",
            "id": uuid4(),
            "name": "Fatima El Amrani",
            "first_name": "Fatima",
            "channel": "email",
            "address": "fatima@post.example",
            "language": "nl",
        }
        for asked, fact in TO.items():
            if asked in other:
                to[fact] = other.pop(asked)
        message = {
            "actor": SYSTEM,
            "at": at,
            "organisation_id": cast.own.organisation.pk,
            "to": Recipient(**to),
            "subject": "Een uitnodiging van Gemeente Waalsteen",
            "body": "Beste Fatima,\n\nKomt u ook? https://werktop.example/u/abc/\n",
            "about_kind": "gathering",
            "about_id": uuid4(),
            "purpose": "invitation",
        }
        return send_message(**message | other)

    return do
