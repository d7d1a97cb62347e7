"""The seats page: a picture per round, why somebody sits there, what could be otherwise, and what is missing."""

from __future__ import annotations

import math
import re
import time
from uuid import uuid4

import pytest
from tests import making
from tests.gatherings.seating import hall_of_guests
from tests.gatherings.seats_asking import address, in_force, planned, post, shown, table_of

from werktop.audit.models import PersonalView
from werktop.gatherings.commands.seat_rules import pin_guest
from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.models import Host, Seat, SeatPlan
from werktop.mechanisms.warm import make_seating_ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_without_guests_the_page_says_what_to_do_first(cast, log_in):
    made = hall_of_guests(cast.own, 0, 0, 2)
    page = shown(log_in(cast.own.account()).get(address(made)))
    assert "Nog niemand om een stoel te geven" in page


def test_one_tap_seats_everybody_and_shows_the_room(cast, log_in):
    made = hall_of_guests(cast.own)
    client = log_in(cast.own.account())
    assert "Deel de stoelen in" in shown(client.get(address(made)))
    page = shown(post(client, made))
    assert "De stoelen zijn ingedeeld" in page
    for table in (1, 2):
        assert f'aria-label="Tafel {table}"' in page
    for name in ("Fatima", "Oksana", "Sanne"):
        assert name in page
    assert "Zo goed is deze opstelling" in page


def test_a_chosen_seat_says_why_and_where_else(cast, at, log_in):
    made = planned(cast, at, 7, 4, 2, rounds=2)
    guest = made.candidates[0]
    page = shown(log_in(cast.own.account()).get(address(made), {"stoel": guest.pk, "ronde": 2}))
    assert "Waarom zit Fatima hier?" in page
    assert f"ronde 2, tafel {table_of(made, guest, 2).number}" in page
    assert "In 2 rondes spreekt Fatima 4 ondernemers." in page
    assert 'value="table:' in page
    assert 'value="swap:' in page
    # each option tells its effect
    options = re.findall(r'class="small soft">(?:↑|↓|=|!) ([^<]+)<', page)
    assert len(options) >= 4
    assert all("past" in o or "let op" in o for o in options)
    assert len(options) == len(re.findall(r'name="to" value="(?:table|swap):', page)) - page.count(
        'class="stack stack--1 move"'
    )


def test_an_option_that_breaks_a_rule_says_so(cast, at, log_in):
    made = hall_of_guests(cast.own, 6, 4, 2)
    host = Host.objects.get(gathering=made.gathering, table__number=2).account
    host.languages = ["ar"]
    host.save()
    salma = making.guest(made.gathering, making.candidate(cast.own, "Salma", languages=["ar"]))
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=2000)
    page = shown(log_in(cast.own.account()).get(address(made), {"stoel": salma.pk}))
    assert "let op: daar spreekt niemand een taal van Salma" in page
    assert "Host spreekt ook Arabisch" in page


def test_too_few_entrepreneurs_is_said_before_the_day_and_one_tap_closes_a_table(cast, log_in):
    made = hall_of_guests(cast.own, 8, 3, 2)
    making.guest(made.gathering, making.entrepreneur(making.employer(cast.own)), "invited")
    client = log_in(cast.own.account())
    page = shown(client.get(address(made)))
    assert "1 ondernemer te weinig" in page
    assert "1 ondernemer heeft nog niet geantwoord" in page
    assert "Sluit 1 tafel" in page
    page = shown(post(client, made, "seat_tables", tables=1, chairs=0))
    assert "De stoelen zijn ingedeeld." in page and "opnieuw ingedeeld" not in page, "for the first time"
    assert "te weinig" not in page
    assert "Tafel 2 is gesloten" in page
    assert Seat.objects.filter(plan=in_force(made), guest__kind="candidate").count() == 8


def test_a_table_that_closes_takes_chairs_along_where_they_are_needed(cast, log_in):
    made = hall_of_guests(cast.own, 9, 3, 2)
    client = log_in(cast.own.account())
    assert "Sluit 1 tafel en zet 1 stoel per tafel bij" in shown(client.get(address(made)))
    post(client, made, "seat_tables", tables=1, chairs=1)
    assert Seat.objects.filter(plan=in_force(made), guest__kind="candidate").count() == 9


