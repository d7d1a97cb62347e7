"""What a guest sees of the own invitation, through the link."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.post.recipients import recipient_of
from werktop.post.waking_hours import that_same_day

from ..models import Gathering, GatheringStatus, Guest, GuestKind
from ..over import has_ended, main_goes_on
from ..place import is_at_host
from .gatherings import gathering_for
from .needs import IN_THE_FILE, needs_of, open_beforehand

DAY_BEFORE = timedelta(days=1)
"""How long before the start the last message goes out (`day_before_at`)."""
IN_TIME = ("email", "sms")
"""Channels that are quick enough for that."""


def day_before_at(gathering: Gathering, channel: str) -> datetime:
    """When the last message before a gathering leaves by this channel. A text message before a gathering that begins late
    in the evening leaves earlier that day: held back until the morning, it would say "tomorrow" on the day itself."""
    return that_same_day(channel, gathering.starts_at - DAY_BEFORE)


def is_our_host(gathering: Gathering, person: Any) -> bool:
    """Whether the gathering is at this person's own firm: then we are the guests, and say so. Not where that firm is the
    host of a gathering in a hall elsewhere."""
    return getattr(person, "employer_id", None) == gathering.host_employer_id and is_at_host(gathering)


@dataclass(frozen=True)
class Invitation:
    """One guest's invitation: the gathering (with its organisation and contact), the guest's own row, the name, how
    messages reach this guest, each need of the day by its name, as far as known (`needs`), those that the own file says
    (`in_the_file`), and whether the guest's firm is our host."""

    gathering: Gathering
    guest: Guest
    first_name: str
    channel: str
    needs: Mapping[str, bool] = field(default_factory=dict)
    in_the_file: Collection[str] = ()
    is_our_host: bool = False

    @property
    def is_cancelled(self) -> bool:
        """Whether the gathering does not take place."""
        return self.gathering.status == GatheringStatus.CANCELLED

    def is_over(self, at: datetime) -> bool:
        """Whether there is nothing left to answer: the gathering has ended."""
        return has_ended(self.gathering, at)

    def hears_the_day_before(self, at: datetime) -> bool:
        """Whether a message comes a day before: by e-mail or SMS, where that day is still ahead. No letter goes out
        then, the post would bring it too late; and nobody calls."""
        return self.channel in IN_TIME and not self.is_last_day(at)

    def is_last_day(self, at: datetime) -> bool:
        """Whether the moment of the last message is past."""
        return at >= day_before_at(self.gathering, self.channel)

    def main_goes_on(self, at: datetime) -> bool:
        """Whether this is a preparation, and what it prepares for is still to come."""
        return main_goes_on(self.gathering, at)

    @property
    def is_of_others(self) -> bool:
        """Whether another organisation than the guest's own holds the gathering."""
        return self.guest.organisation_id != self.gathering.organisation_id

    @property
    def ticked(self) -> dict[str, bool]:
        """Which needs stand ticked when the guest is asked. Toward another organisation that is what the guest said of this
        gathering alone: what the file says is not for its eyes until then, and the guest is asked about it by itself
        (`known_at_home`, docs/decisions/0021)."""
        return {
            name: bool(getattr(self.guest, name)) if self.is_of_others else is_on
            for name, is_on in self.needs.items()
        }

    @property
    def known_at_home(self) -> dict[str, bool | None]:
        """Toward another organisation, of each need that the own file says: what the guest said of it. None: nothing, so the
        own organisation arranges it and the other one is not told."""
        return {name: getattr(self.guest, name) for name in self.in_the_file} if self.is_of_others else {}

    @property
    def is_something_open(self) -> bool:
        """Whether the guest still hears of something: an interpreter or childcare that nobody ticked as arranged."""
        return bool(open_beforehand(self.needs, self.guest.arranged))


def invitation_for(viewer: Actor) -> Invitation:
    """The invitation that the viewer's link is about; `NotVisible` for anyone who is no guest of it."""
    if viewer.kind not in GuestKind.values or viewer.id is None or viewer.link_about_id is None:
        raise NotVisible()
    gathering = gathering_for(viewer, viewer.link_about_id)
    is_candidate = viewer.kind == GuestKind.CANDIDATE
    holder = {"candidate_id" if is_candidate else "entrepreneur_id": viewer.id}
    guest = Guest.objects.filter(gathering=gathering, **holder).first()
    found = (candidates.candidates_by_id if is_candidate else employers.entrepreneurs_by_id)([viewer.id])
    if guest is None or viewer.id not in found:
        raise NotVisible()
    person = found[viewer.id]
    way = recipient_of(guest.kind, person, channel=guest.channel).channel
    needs = needs_of(guest, person) if is_candidate else {}
    in_the_file = [name for name in needs if getattr(person, IN_THE_FILE[name])]
    is_ours = is_our_host(gathering, person)
    return Invitation(gathering, guest, person.first_name, way, needs, in_the_file, is_ours)
