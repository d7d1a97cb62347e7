"""An entrepreneur offers work on the own page, in one sentence, and takes it back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from werktop.accounts.own_pages import OWN_FIRM
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.employers import queries as employers
from werktop.work_profiles.choices import RUNNING, Status
from werktop.work_profiles.models import WorkProfile

MOST_WORDS = 2000
MOST_WHAT = 120


class NothingIsOffered(Refusal):
    text = _("Schrijf in één zin wat voor werk er kan zijn.")


@command(about="work_profile")
def offer_work(*, actor: Actor, at: datetime, entrepreneur_id: UUID, words: str) -> UUID:
    """There may be work at the own firm, in whatever form: a work profile to come, with these words, of which the entrepreneur is
    whom to call. The same words again are the same work while it runs. Refuses `NothingIsOffered`."""
    person = employers.own_entrepreneur(actor)
    if person.pk != entrepreneur_id:
        raise NotVisible()
    said = " ".join(words.replace("\x00", "").split())[:MOST_WORDS]
    if not said:
        raise NothingIsOffered(field="words")
    firm = employers.held_employer(actor, person.employer_id)
    running = WorkProfile.objects.filter(employer_id=firm.pk, status__in=RUNNING)
    if there := running.filter(own_words__iexact=said).values_list("pk", flat=True).first():
        return there
    speaks = employers.own_contact(person)
    return WorkProfile.objects.create(
        employer_id=firm.pk,
        organisation_id=firm.organisation_id,
        region_id=firm.region_id,
        what=Truncator(said).chars(MOST_WHAT),
        own_words=said,
        is_expected=True,
        to_call_id=person.pk,
        contact_id=speaks.pk if speaks else None,
        noted_at=at,
    ).pk


@command(about="work_profile")
def take_back_offer(*, actor: Actor, at: datetime, work_profile_id: UUID) -> None:
    """The entrepreneur who offered it says that it does not come after all, while no colleague went on with it. Saying it again
    changes nothing."""
    actor.require(OWN_FIRM)
    rows = WorkProfile.objects.select_for_update().filter(
        pk=work_profile_id, to_call_id=actor.id, noted_by=None, note_id=None
    )
    row = rows.first()
    if row is None or row.status not in (Status.IDEA, Status.GONE):
        raise NotVisible()
    if row.status == Status.IDEA:
        row.status, row.closed_at = Status.GONE, at
        row.save(update_fields=["status", "closed_at"])
