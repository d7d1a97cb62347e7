"""Whatever happens to a gathering and its guests, in whatever order: nobody is forgotten, and nobody is told what is not so."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from tests.gatherings.hearing_world import World

from werktop.gatherings.commands.calling import note_called
from werktop.post.models import Message
from werktop.post.paper import letters_of

pytestmark = pytest.mark.django_db
STEPS = 20
MOVES = {
    "invite": 4, "remind": 1, "answer": 6, "move": 2, "tables": 1, "cancel": 0.3, "remove": 1.5, "stop": 1, "call": 2,
    "post": 1, "mail": 0.7, "host": 1, "wait": 5,
}  # fmt: skip
"""What may happen next, and how often."""


@pytest.fixture
def world(cast, at):
    return World(cast, at)


def step(world: World, chance: random.Random) -> list[str]:
    """Something happens; gives what was said and was not true."""
    what = chance.choices(list(MOVES), list(MOVES.values()))[0]
    part = chance.choice(world.parts)
    if what == "invite":
        for each in chance.sample(world.parts, chance.randint(1, 6)):
            world.invite(each)
    elif what == "answer":
        reply = chance.choice(["yes", "yes", "no"])
        world.answer(part, reply, by_colleague=chance.random() < 0.4)
    elif what == "move":
        day = world.at + timedelta(days=chance.randint(0, 6))
        world.move(day.replace(hour=chance.randint(7, 19), minute=30), chance.choice(["Houtbouw", "De Werf"]))
    elif what == "wait":
        return world.wait(timedelta(hours=chance.choice([1, 1, 3, 11, 24, 48])))
    elif what == "mail":
        world.is_mail_down = chance.random() < 0.5
    else:
        {
            "remind": lambda: world.remind(part),
            "tables": lambda: world.set_tables(chance.randint(1, 3)),
            "cancel": world.cancel,
            "remove": lambda: world.remove(part, is_called=chance.random() < 0.3),
            "stop": lambda: world.stop(part),
            "call": world.tick_calls,
            "post": world.post_letters,
            "host": lambda: world.put_down(is_host=chance.random() < 0.6),
        }[what]()
    return []


@pytest.mark.parametrize("seed", range(12))
def test_whoever_is_asked_hears_how_it_stands(world, seed):
    chance = random.Random(seed)
    for _ in range(STEPS):
        wrong = step(world, chance) + world.faults()
        assert not wrong, "\n".join([*wrong, "", *world.story])


def part_of(world: World, label: str):
    return next(part for part in world.parts if part.label == label)


def invited(world: World, label: str):
    """Somebody of our own who read the invitation."""
    part = part_of(world, f"{label} of Gemeente Waalsteen")
    world.invite(part)
    world.post_letters()
    assert world.wait(timedelta(hours=1)) == []
    assert world.beliefs[part.person.pk][0] == "asked"
    return part


def goes_out(world: World, part, purpose: str) -> None:
    """After a night and a round of letters this guest has read `purpose` and knows how it stands."""
    world.is_mail_down = False
    world.post_letters()
    assert world.wait(timedelta(hours=14)) == []
    assert world.beliefs[part.person.pk] == world.truth(part), world.story
    assert any(purpose in line for line in world.story) or part.label.startswith("letter")


@pytest.mark.parametrize("reply", ["yes", "no"])
def test_who_answers_a_colleague_gets_no_invitation_any_more(world, reply):
    world.is_mail_down = True
    part = part_of(world, "email of Gemeente Waalsteen")
    world.invite(part)
    world.answer(part, reply, by_colleague=True)
    world.is_mail_down = False
    assert world.wait(timedelta(hours=2)) == []
    assert not any("sent invitation" in line for line in world.story)


def test_who_is_off_the_list_hears_so_though_it_is_cancelled_before_that_message_left(world):
    part = invited(world, "email")
    world.is_mail_down = True
    world.remove(part, is_called=False)
    world.cancel()
    goes_out(world, part, "sent removed")


def test_who_is_off_the_list_hears_so_though_it_is_moved_before_that_message_left(world):
    part = invited(world, "sms")
    world.wait(timedelta(hours=10))
    world.remove(part, is_called=False)
    world.move(world.at + timedelta(days=5), "De Werf")
    goes_out(world, part, "sent removed")


def test_whom_a_reminder_told_first_hears_that_it_is_cancelled(world):
    part = part_of(world, "letter of Gemeente Waalsteen")
    world.invite(part)
    assert world.wait(timedelta(days=4)) == []  # the reminder replaces the letter that nobody printed
    world.post_letters()
    world.cancel()
    assert world.faults() == []
    world.post_letters()
    world.tick_calls()
    assert world.beliefs[part.person.pk] == world.truth(part) == ("off",)


@pytest.mark.parametrize("way", ["letter", "sms", "email"])
@pytest.mark.parametrize("end", ["cancelled", "removed", "signed off"])
@pytest.mark.parametrize("moves", [1, 2])
def test_what_is_off_is_the_day_that_this_guest_last_heard_of(world, way, end, moves):
    part = invited(world, way)
    world.is_mail_down = True
    world.wait(timedelta(hours=10))  # no text message leaves either
    for days in range(moves):
        world.move(world.at + timedelta(days=14 + days), "De Werf")
    {
        "cancelled": world.cancel,
        "removed": lambda: world.remove(part, is_called=False),
        "signed off": lambda: world.stop(part),
    }[end]()
    assert world.faults() == []
    goes_out(world, part, "sent")


def test_who_read_of_one_change_hears_that_a_second_one_was_not_all(world):
    part = part_of(world, "sms of Gemeente Waalsteen")
    world.invite(part)
    world.move(world.at + timedelta(days=5), "De Werf")
    assert world.wait(timedelta(hours=11)) == []
    world.move(world.at + timedelta(days=5), "Houtbouw")
    world.remove(part, is_called=False)
    goes_out(world, part, "sent removed")


def test_who_gets_a_chair_reads_nothing_of_the_waiting_list_after_it(world):
    first, second, third = (invited(world, way) for way in ("sms", "letter", "email"))
    world.answer(first, "yes", by_colleague=False)
    world.answer(second, "yes", by_colleague=False)
    world.is_mail_down = True
    world.answer(third, "yes", by_colleague=False)
    assert world.truth(third)[0] == "waiting"
    world.set_tables(2)
    assert world.truth(third)[0] == "expected"
    goes_out(world, third, "sent moved_up")
    assert not any("sent waiting" in line for line in world.story)


def test_who_was_called_about_a_change_is_called_before_they_are_off_the_list(world):
    part = part_of(world, "call of Gemeente Waalsteen")
    world.invite(part)
    world.move(world.at + timedelta(days=5), "De Werf")
    world.tick_calls()
    world.remove(part, is_called=False)
    assert world.story[-1].endswith("GuestIsCalledFirst")
    world.remove(part, is_called=True)
    assert world.guest(part) is None


@pytest.mark.parametrize("way", ["letter", "sms", "email"])
def test_who_was_not_called_about_one_change_is_called_about_the_next(world, way):
    part = invited(world, way)
    world.move(world.at + timedelta(hours=2), "De Werf")
    assert world.is_on_a_list(part)
    world.at += timedelta(minutes=5)
    world.move(world.at + timedelta(days=15), "De Werf")
    assert world.is_on_a_list(part)
    world.at += timedelta(minutes=5)
    world.move(world.at + timedelta(days=16), "Houtbouw")
    assert world.is_on_a_list(part)
    world.cancel()
    assert world.is_on_a_list(part)


def test_who_reckoned_with_an_hour_long_past_is_written_to_again(world):
    part = invited(world, "sms")
    world.move(world.at + timedelta(hours=2), "De Werf")
    world.at += timedelta(hours=1)
    world.move(world.at + timedelta(days=15), "De Werf")
    world.at += timedelta(hours=8)
    world.move(world.at + timedelta(days=16), "Houtbouw")
    assert not world.is_on_a_list(part)
    goes_out(world, part, "sent changed")


@pytest.mark.parametrize("end", ["cancelled", "removed"])
def test_who_heard_by_telephone_and_of_a_change_after_it_hears_how_it_ends(world, end):
    part = part_of(world, "letter of Gemeente Waalsteen")
    world.invite(part)
    world.move(world.at + timedelta(days=2), "De Werf")
    world.tick_calls()
    assert world.beliefs[part.person.pk] == world.truth(part)
    world.move(world.at + timedelta(days=2, hours=2), "De Werf")
    if end == "cancelled":
        world.cancel()
        assert world.is_on_a_list(part)
    else:
        world.remove(part, is_called=False)
        assert world.story[-1].endswith("GuestIsCalledFirst")


def test_a_tick_taken_back_says_that_nobody_told_this_guest(world):
    part = part_of(world, "letter of Gemeente Waalsteen")
    world.invite(part)
    world.move(world.at + timedelta(days=2), "De Werf")
    world.tick_calls()
    guest = world.guest(part)
    assert guest is not None and guest.heard_at == world.at
    note_called(
        actor=part.manager, at=world.at, gathering_id=world.gathering.pk, guest_id=guest.pk, is_called=False
    )
    guest.refresh_from_db()
    assert (guest.called_at, guest.heard_at) == (None, None)


@pytest.mark.parametrize("end", ["moved", "cancelled"])
def test_a_letter_about_another_day_is_for_the_post_until_the_day_that_the_guest_knows(world, end):
    part = invited(world, "letter")
    known = world.gathering.starts_at
    world.move(world.at + timedelta(days=30), "De Werf")
    if end == "cancelled":
        world.cancel()
    (letter,) = Message.objects.filter(channel="letter", status="waiting")
    for before, is_in_time in ((timedelta(days=7), True), (timedelta(days=1), False)):
        found = letters_of(part.manager, at=known - before)
        assert [letter in found.to_print, letter in found.too_late] == [is_in_time, not is_in_time]
    # who stood there has still to read of the new day
    assert letter in letters_of(part.manager, at=known + timedelta(days=1)).to_print
