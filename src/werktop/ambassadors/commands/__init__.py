"""Writes about ambassadors and what they bring."""

from .clubs import add_club, add_club_member, change_club, remove_club, remove_club_member
from .coaching import (
    end_coaching,
    note_introduction,
    note_introduction_outcome,
    resume_coaching,
    start_coaching,
    take_back_coaching,
    take_back_introduction,
)
from .fellows import (
    forget_old_fellows,
    join_fellow,
    name_fellow,
    note_fellow_called,
    note_fellow_not_now,
    reopen_fellow,
    take_back_fellow,
    take_fellow,
)
from .ideas import answer_idea, propose_idea, take_back_idea
from .introduced_talks import note_introduced_talk_held, plan_introduced_talk, take_back_introduced_talk
from .lists import note_clubs_taken, note_fellows_taken, note_ideas_taken, note_network_taken
from .people import change_ambassador, end_ambassador, make_ambassador, resume_ambassador
from .thanking import thank_entrepreneur

__all__ = [
    "add_club",
    "add_club_member",
    "answer_idea",
    "change_ambassador",
    "change_club",
    "end_ambassador",
    "end_coaching",
    "forget_old_fellows",
    "join_fellow",
    "make_ambassador",
    "name_fellow",
    "note_clubs_taken",
    "note_fellow_called",
    "note_fellow_not_now",
    "note_fellows_taken",
    "note_ideas_taken",
    "note_introduced_talk_held",
    "note_introduction",
    "note_introduction_outcome",
    "note_network_taken",
    "plan_introduced_talk",
    "propose_idea",
    "remove_club",
    "remove_club_member",
    "reopen_fellow",
    "resume_ambassador",
    "resume_coaching",
    "start_coaching",
    "take_back_coaching",
    "take_back_fellow",
    "take_back_idea",
    "take_back_introduced_talk",
    "take_back_introduction",
    "take_fellow",
    "thank_entrepreneur",
]
