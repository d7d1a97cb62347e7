"""The list of courses and other help that an organisation often uses: something joins it, is not offered any more, or is again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.catalogue.folding import folded
from werktop.catalogue.models import Instrument


class InstrumentIsNameless(Refusal):
    text = _("Vul een naam in, zoals jullie het noemen.")


@command(about="instrument")
def offer_instrument(*, actor: Actor, at: datetime, name: str) -> UUID:
    """A name joins the list of the actor's organisation, or is offered again as it was written first. Returns its key. Refuses
    `InstrumentIsNameless`."""
    actor.require("edit_candidates")
    if actor.organisation_id is None:
        raise NotVisible()
    said = " ".join(name.replace("\x00", "").split())[:120]
    if not folded(said):
        raise InstrumentIsNameless(field="name")
    row, _is_new = Instrument.objects.update_or_create(
        organisation_id=actor.organisation_id,
        key=folded(said)[:120],
        defaults={"is_active": True},
        create_defaults={"name": said, "is_active": True},
    )
    return row.pk


@command(about="instrument")
def retire_instrument(*, actor: Actor, at: datetime, instrument_id: UUID, is_back: bool = False) -> None:
    """Nobody chooses it any more, or (`is_back`) one may again. Where it was used it stays noted."""
    actor.require("edit_candidates")
    rows = Instrument.objects.select_for_update().filter(organisation_id=actor.organisation_id)
    row = rows.filter(pk=instrument_id).first()
    if row is None:
        raise NotVisible()
    row.is_active = is_back
    row.save(update_fields=["is_active"])
