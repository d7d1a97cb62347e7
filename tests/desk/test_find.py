"""The search box over names: all kinds at once, forgiving, and nobody of another organisation."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.models import PersonalView
from werktop.desk.queries import found_by_name

pytestmark = pytest.mark.django_db
FIND = reverse("desk:find")


def found(viewer, words):
    return {each.kind: [row.name for row in each.rows] for each in found_by_name(viewer, words, 10)}


@pytest.mark.parametrize("typed", ["zoë maas", "zoe mas", "ZOE", "maas zoe"])
def test_one_search_finds_people_and_firms_however_their_name_is_typed(cast, typed):
    making.candidate(cast.own, "Zoë", last_name="Maas")
    firm = making.employer(cast.own, "Zoë Máás bloemen")
    making.entrepreneur(firm, "Zoé", last_name="Maas")
    making.candidate(cast.own, "Bram", last_name="de Wit")
    assert found(cast.own.actor(), typed) == {
        "candidate": ["Zoë Maas"],
        "employer": ["Zoë Máás bloemen"],
        "entrepreneur": ["Zoé Maas"],
    }


def test_who_is_looked_for_stands_before_who_only_resembles(cast):
    making.candidate(cast.own, "Fatma", last_name="Bos")
    making.candidate(cast.own, "Fatima", last_name="Bos")
    assert found(cast.own.actor(), "fatima bos")["candidate"] == ["Fatima Bos", "Fatma Bos"]


def test_candidates_of_another_organisation_are_not_found_and_firms_of_the_region_are(cast):
    for house in (cast.own, cast.other, cast.far):
        making.candidate(house, "Quirine", last_name=house.organisation.slug)
        making.employer(house, f"Quirine {house.organisation.slug}")
    own, other = cast.own.organisation.slug, cast.other.organisation.slug
    told = found(cast.own.actor(), "quirine")
    assert told["candidate"] == [f"Quirine {own}"]
    assert sorted(told["employer"]) == sorted([f"Quirine {own}", f"Quirine {other}"])
    assert "candidate" not in found(cast.own.actor(Role.COORDINATOR), "quirine")
    assert found(cast.own.actor(Role.TABLE_HOST), "quirine") == {}


def test_the_page_tells_kinds_and_counts_and_every_head_leads_to_it(cast, log_in, clock):
    for number in range(12):
        making.candidate(cast.own, "Quirine", last_name=f"van Nr {number}")
    making.candidate(cast.own, "Quirijn", last_name="Bos", left_at=making.MOMENT)
    client = log_in(cast.own.account())
    page = client.get(FIND, {"q": "quirin"}).content.decode()
    text = " ".join(strip_tags(page).split())
    assert "13 gevonden" in text and "Alle in de lijst van kandidaten" in text
    assert "?q=quirin&amp;left=on" in page
    assert f'action="{FIND}"' in client.get(reverse("desk:today")).content.decode()
    assert FIND not in log_in(cast.own.account(Role.TEAM_LEAD)).get(reverse("desk:today")).content.decode()


def test_nobody_found_and_nothing_typed_say_what_to_do(cast, log_in):
    client = log_in(cast.own.account())
    assert "Niemand gevonden" in client.get(FIND, {"q": "xyzzy"}).content.decode()
    assert "Naar wie ben je op zoek?" in client.get(FIND).content.decode()
    assert client.get(FIND, {"q": "\x00" + "x" * 500}).status_code == 200


def test_whoever_stands_there_is_in_the_processing_log(cast, log_in):
    person = making.candidate(cast.own, "Quirine")
    partner = making.entrepreneur(making.employer(cast.own), "Quirine")
    log_in(cast.own.account()).get(FIND, {"q": "quirine"})
    seen = {(line.about_kind, key) for line in PersonalView.objects.all() for key in line.about_ids}
    assert seen == {("candidate", str(person.pk)), ("entrepreneur", str(partner.pk))}


def test_a_search_asks_as_much_for_few_as_for_many(cast, log_in):
    client, counts = log_in(cast.own.account()), []
    client.get(FIND)
    for count in (2, 30):
        for number in range(count):
            making.candidate(cast.own, "Quirine", last_name=f"Nr {count} {number}")
            making.entrepreneur(making.employer(cast.own, f"Quirine {count} {number}"), "Quirine")
        with CaptureQueriesContext(connection) as asked:
            client.get(FIND, {"q": "quirine"})
        counts.append(len(asked))
    assert counts[0] == counts[1]
