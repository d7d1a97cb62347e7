"""The pages of the day over HTTP: the door, the badge, rounds, replanning, the clock and the table screen."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.day_making import running_day

from werktop.audit.models import PersonalView
from werktop.catalogue.models import Term
from werktop.gatherings.models import (
    Agreement,
    Click,
    Gathering,
    Guest,
    Host,
    Round,
    Seat,
    SeatPlan,
    TalentSeen,
)
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(cast, at, clock):
    return running_day(cast.own, at=at, is_here=False, rounds=2, begun=0)


def post(client, name, *keys, **content):
    return client.post(reverse(f"gatherings:{name}", args=keys), {"request_key": uuid4()} | content)


def test_a_guest_is_let_in_with_one_tap_and_it_can_be_undone(day, log_in):
    client, key, guest = log_in(day.host_account()), day.gathering.pk, day.guests["Fatima"]
    page = client.get(reverse("gatherings:day", args=[key]) + "?q=fa").content.decode()
    assert "Fatima" in page
    assert "El Amrani" not in page
    assert "Kees" not in page
    post(client, "guest_at_the_door", key, guest.pk, what="here")
    guest.refresh_from_db()
    assert guest.arrived_at
    post(client, "guest_at_the_door", key, guest.pk, what="not_here")
    guest.refresh_from_db()
    assert guest.arrived_at is None


def test_opening_a_badge_changes_nothing_and_one_tap_lets_in(day, log_in):
    client, guest = log_in(day.host_account()), day.guests["Fatima"]
    page = client.get(reverse("gatherings:badge", args=[guest.badge]))
    assert "Tafel 1 in ronde 1" in page.content.decode()
    guest.refresh_from_db()
    assert guest.arrived_at is None
    assert PersonalView.objects.filter(page="gatherings:badge", about_ids=[str(guest.candidate_id)]).exists()
    tap = reverse("gatherings:guest_at_the_door", args=[day.gathering.pk, guest.pk])
    sent, house = {"what": "here", "back": "badge"}, "http://testserver/een-badge"
    for came_from, goes_to in (
        (house, house),
        ("https://elders.example/", reverse("gatherings:day", args=[day.gathering.pk])),
    ):
        answer = client.post(tap, sent | {"request_key": uuid4()}, headers={"Referer": came_from})
        assert answer.url == goes_to
    guest.refresh_from_db()
    assert guest.arrived_at


def test_a_host_of_another_organisation_works_at_this_gathering_and_another_does_not(day, cast, log_in):
    helper = cast.other.account("table_host")
    address = reverse("gatherings:table_screen", args=[day.gathering.pk, 1])
    assert log_in(helper).get(address).status_code == 404
    Host.objects.filter(table=day.tables[0]).update(account=helper)
    assert log_in(helper).get(address).status_code == 200
    assert log_in(helper).get(reverse("gatherings:day", args=[day.gathering.pk])).status_code == 200
    assert (
        log_in(helper).get(reverse("gatherings:table_screen", args=[day.gathering.pk, 2])).status_code == 404
    )


def test_a_host_begins_the_day_from_its_page(day, log_in, clock, at):
    Gathering.objects.update(status="preparing")
    client, address = log_in(day.host_account()), reverse("gatherings:day", args=[day.gathering.pk])
    clock.set(at - timedelta(days=1))
    assert "Begin de dag als" not in client.get(address).content.decode()
    clock.set(at)
    assert "Begin de dag als" in client.get(address).content.decode()
    post(client, "start_day", day.gathering.pk)
    assert Gathering.objects.get().status == "running"


def test_rounds_begin_and_end_on_the_page_and_the_clock_follows(day, cast, log_in, clock, at):
    client, key = log_in(cast.own.account("coordinator")), day.gathering.pk
    assert "Welkom" in client.get(reverse("gatherings:round_clock", args=[key])).content.decode()
    post(client, "a_round", key, 1, what="begin")
    clock.set(at + timedelta(minutes=10))
    page = client.get(
        reverse("gatherings:round_clock", args=[key]), headers={"HX-Request": "true"}
    ).content.decode()
    assert "Ronde 1 van 2" in page
    assert "tot 11.00 uur" in page
    assert "<html" not in page
    post(client, "a_round", key, 1, what="end")
    assert "Ronde 1 is klaar" in client.get(reverse("gatherings:round_clock", args=[key])).content.decode()


def test_replanning_is_shown_before_it_is_applied_and_begun_rounds_stay(day, cast, log_in, at):
    client, key = log_in(cast.own.account()), day.gathering.pk
    Guest.objects.exclude(pk=day.guests["Bilal"].pk).update(arrived_at=at)
    Round.objects.create(gathering=day.gathering, number=1, started_at=at, ended_at=at)
    first = set(Seat.objects.filter(plan=day.plan, round=1).values_list("guest", "table"))
    answer = post(client, "replan", key)
    assert answer.status_code == 302
    assert SeatPlan.objects.get(state="in_force").pk == day.plan.pk
    page = client.get(reverse("gatherings:replan", args=[key])).content.decode()
    assert "Ronde 1 is begonnen en blijft zoals die is." in page
    assert "Wat dit doet" in page
    post(client, "replan", key, what="apply", plan=SeatPlan.objects.get(state="proposed").pk)
    plan = SeatPlan.objects.get(state="in_force")
    assert plan.pk != day.plan.pk
    assert set(Seat.objects.filter(plan=plan, round=1).values_list("guest", "table")) == first
    assert not Seat.objects.filter(plan=plan, round=2, guest=day.guests["Bilal"]).exists()
    assert Seat.objects.filter(plan=plan, round=2).count() == 12


def test_who_comes_in_late_gets_a_chair_and_nobody_moves(day, log_in, at):
    client, key = log_in(day.host_account()), day.gathering.pk
    late = day.guests["Stefan"]
    Seat.objects.filter(guest=late).delete()
    Round.objects.create(gathering=day.gathering, number=1, started_at=at)
    before = set(Seat.objects.values_list("round", "guest", "table"))
    post(client, "guest_at_the_door", key, late.pk, what="here")
    assert "Naar tafel 2" in client.get(reverse("gatherings:day", args=[key])).content.decode()
    post(client, "guest_at_the_door", key, late.pk, what="table-1")
    assert set(Seat.objects.values_list("round", "guest", "table")) - before == {
        (1, late.pk, day.tables[0].pk)
    }
    page = client.get(reverse("gatherings:table_screen", args=[key, 1])).content.decode()
    assert "Stefan" in page


def cells(day):
    fatima, joris = day.guests["Fatima"].pk, day.guests["Joris"].pk
    return f"{fatima}:{joris}", f"{fatima}:{Term.objects.get(code='bouwen').pk}", f"visit:{fatima}:{joris}"


def test_the_whole_table_is_saved_with_one_submit_without_script(day, log_in):
    client, address = (
        log_in(day.host_account()),
        reverse("gatherings:table_screen", args=[day.gathering.pk, 1]),
    )
    klik, talent, agreed = cells(day)
    client.post(address, {"request_key": uuid4(), "klik": [klik], "talent": [talent], "agreed": [agreed]})
    assert (Click.objects.count(), TalentSeen.objects.count(), Agreement.objects.get().words) == (
        2,
        1,
        "visit",
    )
    page = client.get(address).content.decode()
    was = [f"klik:{klik}", f"talent:{talent}", agreed]
    assert all(f'name="was" value="{cell}"' in page for cell in was)
    client.post(address, {"request_key": uuid4(), "was": was, "talent": [talent]})
    assert (Click.objects.count(), TalentSeen.objects.count(), Agreement.objects.count()) == (0, 1, 0)


def test_a_device_hands_in_one_tap_and_is_told_no_in_words(day, log_in):
    client, address = (
        log_in(day.host_account()),
        reverse("gatherings:table_screen", args=[day.gathering.pk, 1]),
    )
    klik = cells(day)[0]
    tap = {
        "request_key": uuid4(),
        "tap": f"klik:{klik}",
        "is_on": "1",
        "tapped_at": "2026-11-24T09:00:00.000Z",
    }
    for _again in range(2):
        answer = client.post(address, tap, headers={"Accept": "application/json"})
        assert (answer.status_code, answer.json()) == (200, {"is_over": False})
    assert Click.objects.count() == 2
    wrong = tap | {"request_key": uuid4(), "tap": f"klik:{day.guests['Fatima'].pk}:{day.guests['Henk'].pk}"}
    answer = client.post(address, wrong, headers={"Accept": "application/json"})
    assert answer.status_code == 409
    assert "niet samen aan deze tafel" in answer.json()["refused"]
    odd = tap | {"request_key": uuid4(), "tap": "klik", "tapped_at": "soon"}
    assert client.post(address, odd, headers={"Accept": "application/json"}).status_code == 409


def test_the_table_screen_is_empty_after_the_gathering_except_for_who_leads(day, cast, log_in):
    Gathering.objects.update(status="finished")
    address = reverse("gatherings:table_screen", args=[day.gathering.pk, 1])
    page = log_in(day.host_account()).get(address).content.decode()
    assert "Dit gesprek is afgelopen" in page
    assert "Fatima" not in page
    assert "Fatima" in log_in(cast.own.account("coordinator")).get(address).content.decode()


def test_the_question_goes_once_to_everybody_who_came(day, cast, log_in, at):
    client, key = log_in(cast.own.account()), day.gathering.pk
    Guest.objects.filter(pk__in=[day.guests[n].pk for n in ("Fatima", "Joris", "Kees")]).update(arrived_at=at)
    Guest.objects.filter(pk=day.guests["Kees"].pk).update(channel="call")
    assert post(client, "ask_talk_on", key).status_code in (303, 409)
    assert not Message.objects.exists()
    Gathering.objects.update(status="finished")
    post(client, "ask_talk_on", key)
    post(client, "ask_talk_on", key)
    assert (
        Message.objects.filter(purpose="talk_on").count()
        == Link.objects.filter(purpose="talk_on").count()
        == 2
    )
    body = Message.objects.get(to_kind="candidate").body
    assert body.startswith("Beste Fatima,")
    assert "/verder/" in body


@pytest.mark.parametrize("name", ["day", "round_clock", "replan"])
def test_pages_of_the_day_ask_the_database_little(day, cast, log_in, name, django_assert_max_num_queries):
    # savepoints of the test, the gate's own lines in the log and the frame are counted too
    client = log_in(cast.own.account())
    with django_assert_max_num_queries(26 if name == "replan" else 21):
        client.get(reverse(f"gatherings:{name}", args=[day.gathering.pk]))


@pytest.mark.parametrize("reply", ["chosen", "invited", "no"])
def test_another_organisations_candidate_who_did_not_say_yes_is_not_named_at_the_door(
    day, cast, log_in, reply
):
    theirs = making.candidate(cast.other, "Zahra", last_name="Vermeulen")
    guest = making.guest(day.gathering, theirs, reply=reply)
    for account in (cast.own.account(), day.host_account()):
        page = log_in(account).get(reverse("gatherings:day", args=[day.gathering.pk]) + "?q=zah")
        assert "Zahra" not in page.content.decode().replace("zah", "")
    door = reverse("gatherings:day", args=[day.gathering.pk])
    # who stands there all the same says the name
    assert str(guest.pk) in log_in(cast.own.account()).get(f"{door}?q=zahra+vermeulen").content.decode()
    Guest.objects.filter(pk=guest.pk).update(reply="yes")
    page = log_in(cast.own.account()).get(reverse("gatherings:day", args=[day.gathering.pk]) + "?q=zah")
    assert "Zahra" in page.content.decode()


def test_a_day_that_is_over_says_who_was_there_and_names_no_empty_counts(day, cast, log_in, at):
    client, address = log_in(cast.own.account()), reverse("gatherings:day", args=[day.gathering.pk])
    page = client.get(address).content.decode()
    assert "Wie is er" in page and "later verwacht" in page
    Gathering.objects.update(status="finished")
    Guest.objects.filter(pk=day.guests["Kees"].pk).update(arrived_at=at)
    page = client.get(address).content.decode()
    assert "Wie was er" in page and "Wie is er" not in page
    assert "later verwacht" not in page and "naar huis" not in page
    assert "waren er" in page and "niet ingecheckt" in page
    assert "nog geen tafel" not in page


def test_a_device_with_a_colleagues_taps_says_what_waits_and_what_to_do(day, log_in):
    client = log_in(day.host_account())
    page = client.get(reverse("gatherings:table_screen", args=[day.gathering.pk, 1])).content.decode()
    assert "wachten tikken van een collega die nog niet bewaard zijn" in page
    assert "laat die collega hier inloggen: dan gaan ze vanzelf mee" in page
