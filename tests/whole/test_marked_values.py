"""What is needed to be able to work stands only where who works with this person looks: a marked value turns up nowhere else."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.whole.samples import samples_of
from tests.whole.test_permissions import STAFF_URLS, URLS

from werktop.accounts.roles import CAPABILITIES, Role
from werktop.candidates import queries
from werktop.candidates.models import Adjustment, Need
from werktop.config.permissions import TABLE
from werktop.config.permissions.entries import STAFF

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
MARK = "Kenmerkzin"
FOR_WHO_WORKS_WITH_THE_PERSON = {
    "candidates:candidate",
    "candidates:change_part",
    "candidates:then_and_now",
    "privacy:kept_of_candidate",
}


@pytest.fixture
def samples(cast) -> dict[str, Any]:
    found = samples_of(cast.own)
    need = Need.objects.create(
        candidate_id=found["candidate_id"], noted_at=making.MOMENT, kind="debts",
        **{name: f"{MARK} {name}" for name in ("words", "action", "who", "reason")},
    )  # fmt: skip
    for name in ("words", "reason"):
        Adjustment.objects.create(
            candidate_id=found["candidate_id"], noted_at=making.MOMENT, way="call", **{name: f"{MARK} {name}"}
        )
    return found | {"part": "need", "row_id": need.pk}


def answers_of(client, samples, role: str = Role.RELATIONSHIP_MANAGER) -> dict[str, str]:
    """What each page answers, by its name; also lists that are downloaded."""
    may, found = CAPABILITIES[role] | {STAFF}, {}
    for name in STAFF_URLS:
        # what a role may not open at all is in the permission matrix
        if set(URLS[name]) <= set(samples) and set(TABLE[name].methods.values()) & may:
            address = reverse(name, kwargs={each: samples[each] for each in URLS[name]})
            if "GET" in TABLE[name].methods:
                response = client.get(address)
            elif name.endswith(("download_candidates", "_list_taken")) or "download" in name:
                response = client.post(address, {"request_key": str(uuid4())})
            else:
                continue
            content = b"".join(response) if response.streaming else response.content
            found[name] = content.decode("utf-8", "replace")
    return found


def test_who_works_with_the_person_reads_it_on_the_persons_own_pages_and_nowhere_else(cast, log_in, samples):
    said = answers_of(log_in(cast.own.account()), samples)
    assert len(said) > 40, "the search finds the pages"
    assert {name for name, text in said.items() if MARK in text} == FOR_WHO_WORKS_WITH_THE_PERSON


@pytest.mark.parametrize(
    ("house", "role"),
    [
        ("own", Role.TABLE_HOST),
        ("own", Role.COORDINATOR),
        ("own", Role.TEAM_LEAD),
        ("own", Role.FUNCTIONAL_ADMIN),
        ("other", Role.RELATIONSHIP_MANAGER),
    ],
)
def test_nobody_else_reads_it_anywhere(cast, log_in, samples, house, role):
    said = answers_of(log_in(getattr(cast, house).account(role)), samples, role)
    assert said, "the search finds the pages"
    assert [name for name, text in said.items() if MARK in text] == []


def test_others_in_the_region_find_nothing_of_the_picture_but_words_of_the_catalogue(cast, samples):
    (profile,) = queries.search_profiles_in_region(cast.other.actor())
    assert MARK not in repr(profile)
    assert set(vars(profile)) == {"id", "organisation_id", "pc4", "languages", "term_ids"}
