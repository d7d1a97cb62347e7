"""A gathering whose guests are invited, answer, wait, stop, are called and written to, in any order, while it is moved
and cancelled; and what each guest has heard so far, kept beside the program.

What a guest believes follows from what really reached that guest: messages that left, letters that were posted, calls
that a colleague ticked, pages that were opened. Whether it is the truth follows from the rows. `World.faults` compares.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests import making

from werktop.audit.actors import SYSTEM, Actor, system_for
from werktop.audit.refusals import Refusal
from werktop.candidates.commands.leaving import note_left
from werktop.gatherings.commands.calling import note_called
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.guests import remove_guest, reply_to_invitation
from werktop.gatherings.commands.inviting import invite_guests, remind_guests, remind_in_time
from werktop.gatherings.commands.outdated import withdraw_outdated
from werktop.gatherings.commands.table_count import set_table_count
from werktop.gatherings.commands.waiting import let_waiting_in, tell_who_still_waits
from werktop.gatherings.models import Gathering, Guest
from werktop.gatherings.queries.hearing import gatherings_with_calls, hearing_of, open_calls
from werktop.post import queries as post
from werktop.post.commands import deliver_message, end_late_letters, mark_letters_printed
from werktop.post.models import Message
from werktop.post.paper import letters_of
from werktop.post.waking_hours import may_leave_at

ZONE = ZoneInfo("Europe/Amsterdam")
OFF = ("off",)
HOURS = (3, 8, 9, 13, 19)
"""When the jobs run here: at night, in the morning, and twice more."""
Belief = tuple[Any, ...]
"""("asked" | "expected" | "waiting", start, place), or `OFF`; what a guest never heard of is not in `beliefs`."""

WAYS: dict[str, dict[str, str]] = {
    "email": {},
    "sms": {"email": "", "phone": "+31612345678", "preferred_channel": "sms"},
    "letter": {"email": "", "phone": "", "address": "Dijk 1", "preferred_channel": "letter"},
    "call": {"email": "", "preferred_channel": "call"},
}
SAYS = {
    "invitation": "asked", "reminder": "asked", "confirmed": "expected", "moved_up": "expected",
    "day_before": "expected", "waiting": "waiting", "no_chair": "waiting",
}  # fmt: skip


@dataclass
class Part:
    """One person who may be a guest."""

    label: str
    house: making.House
    person: Any
    kind: str

    @property
    def manager(self) -> Actor:
        return self.house.actor()


class World:
    """Call its methods in any order; `faults()` is empty as long as everybody who was asked hears how it stands."""

    def __init__(self, cast: making.Cast, at: datetime) -> None:
        self.cast, self.at = cast, at
        self.gathering = making.gathering(
            cast.own, tables=1, table_size=2, entrepreneurs_per_table=1, candidates_wanted=2,
            starts_at=at + timedelta(days=8), contact=cast.own.account(),
        )  # fmt: skip
        self.parts: list[Part] = []
        for house in (cast.own, cast.other):
            for way, fields in WAYS.items():
                person = making.candidate(house, way.title(), **fields)
                self.parts.append(Part(f"{way} of {house.organisation.name}", house, person, "candidate"))
        for way in ("email", "call"):
            fields = {"email": "", "phone": "+31344000001"} if way == "call" else {}
            firm = making.entrepreneur(making.employer(cast.own), way.title(), **fields)
            self.parts.append(Part(f"entrepreneur by {way}", cast.own, firm, "entrepreneur"))
        for part in self.parts:
            making.guest(self.gathering, part.person, reply="chosen")
        self.beliefs: dict[Any, Belief] = {}
        self.laid: dict[Any, Belief] = {}  # what each message says, as it was laid down
        self.is_mail_down = self.is_over = False
        self.story: list[str] = []

    # what is so

    def fresh(self) -> Gathering:
        return Gathering.objects.get(pk=self.gathering.pk)

    def guest(self, part: Part) -> Guest | None:
        key = {f"{part.kind}_id": part.person.pk}
        return Guest.objects.filter(gathering=self.gathering, **key).first()

    def truth(self, part: Part) -> Belief:
        return self._truth(self.fresh(), self.guest(part))

    def _truth(self, gathering: Gathering, guest: Guest | None) -> Belief:
        if guest is None or gathering.status == "cancelled" or guest.reply in ("no", "chosen"):
            return OFF
        word = {"invited": "asked", "yes": "expected", "waiting": "waiting"}[guest.reply]
        return (word, gathering.starts_at, gathering.place_name)

    # what people do

    def do(self, what: str, act: Any) -> bool:
        """Do something; a refusal is an answer too. Tells whether it was done."""
        try:
            act()
        except Refusal as refusal:
            self.story.append(f"{self.at:%a %d %H:%M} {what}: {type(refusal).__name__}")
            return False
        self.story.append(f"{self.at:%a %d %H:%M} {what}")
        self._read_what_was_laid()
        return True

    def invite(self, part: Part) -> None:
        guest = self.guest(part)
        if guest is not None:
            self.do(
                f"invite {part.label}",
                lambda: invite_guests(
                    actor=self.cast.own.actor(),
                    at=self.at,
                    gathering_id=self.gathering.pk,
                    guest_ids=[guest.pk],
                ),
            )

    def remind(self, part: Part) -> None:
        guest = self.guest(part)
        if guest is not None:
            self.do(
                f"remind {part.label}",
                lambda: remind_guests(
                    actor=self.cast.own.actor(),
                    at=self.at,
                    gathering_id=self.gathering.pk,
                    guest_ids=[guest.pk],
                ),
            )

    def answer(self, part: Part, reply: str, *, by_colleague: bool) -> None:
        guest = self.guest(part)
        if guest is None or (not by_colleague and part.person.pk not in self.beliefs):
            return  # nobody answers by a link that never came
        holder = Actor(
            kind=part.kind, id=part.person.pk, organisation_id=guest.organisation_id, region_id=guest.region_id,
            link_purpose="invitation", link_about_id=self.gathering.pk,
        )  # fmt: skip
        actor = part.manager if by_colleague else holder
        by = "a colleague" if by_colleague else "the link"
        if self.do(
            f"{part.label} says {reply} by {by}",
            lambda: reply_to_invitation(
                actor=actor, at=self.at, gathering_id=self.gathering.pk, holder_kind=part.kind,
                holder_id=part.person.pk, reply=reply,
            ),
        ):  # fmt: skip
            self.beliefs[part.person.pk] = self.truth(part)

    def move(self, starts_at: datetime, place: str) -> None:
        self.do(
            f"move to {starts_at.astimezone(ZONE):%a %d %H:%M} at {place}",
            lambda: change_gathering(
                actor=self.cast.own.actor(), at=self.at, gathering_id=self.gathering.pk, starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=2), place_name=place,
            ),
        )  # fmt: skip

    def set_tables(self, count: int) -> None:
        self.do(
            f"{count} tables",
            lambda: set_table_count(
                actor=self.cast.own.actor(), at=self.at, gathering_id=self.gathering.pk, count=count
            ),
        )

    def cancel(self) -> None:
        self.do(
            "cancel",
            lambda: cancel_gathering(actor=self.cast.own.actor(), at=self.at, gathering_id=self.gathering.pk),
        )

    def remove(self, part: Part, *, is_called: bool) -> None:
        guest = self.guest(part)
        if guest is None:
            return
        if (
            self.do(
                f"remove {part.label}{' after a call' if is_called else ''}",
                lambda: remove_guest(
                    actor=self.cast.own.actor(), at=self.at, gathering_id=self.gathering.pk, guest_id=guest.pk,
                    is_called=is_called,
                ),
            )
            and is_called
        ):  # fmt: skip
            self.beliefs[part.person.pk] = OFF

    def stop(self, part: Part) -> None:
        if part.kind == "candidate":
            is_called = self.is_called(part)
            self.do(
                f"{part.label} stops",
                lambda: note_left(actor=part.manager, at=self.at, candidate_id=part.person.pk),
            )
            if is_called:
                self.beliefs[part.person.pk] = OFF  # they said so to a colleague

    def tick_calls(self) -> None:
        """Every colleague calls whom the page tells to call."""
        for part in self.parts:
            if self.is_on_a_list(part):
                guest = self.guest(part)
                assert guest is not None
                if self.do(
                    f"called {part.label}",
                    lambda guest=guest, part=part: note_called(
                        actor=part.manager, at=self.at, gathering_id=self.gathering.pk, guest_id=guest.pk
                    ),
                ):
                    self.beliefs[part.person.pk] = self.truth(part)

    def post_letters(self) -> None:
        for house in (self.cast.own, self.cast.other):
            keys = [m.pk for m in letters_of(house.actor(), at=self.at).to_print]
            if keys:
                self.do(
                    f"post {len(keys)} letters",
                    lambda house=house, keys=keys: mark_letters_printed(
                        actor=house.actor(), at=self.at, message_ids=keys
                    ),
                )
                for message in Message.objects.filter(pk__in=keys, status="sent"):
                    self.beliefs[message.to_id] = self.laid[message.pk]

    # time

    def wait(self, how_long: timedelta) -> list[str]:
        """Time passes; the jobs do what they do at their hours. Gives what went out and was not true."""
        until, lies = self.at + how_long, []
        while self.at < until:
            self.at += timedelta(hours=1)
            if self.at == until or self.at.astimezone(ZONE).hour in HOURS:
                lies += self._jobs()
        return lies

    def _jobs(self) -> list[str]:
        hour = self.at.astimezone(ZONE).hour
        system = system_for(self.gathering.organisation_id, self.gathering.region_id)
        plain: dict[str, Any] = {"actor": system, "at": self.at, "gathering_id": self.gathering.pk}
        if hour == 3:
            withdraw_outdated(**plain)
            end_late_letters(actor=SYSTEM, at=self.at)
        if hour == 9:
            remind_in_time(**plain)
            tell_who_still_waits(**plain)
        let_waiting_in(**plain)
        self._read_what_was_laid()
        return self._carry()

    def _carry(self) -> list[str]:
        lies = []
        for key in post.due_messages(at=self.at, laid_down_before=self.at + timedelta(seconds=1)):
            message = Message.objects.get(pk=key)
            if self.is_mail_down and message.channel == "email":
                continue
            if deliver_message(actor=SYSTEM, at=self.at, message_id=key) != "sent":
                continue
            part = next(p for p in self.parts if p.person.pk == message.to_id)
            says, truth = self.laid[key], self.truth(part)
            self.story.append(f"{self.at:%a %d %H:%M} sent {message.purpose} to {part.label}: {says}")
            if says != truth:
                lies.append(f"{part.label} reads {message.purpose} {says}, but it is {truth}")
            self.beliefs[message.to_id] = says
        return lies

    def _read_what_was_laid(self) -> None:
        for message in Message.objects.exclude(pk__in=self.laid):
            part = next(p for p in self.parts if p.person.pk == message.to_id)
            if message.purpose in ("cancelled", "removed", "signed_off"):
                self.laid[message.pk] = OFF
                continue
            gathering, truth = self.fresh(), self.truth(part)
            word = SAYS.get(message.purpose, truth[0])
            self.laid[message.pk] = (word, gathering.starts_at, gathering.place_name)

    # what must hold

    def is_on_a_list(self, part: Part) -> bool:
        """Whether a colleague of the organisation that calls this guest reads so, and on Today too."""
        gathering, viewer = self.fresh(), part.manager
        hearing = hearing_of(viewer, gathering)
        calls = (
            hearing.calls
            if gathering.status == "cancelled" and hearing
            else open_calls(viewer, gathering, gathering.guests.all())
        )
        guest = self.guest(part)
        mine = [c for c in calls if guest and c.guest.id == guest.pk and c.can_note and c.called_at is None]
        is_today = any(
            g.pk == gathering.pk and any(counts) for g, *counts in gatherings_with_calls(viewer, self.at)
        )
        return bool(mine) and is_today

    def faults(self) -> list[str]:
        """Who believes what is not so, while nothing is under way that says how it is; and who is told of what they
        never heard of."""
        gathering = self.fresh()
        self.is_over = self.is_over or gathering.starts_at <= self.at
        guests = {g.candidate_id or g.entrepreneur_id: g for g in Guest.objects.filter(gathering=gathering)}
        waiting: dict[Any, list[Message]] = {}
        for message in Message.objects.filter(status="waiting").order_by("created_at", "id"):
            if message.purpose != "day_before":
                waiting.setdefault(message.to_id, []).append(message)
        found = []
        for part in self.parts:
            key = part.person.pk
            truth = self._truth(gathering, guests.get(key))
            fault = self._fault(part, self.beliefs.get(key), truth, waiting.get(key, []))
            found += [f"{part.label} {fault}"] if fault else []
        return found

    def _fault(self, part: Part, belief: Belief | None, truth: Belief, waiting: list[Message]) -> str:
        starts = [each[1] for each in (belief, truth) if each not in (None, OFF)]
        if self.is_over or any(start <= self.at for start in starts):
            return ""  # it has begun, or they stood at the door
        if belief == truth:
            wrong = [m.purpose for m in waiting if self.laid[m.pk] != truth]
            return f"knows {truth} and gets {wrong}" if wrong else ""
        if belief is None and truth == OFF:
            return f"never heard of it and gets {[m.purpose for m in waiting]}" if waiting else ""
        is_heard = self._is_under_way(part, belief, truth, waiting) or self.is_on_a_list(part)
        if is_heard or (belief is None and self.is_called(part)):
            return ""
        return f"believes {belief}, it is {truth}, and nothing is under way"

    def is_called(self, part: Part) -> bool:
        """Whether the guest list says that this guest is only called."""
        guest = self.guest(part)
        return guest is not None and guest.channel == "call"

    def _is_under_way(self, part: Part, belief: Belief | None, truth: Belief, waiting: list[Message]) -> bool:
        """Whether the last of these messages says how it is, and comes before the guest would set out."""
        if not waiting or self.laid[waiting[-1].pk] != truth:
            return False
        last = waiting[-1]
        if last.channel == "letter":
            letters = letters_of(part.manager, at=self.at)
            return last.pk in [m.pk for m in (*letters.to_print, *letters.too_late)]
        starts = [each[1] for each in (belief, truth) if each not in (None, OFF)]
        return may_leave_at(last.channel, self.at) <= min(starts) - timedelta(minutes=30)
