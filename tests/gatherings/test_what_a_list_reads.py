"""The lists from which guests are chosen: what must not count changes neither who stands where nor how many points somebody has."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import making
from tests.candidates.picture_making import facts_of_parts
from tests.gatherings.test_affinity import DATES, OTHERWISE

from werktop.candidates.models import PARTS, Candidate
from werktop.employers.models import EmployerTerm, KnownFirm
from werktop.gatherings.queries.fitting import fitting_candidates
from werktop.gatherings.queries.fitting_entrepreneurs import fitting_entrepreneurs
from werktop.gatherings.queries.scene import Wanted, scene_of
from werktop.matches.ideas import ideas_for

pytestmark = pytest.mark.django_db
READ_OF_A_CANDIDATE = {"id", "first_name", "last_name", "postcode", "languages"}
ABOUT_WHOM = {
    "organisation_id",
    "left_at",
    "region_id",
    "is_shared",
    "informed_date",
    "assigned_to_id",
    "name_key",
}
"""Columns that say whose list somebody is on (others in the region find who was told what is kept), and in which order names are
read: a lot decides between equals."""
TABLES = {
    "accounts_account", "accounts_membership", "candidates_candidate",
    "candidates_objection", "candidates_candidateterm", "catalogue_term",
    "employers_employer",
    "employers_employerterm", "employers_entrepreneur", "gatherings_gathering", "gatherings_guest", "gatherings_table",
    "regions_organisation", "regions_postcodearea", "work_profiles_workprofile", "work_profiles_workprofileterm",
}  # fmt: skip


@pytest.fixture
def hall(cast):
    """A gathering with two firms on the list, six candidates who may come and three firms that may."""
    gathering = making.gathering(cast.own)
    for name in ("Fruit Van Dam", "Houtbouw Linge"):
        firm = making.employer(cast.own, name, term_codes=("inpakken", "buiten"), postcode="4003 AB")
        making.guest(gathering, making.entrepreneur(firm))
    people = [
        making.candidate(cast.own, first_name=f"Kandidaat{n}", term_codes=codes, postcode=postcode)
        for n, (codes, postcode) in enumerate(
            [
                (("inpakken",), "4001 AB"),
                (("inpakken", "buiten"), "6211 AB"),
                ((), "4001 AB"),
                (("buiten",), ""),
                (("machines",), "4003 AB"),
                (("inpakken", "machines"), "4191 AB"),
            ]  # fmt: skip
        )
    ]
    making.guest(gathering, making.candidate(cast.own, term_codes=("inpakken",)))
    for name in ("Bakkerij Korenmaat", "Kwekerij Groen", "Zorggroep Linge"):
        making.entrepreneur(making.employer(cast.own, name, term_codes=("inpakken",), postcode="4001 AB"))
    # of another organisation in the region, shared: a profile without a name
    people.append(making.candidate(cast.other, "Vreemd", term_codes=("inpakken",), postcode="4001 AB"))
    making.candidate(cast.other, "Ander", term_codes=("machines",), postcode="4191 AB")
    return gathering, people


def lists_of(cast, gathering, at) -> list[tuple]:
    """Both lists, in order, with their points."""
    scene = scene_of(gathering, [])
    viewer = cast.own.actor()
    return [
        (fit.id, fit.points)
        for found in (
            fitting_candidates(viewer, scene, Wanted(whose="all"), at=at),
            fitting_entrepreneurs(viewer, scene, Wanted(), at=at),
        )
        for fit in found
    ]


def test_nothing_else_about_a_person_moves_somebody_on_the_list(cast, at, hall):
    gathering, people = hall
    before = lists_of(cast, gathering, at)
    assert len({points for _id, points in before}) > 3, "the lists have an order to change"
    for person in (*people[:3], people[-1]):
        Candidate.objects.filter(pk=person.pk).update(
            # whether others find somebody is whose list it is, not where on it
            **OTHERWISE | {"identity": str(person.pk), "is_shared": True},
            **dict.fromkeys(DATES, at.date()),
        )
        for part, facts in facts_of_parts().items():
            if part == "term":
                person.terms.update(level=3, source="workplace", reason="Een week lang")
            else:
                PARTS[part].objects.create(candidate=person, noted_at=at, **facts)
    assert lists_of(cast, gathering, at) == before


def test_what_counts_does_move_somebody(cast, at, hall):
    """So that the test above looks at something: the same people with other talents stand otherwise."""
    gathering, people = hall
    before = lists_of(cast, gathering, at)
    people[1].terms.all().delete()
    assert lists_of(cast, gathering, at) != before
    EmployerTerm.objects.all().delete()
    assert len({points for _id, points in lists_of(cast, gathering, at)}) < len({p for _id, p in before})


def test_the_lists_read_nothing_else(cast, at, hall):
    """What is not read cannot count: no other table is opened, and of a candidate no other column is fetched."""
    gathering, _people = hall
    with CaptureQueriesContext(
        connection,
    ) as asked:
        lists_of(cast, gathering, at)
    said = " ".join(query["sql"] for query in asked)
    assert set(re.findall(r'(?:FROM|JOIN) "(\w+)"', said)) <= TABLES
    assert set(re.findall(r'"candidates_candidate"\."(\w+)"', said)) <= READ_OF_A_CANDIDATE | ABOUT_WHOM
    assert set(re.findall(r'"candidates_candidateterm"\."(\w+)"', said)) <= {"id", "candidate_id", "term_id"}


def test_nothing_else_about_a_person_changes_to_whom_somebody_is_introduced(cast, at, hall):
    gathering, people = hall
    host = making.entrepreneur(making.employer(cast.own, "Slagerij Linge", postcode="4001 AB"))
    making.guest(gathering, host, "yes", arrived_at=at)
    for name, codes in (("Kas", ("inpakken", "machines")), ("Hal", ("inpakken",))):
        known = making.employer(cast.own, name, term_codes=codes)
        KnownFirm.objects.create(entrepreneur=host, employer=known, firm_name=name)
    keys = [person.pk for person in people[:-1]]
    before = ideas_for(gathering.pk, keys)
    assert [idea.firm_name for idea in before[people[5].pk]] == ["Kas", "Hal"]
    for person in people[:-1]:
        Candidate.objects.filter(pk=person.pk).update(**OTHERWISE | {"identity": str(person.pk)})
        for part, facts in facts_of_parts().items():
            if part != "term":
                PARTS[part].objects.create(candidate=person, noted_at=at, **facts)
    assert ideas_for(gathering.pk, keys) == before


def test_every_part_of_the_picture_is_tried():
    """A new part of the picture is varied in these tests too, or they do not pass."""
    assert set(facts_of_parts()) == set(PARTS)
