"""Work that an organisation often meets: a profile kept as an own example, and let go again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.work_profiles.models import ProfileTemplate
from werktop.work_profiles.queries.visible import work_profile_for

GENERAL = ("forms", "hours_min", "hours_max", "days", "times", "traits", "place_words")
"""Facts of work that may be so at another firm too."""


@command(about="profile_template")
def keep_template(*, actor: Actor, at: datetime, work_profile_id: UUID) -> UUID:
    """This work profile is an example for other firms, for the own organisation: what it asks and how the work is, and nothing of
    the firm. Kept again it is written anew. Returns the example's key."""
    actor.require("edit_employers")
    profile = work_profile_for(actor, work_profile_id)
    facts = {name: getattr(profile, name) for name in GENERAL}
    facts["terms"] = [
        [str(term_id), is_learnable, weight]
        for term_id, is_learnable, weight in profile.terms.order_by("term_id").values_list(
            "term_id", "is_learnable", "weight"
        )
    ]
    keys = profile.requirements.order_by("requirement_id").values_list("requirement_id", flat=True)
    facts["requirements"] = [str(key) for key in keys]
    own = ProfileTemplate.objects.select_for_update().filter(
        organisation_id=actor.organisation_id, name=profile.what
    )
    template = own.order_by("id").first()
    if template is None:
        template = ProfileTemplate(
            organisation_id=actor.organisation_id, region_id=actor.region_id, name=profile.what
        )
    template.sector, template.facts = profile.employer.sector, facts
    template.made_at, template.is_active = at, True
    template.save()
    return template.pk


@command(about="profile_template")
def drop_template(*, actor: Actor, at: datetime, profile_template_id: UUID) -> None:
    """This own example is not offered any more."""
    _set(actor, profile_template_id, is_active=False)


@command(about="profile_template")
def offer_template(*, actor: Actor, at: datetime, profile_template_id: UUID) -> None:
    """Dropped by mistake: the own example is offered again."""
    _set(actor, profile_template_id, is_active=True)


def _set(actor: Actor, key: UUID, *, is_active: bool) -> None:
    actor.require("edit_employers")
    own = ProfileTemplate.objects.select_for_update().filter(organisation_id=actor.organisation_id)
    template = own.filter(pk=key).first()
    if template is None:
        raise NotVisible()
    if template.is_active != is_active:
        template.is_active = is_active
        template.save(update_fields=["is_active"])
