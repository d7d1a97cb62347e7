"""Writes about support for employers."""

from .amounts import (
    AmountIsOutside,
    BeginsOnThatDay,
    EndsBeforeItBegins,
    OnlyPublicBodies,
    RuleIsUnknown,
    SourceIsMissing,
    add_amount,
    restore_amount,
    withdraw_amount,
)
from .listing import note_agreements_taken
from .practices import (
    DaysAreOutside,
    NothingIsSaid,
    ReasonIsMissing,
    SubjectIsUnknown,
    end_difference,
    restore_difference,
    set_agreement,
    set_difference,
)

__all__ = [
    "AmountIsOutside",
    "BeginsOnThatDay",
    "DaysAreOutside",
    "EndsBeforeItBegins",
    "NothingIsSaid",
    "OnlyPublicBodies",
    "ReasonIsMissing",
    "RuleIsUnknown",
    "SourceIsMissing",
    "SubjectIsUnknown",
    "add_amount",
    "end_difference",
    "note_agreements_taken",
    "restore_amount",
    "restore_difference",
    "set_agreement",
    "set_difference",
    "withdraw_amount",
]
