"""One contact person on each side, with who it was before; and who comes to tables."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.audit.refusals import NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.employers import commands, queries
from werktop.employers.commands.contact_people import NobodyTakesFirms, StartsLater, StartsTooEarly
from werktop.employers.models import ContactPerson, Entrepreneur

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(cast):
    return making.employer(cast.own)


@pytest.fixture
def put(cast, at, firm):
    def do(house=cast.own, days=0, **facts):
        day = timezone.localdate(at) + timedelta(days=days)
        asked = {"actor": house.actor(), "at": at, "employer_id": firm.pk, "since_date": day}
        commands.set_contact_people(**asked, **facts)
        return queries.contact_people_of(cast.own.actor(), firm)

    return do


def test_who_it_was_stays_with_until_when_and_why(put, cast, firm, log_in):
    bas, robin = making.colleague_beside(cast.own), making.entrepreneur(firm, "Robin")
    put(days=-30, account_id=cast.own.account().pk, person_id=robin.pk)
    contact = put(account_id=bas.pk, why="een ander gebied")
    assert contact.ours.account == bas and contact.theirs.person == robin
    assert [(each.who, each.why) for each in contact.before] == [
        (cast.own.account().name, "een ander gebied")
    ]
    browser = log_in(cast.own.account())
    assert "een ander gebied" in text_of(browser.get(reverse("employers:contact_people", args=[firm.pk])))
    told = text_of(browser.get(reverse("employers:employer", args=[firm.pk])))
    assert "Bas Vermeer" in told and "1 wisseling" in told
    assert put(account_id=bas.pk) == contact, "saying it again changes nothing"


def test_what_cannot_be_so_is_refused(put, cast, firm):
    account_id = cast.own.account().pk
    put(account_id=account_id)
    for facts, refusal in (
        ({"account_id": None, "days": -1}, StartsTooEarly),
        ({"account_id": None, "days": 1}, StartsLater),
        ({"account_id": cast.other.account().pk}, NotVisible),
        ({"person_id": making.entrepreneur(making.employer(cast.own, "Elders")).pk}, NotVisible),
        ({"account_id": None, "house": cast.other}, NotVisible),
    ):
        with pytest.raises(refusal):
            put(**facts)
    version = queries.contact_version(firm)
    put(account_id=None)
    with pytest.raises(ChangedMeanwhile):
        put(account_id=account_id, version=version)


def test_who_brings_a_firm_in_speaks_with_it_and_who_stops_there_speaks_no_more(cast, at):
    asked = {"actor": cast.own.actor(), "at": at}
    key = commands.add_employer(**asked, name="Nieuw", entrepreneur={"first_name": "Robin"})
    firm = queries.employer_for(cast.own.actor(), key)
    contact = queries.contact_people_of(cast.own.actor(), firm)
    assert (contact.ours.account_id, contact.theirs.who) == (cast.own.account().pk, "Robin")
    commands.change_entrepreneur(**asked, entrepreneur_id=contact.theirs.person_id, is_active=False)
    assert queries.contact_people_of(cast.own.actor(), firm).theirs is None
    commands.erase_entrepreneur(**asked, entrepreneur_id=contact.theirs.person_id, reason="asked")
    assert [each.account_id for each in ContactPerson.objects.all()] == [cast.own.account().pk]


def test_somebody_is_several_things_at_a_firm_and_may_stay_away_from_tables(cast, firm, log_in):
    browser = log_in(cast.own.account())
    typed = {"person_name": "Sef Kraan", "roles": ["buddy", "foreman"], "stays_away": "on"}
    browser.post(reverse("employers:new_entrepreneur", args=[firm.pk]), typed | {"request_key": str(uuid4())})
    sef = Entrepreneur.objects.get()
    assert sef.roles == ["foreman", "buddy"] and not sef.comes_to_tables
    told = text_of(browser.get(reverse("employers:employer", args=[firm.pk])))
    assert "voorman of voorvrouw, buddy" in told and "komt niet aan tafel" in told
    page = browser.get(reverse("employers:change_entrepreneur", args=[sef.pk])).content.decode()
    assert 'name="stays_away"' in page and page.count("checked") >= 3
    gathering = making.gathering(cast.own, host_employer=firm)
    joris = making.entrepreneur(firm, "Joris")
    chosen = reverse("gatherings:choose_guests", args=[gathering.pk])
    listed = text_of(browser.get(chosen, {"kind": "entrepreneur"}))
    assert joris.first_name in listed and "Sef Kraan" not in listed


def test_all_firms_of_a_colleague_go_to_another_in_one_go_and_each_keeps_who_it_was(cast, at, log_in):
    leaves, bas = cast.own.account(), making.colleague_beside(cast.own)
    firms = [making.employer(cast.own, f"Firma {number}") for number in range(3)]
    foreign = making.employer(cast.other)
    for house, firm in [*((cast.own, each) for each in firms), (cast.other, foreign)]:
        commands.set_contact_people(
            actor=house.actor(), at=at, employer_id=firm.pk, account_id=house.account().pk
        )
    browser, start = log_in(leaves), reverse("employers:hand_over_firms")
    assert f"{leaves.name} 3 bedrijven" in text_of(browser.get(start))
    page = f"{start}?van={leaves.pk}"
    assert "Kies waarom." in text_of(browser.post(page, {"request_key": uuid4(), "to_id": bas.pk}))
    typed = {
        "request_key": uuid4(),
        "to_id": bas.pk,
        "why": "left",
        "employer_ids": [each.pk for each in firms[:2]],
    }
    assert "2 bedrijven zijn overgedragen" in text_of(browser.post(page, typed, follow=True))
    now = queries.contact_people_of(cast.own.actor(), firms[0])
    assert now.ours.account == bas
    assert [(each.who, each.why) for each in now.before] == [(leaves.name, "werkt hier niet meer")]
    asked = {"actor": cast.own.actor(), "at": at, "from_id": leaves.pk, "to_id": bas.pk, "why": "left"}
    assert commands.hand_over_firms(**asked, employer_ids=[each.pk for each in [*firms, foreign]]) == 1
    with pytest.raises(NobodyTakesFirms):
        commands.hand_over_firms(**asked | {"to_id": cast.other.account().pk}, employer_ids=[firms[0].pk])
    assert queries.contact_people_of(cast.other.actor(), foreign).ours.account == cast.other.account()
