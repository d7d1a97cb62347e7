"""The guest list, with names as far as the viewer may know them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.post import recipients
from werktop.regions import queries as regions

from ..models import Gathering, Guest, GuestKind, Reply
from .arranging import may_know_needs, needs_at, whom_at
from .guest_names import NAMELESS, GuestNames, names_from
from .needs import NOTE, TRAVEL, WORDS, in_words, needing, needs_of, ticked, to_tick
from .who_sees import is_responsible

SAID_YES = (Reply.YES, Reply.WAITING)
SORTS = ("name", "-name", "reply", "-reply", "from", "-from", "answered", "-answered")
REPLY_ORDER = {Reply.YES: 0, Reply.WAITING: 1, Reply.INVITED: 2, Reply.CHOSEN: 3, Reply.NO: 4}


@dataclass(frozen=True)
class GuestRow:
    """A guest as the list shows one. `is_named` is False for another organisation's candidate who has not said yes, or
    is not shared with an organisation that is not responsible for the gathering: then `name` names nobody. `is_own`: a
    candidate of the viewer's organisation. What a guest needs (`needs`, by name) is told to the guest's own and the
    gathering's responsible organisation alone, and what only the file says to the own one; its note (`day_note`) to who
    works with the person and who is the contact of the gathering, how contact goes well (`adjusted`) to who works with people
    at the own one. Who sees no files (a collective, a school) reads the first name of who comes, not whose candidate it is,
    and needs as totals (`to_arrange`)."""

    id: UUID
    kind: str
    name: str
    first_name: str
    belongs_to: str
    reply: str
    channel: str
    is_named: bool
    is_own: bool
    candidate_id: UUID | None
    entrepreneur_id: UUID | None
    employer_id: UUID | None
    invited_at: datetime | None
    replied_at: datetime | None
    reminded_at: datetime | None
    arrived_at: datetime | None
    asked_again_at: datetime | None
    needs: tuple[str, ...]
    arranged: tuple[str, ...]
    day_note: str
    hears_by: str
    phone: str
    adjusted: str = ""

    @property
    def reply_label(self) -> str:
        """The answer in words."""
        return str(Reply(self.reply).label)

    @property
    def is_to_call(self) -> bool:
        """Whether only a call reaches this guest."""
        return self.channel == "call"

    @property
    def wants(self) -> list[str]:
        """What this guest asked for or needs on the day, in words; nothing of who does not come. Who said no and came, came."""
        is_away = self.reply == Reply.NO and self.arrived_at is None
        return [] if is_away else [in_words(name, self.day_note) for name in self.needs]

    @property
    def is_arranged(self) -> bool:
        """Whether there is something to tick and all of it is."""
        return bool(self.to_tick) and all(is_ticked for *_words, is_ticked in self.to_tick)

    def with_needs(self, names: Collection[str]) -> GuestRow:
        """The same guest, of whom these needs alone are told."""
        return replace(self, needs=tuple(name for name in self.needs if name in names))

    @property
    def to_tick(self) -> list[tuple[str, str, str, bool]]:
        """Each need to tick: its name, its words, what a tick says of it, whether it is ticked. The journey is paid to who
        was there; a tick that stands is always told."""
        return [
            (name, to_tick(name), ticked(name), name in self.arranged)
            for name in self.needs
            if name != TRAVEL or self.arrived_at or name in self.arranged
        ]


def guest_rows(viewer: Actor, gathering: Gathering, guests: Iterable[Guest] | None = None) -> list[GuestRow]:
    """The guests of a gathering with what the viewer may know of them. Four queries, however many guests.

    The caller got `gathering` from `gathering_with_guests`; the viewer needs `see_guest_list`.
    """
    viewer.require("see_guest_list")
    everyone = list(Guest.objects.filter(gathering=gathering).order_by("kind", "id"))
    found = everyone if guests is None else list(guests)
    people = candidates.candidates_by_id([g.candidate_id for g in everyone if g.candidate_id])
    firms = employers.entrepreneurs_by_id([g.entrepreneur_id for g in everyone if g.entrepreneur_id])
    names = names_from(found, people, firms, among=everyone)
    organisations = {o.pk: o.name for o in regions.organisations_in(gathering.region_id)}
    rows = []
    for guest in found:
        person: Any = people.get(guest.candidate_id) if guest.candidate_id else None
        if guest.entrepreneur_id:
            person = firms.get(guest.entrepreneur_id)
        if person is not None:
            organisation = organisations.get(guest.organisation_id, "")
            rows.append(_row(viewer, gathering, guest, person, names, organisation))
    return rows


def _row(
    viewer: Actor, gathering: Gathering, guest: Guest, person: Any, names: GuestNames, organisation: str
) -> GuestRow:
    is_candidate = guest.kind == GuestKind.CANDIDATE
    # whose candidate somebody is tells of benefit and target group, and a last name of the person outside the hall
    sees_files = not is_candidate or viewer.can("see_whole_names")
    is_own = is_candidate and sees_files and guest.organisation_id == viewer.organisation_id
    # "do not share" holds after a yes too: only who answers for the gathering needs the name then
    is_kept = is_candidate and not person.is_shared and not is_responsible(viewer, gathering)
    has_said_yes = guest.reply in SAID_YES or guest.arrived_at is not None
    is_named = not is_candidate or is_own or (has_said_yes and not is_kept)
    is_reachable = is_own or not is_candidate
    # what a guest asks for tells of money, children and language: only who arranges it reads it
    sees_needs = may_know_needs(viewer, gathering, guest.organisation_id)
    # what the file alone says stays with the organisation whose file it is
    told = [
        name
        for name, is_needed in (needs_of(guest, person) if is_candidate else {}).items()
        if (is_needed or (name == TRAVEL and name in guest.arranged))
        and (is_own or (getattr(guest, name) is not None and is_named and sees_needs))
    ]
    # the own words of the file: for who works with this person, and who arranges the day
    reads_note = (
        is_own
        and is_candidate
        and (
            candidates.does_work_with(viewer, person)
            or (viewer.can("edit_candidates") and gathering.contact_id == viewer.id)
        )
    )
    day_note = person.day_note if reads_note else ""
    needs = tuple([*told, NOTE] if day_note else told)
    adjusted = person.adjusted_words if is_own and viewer.can("edit_candidates") else ""
    channel = guest.channel
    if is_reachable and (not channel or getattr(person, "adjusted_channel", "")):
        channel = recipients.recipient_of(guest.kind, person).channel
    return GuestRow(
        id=guest.pk,
        kind=guest.kind,
        name=names.shown(guest.pk, is_whole=sees_files)
        if is_named
        else _nameless("" if is_kept else organisation, sees_files=sees_files),
        first_name=names.first_name(guest.pk) if is_named else "",
        belongs_to=person.employer.name
        if not is_candidate
        else organisation
        if sees_files and (is_own or not is_kept)
        else "",
        reply=guest.reply,
        channel=channel,
        is_named=is_named,
        is_own=is_own,
        candidate_id=guest.candidate_id,
        entrepreneur_id=guest.entrepreneur_id,
        employer_id=None if is_candidate else person.employer_id,
        invited_at=guest.invited_at,
        replied_at=guest.replied_at,
        reminded_at=guest.reminded_at,
        arrived_at=guest.arrived_at,
        asked_again_at=guest.asked_again_at,
        needs=needs,
        arranged=tuple(name for name in needs if name in guest.arranged),
        day_note=day_note,
        adjusted=adjusted,
        hears_by=guest.hears_by,
        phone=person.phone if is_reachable else "",
    )


def _nameless(organisation: str, *, sees_files: bool) -> str:
    return (
        _("Kandidaat van %(organisation)s") % {"organisation": organisation}
        if sees_files and organisation
        else str(NAMELESS)
    )


def to_arrange(viewer: Actor, gathering: Gathering, at: datetime) -> list[str]:
    """What is to be arranged at `at` (`needs_at`), counted and without names: for who arranges the day and sees no files.
    What a file of another organisation alone says is not counted."""
    viewer.require("see_guest_list")
    if viewer.can("see_whole_names") or viewer.organisation_id != gathering.organisation_id:
        return []
    names = [name for name in needs_at(gathering, at) if name in WORDS]
    whom = Guest.objects.filter(whom_at(gathering, at), gathering=gathering)
    counts = whom.aggregate(
        **{name: Count("id", filter=needing(name, files_of=viewer.organisation_id)) for name in names}
    )
    return [f"{WORDS[name]}: {counts[name]}" for name in names if counts[name]]


def guests_found(
    viewer: Actor,
    gathering: Gathering,
    *,
    words: str = "",
    reply: str = "",
    kind: str = "",
    asks: bool = False,
    is_moved: bool = False,
    sort: str = "name",
) -> list[GuestRow]:
    """The guest list narrowed and in order. Names are searched only where the viewer sees them. `asks`: who asked for
    something, as far as the viewer may know. `is_moved`: who said yes to another day and has not answered about the new."""
    guests = Guest.objects.filter(gathering=gathering)
    if reply in Reply.values:
        guests = guests.filter(reply=reply)
    if kind in GuestKind.values:
        guests = guests.filter(kind=kind)
    if is_moved:
        guests = guests.filter(reply=Reply.YES, asked_again_at__isnull=False)
    rows = guest_rows(viewer, gathering, guests)
    for word in words.casefold().split():
        rows = [r for r in rows if word in f"{r.name} {r.belongs_to}".casefold()]
    rows = [r for r in rows if r.wants] if asks else rows
    asked = sort if sort in SORTS else "name"
    keys: dict[str, Any] = {
        "name": lambda r: (not r.is_named, r.name.casefold(), r.id),
        "reply": lambda r: (REPLY_ORDER[Reply(r.reply)], r.name.casefold(), r.id),
        "from": lambda r: (r.belongs_to.casefold(), r.name.casefold(), r.id),
        "answered": lambda r: (r.replied_at is None, r.replied_at and r.replied_at.timestamp(), r.id),
    }
    return sorted(rows, key=keys[asked.lstrip("-")], reverse=asked.startswith("-"))


def not_answered_among(guests: Iterable[Guest]) -> list[Guest]:
    """Who of these was invited and has not answered, those waiting longest first."""
    waiting = [guest for guest in guests if guest.reply == Reply.INVITED]
    return sorted(waiting, key=lambda g: (g.invited_at.timestamp() if g.invited_at else inf, g.pk))
