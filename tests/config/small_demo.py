"""Puts into an empty, migrated database what the README's import names: Waalsteen and Marieke. A process of its own."""

import django

django.setup()

from werktop.accounts.commands import open_account  # noqa: E402
from werktop.accounts.roles import Role  # noqa: E402
from werktop.audit.actors import SYSTEM  # noqa: E402
from werktop.audit.clock import now  # noqa: E402
from werktop.config.commandline.founding import found_organisation, load_reference  # noqa: E402
from werktop.regions.queries import organisation_by_slug  # noqa: E402

load_reference()
found_organisation(
    slug="waalsteen",
    name="Gemeente Waalsteen",
    kind="municipality",
    region_code="AM10",
    email="wouter@waalsteen.example",
    colleague="Wouter Elzinga",
)
open_account(
    actor=SYSTEM,
    at=now(),
    organisation_id=organisation_by_slug("waalsteen").pk,
    email="marieke@waalsteen.example",
    name="Marieke de Wit",
    roles=[Role.RELATIONSHIP_MANAGER],
)
