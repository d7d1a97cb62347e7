"""The picture over time: what stood there on any day, and what came, grew and went between two days."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests import making
from tests.candidates.picture_making import changes_between, facts_of_parts, picture_on, use_domains

from werktop.accounts.roles import Role
from werktop.audit.models import Entry
from werktop.audit.refusals import DayOutOfReach, NotAllowed, NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import (
    AreThereAlready,
    EndsBeforeItBegins,
    IsStillToCome,
    IsThereAlready,
    IsTooLongAgo,
    LevelIsUnknown,
    MostIsLess,
    NothingIsSaid,
)
from werktop.candidates.models import PARTS, CandidateTerm

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


class Told:
    """A candidate's life, a day at a time: `note("goal", words=…)` on day 0, `after(days)` moves on."""

    def __init__(self, cast, at):
        self.actor, self.at = cast.own.actor(), at
        self.candidate = making.candidate(cast.own, created_at=at - 100 * DAY, assigned_to=cast.own.account())

    def after(self, days=1, minutes=0):
        self.at += timedelta(days=days, minutes=minutes)
        return self

    @property
    def day(self) -> date:
        return self.at.date()

    def _do(self, command, **facts):
        return command(actor=self.actor, at=self.at, candidate_id=self.candidate.pk, **facts)

    def note(self, part, **facts):
        return self._do(commands.note_part, part=part, **facts)

    def remove(self, part, key, **facts):
        self._do(commands.remove_part, part=part, row_id=key, **facts)

    def put_back(self, part, key):
        self._do(commands.put_back_part, part=part, row_id=key)

    def on(self, day, part="goal"):
        picture = picture_on(self.actor, self.candidate.pk, day)
        return [" ".join(filter(None, line.words)) for line in picture.get(part, ())]

    def between(self, first, last, part="goal"):
        changes = changes_between(self.actor, self.candidate.pk, first, last)
        return [(c.kind, c.now.words[0]) for c in changes if c.now.part == part]


@pytest.fixture
def told(cast, at):
    return Told(cast, at)


def test_a_picture_on_a_day_is_what_was_last_noted_of_each_part_by_then(told):
    began = told.day
    oven = told.note("goal", words="Werken met de oven")
    told.after(3).note("goal", words="Bellen")
    told.after(3).note("goal", row_id=oven, words="Werken met twee ovens")
    assert told.on(began - DAY) == []
    assert told.on(began) == told.on(began + 2 * DAY) == ["Werken met de oven"]
    assert told.on(began + 3 * DAY) == ["Werken met de oven", "Bellen"]
    assert sorted(told.on(began + 6 * DAY)) == ["Bellen", "Werken met twee ovens"]


def test_what_went_is_gone_from_that_day_on_and_stays_in_earlier_days(told):
    began, key = told.day, told.note("goal", words="Bellen")
    told.after(2).remove("goal", key, reason="Dat gaat nu vanzelf")
    assert (told.on(began + DAY), told.on(began + 2 * DAY)) == (["Bellen"], [])
    (went,) = changes_between(told.actor, told.candidate.pk, began, told.day)
    assert (went.kind, went.now.reason, went.before.words[0]) == ("went", "Dat gaat nu vanzelf", "Bellen")


def test_of_several_changes_on_one_day_the_last_one_stands(told):
    began, key = told.day, told.note("goal", words="Bellen")
    told.after(1).note("goal", row_id=key, words="Bellen met klanten")
    told.after(0, minutes=5).note("goal", row_id=key, words="Bellen met iedereen")
    brief = told.after(0, minutes=5).note("goal", words="Even")
    told.after(0, minutes=5).remove("goal", brief)
    assert told.on(told.day) == ["Bellen met iedereen"]
    assert told.between(began, told.day) == [("changed", "Bellen met iedereen")]


def test_what_was_changed_and_changed_back_is_no_change_between_two_days(told):
    began, key = told.day, told.note("goal", words="Bellen")
    told.after(1).note("goal", row_id=key, words="Schrijven")
    assert told.between(began, told.day) == [("changed", "Schrijven")]
    told.after(1).note("goal", row_id=key, words="Bellen")
    assert told.between(began, told.day) == []


