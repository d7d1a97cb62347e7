"""The main job as people do it, over HTTP: from a guest list to follow-up talks and what came of them.

Everything is typed and tapped on pages, with the page gate, CSRF, request keys and audit in force; only organisations
and accounts are made beforehand.
"""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tests.road import after_the_day, before_the_day, the_day
from tests.road.walking import logged_in

from werktop.accounts.models import Account, Membership
from werktop.accounts.roles import Role
from werktop.audit.models import Entry, PersonalView

pytestmark = pytest.mark.django_db


@pytest.fixture
def road(cast, clock, carry_post, rows_now):
    """Who walks: a relationship manager, seven table hosts, and what they need to remember."""
    hosts = []
    for name in ("Anouk", "Bram", "Chris", "Dewi", "Esra", "Floor", "Guus"):
        account = Account(email=f"{name.lower()}@house.example", name=f"{name} van Huis")
        account.set_password("een-lang-wachtwoord")
        account.save()
        Membership.objects.create(account=account, organisation=cast.own.organisation, role=Role.TABLE_HOST)
        hosts.append(account)
    return SimpleNamespace(
        cast=cast,
        clock=clock,
        carry_post=carry_post,
        rows_now=rows_now,
        hosts=hosts,
        manager=logged_in(cast.own.account()),
        links={},
    )


def test_from_a_guest_list_to_follow_up_talks_and_what_came_of_them(road):
    before_the_day.people_come_in(road)
    before_the_day.a_gathering_is_planned(road)
    before_the_day.guests_are_invited_in_three_steps(road)
    before_the_day.a_mail_scanner_opens_every_link(road)
    before_the_day.guests_answer_with_one_tap(road)
    before_the_day.hosts_get_a_table(road)
    before_the_day.seats_are_planned_and_one_is_moved(road)
    the_day.the_day_begins_and_guests_come_in(road)
    the_day.who_did_not_come_leaves_no_gap(road)
    the_day.a_round_is_held_and_hosts_note_what_they_saw(road)
    after_the_day.guests_say_with_whom_they_want_to_talk_on(road)
    after_the_day.talks_are_proposed_changed_and_sent(road)
    after_the_day.an_appointment_does_not_suit(road)
    after_the_day.what_came_of_it_is_noted(road)
    after_the_day.the_result_is_told(road)
    every_step_left_its_line(road)


STEPS = (
    "add_candidate", "add_employer", "plan_gathering", "choose_guests", "choose_and_invite", "reply_to_invitation",
    "remind_guests", "arrange_tables", "save_seat_plan", "start_day", "check_in", "apply_proposed_plan",
    "begin_round", "end_round", "record_table", "finish_day", "ask_talk_on", "answer_after_talk",
    "propose_follow_ups", "send_follow_ups", "say_it_does_not_suit", "note_outcome",
)  # fmt: skip


def every_step_left_its_line(road):
    verbs = {verb.rpartition(".")[2] for verb in Entry.objects.values_list("verb", flat=True)}
    assert set(STEPS) <= verbs, verbs
    # the first chair on offer may be free or somebody's
    assert {"move_guest", "swap_guests"} & verbs, verbs
    pages = set(PersonalView.objects.values_list("page", flat=True))
    assert {
        "candidates:candidate", "gatherings:choose_guests", "gatherings:guests", "gatherings:seats", "gatherings:day",
        "gatherings:badge", "gatherings:table_screen", "gatherings:replan", "portal:talk_on", "matches:after",
        "matches:follow_up", "desk:today",
    } <= pages, pages  # fmt: skip
