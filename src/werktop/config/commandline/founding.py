"""`werktop serve organisation`: an organisation in a region and its first functional administrator, on DATABASE_URL."""

import argparse

from werktop.config.commandline import serving
from werktop.config.commandline.refusals import Refusal


class OrganisationIsRefused(Refusal):
    """The region is not known, or the short name is taken."""


def run_organisation(arguments: list[str]) -> int:
    """Make them, and print the link with which the administrator chooses a password."""
    chosen = _parser().parse_args(arguments)
    serving.require_settings()
    import django

    django.setup()
    address = found_organisation(
        slug=chosen.slug,
        name=chosen.name,
        kind=chosen.kind,
        region_code=chosen.region,
        email=chosen.email,
        colleague=chosen.administrator,
    )
    print(f"{chosen.name} is there. {chosen.administrator} chooses a password here, once, within seven days:")
    print(address)
    return 0


def load_reference() -> None:
    """Regions, municipalities, postcodes and the catalogue, as shipped with this version. Safe to repeat."""
    from werktop.audit.actors import SYSTEM
    from werktop.audit.clock import now
    from werktop.catalogue.commands import load_catalogue
    from werktop.regions.commands import load_reference_regions

    load_reference_regions(actor=SYSTEM, at=now())
    for part, told in load_catalogue(actor=SYSTEM, at=now()).items():
        numbers = f"{told['came']} came, {told['changed']} changed, {told['went']} went"
        print(f"catalogue: {part} version {told['version']}: {numbers}", flush=True)


def found_organisation(
    *, slug: str, name: str, kind: str, region_code: str, email: str, colleague: str
) -> str:
    """An organisation with one functional administrator, both or neither.

    Returns the address where the administrator chooses a password: nobody else ever knows it.
    """
    from django.db import transaction

    from werktop.accounts.commands import make_first_link, open_account
    from werktop.accounts.roles import Role
    from werktop.audit import refusals
    from werktop.audit.actors import SYSTEM
    from werktop.audit.clock import now
    from werktop.regions import commands as regions
    from werktop.regions.queries import regions_on

    at = now()
    region = regions_on(at.date()).filter(code=region_code).first()
    if region is None:
        known = ", ".join(f"{r.code} {r.name}" for r in regions_on(at.date()))
        raise OrganisationIsRefused(
            f"there is no region {region_code}. There are: {known or 'none; run ./werktop serve prepare'}"
        )
    try:
        with transaction.atomic():
            organisation = regions.register_organisation(
                actor=SYSTEM, at=at, slug=slug, name=name, kind=kind, region_id=region.pk, email=email
            )
            account = open_account(
                actor=SYSTEM,
                at=at,
                organisation_id=organisation,
                email=email,
                name=colleague,
                roles=[Role.FUNCTIONAL_ADMIN],
            )
            return make_first_link(actor=SYSTEM, at=at, account_id=account, organisation_id=organisation)
    except refusals.Refusal as refusal:
        raise OrganisationIsRefused(str(refusal.text)) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./werktop serve organisation",
        description="Adds an organisation and its first functional administrator to the database of DATABASE_URL.",
        epilog="The administrator adds all other colleagues on screen.",
    )
    parser.add_argument("slug", metavar="SLUG", help="its short name, for example tiel")
    parser.add_argument("--name", required=True, help="its name on screen and in messages")
    bodies = (
        "municipality",
        "uwv",
        "social_enterprise",
        "employer_service_point",
        "work_centre",
        "work_company",
    )
    private = ("collective", "school", "employers_association")
    parser.add_argument(
        "--kind", required=True, choices=bodies + private, help="the last three never see candidates' files"
    )
    parser.add_argument("--region", required=True, metavar="CODE", help="the region's code, for example AM10")
    parser.add_argument(
        "--administrator", required=True, metavar="NAME", help="who runs accounts and settings"
    )
    parser.add_argument("--email", required=True, help="the administrator's address")
    return parser


if __name__ == "__main__":
    import django

    django.setup()
    load_reference()
