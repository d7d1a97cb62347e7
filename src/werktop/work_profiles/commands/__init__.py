"""Writes about work at employers."""

from .carving import (
    carve_tasks,
    change_function,
    note_function,
    put_function_away,
    take_carving_back,
    take_function_up,
)
from .closing import close_work_profile, move_work_profile, reopen_work_profile
from .hiring import answer_offer, put_back_sign_up, sign_up, take_back_sign_up
from .listing import note_work_list_taken
from .noting import (
    change_work_profile,
    copy_work_profile,
    note_work_profile,
    take_back_work_profiles,
    work_profile_to_edit,
)
from .of_chance import note_work_of_chance
from .offering import offer_work, take_back_offer
from .templates import drop_template, keep_template, offer_template

__all__ = [
    "offer_work",
    "take_back_offer",
    "carve_tasks",
    "change_function",
    "take_back_sign_up",
    "sign_up",
    "put_back_sign_up",
    "answer_offer",
    "change_work_profile",
    "close_work_profile",
    "copy_work_profile",
    "drop_template",
    "keep_template",
    "move_work_profile",
    "note_function",
    "note_work_list_taken",
    "note_work_of_chance",
    "note_work_profile",
    "offer_template",
    "put_function_away",
    "reopen_work_profile",
    "take_back_work_profiles",
    "take_carving_back",
    "take_function_up",
    "work_profile_to_edit",
]
