"""What guests are told about follow-up talks, by their own way and in their own language (B1, "u")."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import SYSTEM, Actor
from werktop.gatherings.queries import gatherings
from werktop.post import calendar, links
from werktop.post.commands import send_message
from werktop.post.recipients import Recipient, recipient_of
from werktop.post.writing import body_for, in_the_words_of
from werktop.regions import queries as regions

from .queries.talks import Step, Talk

LINK_DAYS = 60
SUBJECTS = {
    "follow_up": gettext_lazy("Uw afspraak"),
    "follow_up_off": gettext_lazy("Uw afspraak gaat niet door"),
    "next_step": gettext_lazy("Dank voor uw komst"),
}
TEXTS = "matches/messages"


def tell_talk(*, actor: Actor, at: datetime, talk: Talk) -> int:
    """Tell both sides of an appointment; returns to how many a message goes (who is only called gets none)."""
    return _to_both(actor, at, talk, "follow_up")


def tell_talk_is_off(*, actor: Actor, at: datetime, talk: Talk) -> int:
    """Tell both sides that the appointment does not go on and that somebody will call; calendars forget it."""
    return _to_both(actor, at, talk, "follow_up_off")


def tell_step(*, actor: Actor, at: datetime, step: Step) -> int:
    """Tell a candidate who will call. Nothing in it says that nobody chose them (`domain.md`)."""
    to = recipient_of("candidate", step.candidate)
    if not to.is_written_to:
        return 0
    gathering = gatherings.gathering_for(SYSTEM, step.row.gathering_id)
    organisation = regions.organisation_by_id(step.row.organisation_id)
    # a colleague of the organisation that held the gathering is a stranger to another organisation's candidate
    is_known = step.owner is not None and step.candidate.assigned_to_id == step.owner.pk
    holder = organisation if is_known else regions.organisation_by_id(gathering.organisation_id)
    with in_the_words_of(to, time_zone=gathering.time_zone):
        send_message(
            actor=actor,
            at=at,
            organisation_id=organisation.pk,
            to=to,
            subject=SUBJECTS["next_step"],
            body=body_for(
                to,
                f"{TEXTS}/step",
                {
                    "caller": step.owner.name if step.owner else organisation.name,
                    "caller_from": holder.name if step.owner and holder.pk != organisation.pk else "",
                    "organisation": organisation,
                },
            ),
            about_kind="next_step",
            about_id=step.row.pk,
            purpose="next_step",
        )
    return 1


def _to_both(actor: Actor, at: datetime, talk: Talk, purpose: str) -> int:
    gathering = gatherings.gathering_for(SYSTEM, talk.row.gathering_id)
    # An employer hears from who held the gathering: the candidate's own organisation (UWV, a social-enterprise
    # organisation) would tell whose benefit or target group it is. A candidate hears from the own organisation.
    own, holder = (
        regions.organisation_by_id(key) for key in (talk.row.organisation_id, gathering.organisation_id)
    )
    count = 0
    for to, other, organisation in (
        (recipient_of("candidate", talk.candidate), talk.name_for_candidate, own),
        (recipient_of("entrepreneur", talk.entrepreneur), talk.name_for_entrepreneur, holder),
    ):
        if not to.is_written_to:
            continue
        token = links.make_link(
            organisation_id=organisation.pk,
            purpose="follow_up",
            holder_kind=to.kind,
            holder_id=to.id,
            about_kind="follow_up",
            about_id=talk.row.pk,
            at=at,
            expires_at=(talk.row.ends_at or at) + timedelta(days=LINK_DAYS),
        )
        with in_the_words_of(to, time_zone=gathering.time_zone):
            send_message(
                actor=actor,
                at=at,
                organisation_id=organisation.pk,
                to=to,
                subject=SUBJECTS[purpose],
                body=body_for(
                    to,
                    _text(purpose, to),
                    {
                        "other_name": other,
                        "firm": talk.entrepreneur.employer,
                        "talk": talk.row,
                        "place": talk.place,
                        "organisation": organisation,
                        # another organisation's candidate knows that organisation, not our colleague
                        "contact": gathering.contact if organisation.pk == holder.pk else None,
                        "address": links.address("portal:follow_up", token),
                    },
                ),
                calendar=_calendar(
                    at, talk, organisation, gathering.time_zone, is_cancelled=purpose == "follow_up_off"
                ),
                about_kind="follow_up",
                about_id=talk.row.pk,
                purpose=purpose,
            )
        count += 1
    return count


def _text(purpose: str, to: Recipient) -> str:
    return f"{TEXTS}/off" if purpose == "follow_up_off" else f"{TEXTS}/follow_up_{to.kind}"


def _calendar(at: datetime, talk: Talk, organisation: Any, time_zone: str, *, is_cancelled: bool) -> str:
    row = talk.row
    if row.starts_at is None or row.ends_at is None:
        return ""
    return calendar.event(
        uid=f"{row.pk}@werktop",
        sequence=calendar.sequence_of(made_at=at, first_at=row.made_at),
        made_at=at,
        title=_("Gesprek"),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        time_zone=time_zone,
        place=talk.place,
        description=_("Neem contact op met %(name)s als het niet uitkomt.") % {"name": organisation.name},
        organiser_name=organisation.name,
        organiser_email=organisation.email,
        is_cancelled=is_cancelled,
    )
