"""Who wants to talk on with whom, what was agreed aloud, and how people looked at it: after the talk."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.gatherings.models import (
    HAS_STOPPED,
    Agreement,
    Click,
    Gathering,
    Guest,
    GuestKind,
    TalkOnQuestion,
)
from werktop.gatherings.models.day import ClickSource

from .came import companions_of, met_pairs
from .guest_names import names_of

MOST_TALKS = {GuestKind.CANDIDATE.value: 2, GuestKind.ENTREPRENEUR.value: 3}
"""Follow-up talks that a guest has at most, where nobody said otherwise."""
ANSWERS_TAKEN_FOR = timedelta(days=21)
"""How long a guest can answer by the own link: within the thirty days that one-sided clicks are kept."""


# ── a guest's own answer ──


@dataclass(frozen=True)
class Companion:
    """Somebody with whom a guest sat at a table: first name, and the firm of an entrepreneur. `is_chosen`: ticked when
    the page opens, by the guest or by what a host noted that the guest has not looked over yet: that they agreed on
    something (`is_agreed`), else that it clicked (`is_from_host`). `is_left_out`: they agreed on something, and the
    guest answered without this one since."""

    guest_id: UUID
    first_name: str
    firm: str
    is_chosen: bool
    is_from_host: bool
    is_agreed: bool = False
    is_left_out: bool = False

    @property
    def is_own_choice(self) -> bool:
        """Whether the guest's answer names this one."""
        return self.is_chosen and not self.is_from_host and not self.is_agreed


@dataclass(frozen=True)
class TalkOn:
    """What a guest's page "Met wie wilt u verder praten?" shows. `is_chosen` is the guest's own side and no more."""

    gathering: Gathering
    guest_id: UUID
    kind: str
    people: tuple[Companion, ...]
    has_answered: bool
    most_talks: int
    is_impression_asked: bool
    has_told_before: bool
    has_told_after: bool

    @property
    def chosen(self) -> list[str]:
        """Keys of who is ticked as the page opens, for the form to bring back."""
        return [str(person.guest_id) for person in self.people if person.is_chosen]


def people_to_talk_on_with(viewer: Actor) -> TalkOn:
    """With whom the holder of a link sat at a table in rounds that have begun, and whom they chose so far.

    A candidate sees entrepreneurs and an entrepreneur candidates, by first name. `NotVisible` where the holder is
    no guest of what the link is about.
    """
    if viewer.kind not in GuestKind.values or viewer.link_about_id is None or viewer.id is None:
        raise NotVisible()
    return people_for_guest(guest_of_holder(viewer.link_about_id, viewer.kind, viewer.id))


def people_for_guest(guest: Guest) -> TalkOn:
    """What this guest's own page shows, for a colleague who passes an answer on. The caller has checked who asks."""
    chosen = dict(Click.objects.filter(chooser=guest).values_list("chosen_id", "source"))
    left_out = _agreements_with(guest)
    others = list(companions_of(guest))
    names = names_of(others)
    people = []
    for other in (each for each in others if each.pk in names):
        source = chosen.get(other.pk)
        is_agreed = source != ClickSource.GUEST and left_out.get(other.pk) is False
        people.append(
            Companion(
                other.pk,
                names.first_name(other.pk),
                names.firm(other.pk),
                is_chosen=source is not None or is_agreed,
                is_from_host=source == ClickSource.HOST and not is_agreed,
                is_agreed=is_agreed,
                is_left_out=left_out.get(other.pk, False),
            )
        )
    answered = TalkOnQuestion.objects.filter(guest=guest, answered_at__isnull=False).exists()
    return TalkOn(
        gathering=guest.gathering,
        guest_id=guest.pk,
        kind=guest.kind,
        people=tuple(sorted(people, key=lambda p: (p.first_name.casefold(), p.guest_id))),
        has_answered=answered,
        most_talks=capacity_of(guest),
        is_impression_asked=guest.gathering.is_impression_asked,
        has_told_before=guest.has_told_before,
        has_told_after=guest.has_told_after,
    )


def _agreements_with(guest: Guest) -> dict[UUID, bool]:
    """With whom this guest agreed on something at a table, by guest key: whether the guest answered without since."""
    own, other = (
        ("candidate", "entrepreneur") if guest.kind == GuestKind.CANDIDATE else ("entrepreneur", "candidate")
    )
    rows = Agreement.objects.filter(**{f"{own}_guest": guest})
    return {key: at is not None for key, at in rows.values_list(f"{other}_guest_id", f"left_out_by_{own}_at")}


def guest_of_holder(gathering_id: UUID, kind: str, holder_id: UUID) -> Guest:
    """The guest at this gathering who is this candidate or entrepreneur, else `NotVisible`."""
    person = {"candidate_id" if kind == GuestKind.CANDIDATE else "entrepreneur_id": holder_id}
    found = Guest.objects.filter(gathering=gathering_id, **person).select_related("gathering").first()
    if found is None:
        raise NotVisible()
    return found


def capacity_of(guest: Guest) -> int:
    """How many follow-up talks this guest wants at most."""
    return MOST_TALKS[guest.kind] if guest.most_talks is None else guest.most_talks


# ── for the matching ──


