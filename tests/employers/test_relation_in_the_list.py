"""The list of employers by where the relation with them stands, on screen and as a file; and what Today says of it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from tests import making
from tests.contacts.noting import moment
from tests.gatherings.page_asking import text_of

from werktop.employers import commands, queries
from werktop.employers.models import Chance
from werktop.employers.pages.filters import FilterForm

pytestmark = pytest.mark.django_db


@pytest.fixture
def firms(cast, at):
    """Five firms, each known by what is special about it."""
    asked, day = {"actor": cast.own.actor(), "at": at}, timezone.localdate(at)
    named = {name: making.employer(cast.own, name) for name in ("Spreekt", "Kans", "Tekent", "Trede", "Stil")}
    moment(cast.own, employer_id=named["Spreekt"].pk)
    commands.set_contact_people(**asked, employer_id=named["Spreekt"].pk, account_id=cast.own.account().pk)
    Chance.objects.create(
        employer=named["Kans"], organisation=cast.own.organisation, region=cast.region, kind="growth",
        words="een tweede hal", noted_at=at,
    )  # fmt: skip
    covenant = {"kind": "covenant", "words": "Plekken", "signed_date": day, "until_date": day + timedelta(30)}
    commands.note_relation(**asked, employer_id=named["Tekent"].pk, **covenant)
    commands.change_employer(**asked, employer_id=named["Trede"].pk, pso_step="2", size="9")
    return named


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"standing": "active"}, "Kans Spreekt"), ({"standing": "quiet"}, "Stil Tekent Trede"),
        ({"standing": "chance"}, "Kans"), ({"standing": "covenant"}, "Tekent"),
        ({"standing": "covenant_ends"}, "Tekent"), ({"standing": "pso"}, "Trede"), ({"size": "9"}, "Trede"),
        ({"contact": "mine"}, "Spreekt"), ({"contact": "none"}, "Kans Stil Tekent Trede"),
        ({"contact": "niemand", "standing": "iets"}, "Kans Spreekt Stil Tekent Trede"),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_by_where_the_relation_stands(firms, cast, at, asked, found):
    form = FilterForm(cast.own.actor(), at, asked)
    rows = queries.found_employers(cast.own.actor(), form.filters("name"))
    assert " ".join(each.name for each in rows) == found


def test_the_file_tells_who_speaks_with_whom_and_until_when_a_covenant_runs(firms, cast, at, log_in):
    robin = making.entrepreneur(firms["Tekent"], "Robin", last_name="Vos")
    asked = {"actor": cast.own.actor(), "at": at, "employer_id": firms["Tekent"].pk}
    commands.set_contact_people(**asked, account_id=cast.own.account().pk, person_id=robin.pk)
    browser = log_in(cast.own.account())
    answer = browser.post(
        reverse("employers:download_employers") + "?standing=covenant", {"request_key": str(uuid4())}
    )
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    until = timezone.localdate(at) + timedelta(days=30)
    assert len([line for line in lines if "Tekent" in line]) == 1 and "Stil" not in "".join(lines)
    assert "Robin Vos" in lines[1] and cast.own.account().name in lines[1]
    assert until.isoformat() in lines[1] or f"{until:%d-%m-%Y}" in lines[1]
    assert "1 convenant van een bedrijf waar jij mee spreekt" in text_of(browser.get(reverse("desk:today")))
