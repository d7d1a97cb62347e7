"""An affinity is a sum of named terms from the catalogue; what must not count has no way in."""

from __future__ import annotations

import dataclasses
from uuid import uuid4

import numpy as np
import pytest
from tests import making
from tests.candidates.picture_making import facts_of_parts
from tests.gatherings.seating import hall_of_guests

from werktop.candidates.models import PARTS, Candidate
from werktop.catalogue.models import Term
from werktop.gatherings.affinity import (
    MOST,
    WEIGHTS,
    Offer,
    Wishes,
    fits_of,
    table_of_affinities,
    terms_of,
)
from werktop.gatherings.models import Guest
from werktop.gatherings.queries.affinity import affinities
from werktop.work_profiles.models import WorkProfile

TIEL, GELDERMALSEN, MAASTRICHT = (51.89, 5.43), (51.88, 5.28), (50.85, 5.69)


def keys(count):
    return frozenset(uuid4() for _ in range(count))


def test_the_weights_add_up_to_a_thousand_and_no_pair_gets_more():
    assert sum(p.weight * p.most for p in WEIGHTS) == MOST == 1000
    competencies, interests = keys(9), keys(9)
    most = table_of_affinities(
        [Wishes(competencies, interests, frozenset({"nl"}), TIEL)],
        [Offer(competencies, interests, frozenset({"nl"}), TIEL)],
    )
    assert most.tolist() == [[1000]]


def test_the_terms_of_a_pair_add_up_to_its_affinity():
    rng = np.random.default_rng(3)
    pool, other_pool = sorted(keys(12)), sorted(keys(8))

    def some(kind):
        return kind(
            frozenset(rng.choice(pool, 6)),
            frozenset(rng.choice(other_pool, 3)),
            frozenset(rng.choice(["nl", "ar", "pl"], 1)),
            [TIEL, GELDERMALSEN, MAASTRICHT, None][rng.integers(4)],
        )

    candidates, offers = [some(Wishes) for _ in range(12)], [some(Offer) for _ in range(5)]
    table = table_of_affinities(candidates, offers)
    assert table.dtype.kind == "i"
    for row, candidate in enumerate(candidates):
        for column, offer in enumerate(offers):
            assert sum(t.adds for t in terms_of(candidate, offer)) == table[row, column]
    assert len(set(table.flatten().tolist())) > 5


def test_nearer_is_more_and_an_unknown_place_is_nothing():
    offer = [Offer(point=TIEL)]
    at = [
        int(table_of_affinities([Wishes(point=p)], offer)[0, 0])
        for p in (TIEL, GELDERMALSEN, MAASTRICHT, None)
    ]
    assert at[0] > at[1] > at[2] == at[3] == 0


def test_which_language_is_shared_makes_no_difference():
    def shared(language):
        speaks = frozenset({language})
        return table_of_affinities([Wishes(languages=speaks)], [Offer(languages=speaks)])[0, 0]

    assert len({shared(language) for language in ("nl", "ar", "uk", "ti")}) == 1


def test_being_near_and_able_to_talk_is_not_yet_a_fit():
    wishes = [Wishes(languages=frozenset({"nl"}), point=TIEL)]
    assert not fits_of(wishes, [Offer(languages=frozenset({"nl"}), point=TIEL)]).any()
    shared = keys(1)
    assert fits_of([Wishes(interests=shared)], [Offer(interests=shared)]).all()


def test_nobody_and_nothing_give_an_empty_table():
    assert table_of_affinities([], []).shape == (0, 0)
    assert table_of_affinities([Wishes()], [Offer()]).tolist() == [[0]]


def test_only_terms_languages_and_place_can_enter_the_sum():
    for kind in (Wishes, Offer):
        assert {f.name for f in dataclasses.fields(kind)} == {
            "competencies",
            "interests",
            "languages",
            "point",
        }


