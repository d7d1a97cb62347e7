"""Rows of the prettig gesprek: the gathering and its tables, guests, seats, and what happened on the day."""

from .day import Agreement, Click, ForgottenClicks, Impression, Round, TalentSeen, TalkOnQuestion
from .gathering import OPEN, Gathering, GatheringFormat, GatheringStatus, Host, Table
from .guests import HAS_STOPPED, WALKED_IN, Guest, GuestKind, Reply
from .seats import PairRule, Pin, Seat, SeatPlan

__all__ = [
    "HAS_STOPPED",
    "OPEN",
    "WALKED_IN",
    "Agreement",
    "Click",
    "ForgottenClicks",
    "Gathering",
    "GatheringFormat",
    "GatheringStatus",
    "Guest",
    "GuestKind",
    "Host",
    "Impression",
    "PairRule",
    "Pin",
    "Reply",
    "Round",
    "Seat",
    "SeatPlan",
    "Table",
    "TalentSeen",
    "TalkOnQuestion",
]
