"""Ways out of the house: SMTP for e-mail, an adapter for SMS, and stand-ins for the demo.

A gateway's `send(message)` hands one message over, or raises: `NotNow` where another try may succeed, `Refused`
where it never will. Nothing here reads or writes the database.
"""

from __future__ import annotations

import smtplib
import time
from collections.abc import Callable, Sequence
from email.utils import formataddr, parseaddr
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.module_loading import import_string

from .calendar import addressed_to, method_of
from .models import Channel, Message

STAND_IN = "stand-in"
"""The SMS gateway where none was chosen."""


class NotNow(Exception):
    """This try failed; a later one may not."""


class Refused(Exception):
    """The other side will never take this message."""


class Gateway(Protocol):
    """What carries messages of one channel."""

    def send(self, message: Message) -> None:
        """Hand one message over; `NotNow` or `Refused` where that fails."""


class Silence:
    """Remembers a mail server that did not answer: for a minute nobody else waits for it in vain.

    A server that refuses answers at once and is not kept waiting for; only silence costs every message its time.
    """

    SECONDS = 60

    def __init__(self, seconds_now: Callable[[], float] = time.monotonic) -> None:
        self._seconds_now = seconds_now
        self._until: dict[tuple[str, int], float] = {}

    def require_none(self, server: tuple[str, int]) -> None:
        """Raises `NotNow` where this server was silent less than a minute ago."""
        if self._seconds_now() < self._until.get(server, float("-inf")):
            raise NotNow("the mail server did not answer a moment ago")

    def noted(self, server: tuple[str, int]) -> None:
        """This server did not answer in time."""
        self._until[server] = self._seconds_now() + self.SECONDS


silence = Silence()


class Mail:
    """E-mail through Django's e-mail backend (SMTP, unless the settings say otherwise)."""

    def send(self, message: Message) -> None:
        """One message to one recipient, in one SMTP transaction."""
        server = (settings.EMAIL_HOST, settings.EMAIL_PORT)
        silence.require_none(server)
        try:
            letter = mail_of(message)
            letter.connection = get_connection(fail_silently=False)
            if letter.send() != 1:
                raise Refused("no recipient")
        except smtplib.SMTPRecipientsRefused as fault:
            code, words = next(iter(fault.recipients.values()))
            raise (Refused if code >= 500 else NotNow)(_said(code, words)) from fault
        except smtplib.SMTPDataError as fault:
            said = _said(fault.smtp_code, fault.smtp_error)
            raise (Refused if fault.smtp_code >= 500 else NotNow)(said) from fault
        except smtplib.SMTPResponseException as fault:
            # our own account or sender is not accepted: that is to be mended here, the message can wait
            raise NotNow(_said(fault.smtp_code, fault.smtp_error)) from fault
        except (smtplib.SMTPException, OSError) as fault:
            # smtplib wraps a time-out after the connection was made
            if isinstance(fault, TimeoutError) or isinstance(fault.__context__, TimeoutError):
                silence.noted(server)
            raise NotNow(str(fault) or type(fault).__name__) from fault
        except (ValueError, UnicodeError) as fault:  # an address or header that no mail can have
            raise Refused(str(fault)) from fault


def mail_of(message: Message) -> EmailMessage:
    """The e-mail for a message row: its own Message-ID, plain text, and the calendar file where there is one."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organisation = message.organisation
    headers = {
        "Message-ID": message.message_id,
        "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers
        "Content-Language": message.language,
    }
    mail = EmailMessage(
        subject=message.subject,
        body=message.body,
        from_email=formataddr((organisation.name or name, address)),
        to=[formataddr((message.to_name, message.to_address))],
        reply_to=[organisation.email] if organisation.email else [],
        headers=headers,
    )
    if message.calendar:
        file = addressed_to(
            message.calendar,
            name=message.to_name,
            email=message.to_address,
            sender=(organisation.name or name, address),
        )
        mail.attach("afspraak.ics", file, f"text/calendar; method={method_of(file)}")
    return mail


class Mailbox(BaseEmailBackend):
    """An e-mail backend that keeps nothing and sends nothing: the rows themselves are the demo's mailbox page."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Every message counts as handed over."""
        return len(email_messages)


class StandInSms:
    """SMS for the demo and for tests: shown on the mailbox page, sent to no phone."""

    def send(self, message: Message) -> None:
        """Nothing leaves; outside demo and tests that would be a lie, so there it is refused."""
        if not settings.HAS_MAILBOX_PAGE:
            raise NotNow("no SMS gateway: WERKTOP_SMS_GATEWAY")


def gateway_of(channel: str) -> Gateway:
    """The gateway that carries a channel. Letters and phone calls have none."""
    if channel == Channel.EMAIL:
        return Mail()
    if channel == Channel.SMS:
        chosen = settings.SMS_GATEWAY
        return StandInSms() if chosen == STAND_IN else import_string(chosen)()
    raise ValueError(f"no gateway carries {channel!r}")


def _said(code: int, words: bytes | str) -> str:
    return f"{code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"