COUNTED = {"languages", "postcode"}
# what somebody could be judged by that has nothing to do with the work
OTHERWISE = {
    "first_name": "Anders",
    "last_name": "Anders",
    "email": "anders@post.example",
    "phone": "+31699999999",
    "address": "Elders 1",
    "preferred_channel": "letter",
    "own_words": "Ik wil heel graag met hout werken en bakken.",
    "is_step_free_needed": True,
    "is_interpreter_needed": True,
    "is_childcare_needed": True,
    "is_travel_paid": True,
    "has_companion": True,
    "day_note": "Graag bij het raam",
    "education": "MBO",
    "dutch_spoken": 1,
    "dutch_written": 1,
    "driving_licences": ["B"],
    "is_shared": False,
    "colleague_name": "Iemand",
    "legal_ground": "Andere wet",
    "legal_purpose": "Ander doel",
    "source": "sonar",
    "identity": "x",
    "adjusted_ways": ["call"],
}
KEYS = {"id", "organisation", "region", "assigned_to", "created_at", "left_at", "contact_at", "spoken_at"}
# the database makes these of the other fields and of the picture, to find people by
MADE = {"name_key", "name_marks", "marks", "picture_at"}
DATES = {"registered_date", "reported_date", "informed_date", "kept_until_date", "erase_date"}


def test_every_field_of_a_candidate_is_either_counted_or_shown_not_to_count():
    assert {f.name for f in Candidate._meta.fields} == COUNTED | set(OTHERWISE) | KEYS | DATES | MADE


@pytest.mark.django_db
def test_nothing_else_about_a_person_changes_an_affinity(cast, at):
    made = hall_of_guests(cast.own)
    before = affinities(made.gathering.pk).matrix
    Candidate.objects.filter(pk=made.candidates[0].candidate_id).update(
        **OTHERWISE, **dict.fromkeys(DATES, at.date())
    )
    assert (affinities(made.gathering.pk).matrix == before).all()
    assert before.any()


GUESTS = {
    "wants_travel_paid": True,
    "wants_childcare": True,
    "wants_interpreter": True,
    "brings_somebody": True,
    "arranged": ["interpreter"],
    "channel": "letter",
    "hears_by": "call",
    "is_late_expected": True,
    "most_talks": 3,
    "has_told_before": True,
    "has_told_after": True,
}


@pytest.mark.django_db
@pytest.mark.parametrize("side", ["candidates", "entrepreneurs"])
def test_nothing_that_a_guest_needs_or_said_changes_an_affinity(cast, at, side):
    made = hall_of_guests(cast.own)
    before = affinities(made.gathering.pk).matrix
    of_candidates = ("brings_somebody", "wants_travel_paid", "wants_childcare", "wants_interpreter")
    facts = GUESTS if side == "candidates" else {k: v for k, v in GUESTS.items() if k not in of_candidates}
    for guests in ([getattr(made, side)[0]], getattr(made, side)):
        Guest.objects.filter(pk__in=[guest.pk for guest in guests]).update(
            **facts, arrived_at=at, invited_at=at, replied_at=at, reminded_at=at
        )
        assert (affinities(made.gathering.pk).matrix == before).all()
    assert before.any()


@pytest.mark.django_db
def test_whose_candidate_it_is_changes_no_affinity(cast, at):
    made = hall_of_guests(cast.own)
    before = affinities(made.gathering.pk).matrix
    one = Candidate.objects.filter(pk=made.candidates[0].candidate_id)
    for facts in (
        {"assigned_to": cast.own.account()},
        {"organisation": cast.other.organisation},
        {"created_at": at, "contact_at": at},
    ):
        one.update(**facts)
        assert (affinities(made.gathering.pk).matrix == before).all()


@pytest.mark.django_db
def test_nothing_else_about_a_firm_or_its_people_changes_an_affinity(cast):
    made = hall_of_guests(cast.own)
    before = affinities(made.gathering.pk).matrix
    person = made.entrepreneurs[0].entrepreneur
    for row, kept in ((person, {"languages"}), (person.employer, {"postcode", "sbi_version"})):
        words = {
            f.name: "Anders"[: f.max_length or 6]
            for f in row._meta.fields
            if f.get_internal_type() in ("CharField", "TextField", "EmailField")
            and f.name not in kept
            and not f.choices
            and not f.unique
        }
        flags = {f.name: True for f in row._meta.fields if f.get_internal_type() == "BooleanField"}
        assert words, row
        type(row).objects.filter(pk=row.pk).update(**words, **flags)
        assert (affinities(made.gathering.pk).matrix == before).all()


