"""What people have heard so far, kept beside the program: for walks through anything that may happen.

What somebody believes follows from what really reached them: messages that left, letters that were posted, calls that a
colleague ticked, what they said themselves. Whether it is the truth follows from the rows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests import making
from werktop.audit.actors import SYSTEM
from werktop.audit.refusals import Refusal
from werktop.post import queries as post
from werktop.post.commands import deliver_message, end_late_letters, mark_letters_printed
from werktop.post.models import Message
from werktop.post.paper import letters_of

ZONE = ZoneInfo("Europe/Amsterdam")
HOURS = (3, 8, 9, 13, 19)
"""When the jobs run here: at night, in the morning, and twice more."""
OFF = ("off",)
Belief = tuple[Any, ...]
WAYS: dict[str, dict[str, str]] = {
    "email": {},
    "sms": {"email": "", "phone": "+31612345678", "preferred_channel": "sms"},
    "letter": {"email": "", "phone": "", "address": "Dijk 1", "preferred_channel": "letter"},
    "call": {"email": "", "phone": "+31344000001", "preferred_channel": "call"},
}
"""By what way somebody is reached, and what the file says then."""


class Telling:
    """People who hear of something that changes. `beliefs`: by whom (`whom`), what they think; `laid`: what each message
    says, as it was laid down; `story`: what happened, for who reads a failure."""

    def __init__(self, cast: making.Cast, at: datetime) -> None:
        self.cast, self.at = cast, at
        self.beliefs: dict[Any, Belief | None] = {}
        self.laid: dict[Any, Belief] = {}
        self.is_mail_down = False
        self.story: list[str] = []

    # what each walk says of itself

    def whom(self, message: Message) -> Any:
        """The key in `beliefs` of who gets this message."""
        raise NotImplementedError

    def name_of(self, whom: Any) -> str:
        """How the story calls them."""
        raise NotImplementedError

    def truth_for(self, whom: Any) -> Belief | None:
        """How it stands for them, by the rows."""
        raise NotImplementedError

    def is_a_lie(self, says: Belief, truth: Belief | None) -> bool:
        """Whether who reads this now is told what is not so."""
        return says != truth

    def lay(self, message: Message) -> Belief | None:
        """What a message says that was just laid down; None for one that is about something else."""
        raise NotImplementedError

    def jobs_at(self, hour: int) -> None:
        """What the jobs of the room do at this hour of the day."""

    # what people do

    def do(self, what: str, act: Callable[[], Any]) -> bool:
        """Do something; a refusal is an answer too. Tells whether it was done."""
        try:
            act()
        except Refusal as refusal:
            self.tell(f"{what}: {type(refusal).__name__}")
            return False
        self.tell(what)
        self._read_what_was_laid()
        return True

    def tell(self, what: str) -> None:
        self.story.append(f"{self.at:%a %d %H:%M} {what}")

    def post_letters(self) -> None:
        """Both organisations print what lies there and bring it to the post."""
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
                    if message.pk in self.laid:
                        self.beliefs[self.whom(message)] = self.laid[message.pk]

    # time

    def wait(self, how_long: timedelta) -> list[str]:
        """Time passes; the jobs do what they do at their hours. Gives what went out and was not true."""
        until, lies = self.at + how_long, []
        step = min(how_long, timedelta(hours=1))
        while self.at < until:
            self.at += step
            hour = self.at.astimezone(ZONE).hour
            if self.at == until or hour in HOURS:
                if hour == 3:
                    end_late_letters(actor=SYSTEM, at=self.at)
                self.jobs_at(hour)
                self._read_what_was_laid()
                lies += self._carry()
        return lies

    def _carry(self) -> list[str]:
        lies = []
        for key in post.due_messages(at=self.at, laid_down_before=self.at + timedelta(seconds=1)):
            message = Message.objects.get(pk=key)
            if self.is_mail_down and message.channel == "email":
                continue
            if deliver_message(actor=SYSTEM, at=self.at, message_id=key) != "sent" or key not in self.laid:
                continue
            whom, says = self.whom(message), self.laid[key]
            truth = self.truth_for(whom)
            self.tell(f"sent {message.purpose} to {self.name_of(whom)}: {says}")
            if self.is_a_lie(says, truth):
                lies.append(f"{self.name_of(whom)} reads {message.purpose} {says}, but it is {truth}")
            self.beliefs[whom] = says
        return lies

    def _read_what_was_laid(self) -> None:
        for message in Message.objects.exclude(pk__in=self.laid):
            says = self.lay(message)
            if says is not None:
                self.laid[message.pk] = says
