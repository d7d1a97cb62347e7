"""Views of the list of candidates: saved, changed, taken away and put back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.keys import new_key
from werktop.audit.refusals import NotVisible, Refusal

from ..models import SavedView

MOST = 30
LONGEST = 2000


class ViewHasNoName(Refusal):
    text = _("Geef het overzicht een naam.")


class NameIsTaken(Refusal):
    text = _("Je hebt al een overzicht met deze naam. Kies een andere.")


class TooManyViews(Refusal):
    text = _("Je hebt al dertig overzichten. Haal er eerst een weg.")


class TooMuchToSave(Refusal):
    text = _("Dit zijn te veel filters voor één overzicht. Haal er een paar weg.")


@command(about="saved_view")
def save_view(
    *,
    actor: Actor,
    at: datetime,
    name: str,
    asked: str,
    is_shared: bool = False,
    is_start: bool = False,
    view_id: UUID | None = None,
) -> UUID:
    """Keep a way to look at the list under a name, or with `view_id` change an own one; also to put back one that was taken away,
    under the key it had. A view to start with takes the place of the one before. Refuses `ViewHasNoName`, `NameIsTaken`,
    `TooManyViews`, `TooMuchToSave`, and `NotVisible` for a view of somebody else. Returns its key."""
    actor.require("see_candidates")
    name = " ".join(name.replace("\x00", "").split())[:60]
    if not name:
        raise ViewHasNoName(field="name")
    if len(asked) > LONGEST:
        raise TooMuchToSave(field="name")
    # of two windows that save at one moment the second finds the name of the first
    accounts.hold_account(actor.id)
    own = SavedView.objects.select_for_update().filter(
        organisation_id=actor.organisation_id, account_id=actor.id
    )
    there = {view.pk: view for view in own}
    if view_id is not None and view_id not in there and SavedView.objects.filter(pk=view_id).exists():
        raise NotVisible()
    if any(view.name.casefold() == name.casefold() for key, view in there.items() if key != view_id):
        raise NameIsTaken(field="name")
    if view_id not in there and len(there) >= MOST:
        raise TooManyViews(field="name")
    if is_start:
        for view in there.values():
            if view.is_start and view.pk != view_id:
                view.is_start = False
                view.save()
    known = there.get(view_id) if view_id else None
    view = known or SavedView(
        pk=view_id or new_key(), organisation_id=actor.organisation_id, account_id=actor.id
    )
    view.name, view.asked, view.saved_at = name, asked, at
    view.is_shared, view.is_start = is_shared, is_start
    view.save()
    return view.pk


@command(about="saved_view")
def remove_view(*, actor: Actor, at: datetime, saved_view_id: UUID) -> None:
    """Take an own view away; one that is gone already is left at that. `NotVisible` for a view of somebody else."""
    actor.require("see_candidates")
    view = SavedView.objects.filter(pk=saved_view_id).first()
    if view is not None and (view.account_id, view.organisation_id) != (actor.id, actor.organisation_id):
        raise NotVisible()
    if view is not None:
        view.delete()
