"""Candidates and the parts of their picture."""

from .agreed import Agreed, Doer, Need, PlanStep
from .by_law import Income, Standing
from .candidate import KEEP, Candidate, PreferredChannel, Way
from .life_domains import LOW, SCORES, SENSITIVE, Domain, DomainInUse, DomainScore
from .look import Look, LookKind
from .objection import Objection
from .own_writing import OwnWriting
from .parts import PARTS
from .picture import (
    SOURCES,
    Adjustment,
    CandidateTerm,
    InstrumentUse,
    KnownFirm,
    LearningGoal,
    Level,
    Motivation,
    Outcome,
    Part,
    Perspective,
    Source,
)
from .presentation import Presentation
from .proofs import Certificate, HasRequirement
from .transfer import Transfer, TransferWhy
from .wish import DayPart, Travel, Weekday, Wish, WishedOccupation

__all__ = [
    "KEEP",
    "LOW",
    "PARTS",
    "SCORES",
    "SENSITIVE",
    "SOURCES",
    "Adjustment",
    "Agreed",
    "Candidate",
    "CandidateTerm",
    "Certificate",
    "DayPart",
    "Doer",
    "Domain",
    "DomainInUse",
    "DomainScore",
    "HasRequirement",
    "Income",
    "InstrumentUse",
    "KnownFirm",
    "LearningGoal",
    "Level",
    "Look",
    "LookKind",
    "Motivation",
    "Need",
    "Objection",
    "Outcome",
    "OwnWriting",
    "Part",
    "Perspective",
    "PlanStep",
    "Presentation",
    "PreferredChannel",
    "Source",
    "Standing",
    "Transfer",
    "TransferWhy",
    "Travel",
    "Weekday",
    "Way",
    "Wish",
    "WishedOccupation",
]
