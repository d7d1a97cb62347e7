"""An appointment of two people that is made, moved, called off, put back, dropped and ended in any order; and what each of
the two has heard so far, kept beside the program.

What somebody believes follows from messages that left, letters that were posted, calls that a colleague ticked, and what
they said themselves. Whether it is the truth follows from the rows. `TalkWorld.faults` compares.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests import making
from tests.matches.making_talks import agree, click, evening
from tests.telling import OFF, WAYS, Belief, Telling

from werktop.audit.actors import Actor
from werktop.candidates.commands.leaving import erase_candidate, note_left
from werktop.employers.commands.people import change_entrepreneur
from werktop.gatherings.commands.talks import answer_talk_on
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.matches.queries.calls import calls_for
from werktop.matches.queries.own_talk import GUESTS, is_called_off_by, is_quiet
from werktop.post.models import Message
from werktop.post.paper import letters_of

ENDS, WE_CALL = ("ends",), ("we call",)
"""It does not go on; somebody calls about a moment. `OFF`: another moment is looked for; else ("at", start)."""


class TalkWorld(Telling):
    """Call its methods in any order; `faults()` is empty as long as both know how it stands, or soon do."""

    def __init__(
        self,
        cast: making.Cast,
        at: datetime,
        *,
        candidate: str,
        entrepreneur: str,
        is_ours: bool,
        is_agreed: bool = False,
    ) -> None:
        """`is_agreed`: a host noted that they agreed on something, and they chose nobody themselves yet."""
        super().__init__(cast, at)
        told = evening(cast, candidates=1, entrepreneurs=1)
        self.told, self.gathering = told, told.gathering
        fields: dict[str, Any] = dict(WAYS[candidate])
        self.house = cast.own if is_ours else cast.other
        if not is_ours:
            fields["organisation"] = self.house.organisation
            told.guests[0].organisation = self.house.organisation
            told.guests[0].save()
        self.candidate, self.entrepreneur = told.people[0], told.partners[0]
        self._set(self.candidate, fields)
        self._set(self.entrepreneur, {k: v for k, v in WAYS[entrepreneur].items() if k in ("email", "phone")})
        self.chosen = dict.fromkeys(GUESTS, not is_agreed)
        self.may_name, self.too_much = not is_agreed, []
        click(told, told.guests[0], told.firms[0], source="host" if is_agreed else "guest")
        if is_agreed:
            agree(told, told.guests[0], told.firms[0])
        start = at + timedelta(days=7)
        for n in range(3):
            FreeBlock.objects.create(
                gathering=told.gathering, entrepreneur=self.entrepreneur,
                starts_at=start + timedelta(hours=2 * n), ends_at=start + timedelta(hours=2 * n + 1),
            )  # fmt: skip
        self.beliefs |= dict.fromkeys(GUESTS)
        self.spoken_to = False
        self.story += [
            f"candidate by {candidate}, entrepreneur by {entrepreneur}, ours: {is_ours}, agreed: {is_agreed}"
        ]
        self.propose()
        self.send()

    @staticmethod
    def _set(person: Any, fields: dict[str, Any]) -> None:
        for name, value in fields.items():
            setattr(person, name, value)
        person.save()

    # what is so

    def row(self) -> FollowUp | None:
        return FollowUp.objects.filter(gathering=self.gathering).first()

    def truth(self, side: str) -> Belief | None:
        row = self.row()
        if row is None:
            return ENDS
        if row.outcome or row.status == "held":
            return None
        if (
            row.status in ("unsuitable", "declined")
            and is_quiet(row, self.at)
            and not is_called_off_by(row, side)
        ):
            return ("at", row.called_off_starts_at) if row.called_off_starts_at else WE_CALL
        if row.status == "proposed":
            return None
        if row.status == "sent":
            return ("at", row.starts_at) if row.starts_at else WE_CALL
        return OFF if row.status == "unsuitable" else ENDS

    # what people do

    @property
    def manager(self) -> Actor:
        return self.cast.own.actor()

    def _plain(self) -> dict[str, Any]:
        row = self.row()
        return {"at": self.at, "follow_up_id": row.pk if row else self.gathering.pk}

    def _by(self, side: str, *, by_colleague: bool) -> dict[str, Any]:
        if by_colleague:
            return {"actor": self.manager, "said_by": side}
        person = getattr(self, side)
        return {
            "actor": Actor(
                kind=side, id=person.pk, organisation_id=self.gathering.organisation_id,
                region_id=self.gathering.region_id, link_purpose="follow_up",
                link_about_id=self._plain()["follow_up_id"],
            )
        }  # fmt: skip

    def propose(self) -> None:
        self.do(
            "propose",
            lambda: commands.propose_follow_ups(
                actor=self.manager, at=self.at, gathering_id=self.gathering.pk
            ),
        )

    def send(self, what: str = "", *, is_aware: bool = True) -> None:
        """Send the proposal: with the hour proposed, `without` one, or `dropped`. `is_aware`: who sends it read what was
        answered since they agreed aloud."""
        row = self.row()
        if row is None:
            return
        choices = {
            "": [],
            "without": [Choice(row.pk)],
            "dropped": [Choice(row.pk, is_dropped=True)],
        }[what]
        steps = NextStep.objects.filter(gathering=self.gathering, told_at=None).values_list("pk", flat=True)
        self.do(
            f"send {what}",
            lambda: commands.send_follow_ups(
                actor=self.manager, at=self.at, gathering_id=self.gathering.pk, agreed_ids=[row.pk],
                choices=choices, step_ids=list(steps), aware_ids=[row.pk] if is_aware else [],
            ),
        )  # fmt: skip

    def answer(self, side: str, *, is_chosen: bool) -> None:
        """This side answers on the own page, with the other or with nobody."""
        one, other = self.told.guests[0], self.told.firms[0]
        guest, chosen = (one, other) if side == "candidate" else (other, one)
        if self.do(
            f"{side} answers {'with the other' if is_chosen else 'nobody'}",
            lambda: answer_talk_on(
                actor=self.manager, at=self.at, gathering_id=self.gathering.pk, holder_kind=side,
                holder_id=getattr(self, side).pk, chosen_guest_ids=[chosen.pk] if is_chosen else [],
            ),
        ):  # fmt: skip
            self.chosen[side] = is_chosen
            # who heard the whole name once knows it
            self.may_name = self.may_name or all(self.chosen.values())

    def agree(self, starts_at: datetime, *, is_known: bool) -> None:
        if self.do(
            f"agree on {starts_at:%a %d %H:%M}{', both know it' if is_known else ''}",
            lambda: commands.agree_on_moment(
                actor=self.manager, **self._plain(), starts_at=starts_at, is_known=is_known
            ),
        ):
            # whoever was on the telephone heard of a talk, if not of the hour that it has in the end
            self.spoken_to = True
            if is_known:
                self.beliefs = {side: self.truth(side) for side in GUESTS}

    def call_off(self, side: str, *, by_colleague: bool, is_all: bool) -> None:
        """This side says that the moment does not suit, or (`is_all`) that there will be no talk."""
        if not by_colleague and self.beliefs[side] is None:
            return  # nobody answers by a link that never came
        act = commands.decline_talk if is_all else commands.say_it_does_not_suit
        words = "wants no talk" if is_all else "says it does not suit"
        if self.do(
            f"{side} {words} by {'a colleague' if by_colleague else 'the link'}",
            lambda: act(**self._by(side, by_colleague=by_colleague), **self._plain()),
        ):
            self.beliefs[side] = self.truth(side)

    def take_back(self, side: str, *, by_colleague: bool) -> None:
        who = {"actor": self.manager} if by_colleague else self._by(side, by_colleague=False)
        row = self.row()
        sayer = row.unsuitable_by if row else ""
        # where it stands already nothing is taken back, and nobody speaks with anybody about it
        stands = row is not None and row.status == "sent"
        is_done = self.do(
            f"{'a colleague' if by_colleague else side} takes it back",
            lambda: commands.take_back_calling_off(**who, **self._plain()),
        )
        if is_done and not stands:
            for each in (side, sayer):
                if each in GUESTS and self.beliefs[each] is not None:
                    self.beliefs[each] = self.truth(each)

    def outcome(self, outcome: str) -> None:
        self.do(
            f"outcome {outcome}",
            lambda: commands.note_outcome(actor=self.manager, **self._plain(), outcome=outcome),
        )

    def stop(self, side: str) -> None:
        person = getattr(self, side)
        if side == "candidate":
            act = lambda: note_left(actor=self.house.actor(), at=self.at, candidate_id=person.pk)  # noqa: E731
        else:
            act = lambda: change_entrepreneur(  # noqa: E731
                actor=self.manager, at=self.at, entrepreneur_id=person.pk, is_active=False
            )
        if self.do(f"{side} stops", act) and self.beliefs[side] is not None:
            self.beliefs[side] = self.truth(side) or self.beliefs[side]

    def erase_candidate(self) -> None:
        if self.do(
            "candidate is erased",
            lambda: erase_candidate(
                actor=self.house.actor(), at=self.at, candidate_id=self.candidate.pk, reason="asked"
            ),
        ):
            self.beliefs["candidate"] = ENDS
            if (
                self.beliefs["entrepreneur"] is not None
                and not Message.objects.filter(to_kind="entrepreneur", status="waiting").exists()
            ):
                self.beliefs["entrepreneur"] = ENDS  # the page before it says whom to call

    def tick_calls(self) -> None:
        for viewer in {self.cast.own.actor(), self.house.actor()}:
            for call in calls_for(viewer, self.at):
                if self.do(
                    f"called {call.side}",
                    lambda viewer=viewer, call=call: commands.note_talk_called(
                        actor=viewer, **self._plain(), side=call.side
                    ),
                ):
                    self.beliefs[call.side] = self.truth(call.side)

    # what is told

    def whom(self, message: Message) -> str:
        return message.to_kind

    def name_of(self, whom: str) -> str:
        return whom

    def truth_for(self, whom: str) -> Belief | None:
        return self.truth(whom)

    def is_a_lie(self, says: Belief, truth: Belief | None) -> bool:
        row = self.row()
        if says == OFF and row is not None and row.outcome == "not_held":
            return False  # it was called off, and so it was not held
        # who reads that an hour is off reads who calls as well
        return says != truth and (says, truth) != (OFF, WE_CALL) and not self._is_past(says)

    def lay(self, message: Message) -> Belief | None:
        other = self.entrepreneur if message.to_kind == "candidate" else self.candidate
        if not self.may_name and other.name in message.body:
            self.too_much.append(f"{message.to_kind} reads {other.name} before both said so")
        row = self.row()
        plan = ("at", row.starts_at) if row and row.starts_at else WE_CALL
        # thanks and next steps are about something else
        return {"follow_up": plan, "follow_up_off": OFF, "follow_up_ends": ENDS}.get(message.purpose)

    # what must hold

    def _is_past(self, belief: Belief | None) -> bool:
        return belief is not None and belief[0] == "at" and belief[1] <= self.at

    def is_on_a_list(self, side: str) -> bool:
        """Whether a colleague reads on Today to call this one."""
        viewer = self.house.actor() if side == "candidate" else self.manager
        return any(call.side == side for call in calls_for(viewer, self.at))

    def faults(self) -> list[str]:
        """Who believes what is not so, while nothing is under way that says how it is."""
        found = list(self.too_much)
        for side in GUESTS:
            fault = self._fault(side, self.beliefs[side], self.truth(side))
            found += [f"{side} {fault}"] if fault else []
        return found

    def _fault(self, side: str, belief: Belief | None, truth: Belief | None) -> str:
        if truth is None or self._is_past(belief) or self._is_past(truth):
            return ""
        waiting = [
            m
            for m in Message.objects.filter(
                status="waiting", to_kind=side, to_id=getattr(self, side).pk
            ).order_by("created_at", "id")
            if m.pk in self.laid and not self._is_held_back(m)
        ]
        if belief == truth:
            wrong = [m.purpose for m in waiting if self.laid[m.pk] != truth]
            return f"knows {truth} and gets {wrong}" if wrong else ""
        row = self.row()
        if row is not None and is_quiet(row, self.at):
            return ""  # a message or a call comes when this time is over
        if belief is None and truth in (OFF, ENDS):
            may_read = (truth,) if self.spoken_to else ()
            wrong = [m.purpose for m in waiting if self.laid[m.pk] not in may_read]
            return f"never heard of it and gets {wrong}" if wrong else ""
        # who hears that the hour is off hears who calls as well
        news = OFF if truth == WE_CALL else truth
        if self._is_under_way(side, news, waiting) or self.is_on_a_list(side):
            return ""
        if truth == WE_CALL and (belief is None or belief[0] != "at"):
            return ""  # the talk itself stands on Today: somebody calls both
        return f"believes {belief}, it is {truth}, and nothing is under way"

    def _is_held_back(self, message: Message) -> bool:
        """Whether it waits for the time in which a tap can be taken back."""
        row = self.row()
        return row is not None and is_quiet(row, self.at) and message.purpose != "follow_up"

    def _is_under_way(self, side: str, truth: Belief, waiting: list[Message]) -> bool:
        ended = Message.objects.filter(to_kind=side, status="too_late")
        if any(self.laid.get(letter.pk) == truth for letter in ended):
            return True  # it stood on the list of whom to go by
        if not waiting or self.laid[waiting[-1].pk] != truth:
            return False
        last = waiting[-1]
        if last.channel != "letter":
            # as it was laid down: a mail server that is away is another matter
            leaves_at = last.not_before_at or last.created_at
            known = (self.beliefs[side], truth)
            starts = [b[1] for b in known if b is not None and b[0] == "at" and b[1] > self.at]
            return all(leaves_at < start - timedelta(minutes=30) for start in starts)
        house = self.house if side == "candidate" else self.cast.own
        letters = letters_of(house.actor(), at=self.at)
        return waiting[-1].pk in [m.pk for m in (*letters.to_print, *letters.too_late)]
