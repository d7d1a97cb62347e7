"""SMTP with an end to it: a server that hangs, or answers letter by letter, holds a worker for one stated time."""

from __future__ import annotations

import smtplib
import socket
import threading
from contextlib import suppress
from typing import Any

from django.core.mail.backends.smtp import EmailBackend


class BoundedSMTP(smtplib.SMTP):
    """A conversation that is over when `timeout` seconds have passed since it began, whatever the server does.

    The time-out of a socket counts from the last byte: one byte a second would keep us for ever. When the time has passed
    the conversation ends in a TimeoutError.
    """

    _bell: threading.Timer | None = None
    _is_over = False

    def connect(self, host: str = "localhost", port: int = 0, source_address: Any = None) -> Any:
        """Connect and read the greeting; the time counts from here."""
        self._bell = threading.Timer(float(self.timeout), self._end)
        self._bell.daemon = True
        self._bell.start()
        return super().connect(host, port, source_address)

    def getreply(self) -> tuple[int, bytes]:
        """The server's next answer."""
        try:
            return super().getreply()
        except (smtplib.SMTPServerDisconnected, OSError) as fault:
            if self._is_over:
                raise TimeoutError("the mail server took too long") from fault
            raise

    def close(self) -> None:
        """End the conversation, and the count."""
        if self._bell is not None:
            self._bell.cancel()
        super().close()

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        # a name may stand for several addresses, each of which is tried for as long
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return super()._get_socket(host, port, timeout / max(1, len(addresses)))  # type: ignore[misc]

    def _end(self) -> None:
        self._is_over = True
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


class BoundedBackend(EmailBackend):
    """Django's e-mail backend, with conversations of at most `EMAIL_TIMEOUT` seconds each."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """What holds the conversation. Without STARTTLS or with it; TLS from the first byte is not offered."""
        return BoundedSMTP
