"""Permissions of the market plan: the region sees it; who approaches a firm writes about it, and where nobody does everybody."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "market_plan:market_plan": page("see_employers"),
    "market_plan:plan_firms": page("edit_employers", "edit_employers"),
    "market_plan:download_market_plan": action("see_employers"),
    "market_plan:target": page("see_employers", "edit_employers", other="200", other_post="404"),
    "market_plan:stand": action("edit_employers", other="404"),
    # whoever comes second reads who goes there
    "market_plan:take": action("edit_employers", other="200", other_post="200"),
    "market_plan:give": action("edit_employers", other="404"),
    "market_plan:tie": action("edit_employers", other="404"),
}