def test_too_few_chairs_and_hosts_are_said_with_what_to_do(cast, log_in):
    made = hall_of_guests(cast.own, 18, 4, 2)
    Host.objects.filter(gathering=made.gathering, table__number=2).delete()
    client = log_in(cast.own.account())
    page = shown(client.get(address(made)))
    assert "2 stoelen te weinig" in page
    assert "Zet 1 stoel per tafel bij" in page
    assert "Tafel 2 heeft nog geen tafelhost" in page
    page = shown(post(client, made, "seat_tables", chairs=1))
    assert "De stoelen zijn ingedeeld." in page
    assert "De stoelen zijn opnieuw ingedeeld" in shown(post(client, made, "seat_tables", chairs=1))
    assert "stoelen te weinig" not in page


def test_a_plan_that_cannot_be_is_refused_in_words_on_the_page(cast, log_in):
    made = hall_of_guests(cast.own, 18, 4, 2)
    answer = log_in(cast.own.account()).post(address(made), {"request_key": str(uuid4())})
    page = answer.content.decode()
    assert answer.status_code == 409 and "Er komen 18 kandidaten en er zijn 16 stoelen" in page
    assert "Open een tafel erbij" in page and address(made, "tables") in page
    assert not SeatPlan.objects.exists()


def test_who_said_yes_after_the_plan_is_named_as_without_a_chair(cast, at, log_in):
    made = planned(cast, at)
    making.guest(made.gathering, making.candidate(cast.own, "Nieuwkomer"))
    page = shown(log_in(cast.own.account()).get(address(made)))
    assert "Nog zonder stoel" in page
    assert "Nieuwkomer" in page


def test_who_cannot_come_any_more_leaves_a_free_chair(cast, at, log_in):
    made = planned(cast, at)
    made.candidates[0].reply = "no"
    made.candidates[0].save()
    page = shown(log_in(cast.own.account()).get(address(made)))
    assert "Fatima" not in page
    assert "seat--free" in page


def test_a_colleague_of_another_organisation_sees_but_cannot_change(cast, at, log_in):
    made = planned(cast, at)
    making.guest(made.gathering, making.candidate(cast.other, "Nora"))
    client = log_in(cast.other.account())
    page = shown(client.get(address(made), {"stoel": made.candidates[0].pk}))
    assert "Waarom zit Fatima hier?" in page
    for word in ("Verzet", "Zet vast", "Deel opnieuw in", "Voeg iets toe"):
        assert word not in page
    assert log_in(cast.far.account()).get(address(made)).status_code == 404


def test_everyone_shown_is_written_to_the_processing_log(cast, at, log_in):
    made = planned(cast, at)
    log_in(cast.own.account()).get(address(made))
    views = PersonalView.objects.filter(page="gatherings:seats")
    assert set(views.values_list("about_kind", flat=True)) == {"candidate", "entrepreneur"}
    seen = {i for ids in views.values_list("about_ids", flat=True) for i in ids}
    assert {str(g.candidate_id) for g in made.candidates} <= {str(i) for i in seen}


def test_nobody_reads_why_somebody_needs_a_step_free_table(cast, at, log_in):
    made = hall_of_guests(cast.own)
    guest = making.guest(
        made.gathering, making.candidate(cast.own, "Omar", is_step_free_needed=True, day_note="rolstoel")
    )
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=2000)
    page = shown(log_in(cast.own.account()).get(address(made), {"stoel": guest.pk}))
    assert "Een drempelvrije tafel voor 1 gast" in page
    assert "rolstoel" not in page


def test_tables_too_large_to_draw_become_lists(cast, at, log_in):
    made = planned(cast, at, 32, 4, 2, table_size=16)
    page = shown(log_in(cast.own.account()).get(address(made), {"stoel": made.candidates[0].pk}))
    assert "Tafel 1" in page
    assert "Fatima" in page


def test_the_page_is_complete_in_english(cast, at, log_in):
    made = planned(cast, at, 7, 4, 2, rounds=2)
    client = log_in(cast.own.account())
    client.cookies["django_language"] = "en"
    page = shown(client.get(address(made), {"stoel": made.candidates[0].pk}))
    for words in ("How good this seating is", "Why does Fatima sit here?", "Seat elsewhere", "Plan again"):
        assert words in page
    words_only = re.sub(r"<[^>]*>", " ", page.split("<main", 1)[1])
    for word in ("tafel", "stoel", "ronde ", "Waarom", "liever", "past ", "zoekt"):
        assert word not in words_only.lower()


