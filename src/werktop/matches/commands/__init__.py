"""Writes about follow-up talks: proposing, arranging, free blocks, what came of them."""

from .arranging import send_follow_ups
from .blocks import give_free_blocks, note_hours
from .by_hand import add_follow_up
from .calling_off import decline_talk, say_it_does_not_suit
from .calls import note_talk_called
from .forgetting import forget_unshared_wishes
from .moments import agree_on_moment
from .outcomes import note_outcome
from .proposing import propose_follow_ups
from .steps import choose_next_step, finish_next_step
from .taking_back import take_back_calling_off
from .thanking import note_thanked, thank_who_came

__all__ = [
    "add_follow_up",
    "agree_on_moment",
    "choose_next_step",
    "decline_talk",
    "finish_next_step",
    "forget_unshared_wishes",
    "give_free_blocks",
    "note_hours",
    "note_outcome",
    "note_talk_called",
    "note_thanked",
    "propose_follow_ups",
    "say_it_does_not_suit",
    "send_follow_ups",
    "take_back_calling_off",
    "thank_who_came",
]
