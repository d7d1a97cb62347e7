"""Writes about help requests and their hand-overs."""

from .asking import (
    add_help_request,
    change_help_request,
    end_help,
    finish_help,
    put_off_help,
    reopen_help,
    start_help,
    take_back_help_request,
)
from .handing import (
    answer_hand_over,
    finish_hand_over,
    hand_over_help,
    note_answer_read,
    reopen_hand_over,
    withdraw_hand_over,
)

__all__ = [
    "add_help_request",
    "answer_hand_over",
    "change_help_request",
    "end_help",
    "finish_hand_over",
    "finish_help",
    "hand_over_help",
    "note_answer_read",
    "put_off_help",
    "reopen_hand_over",
    "reopen_help",
    "start_help",
    "take_back_help_request",
    "withdraw_hand_over",
]
