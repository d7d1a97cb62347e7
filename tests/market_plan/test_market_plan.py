"""The market plan: which firms should be in the network, and one organisation that approaches each."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.accounts.roles import Role
from werktop.audit.refusals import DayOutOfReach, NotAllowed, NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.employers.models import Joining
from werktop.market_plan import commands, queries
from werktop.market_plan.commands import AnotherApproaches, StandsInThePlan, WhyIsMissing
from werktop.market_plan.models import Target

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PLAN = "market_plan:market_plan"


@pytest.fixture
def plan(cast, at):
    def do(*names, house=cast.own, **facts):
        keys = commands.plan_firms(
            actor=house.actor(), at=at, names=list(names or ["Kaasmakerij Zwaluw"]), **facts
        )
        rows = Target.objects.in_bulk(keys)
        return [rows[key] for key in keys]

    return do


def names_in(found):
    return [each.name for each in found]


def test_several_names_go_in_together_and_each_once(cast, plan):
    rows = plan("Kaasmakerij Zwaluw", " kaasmakerij  zwaluw ", "", "Drukkerij Punt", sector="C", place="Tiel")
    assert names_in(rows) == ["Kaasmakerij Zwaluw", "Drukkerij Punt"]
    assert {(row.sector, row.place, row.standing) for row in rows} == {("C", "Tiel", "to_approach")}
    for house in (cast.own, cast.other):
        assert queries.found_targets(house.actor(), queries.Filters()).count() == 2
    assert not queries.targets_in_region(cast.far.actor()).exists()
    assert not queries.targets_in_region(cast.own.actor(Role.TEAM_LEAD)).exists()


def test_a_firm_that_is_in_the_plan_is_refused_with_who_approaches_it(cast, plan):
    plan(organisation_id=cast.own.organisation.pk, place="Tiel")
    with pytest.raises(StandsInThePlan, match=cast.own.organisation.name):
        plan("Drukkerij Punt", "KAASMAKERIJ ZWALUW", house=cast.other)
    assert not Target.objects.filter(name="Drukkerij Punt").exists(), "all of them or none"
    plan(house=cast.other, place="Culemborg")


def test_the_database_keeps_a_firm_once(plan):
    (row,) = plan()
    Target.objects.filter(pk=row.pk).update(place="Tiel")
    again = Target.objects.get(pk=row.pk)
    again.pk = uuid4()
    with pytest.raises(IntegrityError, match="a_firm_stands_once_in_the_market_plan"), transaction.atomic():
        again.save(force_insert=True)


def test_one_approaches_and_the_other_reads_who(cast, at, plan):
    (row,) = plan()
    commands.take_on(actor=cast.own.actor(), at=at, target_id=row.pk)
    row.refresh_from_db()
    assert (row.organisation, row.approached_by) == (cast.own.organisation, cast.own.account())
    with pytest.raises(AnotherApproaches, match=cast.own.organisation.name):
        commands.take_on(actor=cast.other.actor(), at=at, target_id=row.pk)
    beside = making.colleague_beside(cast.own)
    from werktop.accounts.queries import actor_of

    with pytest.raises(AnotherApproaches, match=cast.own.account().name):
        commands.take_on(actor=actor_of(beside, cast.own.organisation.pk), at=at, target_id=row.pk)


def test_who_does_not_approach_it_leaves_it(cast, at, plan):
    (row,) = plan(organisation_id=cast.own.organisation.pk)
    for call in (
        lambda actor: commands.say_standing(actor=actor, at=at, target_id=row.pk, standing="approached"),
        lambda actor: commands.give_target(actor=actor, at=at, target_id=row.pk, organisation_id=None),
        lambda actor: commands.change_target(actor=actor, at=at, target_id=row.pk, why="groei"),
        lambda actor: commands.tie_target(actor=actor, at=at, target_id=row.pk, employer_id=None),
    ):
        with pytest.raises(NotVisible):
            call(cast.other.actor())
        with pytest.raises(NotAllowed):
            call(cast.own.actor(Role.COORDINATOR))
    with pytest.raises(NotVisible):
        commands.give_target(
            actor=cast.own.actor(), at=at, target_id=row.pk, organisation_id=cast.far.organisation.pk
        )
    commands.give_target(
        actor=cast.own.actor(), at=at, target_id=row.pk, organisation_id=cast.other.organisation.pk
    )
    commands.say_standing(actor=cast.other.actor(), at=at, target_id=row.pk, standing="approached")


def test_not_now_says_why_and_history_says_how_it_stood(cast, at, plan):
    (row,) = plan()
    own = {"actor": cast.own.actor(), "at": at, "target_id": row.pk}
    with pytest.raises(WhyIsMissing):
        commands.say_standing(**own, standing="not_now", words=" ")
    commands.say_standing(**own, standing="approached")
    commands.say_standing(**own, standing="not_now", words="verbouwt tot mei")
    told = queries.history_of(cast.own.actor(), row)
    assert [(each.standing, each.words) for each in told] == [
        ("nu niet", "verbouwt tot mei"), ("benaderd", ""), ("nog te benaderen", ""),
    ]  # fmt: skip
    assert told[0].by == cast.own.account().name


def test_what_is_off_the_list_can_be_planned_anew_and_then_not_come_back(cast, at, plan):
    (row,) = plan()
    own = {"actor": cast.own.actor(), "at": at, "target_id": row.pk}
    commands.say_standing(**own, standing="left_out")
    assert not queries.found_targets(cast.own.actor(), queries.Filters()).exists()
    assert names_in(queries.found_targets(cast.own.actor(), queries.Filters(standing="left_out"))) == [
        row.name
    ]
    commands.say_standing(**own, standing="to_approach")
    commands.say_standing(**own, standing="left_out")
    plan()
    with pytest.raises(StandsInThePlan):
        commands.say_standing(**own, standing="to_approach")


def test_a_firm_with_a_page_is_tied_to_it_and_joining_says_the_rest(cast, at, plan):
    firm = making.employer(cast.other, name="Drukkerij Punt", place="Tiel")
    Joining.objects.filter(employer=firm).delete()
    (row,) = plan("drukkerij punt", place="tiel")
    assert row.employer == firm
    assert queries.target_of_employer(cast.own.actor(), firm.pk) == row
    Joining.objects.create(employer=firm, joined_date=date(2026, 11, 2))
    (found,) = queries.found_targets(cast.own.actor(), queries.Filters(standing="joined"))
    assert found.joined_date == date(2026, 11, 2)
    assert not queries.found_targets(cast.own.actor(), queries.Filters(standing="to_approach")).exists()


def test_what_was_changed_meanwhile_is_not_written_over(cast, at, plan):
    (row,) = plan(why="groei")
    seen = queries.target_version(row)
    own = {"actor": cast.own.actor(), "at": at, "target_id": row.pk}
    commands.change_target(**own, why="verhuizing")
    with pytest.raises(ChangedMeanwhile):
        commands.change_target(**own, version=seen, why="iets anders")


def test_no_day_in_another_age(plan):
    with pytest.raises(DayOutOfReach):
        plan(by_date=date(2999, 1, 1))


def test_the_plan_and_the_network_stand_beside_each_other(cast, at, plan):
    joined = making.employer(cast.other, sector="F", place="Tiel")
    Joining.objects.update_or_create(employer=joined, defaults={"joined_date": at.date()})
    plan("Een", "Twee", sector="F", place="Tiel")
    (third,) = plan("Drie", sector="H")
    commands.say_standing(actor=cast.own.actor(), at=at, target_id=third.pk, standing="in_talk")
    by_sector = {each.key: each for each in queries.coverage(cast.own.actor(), "sector")}
    assert (by_sector["F"].taking_part, by_sector["F"].to_approach, by_sector["F"].running) == (1, 2, 0)
    assert (by_sector["H"].taking_part, by_sector["H"].running) == (0, 1)
    assert next(iter(queries.coverage(cast.own.actor(), "place"))).words == "Tiel"
    assert queries.coverage(cast.far.actor(), "sector") == []


def test_filters_search_and_order(cast, at, plan):
    plan("Aalbers Hout", place="Tiel", by_date=date(2026, 11, 1), organisation_id=cast.own.organisation.pk)
    plan("Zwart Transport", place="Geldermalsen", sector="H", by_date=date(2027, 1, 1))
    found = lambda **asked: names_in(queries.found_targets(cast.own.actor(), queries.Filters(**asked)))  # noqa: E731
    assert found() == ["Aalbers Hout", "Zwart Transport"]
    assert found(sort="-name") == ["Zwart Transport", "Aalbers Hout"]
    assert found(words="zwrat transport") == ["Zwart Transport"]
    assert found(place="gelder") == found(sector="H") == found(who="nobody") == ["Zwart Transport"]
    assert found(who="ours") == found(is_late_on=date(2026, 11, 24)) == ["Aalbers Hout"]
    assert found(who=str(cast.other.organisation.pk)) == found(who="mine") == []


def test_from_a_name_to_who_goes_there_on_screen(cast, log_in):
    client = log_in(cast.own.account())
    assert "Er staat nog geen bedrijf in het plan" in text_of(client.get(reverse(PLAN)))
    asked = {"names": "Kaasmakerij Zwaluw\nDrukkerij Punt", "place": "Tiel", "request_key": uuid4()}
    shown = text_of(client.post(reverse("market_plan:plan_firms"), asked, follow=True))
    assert "2 bedrijven staan in het plan." in shown
    assert "Drukkerij Punt" in shown
    row = Target.objects.get(name="Drukkerij Punt")
    shown = text_of(
        client.post(reverse("market_plan:take", args=[row.pk]), {"request_key": uuid4()}, follow=True)
    )
    assert f"{cast.own.account().name} van {cast.own.organisation.name} gaat erheen." in shown
    refused = client.post(
        reverse("market_plan:stand", args=[row.pk]),
        {"standing": "not_now", "words": "", "request_key": uuid4()},
    )
    assert refused.status_code == 409
    assert "Schrijf waarom het nu niet is." in text_of(refused)
    again = client.post(reverse("market_plan:plan_firms"), asked | {"request_key": uuid4(), "why": "kaas"})
    assert "staan al in het plan" in text_of(again)
    assert "kaas" in again.content.decode()


def test_the_list_leaves_as_a_spreadsheet(cast, log_in, plan):
    plan("=SOM(A1)", "Drukkerij Punt", sector="C")
    client = log_in(cast.own.account(Role.COORDINATOR))
    sent = client.post(reverse("market_plan:download_market_plan") + "?q=drukkerij", {"request_key": uuid4()})
    lines = b"".join(sent.streaming_content).decode().splitlines()
    assert "Drukkerij Punt" in lines[1]
    assert not any("SOM" in line for line in lines)
