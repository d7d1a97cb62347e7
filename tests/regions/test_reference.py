"""35 regions with their municipalities, dated; a merger is a new row and what was true before stays readable."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from werktop.audit.actors import SYSTEM
from werktop.audit.refusals import NotAllowed
from werktop.regions import commands, queries
from werktop.regions.models import Municipality, Region

pytestmark = pytest.mark.django_db


def test_the_reference_data_hold_35_regions_and_352_municipalities(at):
    assert Region.objects.filter(is_fictitious=False).count() == 35
    assert queries.municipalities_on(date(2021, 6, 1)).count() == 352


def test_loading_twice_changes_nothing(at):
    before = list(Municipality.objects.order_by("id").values_list("id", flat=True))
    commands.load_reference_regions(actor=SYSTEM, at=at)
    assert list(Municipality.objects.order_by("id").values_list("id", flat=True)) == before


def test_a_merger_is_a_new_row_and_the_old_ones_stay_true_before_it(at):
    region = Region.objects.get(name="Rivierenland")
    new = commands.merge_municipalities(
        actor=SYSTEM, at=at, ended_codes=["GM0281", "GM0214"], code="GM9999", name="Tiel-Buren", region_id=region.pk,
        on=date(2027, 1, 1),
    )  # fmt: skip
    before = set(queries.municipalities_on(date(2026, 12, 31), region.pk).values_list("name", flat=True))
    after = set(queries.municipalities_on(date(2027, 1, 1), region.pk).values_list("name", flat=True))
    assert {"Tiel", "Buren"} <= before
    assert "Tiel-Buren" not in before
    assert after == before - {"Tiel", "Buren"} | {"Tiel-Buren"}
    assert set(Municipality.objects.filter(succeeded_by=new).values_list("name", flat=True)) == {
        "Tiel",
        "Buren",
    }


def test_a_municipality_has_one_row_on_a_day():
    tiel = Municipality.objects.get(code="GM0281")
    with pytest.raises(IntegrityError), transaction.atomic():
        Municipality.objects.create(
            code="GM0281", name="Tiel", region=tiel.region, valid_from=date(2024, 1, 1)
        )


def test_nobody_on_screen_loads_reference_data(cast, at):
    with pytest.raises(NotAllowed):
        commands.load_reference_regions(actor=cast.own.actor("functional_admin"), at=at)


def test_distance_is_that_of_the_map():
    tiel, culemborg = queries.place_of("4001 AB"), queries.place_of("4101")
    assert tiel is not None and culemborg is not None
    # about 15 km as the crow flies
    assert 13 < queries.distance_km(tiel, culemborg) < 18
    assert queries.place_of("0000") is None
