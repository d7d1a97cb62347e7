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
from .own_sessions import as_person, forget_browsers, forget_sessions, log_out, open_with_link
from .pairing import (
    PairingCodeIsWrong,
    end_pairing,
    make_pairing_code,
    open_with_strong_login,
    people_of_login,
    tie,
    tie_strong_login,
)
from .passwords import (
    PasswordIsWeak,
    ask_password_link,
    choose_password,
    make_first_link,
    send_password_link,
    set_password,
)
from .questions import count_question, forget_old_questions
from .standing_in import end_stand_in, end_stand_ins_of, put_back_stand_in, set_stand_in

__all__ = [
    "CodeIsOver",
    "CodeIsWrong",
    "LastAdministrator",
    "PairingCodeIsWrong",
    "PasswordIsWeak",
    "as_person",
    "ask_code",
    "ask_password_link",
    "change_profile",
    "choose_password",
    "count_question",
    "end_pairing",
    "enter_code",
    "end_stand_in",
    "end_stand_ins_of",
    "erase_who_left",
    "forget_browsers",
    "forget_codes",
    "forget_old_questions",
    "forget_sessions",
    "invite_colleague",
    "log_out",
    "make_first_link",
    "make_pairing_code",
    "note_list_taken",
    "open_account",
    "open_with_code",
    "open_with_link",
    "open_with_strong_login",
    "people_of_login",
    "put_back_stand_in",
    "send_codes",
    "send_password_link",
    "set_password",
    "set_roles",
    "set_stand_in",
    "tie",
    "tie_strong_login",
]