def test_what_was_taken_away_and_put_back_is_no_change_and_has_the_same_key(told):
    began, key = told.day, told.note("goal", words="Bellen", reason="Gevraagd")
    told.after(1).remove("goal", key)
    told.put_back("goal", key)
    assert told.between(began, told.day) == [] and told.on(told.day) == ["Bellen"]
    told.after(1).remove("goal", key)
    told.after(1).put_back("goal", key)
    assert told.between(began + 2 * DAY, told.day) == [("came", "Bellen")]
    told.put_back("goal", key)  # again: nothing
    assert PARTS["goal"].objects.get().pk == key


def test_growth_is_told_with_where_it_was_seen_and_why(told):
    koken = making.terms("koken")[0].pk
    began, key = told.day, told.note("term", term_id=koken, level=1)
    told.after(30).note(
        "term", row_id=key, level=2, source="workplace", reason="Bakte zelf een week lang brood"
    )
    (change,) = changes_between(told.actor, told.candidate.pk, began, told.day)
    assert change.is_growth and change.before.words == ("Koken en bakken", "begint ermee")
    assert change.now.words == ("Koken en bakken", "kan het zelf")
    assert (change.now.source_words, change.now.reason) == (
        "op het werk gezien",
        "Bakte zelf een week lang brood",
    )


def test_who_cannot_do_it_without_help_yet_grows_too(told):
    koken = making.terms("koken")[0].pk
    began, key = told.day, told.note("term", term_id=koken, level=0)
    assert told.on(began, "term") == ["Koken en bakken kan het met hulp"]
    told.after(1).note("term", row_id=key, level=1)
    (change,) = changes_between(told.actor, told.candidate.pk, began, told.day)
    assert change.is_growth
    told.after(1).note("term", row_id=key, level=0)
    (change,) = changes_between(told.actor, told.candidate.pk, told.day - DAY, told.day)
    assert not change.is_growth


def test_several_talents_are_noted_at_once_or_none_with_a_level_for_what_somebody_can(told, cast):
    asked = {"actor": told.actor, "at": told.at, "candidate_id": told.candidate.pk, "source": "workplace"}
    koken, bouwen, dieren = (term.pk for term in making.terms("koken", "bouwen", "dieren"))
    assert len(commands.note_terms(**asked, term_ids=[koken, dieren], level=0, reason="Stage")) == 2
    rows = {row.term_id: (row.level, row.source, row.reason) for row in CandidateTerm.objects.all()}
    assert rows == {koken: (0, "workplace", "Stage"), dieren: (None, "workplace", "Stage")}
    with pytest.raises(AreThereAlready, match="Koken en bakken staat er al"):
        commands.note_terms(**asked, term_ids=[bouwen, koken])
    with pytest.raises(NothingIsSaid):
        commands.note_terms(**asked, term_ids=[])
    with pytest.raises(LevelIsUnknown):
        commands.note_terms(**asked, term_ids=[bouwen], level=4)
    with pytest.raises(NotVisible):
        commands.note_terms(**asked | {"actor": cast.other.actor()}, term_ids=[bouwen])
    assert CandidateTerm.objects.count() == 2


def test_own_words_and_languages_of_the_file_are_part_of_it(told, cast):
    began = told.day - DAY
    commands.change_candidate(
        actor=told.actor, at=told.at, candidate_id=told.candidate.pk, own_words="Ik bak graag brood",
        languages=["nl", "ar"],
    )  # fmt: skip
    assert told.between(began, told.day, "words") == [("came", "Ik bak graag brood")]
    assert told.between(began, told.day, "languages") == [("changed", "Nederlands, Arabisch")]


def test_own_words_and_languages_keep_the_day_on_which_they_were_noted(told):
    began = told.day - DAY
    told._do(commands.change_candidate, own_words="Ik bak graag brood", languages=["nl", "ar"])
    noted = told.day
    told.after(5)._do(commands.change_candidate, phone="0612345678")
    changes = changes_between(told.actor, told.candidate.pk, began, told.day)
    assert {change.now.part: change.now.day for change in changes} == {"words": noted, "languages": noted}


def test_a_talent_unticked_on_a_form_can_be_put_back(told):
    koken, bouwen = (term.pk for term in making.terms("koken", "bouwen"))
    key = told.note("term", term_id=koken, level=3)
    commands.change_candidate(
        actor=told.actor, at=told.at + DAY, candidate_id=told.candidate.pk, term_ids=[bouwen]
    )
    told.after(2).put_back("term", key)
    row = CandidateTerm.objects.get(pk=key)
    assert (row.term_id, row.level) == (koken, 3)


