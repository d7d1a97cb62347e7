"""What employers expect is added up by sector and quarter, in their own words, in as many queries for few as for many."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.work_profiles import commands
from werktop.work_profiles.expecting import LATER, UNDATED, Expected, summed

TODAY = date(2026, 11, 24)


def row(places=None, day=None, sure="", sector="C", firm=1, place="Tiel"):
    return Expected(object(), "inpakkers", places, day, sure, sector, place, firm, f"Firma {firm}")


def test_places_how_sure_and_employers_are_counted_by_sector_and_quarter():
    total = summed(
        [row(3, date(2027, 2, 1), "certain"), row(None, date(2027, 3, 31), "likely", firm=2), row(2, date(2026, 1, 1)),
         row(4, date(2030, 1, 1), sector="Q"), row(5, None, "possible", sector="Q", place="Ede")],
        TODAY,
    )  # fmt: skip
    cell = total.cells["C", "2027-1"]
    assert (cell.places, cell.sure, len(cell.employers)) == (
        4,
        {"certain": 3, "likely": 1, "possible": 0, "": 0},
        2,
    )
    assert total.cells["C", "2026-4"].places == 2  # it had to begin already, and still runs
    assert (total.cells["Q", LATER].places, total.cells["Q", UNDATED].places) == (4, 5)
    assert [(name, each.places) for name, each in total.sectors.items()] == [("Q", 9), ("C", 6)]
    assert [(name, each.places) for name, each in total.places.items()] == [("Tiel", 10), ("Ede", 5)]
    assert (total.whole.places, len(total.whole.employers)) == (15, 2)
    assert sum(each.places for each in total.quarters.values()) == 15


@pytest.mark.django_db
def test_the_page_tells_what_comes_what_to_prepare_for_and_in_whose_words(clock, at, cast, log_in):
    client, firm = (
        log_in(cast.own.account()),
        making.employer(cast.own, sector="C", name="Kistenmakerij Wilg"),
    )
    url = reverse("work_profiles:expected")
    assert "Nog geen werk dat eraan komt" in text_of(client.get(url))
    (term,) = making.terms("inpakken")

    def note(what, **facts):
        return commands.note_work_profile(
            actor=cast.own.actor(), at=at, employer_id=firm.pk, what=what, is_expected=True, places=3, because="growth",
            how_sure="likely", terms=[{"term_id": term.pk, "is_learnable": True}], **facts,
        )  # fmt: skip

    note("inpakkers voor de nieuwe hal")
    gone = note("koks")
    commands.close_work_profile(actor=cast.own.actor(), at=at, work_profile_id=gone, status="gone")
    client.get(url)  # places are read once in a process
    with CaptureQueriesContext(
        connection,
    ) as few:
        said = text_of(client.get(url))
    for words in ("3 inpakkers voor de nieuwe hal", "Kistenmakerij Wilg", "waarschijnlijk, groei", "3: 3 waarschijnlijk",
                  "inpakken en sorteren, waarvan 1 keer te leren", "Bij 1 werkgever."):  # fmt: skip
        assert words in said, words
    assert "koks" not in said
    for number in range(4):
        note(f"werk {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)
    assert "Geen verwacht werk" in text_of(client.get(f"{url}?sector=Q"))
    sheet = client.post(reverse("work_profiles:download_expected"), {"request_key": uuid4()})
    assert "Industrie;nog geen datum;15;0;15;0;0;1" in b"".join(sheet.streaming_content).decode()
    assert "Nog geen werk" in text_of(log_in(cast.far.account()).get(url))
