"""The rows of this room, by what they are about."""

from .clubs import Club, ClubKind, ClubMember
from .coaching import Agreed, Coaching, Introduction, Outcome
from .fellows import OPEN, Fellow, FellowState
from .ideas import Idea, IdeaKind, IdeaState
from .people import Ambassador, Offer

__all__ = [
    "OPEN",
    "Agreed",
    "Ambassador",
    "Club",
    "ClubKind",
    "ClubMember",
    "Coaching",
    "Fellow",
    "FellowState",
    "Idea",
    "IdeaKind",
    "IdeaState",
    "Introduction",
    "Offer",
    "Outcome",
]