@pytest.mark.django_db
def test_of_the_picture_only_competencies_and_interests_count(cast, at):
    made = hall_of_guests(cast.own)
    before = affinities(made.gathering.pk).matrix
    person = made.candidates[0].candidate
    for part, facts in facts_of_parts().items():
        if part == "term":  # how far somebody is, and where it was seen
            person.terms.update(level=3, source="workplace", reason="Een week lang")
        else:
            PARTS[part].objects.create(candidate=person, noted_at=at, **facts)
    assert person.terms.exists()
    assert (affinities(made.gathering.pk).matrix == before).all()


@pytest.mark.django_db
def test_an_affinity_is_told_in_words_that_add_up(cast):
    made = making.gathering(cast.own)
    person = making.candidate(cast.own, term_codes=("inpakken", "machines", "buiten"), postcode="4001 AB")
    firm = making.employer(
        cast.own, "Fruit Van Dam", term_codes=("inpakken", "heftruck", "buiten"), postcode="4003 AB"
    )
    candidate, entrepreneur = (
        making.guest(made, person),
        making.guest(made, making.entrepreneur(firm)),
    )
    found = affinities(made.pk)
    told = found.explain(candidate.pk, entrepreneur.pk)
    texts = [r.text for r in told]
    assert "Fruit Van Dam zoekt dit: inpakken en sorteren" in texts
    assert "Bij Fruit Van Dam is er ruimte voor: buiten zijn" in texts
    assert "Nog te leren bij Fruit Van Dam: met een heftruck werken" in texts
    assert sum(r.points for r in told) == found.of(candidate.pk, entrepreneur.pk) > 0


@pytest.mark.django_db
@pytest.mark.parametrize(("codes", "is_learning"), [((), False), (("buiten",), False), (("inpakken",), True)])
def test_nobody_has_still_to_learn_what_nobody_asked_about(cast, codes, is_learning):
    made = making.gathering(cast.own)
    person = making.candidate(cast.own, term_codes=codes, postcode="4001 AB")
    firm = making.employer(cast.own, "Fruit", term_codes=("heftruck", "buiten"), postcode="4003 AB")
    candidate, entrepreneur = making.guest(made, person), making.guest(made, making.entrepreneur(firm))
    told = affinities(made.pk).explain(candidate.pk, entrepreneur.pk)
    assert told, "they speak one language, nearby"
    assert any(reason.kind == "learn" for reason in told) == is_learning


@pytest.mark.django_db
@pytest.mark.parametrize(("status", "counts"), [("open", True), ("filled", False)])
def test_what_the_work_of_a_firm_asks_counts_until_it_is_filled(cast, status, counts):
    made, firm = making.gathering(cast.own), making.employer(cast.own)
    guests = (
        making.guest(made, making.candidate(cast.own, term_codes=("inpakken",))),
        making.guest(made, making.entrepreneur(firm)),
    )
    before = affinities(made.pk).of(*(each.pk for each in guests))
    work = WorkProfile.objects.create(
        employer=firm, organisation=cast.own.organisation, region=firm.region, what="inpakkers", status=status,
        noted_at=making.MOMENT, closed_at=None if counts else making.MOMENT,
    )  # fmt: skip
    work.terms.create(term=Term.objects.get(code="inpakken"))
    assert (affinities(made.pk).of(*(each.pk for each in guests)) > before) == counts


@pytest.mark.django_db
def test_who_did_not_say_yes_has_no_affinity(cast):
    made = hall_of_guests(cast.own, 2, 1, 1)
    made.candidates[0].reply = "no"
    made.candidates[0].save()
    found = affinities(made.gathering.pk)
    assert found.matrix.shape == (1, 1)
    assert found.of(made.candidates[0].pk, made.entrepreneurs[0].pk) == 0
    assert found.explain(made.candidates[0].pk, made.entrepreneurs[0].pk) == []


@pytest.mark.django_db
def test_more_guests_take_no_more_queries(cast, django_assert_max_num_queries):
    small, large = hall_of_guests(cast.own, 2, 1, 1), hall_of_guests(cast.own, 50, 14, 7)
    affinities(small.gathering.pk)  # reads the postcodes once
    for made, shape in ((small, (2, 1)), (large, (50, 14))):
        with django_assert_max_num_queries(6):
            assert affinities(made.gathering.pk).matrix.shape == shape
