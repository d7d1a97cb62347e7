"""Roles and what each may do. The one table of capabilities; pages and commands ask for these words."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    RELATIONSHIP_MANAGER = "relationship_manager", _("relatiemanager")
    TABLE_HOST = "table_host", _("tafelhost")
    COORDINATOR = "coordinator", _("coördinator")
    TEAM_LEAD = "team_lead", _("teamleider")
    FUNCTIONAL_ADMIN = "functional_admin", _("functioneel beheerder")


CAPABILITIES: dict[str, frozenset[str]] = {
    # holds candidates and employers in one hand
    Role.RELATIONSHIP_MANAGER: frozenset(
        [
            "see_desk",
            "see_stand_ins",
            "see_candidates",
            "edit_candidates",
            "see_totals",
            "see_employers",
            "edit_employers",
            "import_people",
            "see_gatherings",
            "plan_gatherings",
            "see_guest_list",
            "see_whole_names",
            "run_day",
            "record_table",
            "arrange_follow_ups",
            "see_results",
        ]
    ),
    # at a table or at the door: first names of today's guests, no files
    Role.TABLE_HOST: frozenset(["see_desk", "see_gatherings", "run_day", "record_table"]),
    # plans gatherings, sees their guest lists and results; no files beyond them
    Role.COORDINATOR: frozenset(
        [
            "see_desk",
            "see_employers",
            "see_gatherings",
            "plan_gatherings",
            "see_guest_list",
            "see_whole_names",
            "run_day",
            "record_table",
            "see_results",
        ]
    ),
    # results and caseload of the team: in numbers, no files
    Role.TEAM_LEAD: frozenset(
        [
            "see_desk",
            "see_stand_ins",
            "set_stand_ins",
            "divide_caseloads",
            "see_totals",
            "see_gatherings",
            "see_results",
        ]
    ),
    # settings and accounts; sees no files
    Role.FUNCTIONAL_ADMIN: frozenset(["see_desk", "manage_accounts", "manage_organisation", "see_trail"]),
}

# what needs a public body with a legal task (AVG art. 6(1)(e)); a collective or school never gets these
FILE_CAPABILITIES = frozenset(
    [
        "see_candidates",
        "edit_candidates",
        "divide_caseloads",
        "see_totals",
        "import_people",
        "arrange_follow_ups",
        "see_whole_names",
    ]
)


def capabilities_of(roles: frozenset[str], *, has_files: bool) -> frozenset[str]:
    """All that these roles may do together, less the files where the organisation has no legal task."""
    together: frozenset[str] = frozenset().union(*(CAPABILITIES[r] for r in roles))
    return together if has_files else together - FILE_CAPABILITIES
