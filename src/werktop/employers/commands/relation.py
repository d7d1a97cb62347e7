"""What is agreed with a firm and what it does is noted, changed, put aside and put back; by the responsible organisation."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import refuse_changed
from werktop.employers.models import (
    KINDS,
    PEOPLE,
    AboutFirm,
    Employer,
    Entrepreneur,
    SocialReturn,
    Story,
    Training,
)
from werktop.employers.queries.relation import said_by
from werktop.post import reach
from werktop.regions import queries as regions

from .facts import PostcodeIsUnknown
from .keeping import employer_to_edit

MOST_WORDS = 2000
MOST = 100_000_000
NEEDED = {
    "establishment": (), "training": ("what",), "expectation": ("words",), "covenant": ("words",),
    "social_return": ("words",), "fulfilment": ("words",), "step": ("words",), "story": ("words",),
}  # fmt: skip
PAST = {
    "training": ("trained_date",), "covenant": ("signed_date",), "fulfilment": ("done_date",), "step": ("done_date",),
    "story": ("yes_date", "taken_back_date"),
}  # fmt: skip
"""Days on which something was done: not tomorrow."""
ONCE = ("expectation", "covenant", "step", "story")
"""Said in the same words it is the same; of two contracts the same can be promised, and the same is done again."""
ENDS = {"covenant": ("signed_date", "until_date"), "story": ("yes_date", "taken_back_date")}


class WordsAreMissing(Refusal):
    text = _("Schrijf het in een paar woorden op.")


class DayIsMissing(Refusal):
    text = _("Kies een dag.")


class EndsBeforeItStarts(Refusal):
    text = _("Deze dag ligt voor de dag waarop het begon. Kijk de data na.")


class AmountIsUnreadable(Refusal):
    text = _("Vul een getal in vanaf 1, zonder komma.")


class PlaceIsMissing(Refusal):
    text = _("Vul een naam of een plaats in.")


class BranchNumberIsUnreadable(Refusal):
    text = _("Een vestigingsnummer heeft twaalf cijfers.")


class YesIsNobodys(Refusal):
    text = _("Kies wie van het bedrijf ja zei. Zonder die ja vertellen we het niet.")


class WhereIsMissing(Refusal):
    text = _("Kies waar het verteld mag worden.")


class DayIsAhead(Refusal):
    text = _("Deze dag moet nog komen. Kies vandaag of een eerdere dag.")


class StandsThereAlready(Refusal):
    text = _("Dit staat er al. Wijzig wat er staat, of schrijf wat er anders is.")


@command(about="employer")
def note_relation(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    kind: str,
    row_id: UUID | None = None,
    version: str = "",
    **facts: Any,
) -> UUID:
    """Something new about a firm, of this kind of `models.KINDS`; with `row_id` what is there is changed, history keeps what
    stood there. `facts` are those of the kind's `SAYS`, and the key of somebody of the firm where it names one. Refuses what
    cannot be so, and `ChangedMeanwhile`. Returns the row's key."""
    actor.require("edit_employers")
    employer = employer_to_edit(actor, employer_id)
    row = _row(employer, kind, row_id) if row_id else _new(actor, at, employer, kind)
    if version and row_id:
        refuse_changed(version, said_by(row))
    for name, value in _checked(employer, kind, row, facts, timezone.localdate(at)).items():
        setattr(row, name, value)
    row.save()
    tell(kind=kind)
    return row.pk


@command(about="employer")
def put_aside_relation(*, actor: Actor, at: datetime, employer_id: UUID, kind: str, row_id: UUID) -> None:
    """It no longer counts, or should not have stood there; it can be put back."""
    actor.require("edit_employers")
    row = _row(employer_to_edit(actor, employer_id), kind, row_id)
    if row.removed_at is None:
        row.removed_at = at
        row.save(update_fields=["removed_at"])
    tell(kind=kind)


@command(about="employer")
def put_back_relation(*, actor: Actor, at: datetime, employer_id: UUID, kind: str, row_id: UUID) -> None:
    """What was put aside counts again."""
    actor.require("edit_employers")
    row = _row(employer_to_edit(actor, employer_id), kind, row_id)
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    tell(kind=kind)


def _new(actor: Actor, at: datetime, employer: Employer, kind: str) -> AboutFirm:
    return _model(kind)(
        employer=employer,
        organisation_id=employer.organisation_id,
        region_id=employer.region_id,
        noted_by_id=actor.id if actor.kind == "staff" else None,
        noted_at=at,
    )


