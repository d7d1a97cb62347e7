"""Today holds who begins, whom we agreed to call, what ends and where nobody of the firm is left; it goes once it is done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.placements.placing import for_a_time, placed
from tests.proposals.work_making import work_at

from werktop.accounts.models import Membership
from werktop.contacts.models import ContactMoment, MomentPerson
from werktop.employers.models import Entrepreneur
from werktop.placements import commands
from werktop.placements.agreed_calls import Span, calls_after, spans_in
from werktop.placements.models import Placement
from werktop.placements.queries import placements_due
from werktop.support.models import Practice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TODAY = making.MOMENT.date()


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("Wij bellen na twee weken, zes weken en drie maanden", ["2 weken", "6 weken", "3 maanden"]),
        ("We bellen na 1 week en na 10 weken hoe het gaat, met u en met wie begon", ["1 week", "10 weken"]),
        ("Na twee, zes en tien weken bellen wij", ["2 weken", "6 weken", "10 weken"]),
        ("Uw contactpersoon belt na een maand", ["1 maand"]),
        ("Hoogstens drie maanden, en daarna een gesprek over hoe het verder gaat", []),
        ("U hoort het na twee weken. Wij bellen u dan niet zomaar", []),
        ("Bel ons na twee weken", []),
        ("Wij bellen na 999 weken", []),
        ("", []),
    ],
)
def test_the_words_of_an_agreement_say_when_we_call(words, spans):
    assert [str(each) for each in spans_in(words)] == spans


def test_calls_come_from_aftercare_and_from_the_form_of_work():
    said = {
        "step-aftercare": {"own_rule": "Wij bellen na zes weken"},
        "trial-placement": {"own_rule": "Wij bellen na twee weken"},
    }
    first = date(2026, 12, 1)
    assert calls_after(said, "regular", first) == [(date(2027, 1, 12), Span("week", 6))]
    assert [day for day, _span in calls_after(said, "trial", first)] == [
        date(2026, 12, 15),
        date(2027, 1, 12),
    ]
    assert Span("maand", 3).after(date(2026, 11, 30)) == date(2027, 2, 28)


@pytest.fixture
def firm(cast, at):
    return work_at(cast.other, at).employer


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, assigned_to=cast.own.account())


@pytest.fixture
def agreed(cast, at):
    return Practice.objects.create(
        region=cast.region,
        about="step-aftercare",
        own_rule="Wij bellen na twee weken en drie maanden",
        set_at=at,
    )


@pytest.fixture
def due(cast, at):
    def do(house=cast.own, most=12):
        return [each.why for each in placements_due(house.actor(), at, most).first]

    return do


def days(count):
    return TODAY + timedelta(days=count)


def a_call(house, at, day, **who):
    made = ContactMoment.objects.create(
        organisation=house.organisation, region=house.organisation.region, channel="call",
        happened_at=at - timedelta(days=(TODAY - day).days), noted_at=at, words="Gaat goed",
        **{name: value for name, value in who.items() if name == "employer"},
    )  # fmt: skip
    if "candidate" in who:
        MomentPerson.objects.create(moment=made, candidate=who["candidate"])
    return made


def test_who_begins_within_a_week_and_what_ends_within_a_month(cast, at, fatima, firm, due):
    row = placed(cast.own, at, fatima, firm, days(7))
    assert due() == ["begins"]
    Placement.objects.filter(pk=row.pk).update(started_date=days(8))
    assert due() == []
    Placement.objects.filter(pk=row.pk).update(started_date=days(-60), expected_end_date=days(30))
    assert due() == ["ends"]
    Placement.objects.filter(pk=row.pk).update(expected_end_date=days(31))
    assert due() == [], "24 November to 25 December"
    Placement.objects.filter(pk=row.pk).update(expected_end_date=days(-1))
    assert due() == ["ended"]
    commands.end_placement(
        actor=cast.own.actor(), at=at, placement_id=row.pk, ended_date=days(-1), reason="term"
    )
    assert due() == []


def test_a_call_is_due_as_agreed_until_somebody_spoke(cast, at, fatima, firm, due, agreed):
    row = placed(cast.own, at - timedelta(days=20), fatima, firm, days(-14))
    assert due() == ["call"]
    old = a_call(cast.own, at, days(-10), employer=firm)
    assert due() == ["call"], "spoken before the day"
    of_another = a_call(cast.other, at, TODAY, employer=firm)
    assert due() == ["call"], "another organisation's call is not ours"
    missed = a_call(cast.own, at, TODAY, employer=firm)
    ContactMoment.objects.filter(pk=missed.pk).update(is_reached=False)
    assert due() == ["call"], "nobody was reached"
    a_call(cast.own, at, TODAY, candidate=fatima, employer=making.employer(cast.own))
    assert due() == []
    assert old and of_another
    Placement.objects.filter(pk=row.pk).update(started_date=days(-13))
    MomentPerson.objects.all().delete()
    assert due() == [], "thirteen days"


def test_what_is_noted_afterwards_asks_no_call_of_long_ago(cast, at, fatima, firm, due, agreed):
    placed(cast.own, at, fatima, firm, days(-80))
    assert due() == []
    assert "24 februari" not in str(due())


def test_today_says_it_and_leads_to_where_it_is_done(cast, at, log_in, fatima, firm, agreed):
    placed(
        cast.own,
        at - timedelta(days=20),
        fatima,
        firm,
        days(-15),
        entrepreneur_id=firm.entrepreneurs.get().pk,
    )
    page = log_in(cast.own.account()).get(reverse("desk:today"))
    said = text_of(page)
    assert "na 2 weken bellen we, dat is maandag 23 november" in said
    line = next(each for each in page.context["needs"] if each["tag"] == "Bel na het begin")
    form = log_in(cast.own.account()).get(line["action_url"])
    assert form.status_code == 200 and "Fatima" in text_of(form) and "Joris" in text_of(form)


def test_it_is_for_who_is_called_and_for_the_own_colleague_once_that_one_left(cast, at, fatima, firm):
    bas = making.colleague_beside(cast.own)
    row = placed(cast.own, at, fatima, firm, days(2), contact_id=bas.pk)
    assert placements_due(cast.own.actor(), at, 12).first == []
    assert placements_due(cast.other.actor(), at, 12).first == []
    Membership.objects.filter(account=bas).update(is_active=False)
    assert [each.row for each in placements_due(cast.own.actor(), at, 12).first] == [row]
    Placement.objects.update(contact=None)
    found = placements_due(cast.own.actor(), at, 0)
    assert (found.first, found.more) == ([], 1), "what is not shown is counted"
    assert placements_due(cast.own.actor("coordinator"), at, 12).first == []


def test_of_who_left_the_firm_one_step_chooses_another(cast, at, log_in, fatima, firm, due):
    joris = firm.entrepreneurs.get()
    row = placed(cast.own, at, fatima, firm, days(-60), entrepreneur_id=joris.pk)
    assert due() == []
    Entrepreneur.objects.filter(pk=joris.pk).update(is_active=False)
    assert due() == ["left"]
    client, address = log_in(cast.own.account()), reverse("placements:placement", args=[row.pk])
    assert "kennen we niemand anders. Bel het bedrijf." in text_of(client.get(address))
    sanne = making.entrepreneur(firm, "Sanne")
    page = text_of(client.get(address))
    assert "Joris Maas doet niet meer mee" in page and "Sanne" in page
    stranger = making.entrepreneur(making.employer(cast.own), "Vreemd")
    posted = {"do": "person", "request_key": "01a20c8c-9381-7ec3-a56e-5d3c6e9e7112"}
    assert client.post(address, posted | {"entrepreneur": stranger.pk}).status_code == 404
    posted["request_key"] = "01a20c8c-9381-7ec3-a56e-5d3c6e9e7113"
    assert client.post(address, posted | {"entrepreneur": sanne.pk}).status_code == 302
    row.refresh_from_db()
    assert row.entrepreneur == sanne and due() == []


def test_a_trial_placement_follows_its_own_agreement_too(cast, at, fatima, firm, due):
    Practice.objects.create(
        region=cast.region, about="trial-placement", own_rule="Wij bellen na een week", set_at=at
    )
    placed(cast.own, at - timedelta(days=9), fatima, firm, days(-7), **for_a_time(days(-7)))
    assert due() == ["call"]
