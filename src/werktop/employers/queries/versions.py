"""What the forms about an employer and its people start from, and their versions."""

from __future__ import annotations

from typing import Any

from werktop.audit.versions import version_of
from werktop.employers.models import Employer, Entrepreneur

EMPLOYER = "name sector address postcode place is_step_free what_we_do looks_for work_forms"
ABOUT = "process mission culture how_it_is sbi_code sbi_version size register_number pso_step pso_until_date"
PERSON = "first_name last_name email phone languages roles comes_to_tables is_active"
OWN = "first_name last_name email phone languages"


def facts_of(employer: Employer) -> dict[str, Any]:
    """The facts that the forms ask for, as they are kept now, with `term_ids` and `joined_date`."""
    return (
        about_facts_of(employer)
        | {name: getattr(employer, name) for name in EMPLOYER.split()}
        | {
            "term_ids": list(employer.terms.values_list("term_id", flat=True)),
            "joined_date": employer.joinings.values_list("joined_date", flat=True).first(),
        }
    )


def about_facts_of(employer: Employer) -> dict[str, Any]:
    """The facts of what a firm makes, what it is like there and where it stands in the registers."""
    return {name: getattr(employer, name) for name in ABOUT.split()}


def person_facts_of(person: Entrepreneur) -> dict[str, Any]:
    """The same of an entrepreneur, with `known_firms` by name."""
    return {name: getattr(person, name) for name in PERSON.split()} | {
        "known_firms": list(person.known_firms.values_list("firm_name", flat=True))
    }


def own_facts_of(person: Entrepreneur) -> dict[str, Any]:
    """What an entrepreneur puts right on the own page."""
    return {name: getattr(person, name) for name in OWN.split()}


def employer_version(employer: Employer) -> str:
    """The version that a form carries, for `change_employer`."""
    return version_of(facts_of(employer))


def about_version(employer: Employer) -> str:
    """The version that the form about what a firm is like carries, for `change_employer`."""
    return version_of(about_facts_of(employer))


def entrepreneur_version(person: Entrepreneur) -> str:
    """The version that a form carries, for `change_entrepreneur`."""
    return version_of(person_facts_of(person))


def own_version(person: Entrepreneur) -> str:
    """The version that the form on the own page carries, for `change_own_details`."""
    return version_of(own_facts_of(person))
