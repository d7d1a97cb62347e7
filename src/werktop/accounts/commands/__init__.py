"""Writes about accounts and memberships."""

from .colleagues import (
    LastAdministrator,
    change_profile,
    invite_colleague,
    note_list_taken,
    open_account,
    set_roles,
)
from .leaving import erase_who_left
from .passwords import (
    PasswordIsWeak,
    ask_password_link,
    choose_password,
    make_first_link,
    send_password_link,
    set_password,
)
from .questions import count_question, forget_old_questions

__all__ = [
    "LastAdministrator",
    "PasswordIsWeak",
    "ask_password_link",
    "change_profile",
    "choose_password",
    "count_question",
    "erase_who_left",
    "forget_old_questions",
    "invite_colleague",
    "make_first_link",
    "note_list_taken",
    "open_account",
    "send_password_link",
    "set_password",
    "set_roles",
]