def test_only_what_is_gone_for_good_can_be_put_back_and_once(told):
    def back():
        picture = queries.picture_of(told.actor, told.candidate)
        return len(picture.to_put_back())

    koken = making.terms("koken")[0].pk
    key = told.note("term", term_id=koken)
    told.after(1).remove("term", key)
    assert back() == 1
    told.after(1).put_back("term", key)
    told.after(1).remove("term", key)
    assert back() == 1
    told.after(1).note("term", term_id=koken)
    assert back() == 0


def test_what_took_the_place_of_something_stays(told):
    koken = making.terms("koken")[0].pk
    key = told.note("term", term_id=koken)
    told.remove("term", key)
    told.note("term", term_id=koken)
    with pytest.raises(IsThereAlready):
        told.put_back("term", key)
    with pytest.raises(IsThereAlready):
        told.note("term", term_id=koken)


def test_a_part_says_something_and_nothing_is_typed_over_unseen(told):
    with pytest.raises(NothingIsSaid):
        told.note("goal", words="  ")
    key = told.note("goal", words="Bellen")
    version = queries.part_version(PARTS["goal"].objects.get())
    told.note("goal", row_id=key, words="Bellen met klanten", version=version)
    with pytest.raises(ChangedMeanwhile):
        told.note("goal", row_id=key, words="Schrijven", version=version)


def test_there_is_one_wish(told):
    first = told.note("wish", hours_max=24)
    assert told.note("wish", days=[1, 2], most_km=12) == first
    assert told.on(told.day, "wish") == ["24 uur per week ma, di; tot 12 km"]


def test_a_step_is_done_with_one_tap_and_taken_back(told):
    key = told.note("step", words="Bel Petra", source="own_words")
    finish = {
        "actor": told.actor,
        "at": told.at,
        "candidate_id": told.candidate.pk,
        "part": "step",
        "row_id": key,
    }
    commands.finish_part(**finish)
    assert PARTS["step"].objects.get().done_date == told.day
    commands.finish_part(**finish, is_done=False)
    assert PARTS["step"].objects.get().done_date is None


def test_every_part_is_noted_taken_away_put_back_and_erased_with_its_history(told):
    use_domains(told.candidate.organisation)
    keys = {part: told.note(part, **facts) for part, facts in facts_of_parts().items()}
    before = picture_on(told.actor, told.candidate.pk, told.day)
    assert set(PARTS) <= set(before)
    for part, key in keys.items():
        told.after(0, minutes=1).remove(part, key)
        assert not PARTS[part]._default_manager.exists()
        told.after(0, minutes=1).put_back(part, key)
    after = picture_on(told.actor, told.candidate.pk, told.day)
    assert {p: [line.values for line in lines] for p, lines in after.items()} == {
        p: [line.values for line in lines] for p, lines in before.items()
    }
    assert Entry.objects.filter(verb="candidates.remove_part").count() == len(PARTS)
    told.remove("goal", keys["goal"])
    commands.erase_candidate(actor=told.actor, at=told.at, candidate_id=told.candidate.pk, reason="asked")
    for model in PARTS.values():
        assert not model.pgh_event_model.objects.exists(), model


def test_who_is_elsewhere_or_does_not_work_with_people_changes_and_sees_nothing(told, cast):
    key = told.note("goal", words="Bellen")
    asked = {"at": told.at, "candidate_id": told.candidate.pk, "part": "goal"}
    for command, facts in (
        (commands.note_part, {"words": "Iets"}), (commands.remove_part, {"row_id": key}),
        (commands.put_back_part, {"row_id": key}), (commands.finish_part, {"row_id": key}),
    ):  # fmt: skip
        with pytest.raises(NotVisible):
            command(actor=cast.other.actor(), **asked, **facts)
        with pytest.raises(NotAllowed):
            command(actor=cast.own.actor(Role.TABLE_HOST), **asked, **facts)
    with pytest.raises(NotVisible):
        picture_on(cast.other.actor(), told.candidate.pk, told.day)
    other = making.candidate(cast.own, "Ander")
    with pytest.raises(NotVisible):
        commands.remove_part(actor=told.actor, at=told.at, candidate_id=other.pk, part="goal", row_id=key)
    with pytest.raises(NotVisible):
        told.remove("goal", uuid4())


