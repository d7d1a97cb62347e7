"""Guests' own answers, wishes for the matching, impressions without a guest, and clicks that are forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.gatherings.day_making import running_day
from tests.gatherings.test_table import note, tap

from werktop.audit.actors import SYSTEM
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings.commands.most_talks import say_most_talks
from werktop.gatherings.commands.talks import answer_impression, answer_talk_on, forget_one_sided_clicks
from werktop.gatherings.day_refusals import AlreadyTold, NotYourQuestion, ScoreOutOfRange
from werktop.gatherings.models import Click, Impression, Round
from werktop.gatherings.queries.talk_totals import impression_totals, talk_totals
from werktop.gatherings.queries.talks import people_to_talk_on_with, wishes_of

pytestmark = pytest.mark.django_db
HISTORY = Click.pgh_event_model


@pytest.fixture
def day(cast, at):
    return running_day(cast.own, at=at)


def answer(day, at, name, *chosen, actor=None):
    answer_talk_on(
        actor=actor or day.link(name), at=at, gathering_id=day.gathering.pk,
        chosen_guest_ids=[day.guests[c].pk for c in chosen], **day.holder(name),
    )  # fmt: skip


def wants(day, name):
    keys = {g.pk: n for n, g in day.guests.items()}
    return {keys[k] for k in wishes_of(day.gathering.pk).guests[day.guests[name].pk].wants}


def test_a_guests_own_answer_replaces_that_guests_direction_and_only_that(day, at):
    note(day, at, tap(day, "Fatima", "Joris"), tap(day, "Fatima", "Ineke"))
    answer(day, at, "Fatima", "Ineke")
    assert wants(day, "Fatima") == {"Ineke"}
    assert wants(day, "Joris") == {"Fatima"}
    assert wants(day, "Ineke") == {"Fatima"}


def test_an_answer_may_be_changed_and_nobody_is_an_answer_too(day, at):
    answer(day, at, "Kees", "Joris")
    answer(day, at, "Kees", "Ineke")
    assert wants(day, "Kees") == {"Ineke"}
    answer(day, at, "Kees")
    assert wants(day, "Kees") == set()
    assert wishes_of(day.gathering.pk).guests[day.guests["Kees"].pk].has_answered


def test_whom_a_host_took_back_after_the_page_opened_stays_in_a_first_answer_that_names_them(day, at):
    note(day, at, tap(day, "Fatima", "Joris"))
    joris = day.guests["Joris"].pk
    opened = people_to_talk_on_with(day.link("Fatima")).chosen
    assert opened == [str(joris)]
    note(day, at, tap(day, "Fatima", "Joris", is_on=False))
    answer_talk_on(
        actor=day.link("Fatima"), at=at, gathering_id=day.gathering.pk, chosen_guest_ids=[joris],
        shown_guest_ids=[joris], **day.holder("Fatima"),
    )  # fmt: skip
    assert wants(day, "Fatima") == {"Joris"}


def test_a_guest_chooses_only_among_who_sat_at_the_same_table_in_a_round_that_began(day, at):
    with pytest.raises(NotYourQuestion):
        answer(day, at, "Kees", "Henk")
    with pytest.raises(NotYourQuestion):
        answer(day, at, "Kees", "Rosa")
    Round.objects.all().delete()
    assert people_to_talk_on_with(day.link("Kees")).people == ()


def test_a_guest_sees_first_names_of_companions_and_only_the_own_side(day, at):
    answer(day, at, "Joris", "Kees")
    page = people_to_talk_on_with(day.link("Kees"))
    assert [(p.first_name, p.firm, p.is_chosen) for p in page.people] == [
        ("Ineke", "De Linde Zorg", False),
        ("Joris", "Houtbouw Rijnstroom", False),
    ]
    of_joris = people_to_talk_on_with(day.link("Joris"))
    assert [p.first_name for p in of_joris.people if p.is_chosen] == ["Kees"]
    assert {p.first_name for p in of_joris.people} >= {"Fatima", "Stefan"}
    assert "Aisha" not in {p.first_name for p in of_joris.people}


def test_nobody_answers_for_someone_else(day, at, cast):
    with pytest.raises(NotVisible):
        answer(day, at, "Kees", "Joris", actor=day.link("Fatima"))
    elsewhere = running_day(cast.far, at=at)
    with pytest.raises(NotVisible):
        answer(day, at, "Kees", "Joris", actor=elsewhere.link("Kees"))
    with pytest.raises(NotVisible):
        answer(day, at, "Kees", "Joris", actor=cast.other.actor())
    with pytest.raises(NotAllowed):
        answer(day, at, "Kees", "Joris", actor=cast.own.actor("team_lead"))
    answer(day, at, "Kees", "Joris", actor=cast.own.actor())
    assert wants(day, "Kees") == {"Joris"}


def test_wishes_tell_mutual_pairs_one_sided_entrepreneurs_agreements_and_capacities(day, at):
    note(day, at, tap(day, "Fatima", "Joris"), tap(day, "Rosa", "Ineke", "visit"))
    answer(day, at, "Ineke", "Bilal")
    wishes = wishes_of(day.gathering.pk)
    key = {n: g.pk for n, g in day.guests.items()}
    assert wishes.mutual == {(key["Fatima"], key["Joris"])}
    assert wishes.entrepreneur_only == {(key["Bilal"], key["Ineke"])}
    assert [(a.candidate_guest_id, a.entrepreneur_guest_id, a.words) for a in wishes.agreements] == [
        (key["Rosa"], key["Ineke"], "visit")
    ]
    assert {w.capacity for w in wishes.candidates} == {2}
    assert {w.capacity for w in wishes.entrepreneurs} == {3}
    assert (key["Aisha"], key["Henk"]) in wishes.met


def test_a_click_is_of_two_sides_when_both_said_so(day, at):
    note(day, at, tap(day, "Fatima", "Joris"))
    answer(day, at, "Fatima", "Joris")
    half = talk_totals(day.gathering.pk)
    assert (half.mutual, half.seen_by_host) == (0, 1), "one side is still the host's tap"
    answer(day, at, "Joris", "Fatima")
    both = talk_totals(day.gathering.pk)
    assert (both.mutual, both.seen_by_host) == (1, 0)


def test_who_did_not_come_is_not_in_the_wishes(cast, at):
    day = running_day(cast.own, at=at, is_here=False)
    note(day, at, tap(day, "Fatima", "Joris"))
    assert wishes_of(day.gathering.pk).guests == {}


def test_an_impression_is_kept_once_per_guest_and_without_the_guest(day, at):
    def tell(moment="before", score=4):
        answer_impression(
            actor=day.link("Fatima"),
            at=at,
            gathering_id=day.gathering.pk,
            moment=moment,
            score=score,
            **day.holder("Fatima"),
        )

    tell()
    with pytest.raises(AlreadyTold):
        tell(score=5)
    tell("after", 5)
    with pytest.raises(ScoreOutOfRange):
        tell("after", 6)
    assert Impression.objects.count() == 2
    assert {f.name for f in Impression._meta.get_fields()} == {"id", "gathering", "kind", "moment", "score"}
    assert all(key.version == 4 for key in Impression.objects.values_list("pk", flat=True))


def test_totals_of_impressions_are_hidden_below_ten_answers(day):
    for count in range(9):
        Impression.objects.create(
            gathering=day.gathering, kind="candidate", moment="before", score=1 + count % 5
        )
    assert impression_totals(day.gathering.pk)[0].mean is None
    Impression.objects.create(gathering=day.gathering, kind="candidate", moment="before", score=5)
    total = impression_totals(day.gathering.pk)[0]
    assert (total.answers, total.counts, total.mean) == (10, (2, 2, 2, 2, 2), 3.0)


def test_one_sided_clicks_go_after_thirty_days_with_their_history_and_the_totals_stay(day, at):
    note(day, at, tap(day, "Fatima", "Joris"), tap(day, "Kees", "Joris"), tap(day, "Rosa", "Joris"))
    answer(day, at, "Kees")
    answer(day, at, "Bilal", "Ineke")
    note(day, at, tap(day, "Rosa", "Joris", is_on=False))
    before = talk_totals(day.gathering.pk)
    # a host saw that it clicked between Fatima and Joris; nobody was asked
    assert (before.mutual, before.seen_by_host) == (0, 1)
    assert (before.candidates_only, before.entrepreneurs_only) == (1, 1)
    assert forget_one_sided_clicks(actor=SYSTEM, at=at + timedelta(days=29)) == 0
    assert forget_one_sided_clicks(actor=SYSTEM, at=at + timedelta(days=31)) == 2
    assert forget_one_sided_clicks(actor=SYSTEM, at=at + timedelta(days=31)) == 0
    assert talk_totals(day.gathering.pk) == before
    pair = {day.guests["Fatima"].pk, day.guests["Joris"].pk}
    assert {k for row in HISTORY.objects.values_list("chooser_id", "chosen_id") for k in row} == pair
    assert {k for row in Click.objects.values_list("chooser_id", "chosen_id") for k in row} == pair


def test_wishes_cost_the_same_number_of_questions_for_two_tables_as_for_one(
    day, at, cast, django_assert_max_num_queries
):
    note(day, at, *(tap(day, n, "Joris") for n in ("Fatima", "Kees", "Rosa", "Bilal")))
    with django_assert_max_num_queries(6):
        wishes_of(day.gathering.pk)


def test_a_stranger_to_the_gathering_has_no_page(day, cast):
    stranger = making.candidate(cast.own)
    actor = day.link("Fatima")
    with pytest.raises(NotVisible):
        people_to_talk_on_with(type(actor)(**{**vars(actor), "id": stranger.pk}))


def test_a_colleague_who_is_not_at_this_gathering_does_not_say_how_many_talks_a_guest_wants(day, cast, at):
    def say(actor):
        say_most_talks(actor=actor, at=at, gathering_id=day.gathering.pk, most_talks=1, **day.holder("Joris"))

    with pytest.raises(NotVisible):
        say(cast.other.actor())
    say(day.host(1))
    assert type(day.guests["Joris"]).objects.get(pk=day.guests["Joris"].pk).most_talks == 1
