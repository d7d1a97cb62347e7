"""A gathering whose guests are invited, answer, wait, stop, are called and written to, in any order, while it is moved
and cancelled; and what each guest has heard so far, kept beside the program.

What a guest believes follows from what really reached that guest: messages that left, letters that were posted, calls
that a colleague ticked, pages that were opened. Whether it is the truth follows from the rows. `World.faults` compares.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.formats import date_format
from tests import making
from tests.telling import OFF, WAYS, ZONE, Belief, Telling

from werktop.audit.actors import Actor, system_for
from werktop.candidates.commands.leaving import note_left
from werktop.gatherings.commands.answering import reply_to_invitation
from werktop.gatherings.commands.calling import note_called
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.guests import remove_guest
from werktop.gatherings.commands.inviting import invite_guests, remind_guests, remind_in_time
from werktop.gatherings.commands.outdated import withdraw_outdated
from werktop.gatherings.commands.table_count import set_table_count
from werktop.gatherings.commands.tables import arrange_tables
from werktop.gatherings.commands.waiting import let_waiting_in, tell_who_still_waits
from werktop.gatherings.models import Gathering, Guest, Host
from werktop.gatherings.queries.calls import gatherings_with_calls, hearing_of, open_calls
from werktop.post.models import Message
from werktop.post.paper import letters_of
from werktop.post.waking_hours import may_leave_at

SAYS = {
    "invitation": "asked", "confirmed": "expected", "moved_up": "expected",
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


class World(Telling):
    """Call its methods in any order; `faults()` is empty as long as everybody who was asked hears how it stands."""

    def __init__(self, cast: making.Cast, at: datetime) -> None:
        super().__init__(cast, at)
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
            fields = {k: v for k, v in WAYS[way].items() if k in ("email", "phone")}
            firm = making.entrepreneur(making.employer(cast.own), way.title(), **fields)
            self.parts.append(Part(f"entrepreneur by {way}", cast.own, firm, "entrepreneur"))
        for part in self.parts:
            making.guest(self.gathering, part.person, reply="chosen")
        # one host who knows of it from the beginning, and one of another organisation who comes and goes
        self.helper = cast.other.account("table_host")
        first = Host.objects.get(gathering=self.gathering).account
        self.hosts = {first.pk: "the host", self.helper.pk: "the helper"}
        self.beliefs |= {first.pk: self.truth_of_host(first.pk), self.helper.pk: None}
        self.is_over = False

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

    def truth_of_host(self, key: Any) -> Belief:
        gathering = self.fresh()
        if gathering.status == "cancelled" or not gathering.hosts.filter(account_id=key).exists():
            return OFF
        return ("host", gathering.starts_at, gathering.place_name)

    # what people do

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

    def put_down(self, *, is_host: bool) -> None:
        keys = [self.helper.pk] if is_host else []
        self.do(
            f"the helper is {'put down' if is_host else 'off it'}",
            lambda: arrange_tables(
                actor=self.cast.own.actor(),
                at=self.at,
                gathering_id=self.gathering.pk,
                tables=[],
                spare_ids=keys,
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

    # time

    def jobs_at(self, hour: int) -> None:
        system = system_for(self.gathering.organisation_id, self.gathering.region_id)
        plain: dict[str, Any] = {"actor": system, "at": self.at, "gathering_id": self.gathering.pk}
        if hour == 3:
            withdraw_outdated(**plain)
        if hour == 9:
            remind_in_time(**plain)
            tell_who_still_waits(**plain)
        let_waiting_in(**plain)

    # what is told

    def whom(self, message: Message) -> Any:
        return message.to_id

    def name_of(self, whom: Any) -> str:
        return self.hosts.get(whom) or self._part(whom).label

    def truth_for(self, whom: Any) -> Belief:
        if whom in self.hosts:
            return self.truth_of_host(whom)
        return self.truth(self._part(whom))

    def lay(self, message: Message) -> Belief:
        if message.purpose in ("cancelled", "removed", "signed_off", "host_cancelled", "host_off"):
            return OFF if self._names_what_is_believed(message) else ("off", "but another day or place")
        gathering = self.fresh()
        word = (
            "host"
            if message.to_id in self.hosts
            else SAYS.get(message.purpose) or self.truth_for(message.to_id)[0]
        )
        return (word, gathering.starts_at, gathering.place_name)

    def _names_what_is_believed(self, message: Message) -> bool:
        """Whether it is about the day that this guest means to come on, and (in more than a text message) the place."""
        believed = self.beliefs.get(message.to_id)
        if believed in (None, OFF):
            return True
        _word, starts_at, place = believed
        is_named = place in message.body or message.channel == "sms"
        return date_format(starts_at.astimezone(ZONE), "j F") in message.body and is_named

    def _part(self, whom: Any) -> Part:
        return next(part for part in self.parts if part.person.pk == whom)

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
        return found + [
            f"{label} {fault}"
            for key, label in self.hosts.items()
            if (
                fault := self._fault_of_host(self.beliefs[key], self.truth_of_host(key), waiting.get(key, []))
            )
        ]

    def _fault_of_host(self, belief: Belief | None, truth: Belief, waiting: list[Message]) -> str:
        if self.is_over or belief == truth or (belief is None and truth == OFF):
            wrong = [m.purpose for m in waiting if self.laid[m.pk] != truth]
            return f"knows {truth} and gets {wrong}" if wrong and not self.is_over else ""
        if waiting and self.laid[waiting[-1].pk] == truth:
            return ""
        return f"believes {belief}, it is {truth}, and nothing is under way"

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
