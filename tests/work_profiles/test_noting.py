"""Work that an employer expects is noted by who hears of it, and closed by who noted it or answers for the firm."""

from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.accounts.roles import Role
from werktop.audit.refusals import DayOutOfReach, NotAllowed, NotVisible
from werktop.employers.models import Chance
from werktop.work_profiles import commands, queries
from werktop.work_profiles.models import WorkProfile
from werktop.work_profiles.refusals import PlacesAreUnreadable, WhatIsMissing

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(cast, at):
    firm = making.employer(cast.own)

    def do(house=cast.own, **facts):
        key = commands.note_work_profile(
            actor=house.actor(), at=at, **({"employer_id": firm.pk, "what": "inpakkers"} | facts)
        )
        return WorkProfile.objects.get(pk=key)

    return do


def test_what_comes_first_stands_first_for_the_whole_region(cast, note):
    later, soon = note(from_date=date(2027, 3, 1), places=2), note(from_date=date(2027, 1, 1))
    some_day = note(cast.other, what="een hulp in de kantine")
    firm = some_day.employer_id
    for house in (cast.own, cast.other):
        assert list(queries.work_profiles_of(house.actor(), firm)) == [some_day, soon, later]
    assert not queries.work_profiles_of(cast.far.actor(), firm).exists()
    assert not queries.work_profiles_of(cast.own.actor(Role.TEAM_LEAD), firm).exists()


def test_it_is_closed_once_and_opened_again_by_mistake(cast, at, note):
    made = note(cast.other)
    for house, status in ((cast.own, "filled"), (cast.other, "gone")):
        commands.close_work_profile(actor=house.actor(), at=at, work_profile_id=made.pk, status=status)
    made.refresh_from_db()
    assert (made.status, made.closed_at) == ("filled", at)
    assert not queries.work_profiles_of(cast.own.actor(), made.employer_id).exists()
    commands.reopen_work_profile(actor=cast.own.actor(), at=at, work_profile_id=made.pk)
    assert list(queries.work_profiles_of(cast.own.actor(), made.employer_id)) == [made]


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2999, 1, 1)])
def test_work_is_not_expected_in_another_age(note, day):
    with pytest.raises(DayOutOfReach):
        note(from_date=day)


def test_who_neither_noted_it_nor_answers_for_the_firm_leaves_it(cast, at, note):
    with pytest.raises(NotVisible):
        commands.close_work_profile(actor=cast.other.actor(), at=at, work_profile_id=note().pk, status="gone")
    with pytest.raises(NotVisible):
        note(cast.far)
    with pytest.raises(NotAllowed):
        commands.close_work_profile(
            actor=cast.own.actor(Role.COORDINATOR), at=at, work_profile_id=note().pk, status="gone"
        )


def test_it_says_what_and_how_many_at_least_one(note):
    with pytest.raises(WhatIsMissing):
        note(what=" ")
    for places in (0, -2, 1000):
        with pytest.raises(PlacesAreUnreadable):
            note(places=places)


def test_it_is_changed_and_closed_where_it_stands_with_what_stood_there_before(cast, at, clock, log_in, note):
    made = note(what="inpakkers", places=2, from_date=date(2027, 3, 1))
    client = log_in(cast.own.account())
    change = reverse("work_profiles:change_profile", args=[made.pk, "werk"])
    form = client.get(change).content.decode()
    version = re.search(r'name="version" value="([^"]+)"', form)
    assert 'value="inpakkers"' in form and version
    answers = {"what": "inpakkers voor de nacht", "places": "4", "version": version[1]}
    assert client.post(change, answers | {"request_key": uuid4()}).status_code == 302
    late = client.post(change, answers | {"request_key": uuid4(), "what": "koks"})
    assert late.status_code == 409 and 'value="koks"' in late.content.decode()
    firm = reverse("employers:employer", args=[made.employer_id])
    assert "4 inpakkers voor de nacht Komt eraan, verwacht vanaf 1 maart 2027" in text_of(client.get(firm))
    client.post(
        reverse("work_profiles:close_profile", args=[made.pk]), {"request_key": uuid4(), "status": "filled"}
    )
    assert "4 inpakkers voor de nacht vervuld" in text_of(client.get(firm))
    page = text_of(client.get(reverse("work_profiles:profile", args=[made.pk])))
    for words in ("inpakkers; voor 2", f"gewijzigd door {cast.own.account().name}", "Maak ongedaan"):
        assert words in page, words
    assert log_in(cast.other.account()).get(change).status_code == 404


def test_of_one_chance_work_is_made_once(cast, at, clock, log_in):
    firm, client = making.employer(cast.own), log_in(cast.own.account())
    chance = Chance.objects.create(
        employer=firm, organisation=firm.organisation, region=firm.region, kind="growth", words="een hal", noted_at=at
    )  # fmt: skip
    address = reverse("work_profiles:new_profile", args=[firm.pk]) + f"?kans={chance.pk.hex}"
    first, second = (
        client.post(address, {"what": what, "request_key": uuid4()}) for what in ("hulp", "andere hulp")
    )
    assert (first.status_code, second.status_code) == (302, 409)
    assert "intussen al werk gemaakt" in text_of(second) and "andere hulp" in second.content.decode()
    chance.refresh_from_db()
    assert chance.work_profile_id == WorkProfile.objects.get().pk
    assert client.get(address).url == reverse("employers:chance", args=[chance.pk])