def test_a_longer_life_takes_as_many_queries(told):
    counts = []
    for _round in range(2):
        for _n in range(5):
            key = told.after(1).note("goal", words="Bellen")
            told.after(1).note("goal", row_id=key, words="Schrijven")
        with CaptureQueriesContext(connection) as asked:
            changes_between(told.actor, told.candidate.pk, told.day - 5 * DAY, told.day)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= len(PARTS) + 3


@pytest.mark.parametrize(
    ("part", "facts", "refusal"),
    [
        ("wish", {"hours_min": 30, "hours_max": 10}, MostIsLess),
        ("instrument", {"name": "Taalmaatje"}, NothingIsSaid),
        ("instrument", {"name": " ", "from_date": date(2026, 11, 2)}, NothingIsSaid),
        (
            "instrument",
            {"name": "Taalmaatje", "from_date": date(2026, 11, 2), "until_date": date(2026, 11, 1)},
            EndsBeforeItBegins,
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(cast, at, part, facts, refusal):
    with pytest.raises(refusal):
        commands.note_part(
            actor=cast.own.actor(), at=at, candidate_id=making.candidate(cast.own).pk, part=part, **facts
        )


@pytest.mark.parametrize(
    ("part", "facts", "refusal"),
    [
        ("step", {"words": "Bel", "due_date": date(1950, 1, 1)}, DayOutOfReach),
        ("step", {"words": "Bel", "due_date": date(9999, 12, 31)}, DayOutOfReach),
        ("step", {"words": "Bel", "due_date": date(2027, 12, 1)}, None),
        ("goal", {"words": "Bellen", "done_date": date(2026, 11, 25)}, IsStillToCome),
        ("wish", {"available_date": date(2030, 1, 1)}, DayOutOfReach),
        ("certificate", {"kind": "badge", "name": "Heftruck", "got_date": date(2040, 1, 1)}, IsStillToCome),
        ("certificate", {"kind": "badge", "name": "Heftruck", "got_date": date(1850, 1, 1)}, IsTooLongAgo),
        ("certificate", {"kind": "badge", "name": "Heftruck", "got_date": date(1984, 6, 1)}, None),
        ("instrument", {"name": "Taalmaatje", "from_date": date(2999, 1, 1)}, DayOutOfReach),
        ("instrument", {"name": "Lassen", "from_date": date(1999, 1, 1)}, None),
    ],
)
def test_a_day_that_cannot_be_is_refused(cast, at, part, facts, refusal):
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": making.candidate(cast.own).pk}
    with pytest.raises(refusal) if refusal else nullcontext():
        commands.note_part(**asked, part=part, **facts)


def test_a_step_of_long_ago_is_still_changed(told):
    key = told.note("step", words="Bel Petra", due_date=told.day)
    told.after(1000).note("step", row_id=key, words="Bel Petra Smit", due_date=told.day - 1000 * DAY)


@pytest.mark.parametrize("level", [7, 4])
def test_a_level_is_one_of_the_four(cast, at, level):
    fatima, (term,) = making.candidate(cast.own), making.terms("bouwen")
    with pytest.raises(LevelIsUnknown):
        commands.note_part(
            actor=cast.own.actor(), at=at, candidate_id=fatima.pk, part="term", term_id=term.pk, level=level
        )
    with pytest.raises(IntegrityError, match="a_level_is_one_of_the_four"), transaction.atomic():
        CandidateTerm.objects.create(candidate=fatima, term=term, level=level, noted_at=at)


@pytest.mark.parametrize(
    ("part", "facts", "constraint"),
    [
        ("step", {"words": ""}, "a_step_says_what"),
        ("goal", {"words": ""}, "a_learning_goal_says_what"),
        ("need", {"kind": "other", "words": ""}, "a_need_says_what"),
        ("perspective", {"words": ""}, "a_perspective_says_where_it_leads"),
        ("certificate", {"kind": "badge", "name": ""}, "a_certificate_has_a_name"),
        ("firm", {"firm_name": ""}, "a_firm_in_the_network_has_a_name"),
        ("instrument", {"name": "", "from_date": date(2026, 11, 2)}, "an_instrument_has_a_name"),
    ],
)
def test_an_empty_part_is_refused_by_the_database_too(cast, at, part, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PARTS[part]._default_manager.create(candidate=making.candidate(cast.own), noted_at=at, **facts)
