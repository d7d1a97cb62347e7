"""Saving "Wijzig het gesprek": what is asked as it already was changes nothing and writes to nobody."""

from __future__ import annotations

import re

import pytest
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(cast, clock, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def made(cast):
    """Three tables of 8 for 24 candidates; one is closed by hand and one candidate waits."""
    gathering = making.gathering(cast.own, tables=3, candidates_wanted=24)
    gathering.tables.filter(number=3).update(is_closed=True)
    making.guest(gathering, making.candidate(cast.own, "Wil"), "waiting", channel="email")
    return gathering


def saved(staff, made, **other):
    """The form as the browser sends it: every field as it stands, and what was typed over it."""
    page = staff.get(at_page("change_gathering", made)).content.decode()
    form = page.split('<form method="post" class="card')[1].split("</form>")[0]
    sent = {}
    for tag in re.findall(r"<input[^>]+>", form):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            sent[name[1]] = value[1] if value else ""
    return post(staff, at_page("change_gathering", made), **sent | other)


def open_tables(made):
    return list(made.tables.filter(is_closed=False).order_by("number").values_list("number", flat=True))


@pytest.mark.parametrize("other", [{}, {"travel_tip": "Bus 44"}, {"candidates_wanted": "20"}])
def test_a_save_without_more_candidates_opens_no_table_and_lets_nobody_in(staff, made, other):
    answer = saved(staff, made, **other)
    assert answer.status_code == 302
    made.refresh_from_db()
    assert made.travel_tip == other.get("travel_tip", "")
    assert made.candidates_wanted == int(other.get("candidates_wanted", 24))
    assert open_tables(made) == [1, 2]
    assert made.guests.get().reply == "waiting"
    assert not Message.objects.exists()
    assert "tafel bij gekomen" not in text_of(staff.get(answer["Location"]))


def test_more_candidates_bring_tables_and_the_page_says_so(staff, made):
    answer = saved(staff, made, candidates_wanted="30")
    assert open_tables(made) == [1, 2, 3]
    assert made.guests.get(candidate__first_name="Wil").reply == "yes"
    shown = text_of(staff.get(answer["Location"]))
    assert "Er is 1 tafel bij gekomen" in shown and "1 gast van de wachtlijst kan nu komen" in shown


def test_larger_tables_let_in_who_waits_and_open_none(staff, made):
    saved(staff, made, table_size="12")
    assert made.guests.get().reply == "yes", "twelve at a table are more chairs"
    assert open_tables(made) == [1, 2]


def test_a_move_says_how_many_guests_and_how_many_hosts_get_a_message(cast, staff, made):
    for name, channel in (("Mail", "email"), ("Sms", "sms"), ("Bel", "call")):
        person = making.candidate(cast.own, name, preferred_channel=channel)
        making.guest(made, person, "invited", channel=channel, invited_at=made.created_at)
    answer = saved(staff, made, place_name="Zaal De Werf")
    # two by e-mail with who waits, one by text message; who can only be called stands on the list
    assert "Bewaard. 3 gasten krijgen bericht. 3 tafelhosts krijgen een e-mail." in text_of(
        staff.get(answer["Location"])
    )
