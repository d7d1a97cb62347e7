"""Whatever happens to an appointment, in whatever order: both hear how it stands, and neither is told what is not so,
nor the other's whole name before both said themselves that they want to talk on."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from tests.matches.talk_world import ENDS, WE_CALL, TalkWorld
from tests.telling import OFF, WAYS

from werktop.matches.models import NextStep
from werktop.post.models import Message
from werktop.post.paper import letters_of

pytestmark = pytest.mark.django_db
STEPS = 14
MOVES = {
    "send": 3, "without": 1, "dropped": 1, "agree": 3, "off": 4, "ends": 2, "back": 2, "outcome": 0.6, "stop": 0.5,
    "soon": 1.5, "erase": 0.2, "call": 1.5, "post": 1, "mail": 0.7, "propose": 1, "answer": 1.5, "wait": 5,
}  # fmt: skip
"""What may happen next, and how often."""


def step(world: TalkWorld, chance: random.Random) -> list[str]:
    """Something happens; gives what was said and was not true."""
    what = chance.choices(list(MOVES), list(MOVES.values()))[0]
    side = chance.choice(["candidate", "entrepreneur"])
    by_colleague = chance.random() < 0.4
    if what == "wait":
        return world.wait(timedelta(minutes=chance.choice([2, 5, 12, 60, 180, 660, 1440])))
    if what == "mail":
        world.is_mail_down = chance.random() < 0.5
    elif what == "soon":
        near = world.at + timedelta(hours=chance.choice([1, 2, 5, 11, 14, 20]))
        world.agree(near.replace(minute=0), is_known=chance.random() < 0.3)
    elif what == "agree":
        day = world.at + timedelta(days=chance.randint(1, 6))
        world.agree(day.replace(hour=chance.randint(8, 17), minute=0), is_known=chance.random() < 0.3)
    else:
        is_yes = chance.random() < 0.7
        {
            "send": lambda: world.send(is_aware=is_yes),
            "answer": lambda: world.answer(side, is_chosen=is_yes),
            "without": lambda: world.send("without"),
            "dropped": lambda: world.send("dropped"),
            "off": lambda: world.call_off(side, by_colleague=by_colleague, is_all=False),
            "ends": lambda: world.call_off(side, by_colleague=by_colleague, is_all=True),
            "back": lambda: world.take_back(side, by_colleague=by_colleague),
            "outcome": lambda: world.outcome(chance.choice(["not_held", "no_fit", "work"])),
            "stop": lambda: world.stop(side),
            "erase": world.erase_candidate,
            "call": world.tick_calls,
            "post": world.post_letters,
            "propose": world.propose,
        }[what]()
    return []


@pytest.mark.parametrize("seed", range(16))
def test_both_hear_how_their_appointment_stands(cast, at, seed):
    chance = random.Random(seed)
    world = TalkWorld(
        cast, at, candidate=chance.choice(list(WAYS)), entrepreneur=chance.choice(["email", "call", "sms"]),
        is_ours=chance.random() < 0.6, is_agreed=seed % 2 == 1,
    )  # fmt: skip
    for _ in range(STEPS):
        wrong = step(world, chance) + world.faults()
        assert not wrong, "\n".join([*wrong, "", *world.story])


@pytest.fixture
def world(cast, at):
    """Both are written to by e-mail, and the mail server is away: nothing has left yet."""
    made = TalkWorld(cast, at, candidate="email", entrepreneur="email", is_ours=True)
    made.is_mail_down = True
    return made


def comes_back(world: TalkWorld) -> list[str]:
    """The mail server is back: what went out, in order."""
    world.is_mail_down = False
    seen = len(world.story)
    assert world.wait(timedelta(hours=1)) == []
    return [line.split(" sent ")[1].split(":")[0] for line in world.story[seen:] if " sent " in line]


def test_of_two_hours_that_both_wait_only_the_last_one_goes_out(world):
    world.agree(world.at + timedelta(days=3), is_known=False)
    assert comes_back(world) == ["follow_up to candidate", "follow_up to entrepreneur"]
    assert world.faults() == []


@pytest.mark.parametrize(("is_all", "end"), [(False, OFF), (True, ENDS)])
def test_who_calls_off_what_had_not_left_gets_no_appointment_after_it_and_the_other_never_hears(
    world, is_all, end
):
    world.call_off("candidate", by_colleague=True, is_all=is_all)
    world.wait(timedelta(minutes=12))
    assert [line.split(" to ")[1] for line in comes_back(world)] == ["candidate"]
    assert world.beliefs == {"candidate": end, "entrepreneur": None}


@pytest.mark.parametrize("is_all", [False, True])
@pytest.mark.parametrize("way", ["letter", "sms", "call"])
@pytest.mark.parametrize("has_heard", [False, True])
def test_who_never_heard_of_a_talk_is_told_nothing_of_its_end(cast, at, way, is_all, has_heard):
    world = TalkWorld(cast, at, candidate=way, entrepreneur="email", is_ours=True)
    if has_heard:
        world.post_letters()
        world.tick_calls()
        world.wait(timedelta(hours=1))
    world.call_off("entrepreneur", by_colleague=True, is_all=is_all)
    told = Message.objects.filter(to_kind="candidate", purpose__in=["follow_up_off", "follow_up_ends"])
    assert told.exists() is (has_heard and way != "call")
    world.wait(timedelta(minutes=12))
    assert world.is_on_a_list("candidate") is (has_heard and way == "call")
    step = NextStep.objects.filter(candidate=world.candidate).first()
    assert (step is not None) is is_all
    assert not is_all or (step.told_at is not None) is has_heard, "who hears nothing is still to hear of it"


def test_the_end_names_the_moment_that_this_side_knows(cast, at):
    world = TalkWorld(cast, at, candidate="letter", entrepreneur="email", is_ours=True)
    world.post_letters()
    world.wait(timedelta(hours=1))
    known = date_format(timezone.localtime(world.row().starts_at), "DATETIME_FORMAT")
    world.agree(at + timedelta(days=3), is_known=False)
    moved = Message.objects.get(to_kind="candidate", status="waiting")
    assert "is op een ander moment" in moved.body
    world.wait(timedelta(minutes=5))
    world.call_off("entrepreneur", by_colleague=True, is_all=True)
    ends = {m.to_kind: m.body for m in Message.objects.filter(purpose="follow_up_ends")}
    assert f"op {known} gaat niet door" in ends["candidate"]
    assert known not in ends["entrepreneur"] and "27 november" in ends["entrepreneur"]


def test_of_a_first_moment_that_never_left_nobody_reads_that_it_moved(world):
    world.agree(world.at + timedelta(days=3), is_known=False)
    assert not any("ander moment" in m.body for m in Message.objects.filter(status="waiting"))


def test_what_is_taken_back_before_it_left_is_told_all_the_same(world):
    world.call_off("candidate", by_colleague=True, is_all=False)
    world.take_back("candidate", by_colleague=True)
    assert comes_back(world) == ["follow_up to candidate", "follow_up to entrepreneur"]
    assert world.beliefs["entrepreneur"] == world.truth("entrepreneur")


def test_who_read_of_it_gets_it_no_second_time_when_that_is_taken_back(world):
    comes_back(world)
    world.call_off("candidate", by_colleague=True, is_all=False)
    world.take_back("candidate", by_colleague=True)
    assert comes_back(world) == []


def test_an_appointment_that_has_been_is_announced_to_nobody(world):
    world.is_mail_down = True
    row = world.row()
    assert row is not None
    world.wait(timedelta(days=8))
    world.outcome("work")
    assert comes_back(world) == []


@pytest.mark.parametrize("way", ["email", "sms", "call"])
def test_who_has_still_to_hear_that_an_hour_is_off_hears_so_where_it_is_sent_without_one(cast, at, way):
    world = TalkWorld(cast, at, candidate=way, entrepreneur="email", is_ours=True)
    world.tick_calls()
    world.wait(timedelta(hours=1))
    assert world.beliefs["candidate"] == world.truth("candidate")
    world.call_off("entrepreneur", by_colleague=False, is_all=False)
    world.send("without")
    assert world.truth("candidate") == WE_CALL
    assert world.faults() == []
    assert world.wait(timedelta(minutes=30)) == []
    world.tick_calls()
    assert world.beliefs["candidate"] in (OFF, WE_CALL)


def test_who_has_still_to_hear_that_an_hour_is_off_hears_of_the_new_one_as_a_change(cast, at):
    world = TalkWorld(cast, at, candidate="email", entrepreneur="email", is_ours=True)
    world.wait(timedelta(hours=1))
    world.call_off("candidate", by_colleague=True, is_all=False)
    world.send()
    told = Message.objects.filter(purpose="follow_up", status="waiting")
    assert [("ander moment" in m.body, bool(m.calendar)) for m in told] == [(True, True)] * 2


@pytest.mark.parametrize("by_colleague", [False, True])
def test_taking_back_what_was_sent_without_an_hour_meanwhile_tells_nobody_anything(cast, at, by_colleague):
    world = TalkWorld(cast, at, candidate="letter", entrepreneur="call", is_ours=True)
    world.post_letters()
    world.call_off("entrepreneur", by_colleague=True, is_all=False)
    world.send("without")
    known = dict(world.beliefs)
    world.take_back("candidate", by_colleague=by_colleague)
    assert (world.faults(), world.beliefs) == ([], known)


def test_who_hears_by_telephone_of_an_hour_that_was_laid_down_already_hears_of_its_end(world):
    row = world.row()
    assert row is not None and row.starts_at is not None
    world.wait(timedelta(minutes=2))
    world.agree(row.starts_at, is_known=True)
    world.call_off("candidate", by_colleague=True, is_all=True)
    world.wait(timedelta(minutes=12))
    assert comes_back(world) == ["follow_up_ends to candidate", "follow_up_ends to entrepreneur"]
    assert world.faults() == []


def test_who_is_told_by_telephone_of_an_hour_that_stands_already_is_not_called_again(cast, at):
    world = TalkWorld(cast, at, candidate="call", entrepreneur="email", is_ours=True)
    assert world.is_on_a_list("candidate")
    row = world.row()
    assert row is not None and row.starts_at is not None
    world.agree(row.starts_at, is_known=True)
    assert not world.is_on_a_list("candidate")


@pytest.mark.parametrize("is_off", [False, True])
def test_a_letter_about_another_hour_is_for_the_post_until_the_hour_that_this_side_knows(cast, at, is_off):
    world = TalkWorld(cast, at, candidate="letter", entrepreneur="email", is_ours=True)
    world.post_letters()
    world.wait(timedelta(hours=1))
    known = world.row().starts_at
    world.agree(at + timedelta(days=30), is_known=False)
    if is_off:
        world.call_off("entrepreneur", by_colleague=True, is_all=True)
    (letter,) = Message.objects.filter(channel="letter", status="waiting")
    for before, is_in_time in ((timedelta(days=6), True), (timedelta(days=1), False)):
        found = letters_of(cast.own.actor(), at=known - before)
        assert [letter in found.to_print, letter in found.too_late] == [is_in_time, not is_in_time]
