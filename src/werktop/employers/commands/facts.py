"""Facts about employers and entrepreneurs as they are kept: tidied and checked."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal
from werktop.catalogue.choices import Language, Sector, WorkForm
from werktop.employers import sections
from werktop.employers.models import Employer, Entrepreneur, PersonRole, PsoStep, Size
from werktop.post import reach
from werktop.regions import queries as regions

EMPLOYER_FIELDS = frozenset(
    (
        "name",
        "sector",
        "address",
        "postcode",
        "place",
        "is_step_free",
        "what_we_do",
        "looks_for",
        "work_forms",
        "process",
        "mission",
        "culture",
        "how_it_is",
        "sbi_code",
        "sbi_version",
        "size",
        "register_number",
        "pso_step",
        "pso_until_date",
        "source",
    )
)
PERSON_FIELDS = frozenset(
    ("first_name", "last_name", "email", "phone", "languages", "roles", "comes_to_tables", "is_active")
)
CLASSES: dict[str, Any] = {
    "sector": Sector.values,
    "size": Size.values,
    "pso_step": PsoStep.values,
    "sbi_version": sections.VERSIONS,
}
"""Facts that are one of a few; what is none of them is not known."""


class NameIsMissing(Refusal):
    text = _("Vul een naam in.")


class PostcodeIsUnknown(Refusal):
    text = _("Deze postcode bestaat niet. Kijk de vier cijfers na; de letters mogen weg.")


class EmailIsUnreadable(Refusal):
    text = _("Dit is geen volledig e-mailadres. Een adres heeft een @ en eindigt op bijvoorbeeld .nl.")


class PhoneIsUnreadable(Refusal):
    text = _("Dit telefoonnummer klopt niet. Schrijf tien cijfers, of begin met + en het land.")


class EmployerIsHereAlready(Refusal):
    text = _("Deze werkgever staat al in de lijst van de regio, met deze naam en postcode.")


class RegisterNumberIsTaken(Refusal):
    text = _("Een ander bedrijf in de regio heeft dit KVK-nummer al. Staat het er dubbel in?")


class RegisterNumberIsUnreadable(Refusal):
    text = _("Een KVK-nummer heeft acht cijfers.")


class SbiCodeIsUnknown(Refusal):
    text = _("Deze SBI-code bestaat niet. Een code heeft twee tot vijf cijfers; een punt ertussen mag.")


class SbiCodeIsOfAnotherSector(Refusal):
    text = _("Deze SBI-code hoort bij een andere sector dan er staat. Kijk de code of de sector na.")


class PsoStepIsMissing(Refusal):
    text = _("Kies welke trede het is, of laat de dag leeg.")


def tidied_employer(facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts in one spelling; a place that is not named follows from the postcode."""
    tidy = _trimmed(facts, EMPLOYER_FIELDS, Employer)
    if tidy.get("address"):
        tidy["address"] = reach.address_in(tidy["address"])[:120]
    if tidy.get("postcode"):
        tidy["postcode"] = reach.postcode_in(tidy["postcode"]) or tidy["postcode"][:7]
        known = regions.place_of(tidy["postcode"])
        if known and not tidy.get("place"):
            tidy["place"] = known.name
    for name, known in CLASSES.items():
        if tidy.get(name) and tidy[name] not in known:
            tidy[name] = ""
    if tidy.get("sbi_code"):
        tidy["sbi_code"] = sections.code_in(facts["sbi_code"]) or tidy["sbi_code"]
    if tidy.get("register_number"):
        tidy["register_number"] = facts["register_number"].replace(" ", "").replace(".", "")
    if "work_forms" in tidy:
        tidy["work_forms"] = [f for f in dict.fromkeys(tidy["work_forms"]) if f in WorkForm.values]
    return tidy


def tidied_person(facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts about an entrepreneur in one spelling."""
    tidy = _trimmed(facts, PERSON_FIELDS, Entrepreneur)
    if tidy.get("email"):
        tidy["email"] = reach.email_in(tidy["email"]) or tidy["email"]
    if tidy.get("phone"):
        tidy["phone"] = reach.phone_in(tidy["phone"]).number[:20]
    if "roles" in tidy:
        tidy["roles"] = [role for role in PersonRole.values if role in tidy["roles"]]
    if "languages" in tidy:
        tidy["languages"] = [c for c in dict.fromkeys(tidy["languages"]) if c in Language.values]
    return tidy


def checked_employer(facts: dict[str, Any]) -> dict[str, Any]:
    """Tidied facts as typed by a person; refuses what cannot be so and names the field."""
    for fault in employer_faults(facts):
        raise fault
    return tidied_employer(facts)


def checked_person(facts: dict[str, Any]) -> dict[str, Any]:
    """Tidied facts about an entrepreneur as typed by a person; refuses what cannot be so and names the field."""
    for fault in person_faults(facts):
        raise fault
    return tidied_person(facts)


def employer_faults(facts: dict[str, Any]) -> list[Refusal]:
    """Everything that is wrong with facts as typed by a person, so that a form can say it all at once."""
    tidy, faults = tidied_employer(facts), list[Refusal]()
    if not tidy.get("name"):
        faults.append(NameIsMissing(field="name"))
    postcode = tidy.get("postcode", "")
    if postcode and not (reach.postcode_in(postcode) and regions.is_known_postcode(postcode)):
        faults.append(PostcodeIsUnknown(field="postcode"))
    return faults + _faults_in_registers(tidy)


def _faults_in_registers(tidy: dict[str, Any]) -> list[Refusal]:
    """What is wrong with what registers say of a firm."""
    faults = list[Refusal]()
    code, number = tidy.get("sbi_code", ""), tidy.get("register_number", "")
    section = sections.section_of(code, tidy.get("sbi_version", "")) if sections.code_in(code) else ""
    if code and not section:
        faults.append(SbiCodeIsUnknown(field="sbi_code"))
    if section and tidy.get("sector") and tidy["sector"] != section:
        faults.append(SbiCodeIsOfAnotherSector(field="sbi_code"))
    if number and not (len(number) == 8 and number.isascii() and number.isdigit()):
        faults.append(RegisterNumberIsUnreadable(field="register_number"))
    if tidy.get("pso_until_date") and not tidy.get("pso_step"):
        faults.append(PsoStepIsMissing(field="pso_step"))
    return faults


def person_faults(facts: dict[str, Any]) -> list[Refusal]:
    """The same of an entrepreneur."""
    tidy, faults = tidied_person(facts), list[Refusal]()
    if not tidy.get("first_name"):
        faults.append(NameIsMissing(field="first_name"))
    if tidy.get("email") and not reach.email_in(tidy["email"]):
        faults.append(EmailIsUnreadable(field="email"))
    if tidy.get("phone") and reach.phone_in(tidy["phone"]).state == "odd":
        faults.append(PhoneIsUnreadable(field="phone"))
    return faults


def _trimmed(facts: dict[str, Any], fields: frozenset[str], model: type[models.Model]) -> dict[str, Any]:
    unknown = set(facts) - fields
    if unknown:
        raise TypeError(f"no such facts: {', '.join(sorted(unknown))}")
    tidy = dict(facts)
    for name, value in facts.items():
        if isinstance(value, str):
            text = value.replace("\x00", "").strip()
            limit = getattr(model._meta.get_field(name), "max_length", None)
            tidy[name] = text[:limit] if limit else text
    return tidy
