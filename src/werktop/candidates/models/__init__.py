"""Candidates and the parts of their picture."""

from .candidate import KEEP, Candidate, PreferredChannel
from .picture import (
    PARTS,
    CandidateTerm,
    Certificate,
    InstrumentUse,
    KnownFirm,
    LearningGoal,
    Level,
    Need,
    Part,
    Perspective,
    PlanStep,
    Source,
    Weekday,
    Wish,
)
from .presentation import Presentation

__all__ = [
    "KEEP",
    "PARTS",
    "Candidate",
    "CandidateTerm",
    "Certificate",
    "InstrumentUse",
    "KnownFirm",
    "LearningGoal",
    "Level",
    "Need",
    "Part",
    "Perspective",
    "PlanStep",
    "Presentation",
    "PreferredChannel",
    "Source",
    "Weekday",
    "Wish",
]
