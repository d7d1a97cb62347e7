"""Writes about accounts and memberships."""

from .codes import CodeIsOver, CodeIsWrong, ask_code, enter_code, forget_codes, open_with_code, send_codes
from .colleagues import (
    LastAdministrator,
    change_profile,
    invite_colleague,
    note_list_taken,
    open_account,
    set_roles,
)
from .leaving import erase_who_left
from .own_sessions import forget_sessions, log_out, open_with_link
from .passwords import (
    PasswordIsWeak,
    ask_password_link,
    choose_password,
    make_first_link,
    send_password_link,
    set_password,
)
from .questions import count_question, forget_old_questions
from .standing_in import end_stand_in, set_stand_in

__all__ = [
    "CodeIsOver",
    "CodeIsWrong",
    "LastAdministrator",
    "PasswordIsWeak",
    "ask_code",
    "ask_password_link",
    "change_profile",
    "choose_password",
    "count_question",
    "enter_code",
    "end_stand_in",
    "erase_who_left",
    "forget_codes",
    "forget_old_questions",
    "forget_sessions",
    "invite_colleague",
    "log_out",
    "make_first_link",
    "note_list_taken",
    "open_account",
    "open_with_code",
    "open_with_link",
    "send_codes",
    "send_password_link",
    "set_password",
    "set_roles",
    "set_stand_in",
]
