"""Writes about proposals."""

from .deciding import decide_proposal, note_decision, note_told, take_back_decision
from .proposing import (
    MOST,
    answer_own_proposal,
    note_list_taken,
    note_said,
    propose,
    reopen_proposal,
    withdraw_proposal,
)
from .stopping import stop_with_candidate, stop_with_entrepreneur

__all__ = [
    "MOST",
    "answer_own_proposal",
    "decide_proposal",
    "note_decision",
    "note_list_taken",
    "note_said",
    "note_told",
    "propose",
    "reopen_proposal",
    "stop_with_candidate",
    "stop_with_entrepreneur",
    "take_back_decision",
    "withdraw_proposal",
]