def _row(employer: Employer, kind: str, row_id: UUID) -> AboutFirm:
    row = _model(kind)._default_manager.select_for_update().filter(pk=row_id, employer=employer).first()
    if row is None:
        raise NotVisible()
    return row


def _model(kind: str) -> Any:
    if kind not in KINDS:
        raise NotVisible()
    return KINDS[kind]


def _checked(employer: Employer, kind: str, row: Any, facts: dict[str, Any], today: date) -> dict[str, Any]:
    """These facts tidied; refuses what cannot be so with what the row says already."""
    known = {*KINDS[kind].SAYS, PEOPLE.get(kind, ""), "social_return"} - {""}
    tidy: dict[str, Any] = {}
    for name, value in facts.items():
        if name.removesuffix("_id") not in known:
            raise TypeError(f"no such fact of {kind}: {name}")
        tidy[name] = _trimmed(row, name, value) if isinstance(value, str) else value
    _refuse_others(employer, kind, tidy)

    def now(name: str) -> Any:
        return tidy[name] if name in tidy else getattr(row, name)

    for name in NEEDED[kind]:
        if not now(name):
            raise WordsAreMissing(field=name)
    if kind == "training" and now("what") == Training.What.OTHER and not now("words"):
        raise WordsAreMissing(field="words")
    for name in PAST.get(kind, ()):
        if tidy.get(name) and tidy[name] > today:
            raise DayIsAhead(field=name)
    for begin, end in [ENDS[kind]] if kind in ENDS else []:
        if not isinstance(now(begin), date):
            raise DayIsMissing(field=begin)
        if now(end) and now(end) < now(begin):
            raise EndsBeforeItStarts(field=end)
    for name in ("promised", "amount"):
        if name in tidy and not (isinstance(tidy[name], int) and 1 <= tidy[name] <= MOST):
            raise AmountIsUnreadable(field=name)
    if kind == "establishment":
        tidy |= _place(tidy, row)
    if kind == "story":
        tidy["told_at"] = [each for each in Story.Told.values if each in now("told_at")]
        if not tidy["told_at"]:
            raise WhereIsMissing(field="told_at")
        if not (now("yes_by_id") or tidy.get("taken_back_date")):
            raise YesIsNobodys(field="yes_by_id")
    if kind in ONCE:
        _refuse_twice(employer, kind, row, now("words"))
    return tidy


def _refuse_twice(employer: Employer, kind: str, row: Any, words: str) -> None:
    """The same words are noted once."""
    rows = _model(kind)._default_manager.filter(employer=employer, words__iexact=words, removed_at=None)
    if rows.exclude(pk=row.pk).exists():
        raise StandsThereAlready(field="words")


def _place(tidy: dict[str, Any], row: Any) -> dict[str, Any]:
    """Postcode, place and number in one spelling."""
    found: dict[str, Any] = {}
    if postcode := tidy.get("postcode", ""):
        if not (reach.postcode_in(postcode) and regions.is_known_postcode(postcode)):
            raise PostcodeIsUnknown(field="postcode")
        found["postcode"] = reach.postcode_in(postcode)
        if not tidy.get("place") and (known := regions.place_of(postcode)):
            found["place"] = known.name
    number = tidy.get("branch_number", "")
    if number and not (len(number) == 12 and number.isascii() and number.isdigit()):
        raise BranchNumberIsUnreadable(field="branch_number")
    said = {"name": row.name, "place": row.place} | tidy | found
    if not said["name"] and not said["place"]:
        raise PlaceIsMissing(field="name")
    return found


def _refuse_others(employer: Employer, kind: str, tidy: dict[str, Any]) -> None:
    """Whom and what a row points at is of this firm, else `NotVisible`."""
    person_id = tidy.get(f"{PEOPLE.get(kind, '')}_id")
    if person_id and not Entrepreneur.objects.filter(pk=person_id, employer=employer).exists():
        raise NotVisible()
    if kind == "training" and "person_id" in tidy and person_id is None:
        raise NotVisible()
    promise_id = tidy.get("social_return_id")
    if promise_id and not SocialReturn.objects.filter(pk=promise_id, employer=employer).exists():
        raise NotVisible()


def _trimmed(row: Any, name: str, value: str) -> str:
    text = value.replace("\x00", "").replace("\r\n", "\n").strip()
    if name == "branch_number":
        return text.replace(" ", "")
    return text[: getattr(row._meta.get_field(name), "max_length", None) or MOST_WORDS]
