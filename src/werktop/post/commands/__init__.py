"""Writes about messages: what goes out, and what becomes of letters."""

from .letters import end_late_letters, mark_letters_printed, note_people_told
from .sending import (
    MOST_TRIES,
    NoAddress,
    NotToRetry,
    NotYet,
    back_off,
    deliver_message,
    forget_old_messages,
    nudge,
    retry_message,
    send_message,
    withdraw_messages,
    withdraw_messages_to,
)

__all__ = [
    "MOST_TRIES",
    "NoAddress",
    "NotToRetry",
    "NotYet",
    "back_off",
    "deliver_message",
    "end_late_letters",
    "forget_old_messages",
    "mark_letters_printed",
    "note_people_told",
    "nudge",
    "retry_message",
    "send_message",
    "withdraw_messages",
    "withdraw_messages_to",
]
