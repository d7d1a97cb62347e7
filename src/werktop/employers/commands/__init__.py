"""Writes about employers and entrepreneurs."""

from .asking import ask_own_question, ask_question, note_question
from .bringing import note_bringer
from .bulk import add_employers
from .chances import (
    change_chance,
    note_chance,
    note_chances_taken,
    reopen_chance,
    settle_chance,
    take_back_chance,
    take_back_chances,
)
from .contact_people import hand_over_firms, set_contact_people
from .facts import EmployerIsHereAlready, NameIsMissing
from .keeping import add_employer, change_employer, note_list_taken
from .merging import (
    look_for_double_firms,
    merge_employers,
    merge_entrepreneurs,
    take_apart_employers,
    take_apart_entrepreneurs,
    tell_employers_apart,
    tell_entrepreneurs_apart,
)
from .own import change_own_details
from .people import (
    add_entrepreneur,
    change_entrepreneur,
    erase_entrepreneur,
    say_what_work_there_may_be,
)
from .questions import (
    AlreadyTaken,
    answer_question,
    forget_questions,
    let_go_of_question,
    link_question,
    note_questions_taken,
    pass_question_on,
    reopen_question,
    take_question,
)
from .relation import note_relation, put_aside_relation, put_back_relation

__all__ = [
    "change_chance",
    "note_chance",
    "note_chances_taken",
    "reopen_chance",
    "settle_chance",
    "take_back_chance",
    "take_back_chances",
    "AlreadyTaken",
    "answer_question",
    "ask_own_question",
    "ask_question",
    "forget_questions",
    "let_go_of_question",
    "link_question",
    "note_question",
    "note_questions_taken",
    "pass_question_on",
    "reopen_question",
    "take_question",
    "look_for_double_firms",
    "merge_employers",
    "merge_entrepreneurs",
    "take_apart_employers",
    "take_apart_entrepreneurs",
    "tell_employers_apart",
    "tell_entrepreneurs_apart",
    "EmployerIsHereAlready",
    "NameIsMissing",
    "add_employer",
    "add_employers",
    "add_entrepreneur",
    "change_employer",
    "change_entrepreneur",
    "change_own_details",
    "erase_entrepreneur",
    "note_bringer",
    "note_list_taken",
    "note_relation",
    "put_aside_relation",
    "put_back_relation",
    "hand_over_firms",
    "set_contact_people",
    "say_what_work_there_may_be",
]
