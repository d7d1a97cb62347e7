"""Facts about a candidate as they are kept: tidied, checked, with what can be derived."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.refusals import Refusal
from werktop.candidates.models import Candidate, PreferredChannel, Wish
from werktop.candidates.travelling import travel_in
from werktop.catalogue.choices import Language
from werktop.post import reach
from werktop.regions import queries as regions

from .refusals import (
    ChannelDoesNotFit,
    EmailIsUnreadable,
    LetterNeedsPostcode,
    NameIsMissing,
    NoWayToReach,
    PhoneIsUnreadable,
    PostcodeIsUnknown,
)

NAMES = """
first_name last_name email phone address postcode preferred_channel languages own_words
is_step_free_needed is_interpreter_needed is_childcare_needed is_travel_paid has_companion day_note
education dutch_spoken dutch_written driving_licences
registered_date reported_date is_shared assigned_to_id colleague_name
legal_ground legal_purpose informed_date source identity
"""
FIELDS = frozenset(NAMES.split())
WISHES = {"hours_per_week": "hours_max", "sought_work": "work", "transport": "travels_by"}
"""Facts of a list or a first talk that are part of the wish, by their field there."""
# the field that a channel needs
NEEDED_BY = {
    PreferredChannel.EMAIL: "email",
    PreferredChannel.SMS: "phone",
    PreferredChannel.CALL: "phone",
    PreferredChannel.LETTER: "address",
}


def tidied(facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts in one spelling: single spaces, "4001 AB", "+31612345678", known languages. Fits the columns."""
    unknown = set(facts) - FIELDS
    if unknown:
        raise TypeError(f"a candidate has no {', '.join(sorted(unknown))}")
    tidy = dict(facts)
    for name, value in facts.items():
        if isinstance(value, str):
            text = value.replace("\x00", "").strip()
            limit = getattr(Candidate._meta.get_field(name), "max_length", None)
            tidy[name] = text[:limit] if limit else text
    if tidy.get("email"):
        tidy["email"] = reach.email_in(tidy["email"]) or tidy["email"]
    if tidy.get("phone"):
        tidy["phone"] = reach.phone_in(tidy["phone"]).number[:20]
    if tidy.get("address"):
        tidy["address"] = reach.address_in(tidy["address"])[:120]
    if tidy.get("postcode"):
        tidy["postcode"] = reach.postcode_in(tidy["postcode"]) or tidy["postcode"][:7]
    if "languages" in tidy:
        tidy["languages"] = [c for c in dict.fromkeys(tidy["languages"]) if c in Language.values]
    return tidy


def wish_in(facts: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """These facts in two: those of the candidate's own row, and those of the wish that say something, as they are kept."""
    wish: dict[str, Any] = {}
    for name, field in WISHES.items():
        value = facts.get(name)
        if isinstance(value, str):
            value = " ".join(value.split())[: getattr(Wish._meta.get_field(field), "max_length", None)]
        if value:
            wish[field] = travel_in(value) if field == "travels_by" else value
    return {name: value for name, value in facts.items() if name not in WISHES}, wish


def channel_of(facts: dict[str, Any]) -> str:
    """How to reach someone with these facts: what was chosen where that can be done, else e-mail, SMS to a mobile
    number, a call, a letter; "" where there is no way."""
    chosen = facts.get("preferred_channel") or ""
    if chosen and facts.get(NEEDED_BY[PreferredChannel(chosen)]):
        return str(chosen)
    if facts.get("email"):
        return PreferredChannel.EMAIL
    if facts.get("phone"):
        return PreferredChannel.SMS if reach.is_mobile(facts["phone"]) else PreferredChannel.CALL
    return PreferredChannel.LETTER if facts.get("address") else ""


def checked(facts: dict[str, Any]) -> dict[str, Any]:
    """Tidied facts as typed by a person: refuses what cannot be so (the first of `faults_in`), names the field."""
    for fault in faults_in(facts):
        raise fault
    tidy = tidied(facts)
    return tidy | {"preferred_channel": channel_of(tidy)}


def faults_in(facts: dict[str, Any]) -> list[Refusal]:
    """Everything that is wrong with facts as typed by a person, so that a form can say it all at once."""
    tidy = tidied(facts)
    faults: list[Refusal] = []
    if not tidy.get("first_name"):
        faults.append(NameIsMissing(field="first_name"))
    if tidy.get("email") and not reach.email_in(tidy["email"]):
        faults.append(EmailIsUnreadable(field="email"))
    if tidy.get("phone") and reach.phone_in(tidy["phone"]).state == "odd":
        faults.append(PhoneIsUnreadable(field="phone"))
    postcode = tidy.get("postcode", "")
    if postcode and not (reach.postcode_in(postcode) and regions.is_known_postcode(postcode)):
        faults.append(PostcodeIsUnknown(field="postcode"))
    channel = channel_of(tidy)
    if not channel:
        faults.append(NoWayToReach(field="phone"))
    elif tidy.get("preferred_channel") and tidy["preferred_channel"] != channel:
        faults.append(ChannelDoesNotFit(field="preferred_channel"))
    if channel == PreferredChannel.LETTER and not postcode:
        faults.append(LetterNeedsPostcode(field="postcode"))
    return faults


def defaults_for(organisation_id: UUID, at: datetime) -> dict[str, Any]:
    """What a new candidate inherits: the organisation, its region, ground and purpose. That somebody was
    told of it is for who told them to say."""
    organisation = regions.organisation_by_id(organisation_id)
    return {
        "organisation_id": organisation.pk,
        "region_id": organisation.region_id,
        "legal_ground": organisation.legal_ground,
        "legal_purpose": organisation.legal_purpose,
        "created_at": at,
    }


def not_emptied(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts without an empty ground or purpose: a candidate never goes without these."""
    never = ("legal_ground", "legal_purpose")
    return {name: value for name, value in facts.items() if value not in ("", None) or name not in never}