def test_odd_addresses_show_the_first_round(cast, at, log_in):
    made = planned(cast, at)
    client = log_in(cast.own.account())
    for asked in ({"ronde": "99"}, {"ronde": "x"}, {"stoel": "x"}, {"stoel": uuid4()}, {"voorstel": "1"}):
        assert "Tafel 1" in shown(client.get(address(made), asked))


def test_more_guests_take_no_more_queries(cast, at, log_in, django_assert_max_num_queries):
    client = log_in(cast.own.account())
    for made in (planned(cast, at, 4, 2, 1), planned(cast, at, 50, 14, 7, rounds=3)):
        pin_guest(
            actor=cast.own.actor(),
            at=at,
            gathering_id=made.gathering.pk,
            guest_id=made.candidates[0].pk,
            round_number=1,
        )
        client.get(address(made))
        with django_assert_max_num_queries(28):
            shown(client.get(address(made), {"stoel": made.candidates[0].pk}))


@pytest.mark.parametrize("rounds", [1, 3])
def test_fifty_guests_are_seated_and_shown_within_two_seconds(cast, at, log_in, rounds, true_seconds):
    made = hall_of_guests(cast.own, 50, 14, 7, rounds=rounds)
    # compiled at set-up (werktop.mechanisms.warm), not while somebody waits
    make_seating_ready()
    client = log_in(cast.own.account())
    took: list[float] = []
    # the machine that runs the tests may be busy for a moment: the promise is kept where one of three keeps it
    while len(took) < 3 and min(took, default=math.inf) > 2:
        started = time.monotonic()
        page = shown(post(client, made))
        took.append(time.monotonic() - started)
        assert "De stoelen zijn ingedeeld" in page
    report = in_force(made).report
    print(f"50×14×{rounds}: {took} s, {report['share_of_bound']:.1%} of the proven bound")
    assert min(took) <= 2
    assert ("Beter dan dit kan niet" in page) == (rounds == 1), "one round is solved and proven"


def test_every_other_chair_shows_what_a_swap_would_do_before_it_is_done(cast, at, log_in):
    made = hall_of_guests(cast.own, candidates=8, entrepreneurs=4, tables=2, table_size=5)
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=200)
    someone = made.candidates[0]
    page = shown(log_in(cast.own.account()).get(address(made), {"stoel": someone.pk}))
    signs = re.findall(r'class="seat__effect[^"]*" aria-hidden="true">([^<]+)<', page)
    # four candidates at the other table and one chair that is free there
    assert len(signs) == 5 and all(re.fullmatch(r"↑|↓|=|!", sign) for sign in signs)
    assert len(re.findall(r"past samen|past ongeveer", page)) >= len(signs), "and in words"


def test_more_entrepreneurs_than_chairs_is_said_and_planning_anew_is_not_offered_as_help(cast, log_in):
    made = hall_of_guests(cast.own, 8, 5, 2)
    client = log_in(cast.own.account())
    client.post(address(made), {"request_key": str(uuid4())})
    page = shown(client.get(address(made)))
    assert "1 ondernemer zonder stoel" in page and "5 komen, aan 2 tafels zitten er 2." in page
    assert "Open een tafel erbij" in page and address(made, "tables") in page
    assert "Zet één ondernemer meer per tafel" in page and address(made, "change_gathering") in page
    assert "Bel een ondernemer die ja zei" in page and "reply=yes" in page
    before = shown(client.get(address(made, "gathering")))
    assert "1 ondernemer zonder stoel" in before and address(made, "change_gathering") in before
    making.guest(made.gathering, making.candidate(cast.own, "Nieuwkomer"))
    assert "Deel opnieuw in, of kies iemand" in shown(client.get(address(made)))


def test_who_stands_while_all_chairs_for_entrepreneurs_are_taken_is_not_to_be_planned_anew(cast, at, log_in):
    made = hall_of_guests(cast.own, 8, 4, 2)
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=200)
    making.guest(made.gathering, making.entrepreneur(making.employer(cast.own), "Elfde"))
    page = shown(log_in(cast.own.account()).get(address(made)))
    assert "Alle stoelen voor ondernemers zijn bezet." in page
    assert "Deel opnieuw in, of kies iemand" not in page
