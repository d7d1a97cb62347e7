"""A gathering that has been, with wishes of both sides."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from tests import making

from werktop.gatherings.models import Agreement, Click
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.post.models import Message, MessageStatus


def evening(cast, *, candidates: int = 4, entrepreneurs: int = 2) -> SimpleNamespace:
    """A gathering of yesterday: `candidates` and `entrepreneurs` came; nobody chose anybody yet."""
    gathering = making.gathering(cast.own, starts_at=making.MOMENT - timedelta(days=1))
    people = [
        making.candidate(cast.own, name)
        for name in ("Fatima", "Yonas", "Marit", "Rik", "Bilal", "Kees")[:candidates]
    ]
    partners = [
        making.entrepreneur(making.employer(cast.own), name)
        for name in ("Joris", "Ineke", "Linda")[:entrepreneurs]
    ]
    came = {"arrived_at": gathering.starts_at}
    return SimpleNamespace(
        gathering=gathering,
        people=people,
        partners=partners,
        guests=[making.guest(gathering, p, **came) for p in people],
        firms=[making.guest(gathering, p, **came) for p in partners],
    )


def click(evening: SimpleNamespace, one, other, *, is_mutual: bool = True, source: str = "guest") -> None:
    """`one` wants to talk on with `other`, and where `is_mutual` the other way round too; said by the guests, or
    noted by a "host"."""
    Click.objects.create(
        gathering=evening.gathering, chooser=one, chosen=other, source=source, noted_at=making.MOMENT
    )
    if is_mutual:
        click(evening, other, one, is_mutual=False, source=source)


def agree(evening: SimpleNamespace, candidate, entrepreneur, words: str = "") -> None:
    """They agreed aloud to talk on."""
    Agreement.objects.create(
        gathering=evening.gathering,
        candidate_guest=candidate,
        entrepreneur_guest=entrepreneur,
        words=words,
        noted_at=making.MOMENT,
    )


def appointment(cast, at, *, entrepreneurs: int = 1) -> SimpleNamespace:
    """Fatima and Joris have an appointment, sent, at the first of his two hours; other `entrepreneurs` were there too."""
    made = evening(cast, candidates=1, entrepreneurs=entrepreneurs)
    give_hours(cast, at, made, made.partners[0], hours=2)
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made)
    return made


def told_appointment(cast, at, *, entrepreneurs: int = 1) -> SimpleNamespace:
    """The same, and both have their message."""
    made = appointment(cast, at, entrepreneurs=entrepreneurs)
    Message.objects.update(status=MessageStatus.SENT, sent_at=at)
    return made


def propose(cast, at, told: SimpleNamespace) -> dict[str, int]:
    """Make the proposals, as the colleague whose gathering it is."""
    return commands.propose_follow_ups(actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk)


def send(cast, at, told: SimpleNamespace, *, actor=None, choices=(), rows=None, key=None) -> dict[str, int]:
    """Send all proposals (or `rows`) and all next steps."""
    own = FollowUp.objects.filter(gathering=told.gathering).exclude(status="dropped")
    agreed = rows if rows is not None else own.values_list("pk", flat=True)
    steps = list(NextStep.objects.filter(gathering=told.gathering).values_list("pk", flat=True))
    return commands.send_follow_ups(
        actor=actor or cast.own.actor(), at=at, key=key, gathering_id=told.gathering.pk, agreed_ids=sorted(agreed),
        choices=list(choices), step_ids=sorted(steps),
    )  # fmt: skip


def give_hours(cast, at, told: SimpleNamespace, partner, *, hours: int = 1) -> list[FreeBlock]:
    """An entrepreneur gives so many free hours, a week from now, one after the other with an hour between."""
    start = at + timedelta(days=7)
    commands.give_free_blocks(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, entrepreneur_id=partner.pk,
        blocks=[(start + timedelta(hours=2 * n), start + timedelta(hours=2 * n + 1)) for n in range(hours)],
    )  # fmt: skip
    return list(FreeBlock.objects.filter(entrepreneur=partner).order_by("starts_at"))
