"""Standing in for a colleague ends where somebody says so, and there alone."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.accounts import commands
from werktop.accounts.commands.standing_in import (
    CannotBePutBack,
    StandsInAlready,
)
from werktop.accounts.models import StandIn
from werktop.accounts.queries import actor_of
from werktop.accounts.roles import Role
from werktop.accounts.standing_in import acting_for
from werktop.audit.models import Entry
from werktop.candidates.commands import divide_caseload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TODAY, FRIDAY = date(2026, 11, 24), date(2026, 11, 27)


def test_one_of_two_who_stand_in_stops_alone(cast, at, log_in, yara, stand):
    second = making.colleague_beside(cast.own, name="Tom Zand")
    stand(stand_in_ids=[cast.own.account().pk, second.pk])
    client, mine = log_in(second), StandIn.objects.get(stand_in=second)
    theirs = StandIn.objects.exclude(pk=mine.pk).get()
    stop = reverse("accounts:end_stand_in")
    assert client.post(stop, {"request_key": uuid4(), "row_id": theirs.pk}).status_code == 404
    answer = client.post(stop, {"request_key": uuid4(), "row_id": mine.pk}, follow=True)
    assert f"{cast.own.account().name} neemt nog waar" in text_of(answer)
    assert acting_for(cast.own.actor(), yara.pk, at) and not acting_for(
        actor_of(second, cast.own.organisation.pk), yara.pk, at
    )


def _press(client, name, row):
    return client.post(reverse(f"accounts:{name}"), {"request_key": uuid4(), "row_id": row.pk}, follow=True)


def test_stopping_one_of_several_stops_that_one_alone_and_it_can_be_put_back(cast, at, log_in, yara, stand):
    december, lead = date(2026, 12, 12), cast.own.actor(Role.TEAM_LEAD)
    bram = making.colleague_beside(cast.own, name="Bram Els")
    stand()
    stand(actor=lead, from_date=december, until_date=december + timedelta(days=8))
    stand(actor=lead, account_id=bram.pk, from_date=december, until_date=december + timedelta(days=8))
    now, later = StandIn.objects.filter(absent=yara).order_by("starts_at")
    other, client = StandIn.objects.get(absent=bram), log_in(cast.own.account())
    page = client.get(reverse("accounts:stand_ins")).content.decode()
    assert all(f'name="row_id" value="{row.pk}"' in page for row in (now, later, other))
    was = {row.pk: (row.starts_at, row.ends_at, row.set_by_id) for row in (now, later, other)}
    # one that is to come, named by the team lead, and then the one that runs
    for row in (later, now):
        told = _press(client, "end_stand_in", row)
        assert f"{cast.own.account().name} neemt niet meer waar voor Yara Bos" in text_of(told)
        assert StandIn.objects.filter(ends_at__gt=at).count() == 2, "the others stay"
        assert bool(acting_for(cast.own.actor(), yara.pk, at)) is (row != now)
        assert "al gestopt of voorbij" in text_of(_press(client, "end_stand_in", row)), "in a second window"
        for _again in range(2):
            assert "De waarneming staat er weer" in text_of(_press(client, "put_back_stand_in", row))
        rows = StandIn.objects.all()
        assert {each.pk: (each.starts_at, each.ends_at, each.set_by_id) for each in rows} == was
    told = Entry.objects.filter(verb="accounts.put_back_stand_in").values_list("about_id", flat=True)
    assert set(told) == {yara.pk}


def test_what_was_arranged_since_a_stop_stays_and_another_day_it_is_arranged_anew(
    cast, at, clock, yara, stand
):
    second, mine = making.colleague_beside(cast.own, name="Tom Zand"), cast.own.actor()
    stand(stand_in_ids=[mine.id, second.pk])
    row = StandIn.objects.get(stand_in_id=mine.id)
    ask = {"actor": mine, "at": at, "row_id": row.pk}
    with pytest.raises(CannotBePutBack):
        commands.put_back_stand_in(**ask)
    commands.end_stand_in(**ask)
    # who stands in may not put back what another stopped
    with pytest.raises(CannotBePutBack):
        commands.put_back_stand_in(**ask | {"actor": actor_of(second, cast.own.organisation.pk)})
    with pytest.raises(CannotBePutBack):
        commands.put_back_stand_in(**ask | {"at": at + timedelta(days=1)})
    commands.put_back_stand_in(**ask)
    for each in StandIn.objects.all():
        commands.end_stand_in(**ask | {"actor": actor_of(yara, cast.own.organisation.pk), "row_id": each.pk})
    stand(stand_in_ids=[second.pk], from_date=FRIDAY)
    with pytest.raises(StandsInAlready):
        commands.put_back_stand_in(**ask | {"actor": cast.own.actor(Role.TEAM_LEAD)})


@pytest.mark.parametrize("way", ["no role any more", "left, said the team lead"])
@pytest.mark.parametrize("is_away", [True, False])
def test_who_does_not_work_here_any_more_is_in_no_stand_in(cast, at, yara, stand, way, is_away):
    if is_away:
        stand()
    else:
        actor = cast.own.actor()
        stand(actor=actor, account_id=cast.own.account().pk, stand_in_ids=[yara.pk])
    if way == "no role any more":
        asked_for = {"account_id": yara.pk, "organisation_id": cast.own.organisation.pk, "roles": []}
        commands.set_roles(actor=cast.own.actor(Role.FUNCTIONAL_ADMIN), at=at, **asked_for)
    else:
        making.candidate(cast.own, assigned_to=yara)
        divide_caseload(
            actor=cast.own.actor(Role.TEAM_LEAD), at=at, from_id=yara.pk, why="left", lot="x",
            to_ids=[cast.own.account().pk],
        )  # fmt: skip
    assert not StandIn.objects.filter(ends_at__gt=at).exists()