@dataclass(frozen=True)
class GuestWish:
    """One guest's side: whom this guest wants to talk on with (one tier), and how many talks at most.

    `by_host` are those of `wants` that only a host noted: the guest did not say so.
    """

    guest_id: UUID
    kind: str
    person_id: UUID
    organisation_id: UUID
    capacity: int
    answered_at: datetime | None
    wants: frozenset[UUID] = frozenset()
    by_host: frozenset[UUID] = frozenset()

    @property
    def has_answered(self) -> bool:
        """Whether the guest said so for himself."""
        return self.answered_at is not None


@dataclass(frozen=True)
class Agreed:
    """What two guests agreed aloud: codes of `AGREED_WORDS`, or words of their own; and when either answered without
    the other since."""

    candidate_guest_id: UUID
    entrepreneur_guest_id: UUID
    words: str
    left_out_by_candidate_at: datetime | None = None
    left_out_by_entrepreneur_at: datetime | None = None


@dataclass(frozen=True)
class Wishes:
    """All that the matching needs of one gathering. Guests are keyed by their guest key. `stopped` are the people
    among the guests who take part no more."""

    guests: dict[UUID, GuestWish]
    agreements: tuple[Agreed, ...]
    met: frozenset[tuple[UUID, UUID]] = field(default_factory=frozenset)
    stopped: frozenset[UUID] = field(default_factory=frozenset)

    @property
    def candidates(self) -> list[GuestWish]:
        """The candidates, in a fixed order."""
        return [w for w in self.guests.values() if w.kind == GuestKind.CANDIDATE]

    @property
    def entrepreneurs(self) -> list[GuestWish]:
        """The entrepreneurs, in a fixed order."""
        return [w for w in self.guests.values() if w.kind == GuestKind.ENTREPRENEUR]

    @property
    def mutual(self) -> frozenset[tuple[UUID, UUID]]:
        """Pairs (candidate, entrepreneur) who both want to talk on."""
        return frozenset(
            (c.guest_id, e) for c in self.candidates for e in c.wants if c.guest_id in self.guests[e].wants
        )

    @property
    def confirmed(self) -> frozenset[tuple[UUID, UUID]]:
        """Those of `mutual` who both said so: neither side rests on a host's tap alone."""
        return frozenset(
            (c, e)
            for c, e in self.mutual
            if e not in self.guests[c].by_host and c not in self.guests[e].by_host
        )

    @property
    def entrepreneur_only(self) -> frozenset[tuple[UUID, UUID]]:
        """Pairs (candidate, entrepreneur) where only the entrepreneur wants to: the relationship manager calls."""
        return frozenset(
            (c, e.guest_id)
            for e in self.entrepreneurs
            for c in e.wants
            if e.guest_id not in self.guests[c].wants
        )


def wishes_of(gathering_id: UUID, *, with_stopped: bool = False) -> Wishes:
    """Clicks in both directions, agreements and capacities of the guests who came. For rooms above, which decide who
    may see it; a constant number of queries. What names somebody who did not come counts for nobody
    (docs/decisions/0015), nor what names somebody who stopped since, except `with_stopped` (for totals of what was).
    """
    guests_known = Guest.objects.filter(gathering=gathering_id).filter(
        Q(arrived_at__isnull=False) | HAS_STOPPED
    )
    rows = list(guests_known.annotate(has_stopped=HAS_STOPPED).order_by("kind", "id"))
    stopped = {guest.pk: guest.candidate_id or guest.entrepreneur_id for guest in rows if guest.has_stopped}
    there = {
        guest.pk: guest for guest in rows if guest.arrived_at and (with_stopped or guest.pk not in stopped)
    }
    clicks: dict[UUID, set[UUID]] = defaultdict(set)
    by_host: dict[UUID, set[UUID]] = defaultdict(set)
    for chooser, chosen, source in Click.objects.filter(gathering=gathering_id).values_list(
        "chooser_id", "chosen_id", "source"
    ):
        if chooser in there and chosen in there:
            clicks[chooser].add(chosen)
            if source == ClickSource.HOST:
                by_host[chooser].add(chosen)
    agreements = tuple(
        Agreed(*row)
        for row in Agreement.objects.filter(gathering=gathering_id)
        .order_by("noted_at", "id")
        .values_list(
            "candidate_guest_id",
            "entrepreneur_guest_id",
            "words",
            "left_out_by_candidate_at",
            "left_out_by_entrepreneur_at",
        )
        if row[0] in there and row[1] in there
    )
    answered = dict(
        TalkOnQuestion.objects.filter(gathering=gathering_id, answered_at__isnull=False).values_list(
            "guest_id", "answered_at"
        )
    )
    guests = {}
    for guest in there.values():
        person = guest.candidate_id or guest.entrepreneur_id
        assert person is not None
        guests[guest.pk] = GuestWish(
            guest_id=guest.pk,
            kind=guest.kind,
            person_id=person,
            organisation_id=guest.organisation_id,
            capacity=capacity_of(guest),
            answered_at=answered.get(guest.pk),
            wants=frozenset(clicks.get(guest.pk, ())),
            by_host=frozenset(by_host.get(guest.pk, ())),
        )
    return Wishes(
        guests, agreements, met_pairs(gathering_id), frozenset(key for key in stopped.values() if key)
    )
