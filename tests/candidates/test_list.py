"""The list: search that forgives, filters, order, and as many queries for ten as for a thousand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from tests import making

from werktop.accounts import queries as accounts
from werktop.accounts.roles import Role
from werktop.audit.actors import Actor, system_for
from werktop.candidates import commands, queries
from werktop.candidates.queries import Filters, listing
from werktop.regions.queries import municipality_names, place_of

pytestmark = pytest.mark.django_db
LIST = reverse("desk:candidates")


def names(cast, **asked) -> list[str]:
    return [c.first_name for c in queries.found_candidates(cast.own.actor(), Filters(**asked))]


@pytest.mark.parametrize("typed", ["fatima", "Fatma", "FÁTIMA", "fatima el amrani", "amrani"])
def test_a_name_is_found_however_it_is_typed(cast, typed):
    making.candidate(cast.own, "Fatima")
    making.candidate(cast.own, "Bram", last_name="de Wit")
    assert names(cast, words=typed) == ["Fatima"]


def test_an_accent_in_the_file_does_not_hide_a_name(cast):
    making.candidate(cast.own, "Zoë", last_name="Çelik")
    assert names(cast, words="zoe celik") == ["Zoë"]


def test_a_phone_number_is_found_as_it_is_dialled(cast):
    making.candidate(cast.own, "Bram", phone="+31612345678")
    assert names(cast, words="06 1234 5678") == ["Bram"]


def test_names_that_were_looked_up_before_find_the_same_people_and_no_more(cast, monkeypatch):
    making.candidate(cast.own, "Bo", last_name="Kramer")
    making.candidate(cast.own, "Bob")
    making.candidate(cast.own, "Wim")
    making.candidate(cast.other, "Bo")
    making.candidate(cast.own, "Boris", left_at=timezone.now())
    asked = Filters(words="bo")
    for wide in (
        asked,
        replace(asked, with_left=True),
        replace(asked, words=""),
        replace(asked, words="xyz"),
    ):
        known = queries.looked_up(cast.own.actor(), wide)
        assert (known.named is None) is (wide.words == "")
        assert list(queries.found_candidates(cast.own.actor(), known)) == list(
            queries.found_candidates(cast.own.actor(), wide)
        )
    monkeypatch.setattr(listing, "MOST_NAMED", 1)
    assert queries.looked_up(cast.own.actor(), asked) == asked


def test_each_filter_narrows_the_list(cast):
    actor = cast.own.actor()
    making.candidate(cast.own, "Ali", languages=["ar"], term_codes=("koken",), postcode="3511 AB")
    making.candidate(
        cast.own, "Bo", is_step_free_needed=True, is_shared=False, assigned_to=cast.own.account()
    )
    making.candidate(cast.own, "Cas", assigned_to=cast.own.account())
    koken = making.terms("koken")[0].pk
    assert names(cast, languages=["ar"]) == ["Ali"]
    assert names(cast, term_ids=[koken]) == ["Ali"]
    assert names(cast, place="3511") == names(cast, place="utrecht") == ["Ali"]
    assert names(cast, place="nergenshuizen") == []
    assert names(cast, is_step_free_needed=True) == names(cast, is_shared=False) == ["Bo"]
    assert names(cast, is_mine=True) == ["Bo", "Cas"]
    assert names(cast, sort="-name") == ["Cas", "Bo", "Ali"]
    assert actor.can("see_candidates")


def test_the_list_holds_only_the_own_organisation(cast):
    for house in (cast.own, cast.other, cast.far):
        making.candidate(house)
    assert queries.candidates_visible_to(cast.own.actor()).count() == 1
    assert not queries.candidates_visible_to(cast.own.actor(Role.TABLE_HOST)).exists()
    assert not queries.candidates_visible_to(cast.private.actor()).exists()


def test_others_in_the_region_see_a_profile_without_a_name(cast):
    shared = making.candidate(cast.other, "Noor", term_codes=("koken",), postcode="4001 AB")
    making.candidate(cast.other, is_shared=False)
    making.candidate(cast.own)
    making.candidate(cast.far)
    (profile,) = queries.search_profiles_in_region(cast.own.actor())
    assert (profile.id, profile.pc4, len(profile.term_ids)) == (shared.pk, "4001", 1)
    assert "Noor" not in str(profile) and "AB" not in str(profile)
    assert queries.search_profiles_in_region(cast.own.actor(Role.TABLE_HOST)) == []
    shared.informed_date = None
    shared.save()
    assert queries.search_profiles_in_region(cast.own.actor()) == [], "not told yet what is kept"


def test_nobody_sees_needs_who_does_not_work_with_the_person(cast):
    candidate = making.candidate(cast.own, assigned_to=cast.own.account())
    assert queries.can_see_needs(cast.own.actor(), candidate)
    beside = accounts.actor_of(making.colleague_beside(cast.own), cast.own.organisation.pk)
    for viewer in (
        beside,
        cast.own.actor(Role.COORDINATOR),
        cast.other.actor(),
        Actor("staff", organisation_id=cast.own.organisation.pk, capabilities=frozenset({"see_candidates"})),
    ):
        assert not queries.can_see_needs(viewer, candidate)


def fill(cast, count, at):
    organisation = cast.own.organisation
    commands.add_candidates(
        actor=system_for(organisation.pk, organisation.region_id),
        at=at,
        rows=[
            {"first_name": f"Kim{n}", "phone": f"06{n:08}", "languages": ["nl"], "term_codes": ["koken"]}
            for n in range(count)
        ],
    )


def test_the_list_asks_as_much_for_ten_as_for_a_thousand(cast, log_in, at):
    client, counts = log_in(cast.own.account()), []
    place_of("4001")  # a process reads postcodes and municipalities once
    municipality_names(timezone.localdate())
    for count in (10, 990):
        fill(cast, count, at)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(LIST).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 23, "\n".join(q["sql"][:120] for q in asked)


@pytest.mark.parametrize(
    ("language", "one", "two"), [("nl", "kandidaat", "kandidaten"), ("en", "candidate", "candidates")]
)
def test_one_is_counted_as_one(cast, log_in, language, one, two):
    client, shown = log_in(cast.own.account()), []
    for name in ("Fatima", "Yonas"):
        making.candidate(cast.own, name)
        page = client.get(LIST, HTTP_ACCEPT_LANGUAGE=language).content.decode()
        shown.append(" ".join(strip_tags(page).split()))
    assert f" 1 {one} " in shown[0] and f" 2 {two} " in shown[1]
