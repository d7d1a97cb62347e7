"""How the guests of a gathering answered, in numbers, and which of these are not for everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db.models import Count, Q

from ..models import WALKED_IN, Gathering, Guest, GuestKind, Reply
from ..small_numbers import hidden_of_guests


@dataclass(frozen=True)
class Answers:
    """How one kind of guest answered, in numbers. `invited` counts everyone who was asked, whatever they said;
    `unconfirmed` those of `yes` who said so before the day changed; `came` whoever was seen at the door;
    `walk_ins` were not asked, and count in `came` alone."""

    chosen: int = 0
    invited: int = 0
    yes: int = 0
    open: int = 0
    no: int = 0
    waiting: int = 0
    unconfirmed: int = 0
    came: int = 0
    walk_ins: int = 0


def hidden_answers(told: Answers) -> set[str]:
    """Which of these numbers (by their names here) are hidden from who does not read the guest list."""
    counts = asdict(told)
    # who was not asked yet stands on no page but that of who asks; who walked in stands on the guest list
    del counts["chosen"], counts["walk_ins"]
    return hidden_of_guests(counts)


def answers_of(gathering: Gathering) -> dict[str, Answers]:
    """Kind of guest to the numbers. One query."""
    return answers_of_each([gathering.pk])[gathering.pk]


def answers_of_each(gathering_ids: Collection[UUID]) -> dict[UUID, dict[str, Answers]]:
    """Of each of these gatherings: kind of guest to the numbers. One query."""
    rows = (
        Guest.objects.filter(gathering__in=gathering_ids)
        .values("gathering_id", "kind")
        .annotate(
            chosen=Count("id", filter=Q(reply=Reply.CHOSEN)),
            invited=Count("id", filter=~Q(reply=Reply.CHOSEN) & ~WALKED_IN),
            yes=Count("id", filter=Q(reply=Reply.YES) & ~WALKED_IN),
            open=Count("id", filter=Q(reply=Reply.INVITED)),
            no=Count("id", filter=Q(reply=Reply.NO)),
            waiting=Count("id", filter=Q(reply=Reply.WAITING)),
            unconfirmed=Count("id", filter=Q(reply=Reply.YES, asked_again_at__isnull=False)),
            came=Count("id", filter=Q(arrived_at__isnull=False)),
            walk_ins=Count("id", filter=WALKED_IN),
        )
        .order_by("gathering_id", "kind")
    )
    found = {key: {kind: Answers() for kind in GuestKind.values} for key in gathering_ids}
    for row in rows:
        said = {name: row[name] for name in Answers.__dataclass_fields__}  # type: ignore[literal-required]
        found[row["gathering_id"]][row["kind"]] = Answers(**said)
    return found


def answers_among(guests: Iterable[Guest]) -> dict[str, Answers]:
    """The same of one gathering, for who has read all its guests."""
    rows = list(guests)
    walk_ins = Counter(str(guest.kind) for guest in rows if guest.is_walk_in)
    counts = Counter((str(guest.kind), str(guest.reply)) for guest in rows if not guest.is_walk_in)
    unconfirmed = Counter(str(g.kind) for g in rows if g.reply == Reply.YES and g.asked_again_at is not None)
    came = Counter(str(g.kind) for g in rows if g.arrived_at is not None)

    def said(kind: str) -> Answers:
        chosen, yes, asked, no, waiting = (
            counts[kind, reply.value]
            for reply in (Reply.CHOSEN, Reply.YES, Reply.INVITED, Reply.NO, Reply.WAITING)
        )
        invited = yes + asked + no + waiting
        return Answers(
            chosen, invited, yes, asked, no, waiting, unconfirmed[kind], came[kind], walk_ins[kind]
        )

    return {kind: said(kind) for kind in GuestKind.values}
