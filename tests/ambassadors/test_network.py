"""The page of the network: a picture with links, a table under it, per year and per choice."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.ambassadors import commands
from werktop.ambassadors.queries.network import NetworkFilters, network_of
from werktop.audit.models import Entry
from werktop.employers.models import Employer, Entrepreneur, Joining

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
NETWORK = reverse("ambassadors:network")


def firm(
    house: making.House, name: str, year: int, by: Entrepreneur | None = None, **facts: object
) -> Employer:
    row = making.employer(house, name=name, postcode=f"4{Employer.objects.count():03} AB", **facts)
    Joining.objects.update_or_create(
        employer=row, defaults={"joined_date": date(year, 5, 1), "brought_by": by}
    )
    return row


@pytest.fixture
def grown(cast):
    """Het Veer brought in Linde in 2024 and Knotwilg in 2025; Linde brought in Griend in 2026; Schans came by itself."""
    veer = firm(cast.own, "Het Veer", 2023, sector="A")
    anna = making.entrepreneur(veer, first_name="Anna", last_name="Veerman")
    linde = firm(cast.own, "De Linde", 2024, anna, sector="C")
    bram = making.entrepreneur(linde, first_name="Bram", last_name="Lindeman")
    knotwilg = firm(cast.other, "Knotwilg", 2025, anna, sector="A")
    griend = firm(cast.own, "De Griend", 2026, bram, sector="C")
    schans = firm(cast.own, "De Schans", 2026, sector="A")
    return {
        "veer": veer,
        "linde": linde,
        "knotwilg": knotwilg,
        "griend": griend,
        "schans": schans,
        "anna": anna,
        "bram": bram,
    }


def test_the_picture_and_the_table_say_who_brought_in_whom(cast, grown, log_in):
    page = log_in(cast.own.account()).get(NETWORK)
    said, drawn = text_of(page), page.content.decode()
    assert "werkgevers 5 meegebracht door een ondernemer 3" in said and "via ons 2" in said
    for each in ("veer", "linde", "knotwilg", "griend"):
        assert f'<a href="{reverse("employers:employer", args=[grown[each].pk])}" aria-label=' in drawn
    assert "De Griend, via De Linde" in drawn
    assert "Anna Veerman Het Veer 2 1 3" in said and "Bram Lindeman De Linde 1 0 1" in said
    assert (
        "style=" not in drawn[drawn.index("forest") :]
        and "<script" not in drawn[drawn.index("forest") : drawn.index("</main>")]
    )


def test_a_year_a_club_a_sector_and_an_organisation_narrow_it_and_bringers_in_between_stay_pale(cast, grown):
    viewer = cast.own.actor()
    until = network_of(viewer, NetworkFilters(until=2024))
    assert {row.name for row in until.rows.values()} == {"Het Veer", "De Linde"}
    other = network_of(viewer, NetworkFilters(organisation_id=cast.other.organisation.pk))
    assert (len(other.chosen), len(other.rows), other.forest.below[grown["veer"].pk]) == (1, 2, 1)
    assert {row.name for row in network_of(viewer, NetworkFilters(sector="C")).rows.values()} == {
        "Het Veer", "De Linde", "De Griend"
    }  # fmt: skip
    club = commands.add_club(actor=viewer, at=making.MOMENT, name="Ondernemersclub De Waard")
    commands.add_club_member(actor=viewer, at=making.MOMENT, club_id=club, employer_id=grown["schans"].pk)
    assert [row.name for row in network_of(viewer, NetworkFilters(club_id=club)).rows.values()] == [
        "De Schans"
    ]
    assert network_of(viewer, NetworkFilters()).per_year == [
        (2023, 1, 0), (2024, 1, 1), (2025, 1, 1), (2026, 2, 1)
    ]  # fmt: skip


def test_a_branch_opens_by_its_address_and_who_came_by_it_stand_there(cast, grown, log_in):
    client = log_in(cast.own.account())
    said = text_of(client.get(NETWORK, {"open": str(grown["linde"].pk), "tot": "2026"}))
    assert "Wie er via De Linde kwamen" in said and "De Griend Bram Lindeman 1 mei 2026" in said
    assert "Het hele netwerk › Het Veer" in said
    for odd in ("nonsense", str(uuid4())):
        assert "Wie bracht hoeveel" in text_of(client.get(NETWORK, {"open": odd, "tot": "²", "bomen": "x"}))


def test_a_round_in_the_rows_and_a_firm_of_which_no_day_is_known_break_nothing(cast, grown, log_in):
    Joining.objects.filter(employer=grown["veer"]).update(brought_by=grown["bram"])
    making.employer(cast.own, name="Zonder dag", postcode="4999 AB").joinings.all().delete()
    said = text_of(log_in(cast.own.account()).get(NETWORK))
    assert "werkgevers 6" in said and "Anna Veerman Het Veer 2 1 3" in said


def test_the_table_sorts_searches_and_goes_along_as_a_file(cast, grown, log_in):
    client = log_in(cast.own.account())
    by_name = text_of(client.get(NETWORK, {"sort": "-name"}))
    assert by_name.index("Bram Lindeman De Linde") < by_name.index("Anna Veerman Het Veer")
    assert "Anna Veerman Het Veer" not in text_of(client.get(NETWORK, {"q": "lindem"}))
    answer = client.post(f"{reverse('ambassadors:download_network')}?q=veer", {"request_key": uuid4()})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[1].startswith("Anna Veerman;Het Veer;2;1;3;2024-05-01;2025-05-01")
    assert Entry.objects.get(verb="ambassadors.note_network_taken").detail == {"count": 1}


def test_an_empty_region_says_how_it_begins(cast, log_in):
    assert "Er doet nog geen bedrijf mee" in text_of(log_in(cast.own.account()).get(NETWORK))


def test_twenty_times_the_firms_ask_the_database_as_often(cast, grown, log_in):
    client = log_in(cast.own.account())
    client.get(NETWORK)
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(NETWORK)
        counts.append(len(asked))
        firms = Employer.objects.bulk_create(
            Employer(
                region=cast.region,
                organisation=cast.own.organisation,
                name=f"Firma {_round} {n}",
                created_at=making.MOMENT,
            )
            for n in range(100)
        )
        Joining.objects.bulk_create(
            Joining(employer=each, joined_date=date(2025, 1, 1), brought_by=grown["anna"]) for each in firms
        )
    assert counts[0] == counts[1] <= 12
