"""What guests are told about follow-up talks, by their own way and in their own language (B1, "u")."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy

from werktop.audit.actors import SYSTEM, Actor
from werktop.gatherings.queries import gatherings
from werktop.gatherings.queries.invitation import is_our_host
from werktop.post import queries as post
from werktop.post.commands import withdraw_messages
from werktop.post.recipients import Recipient, recipient_of
from werktop.post.telling import LinkTo, tell_guest
from werktop.regions import queries as regions

from .calendar_files import file_of
from .queries.heard import Hour, hours_heard
from .queries.own_talk import GUESTS
from .queries.steps import Step
from .queries.talks import Talk, last_day_to_call

LINK_DAYS = 60
SUBJECTS = {
    "follow_up": gettext_lazy("Uw afspraak"),
    "follow_up_off": gettext_lazy("Uw afspraak gaat niet door"),
    "follow_up_ends": gettext_lazy("Uw afspraak gaat niet door"),
    "next_step": gettext_lazy("Dank voor uw komst"),
}
THANKS = "thanks"
TEXTS = "matches/messages"
OFF = frozenset(["follow_up_off", "follow_up_ends"])
"""These take the talk out of a calendar."""
ABOUT_A_TALK = OFF | {"follow_up"}


def tell_talk(*, actor: Actor, at: datetime, talk: Talk) -> int:
    """Tell both sides of an appointment, and who heard of another moment that it moved; returns to how many a message
    goes (who is only called gets none)."""
    hold_back(actor=actor, at=at, follow_up_id=talk.row.pk)
    heard = hours_heard(talk.row)
    moved = {side: hour[0] for side, hour in heard.items() if hour[0] not in (None, talk.row.starts_at)}
    return _to_both(actor, at, talk, "follow_up", moved=moved)


def tell_again(*, actor: Actor, at: datetime, talk: Talk) -> int:
    """Tell who has not read of an appointment that stands again, since what was said between kept that message here."""
    last = post.statuses_about(about_kind="follow_up", about_id=talk.row.pk, purpose="follow_up")
    sides = [kind for (kind, _key), status in last.items() if status not in (*post.WENT_OUT, *post.NOT_OUT)]
    return _to_both(actor, at, talk, "follow_up", sides=sides)


def tell_talk_is_off(
    *, actor: Actor, at: datetime, talk: Talk, not_before_at: datetime | None = None, is_called: bool = True
) -> Collection[str]:
    """Tell the sides that heard of the appointment, and no other, that it does not go on and that we look for another
    moment (`is_called`: by a call); calendars forget it. Names the hour that each knows. Returns who heard, written to
    or not."""
    hold_back(actor=actor, at=at, follow_up_id=talk.row.pk)
    return _to_who_heard(actor, at, talk, "follow_up_off", not_before_at, is_called=is_called)


def tell_talk_is_off_at(*, actor: Actor, at: datetime, talk: Talk) -> None:
    """Of a talk that is sent without an hour: who has still to hear that the hour it had is off hears that now, the other
    who calls."""
    waiting = post.waiting_about(about_kind="follow_up", about_id=talk.row.pk, purposes=OFF)
    sides = {kind for kind, _key in waiting}
    hold_back(actor=actor, at=at, follow_up_id=talk.row.pk)
    _to_both(actor, at, talk, "follow_up", sides=[side for side in GUESTS if side not in sides])
    _to_who_heard(actor, at, talk, "follow_up_off", among=sides)


def tell_talk_ends(
    *, actor: Actor, at: datetime, talk: Talk, not_before_at: datetime | None = None, is_called: bool = True
) -> Collection[str]:
    """Tell the sides that heard of the talk, and no other, in the same words, that it does not go on; not who said so, nor
    why. Names the hour that each knows; calendars forget it. `is_called`: the candidate reads that somebody calls.
    Returns who heard, written to or not."""
    hold_back(actor=actor, at=at, follow_up_id=talk.row.pk)
    return _to_who_heard(actor, at, talk, "follow_up_ends", not_before_at, is_called=is_called)


def hold_back(
    *, actor: Actor, at: datetime, follow_up_id: UUID, purposes: Collection[str] = ABOUT_A_TALK
) -> int:
    """What still waits to say when this talk is, or that it does not go on, stays here; of these `purposes` alone, where
    that is said. Returns how many messages."""
    return withdraw_messages(
        actor=actor, at=at, about_kind="follow_up", about_id=follow_up_id, purposes=purposes
    )


def hold_back_step(*, actor: Actor, at: datetime, next_step_id: UUID) -> int:
    """What still waits to say who calls about this step stays here; returns how many messages."""
    return withdraw_messages(
        actor=actor, at=at, about_kind="next_step", about_id=next_step_id, purposes={"next_step"}
    )


def tell_step(*, actor: Actor, at: datetime, step: Step) -> int:
    """Tell a candidate who of the own organisation will call. Nothing in it says that nobody chose them (`domain.md`)."""
    gathering = gatherings.gathering_for(SYSTEM, step.row.gathering_id)
    organisation = regions.organisation_by_id(step.row.organisation_id)
    return tell_guest(
        actor=actor,
        at=at,
        organisation=organisation,
        to=recipient_of("candidate", step.candidate),
        time_zone=gathering.time_zone,
        subject=SUBJECTS["next_step"],
        text=f"{TEXTS}/step",
        context={
            "caller": step.owner.name if step.owner else organisation.name,
            "call_by": step.call_by,
        },
        about_kind="next_step",
        about_id=step.row.pk,
        purpose="next_step",
    )


def tell_thanks(*, actor: Actor, at: datetime, gathering: Any, entrepreneur: Any) -> bool:
    """Thank an entrepreneur who was there. It promises nothing, and does not say that there is no talk."""
    return tell_guest(
        actor=actor,
        at=at,
        organisation=regions.organisation_by_id(gathering.organisation_id),
        to=recipient_of("entrepreneur", entrepreneur),
        time_zone=gathering.time_zone,
        subject=SUBJECTS["next_step"],
        text="matches/messages/thanks",
        context={
            "gathering": gathering,
            "contact": gathering.contact,
            "is_our_host": is_our_host(gathering, entrepreneur),
        },
        about_kind="gathering",
        about_id=gathering.pk,
        purpose=THANKS,
    )


def tell_talk_is_gone(*, actor: Actor, at: datetime, talk: Talk, to: str) -> bool:
    """Tell one side ("candidate" or "entrepreneur") of a talk whose other side is erased that it does not go on, without
    any name; calendars forget it. It is about the gathering: what is about the talk goes with the talk. Returns whether
    that side heard of the talk; who did not hears nothing now."""
    hold_back(actor=actor, at=at, follow_up_id=talk.row.pk)
    known = hours_heard(talk.row)
    if to not in known:
        return False
    talk = _at_hour(talk, known[to])
    gathering = gatherings.gathering_for(SYSTEM, talk.row.gathering_id)
    is_candidate = to == "candidate"
    # as in `_to_both`: an employer hears from who held the gathering
    organisation = regions.organisation_by_id(
        talk.row.organisation_id if is_candidate else gathering.organisation_id
    )
    tell_guest(
        actor=actor,
        at=at,
        organisation=organisation,
        to=recipient_of(to, talk.candidate if is_candidate else talk.entrepreneur),
        time_zone=gathering.time_zone,
        subject=SUBJECTS["follow_up_ends"],
        text=f"{TEXTS}/gone",
        context={"is_candidate": is_candidate, "talk": talk.row, "call_by": last_day_to_call(at)},
        about_kind="ended_talk",
        about_id=talk.row.gathering_id,
        purpose="follow_up_ends",
        calendar=file_of(talk, organisation, at, gathering, is_cancelled=True),
    )
    return True


def _to_who_heard(
    actor: Actor,
    at: datetime,
    talk: Talk,
    purpose: str,
    not_before_at: datetime | None = None,
    *,
    is_called: bool = True,
    among: Collection[str] = GUESTS,
) -> Collection[str]:
    """That it is off, to who of these heard of it: each reads the hour that was told last."""
    known = hours_heard(talk.row)
    for side, hour in known.items():
        if side in among:
            there = _at_hour(talk, hour)
            _to_both(actor, at, there, purpose, not_before_at, is_called=is_called, sides=[side])
    return known.keys()


def _at_hour(talk: Talk, hour: Hour) -> Talk:
    row = copy(talk.row)
    row.starts_at, row.ends_at = hour
    return replace(talk, row=row)


def _to_both(
    actor: Actor,
    at: datetime,
    talk: Talk,
    purpose: str,
    not_before_at: datetime | None = None,
    *,
    moved: Mapping[str, datetime | None] | None = None,
    is_called: bool = True,
    sides: Collection[str] = GUESTS,
) -> int:
    gathering = gatherings.gathering_for(SYSTEM, talk.row.gathering_id)
    # An employer hears from who held the gathering: the candidate's own organisation (UWV, a social-enterprise
    # organisation) would tell whose benefit or target group it is. A candidate hears from the own organisation.
    own, holder = (
        regions.organisation_by_id(key) for key in (talk.row.organisation_id, gathering.organisation_id)
    )
    count, moved = 0, moved or {}
    for to, other, organisation in (
        (recipient_of("candidate", talk.candidate), talk.name_for_candidate, own),
        (recipient_of("entrepreneur", talk.entrepreneur), talk.name_for_entrepreneur, holder),
    ):
        if to.kind not in sides:
            continue
        count += tell_guest(
            actor=actor,
            at=at,
            organisation=organisation,
            to=to,
            time_zone=gathering.time_zone,
            subject=SUBJECTS[purpose],
            text=_text(purpose, to),
            context={
                "is_called": is_called and (to.kind == "candidate" or purpose != "follow_up_ends"),
                "other_name": other,
                "firm": talk.entrepreneur.employer,
                "talk": talk.row,
                "place": talk.place,
                # of a talk that ends: about the candidate's next step
                "call_by": last_day_to_call(at) if purpose == "follow_up_ends" else talk.call_by,
                "is_moved": to.kind in moved,
                # another organisation's candidate knows that organisation, not our colleague
                "contact": gathering.contact if organisation.pk == holder.pk else None,
            },
            about_kind="follow_up",
            about_id=talk.row.pk,
            purpose=purpose,
            link=LinkTo(
                "portal:follow_up", "follow_up", (talk.row.ends_at or at) + timedelta(days=LINK_DAYS)
            ),
            calendar=file_of(talk, organisation, at, gathering, is_cancelled=purpose in OFF),
            not_before_at=not_before_at,
            # what ends names the hour that this side knows
            reckons_with_at=talk.row.starts_at if purpose in OFF else moved.get(to.kind),
        )
    return count


def _text(purpose: str, to: Recipient) -> str:
    return {
        "follow_up": f"{TEXTS}/follow_up_{to.kind}",
        "follow_up_off": f"{TEXTS}/off",
        "follow_up_ends": f"{TEXTS}/ends",
    }[purpose]
