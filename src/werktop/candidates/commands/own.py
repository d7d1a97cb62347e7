"""What candidates do themselves on the own page: firms they know and how to reach them; the plan is in `own_plan`. What they note
is in own words, by nobody else."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werktop.accounts.own_pages import OWN_STRONG
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.put_back import was_put_back
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import refuse_changed
from werktop.candidates.models import Candidate, KnownFirm, OwnWriting, Source
from werktop.post.readdressing import let_messages_follow

from .facts import checked
from .keeping import REACHED_BY
from .own_writing import note_own_writing, nothing_to_read
from .presentation import own_or_edited
from .refusals import NothingIsSaid

MOST_FIRMS = 40
REACH = ("email", "phone", "preferred_channel")


class EnoughFirms(Refusal):
    text = _("U hebt al veel bedrijven genoemd. Haal er eerst een weg.")


class FirmIsThere(Refusal):
    text = _("Dit bedrijf staat er al.")


@command(about="candidate")
def name_firm(*, actor: Actor, at: datetime, candidate_id: UUID, firm_name: str, words: str = "") -> UUID:
    """A firm that the candidate knows joins the own network; its key is returned. Refuses `NothingIsSaid`, `FirmIsThere`,
    `EnoughFirms`."""
    candidate = own_candidate(actor, candidate_id)
    firm_name, words = own_line(firm_name, 120), own_line(words, 200)
    if not firm_name:
        raise NothingIsSaid(field="firm_name")
    there = KnownFirm.objects.filter(candidate=candidate)
    if there.filter(firm_name__iexact=firm_name).exists():
        raise FirmIsThere(field="firm_name")
    if there.count() >= MOST_FIRMS:
        raise EnoughFirms(field="firm_name")
    row = KnownFirm.objects.create(
        candidate=candidate, firm_name=firm_name, words=words, source=Source.OWN_WORDS, noted_at=at
    )
    note_own_writing(candidate, OwnWriting.Kind.FIRM, row.pk, at)
    note_own_touch(candidate, at)
    return row.pk


@command(about="candidate")
def unname_firm(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """The candidate takes a firm away that the candidate named. What a colleague noted stays: `NotVisible`. Saying it again
    changes nothing."""
    candidate = own_candidate(actor, candidate_id)
    row = KnownFirm.objects.filter(candidate=candidate, pk=row_id).first()
    if row is None:
        return
    if row.noted_by_id is not None or row.source != Source.OWN_WORDS:
        raise NotVisible()
    row.delete()
    nothing_to_read(candidate, row_id)
    note_own_touch(candidate, at)


@command(about="candidate")
def put_firm_back(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """A firm that the candidate named and took away stands there again as it was. What is there already stays."""
    candidate = own_candidate(actor, candidate_id)
    history = KnownFirm.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        candidate=candidate, pgh_obj_id=row_id, source=Source.OWN_WORDS, noted_by=None
    )
    line = history.order_by("-pgh_id").first()
    if line is None:
        raise NotVisible()
    there = KnownFirm.objects.filter(candidate=candidate)
    if there.filter(firm_name__iexact=line.firm_name).exists() or there.count() >= MOST_FIRMS:
        return
    row = KnownFirm(pk=row_id, candidate=candidate, firm_name=line.firm_name, words=line.words)
    row.source, row.noted_at = Source.OWN_WORDS, at
    row.save(force_insert=True)
    was_put_back(row)
    note_own_writing(candidate, OwnWriting.Kind.FIRM, row.pk, at)
    note_own_touch(candidate, at)


@command(about="candidate")
def choose_how_to_be_reached(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    email: str,
    phone: str,
    preferred_channel: str,
    version: str = "",
) -> int:
    """How the candidate wants to be reached. Messages that wait go to the new address, and links that went to the old one open
    nothing any more: returns how many. Refuses as `change_candidate` does."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    if version:
        refuse_changed(version, {name: getattr(candidate, name) for name in REACH})
    before = {name: getattr(candidate, name) for name in REACHED_BY}
    asked = {"email": email, "phone": phone, "preferred_channel": preferred_channel}
    for name, value in checked({**before, **asked}).items():
        setattr(candidate, name, value)
    candidate.contact_at, candidate.erase_date = at, None
    candidate.save()
    if all(getattr(candidate, name) == value for name, value in before.items()):
        return 0
    had = (before["email"], before["phone"])
    return let_messages_follow(actor=actor, at=at, to_kind="candidate", person=candidate, had=had)


def own_candidate(actor: Actor, candidate_id: UUID, *, need: str = "own") -> Candidate:
    """The candidate whose own page it is, locked; `NotVisible` for anybody else."""
    if actor.kind != "candidate":
        raise NotVisible()
    return own_or_edited(actor, candidate_id, need=need)


def own_line(words: str, longest: int) -> str:
    """What the candidate typed, as one line that fits."""
    return " ".join(words.replace("\x00", "").split())[:longest]


def note_own_touch(candidate: Candidate, at: datetime) -> None:
    """The candidate was in touch: terms run anew."""
    candidate.contact_at, candidate.erase_date = at, None
    candidate.save(update_fields=["contact_at", "erase_date"])
