"""Reads of help requests: for who works with the candidate, for their owner, and of a hand-over for who received it."""

from .due import HelpDue, help_due
from .listing import HelpFilters, found_hand_overs, found_help_requests
from .versions import help_request_version
from .visible import (
    Professional,
    hand_over_for,
    hand_overs_received_by,
    help_request_for,
    help_requests_of_candidate,
    help_requests_visible_to,
    professionals_by_id,
    received_hand_over_for,
    running_help,
)

__all__ = [
    "HelpDue",
    "HelpFilters",
    "Professional",
    "found_hand_overs",
    "found_help_requests",
    "hand_over_for",
    "hand_overs_received_by",
    "help_due",
    "help_request_for",
    "help_request_version",
    "help_requests_of_candidate",
    "help_requests_visible_to",
    "professionals_by_id",
    "received_hand_over_for",
    "running_help",
]
