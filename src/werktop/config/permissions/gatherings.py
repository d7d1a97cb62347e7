"""Permissions of gatherings: the region sees them, who has a part in one its guests; the responsible organisation plans."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "gatherings:gatherings": page("see_gatherings"),
    "gatherings:new_gathering": page("plan_gatherings", "plan_gatherings"),
    "gatherings:gathering": page("see_gatherings", other="200"),
    "gatherings:change_gathering": page("plan_gatherings", "plan_gatherings", other="404"),
    "gatherings:cancel_gathering": page("plan_gatherings", "plan_gatherings", other="404"),
    "gatherings:note_firm_told": action("plan_gatherings", other="404"),
    "gatherings:tables": page("plan_gatherings", "plan_gatherings", other="404"),
    # an organisation with a guest or a host there reads them too; one without a part does not
    "gatherings:guests": page("see_guest_list", other="404"),
    # another organisation of the region brings the own candidates, and invites those alone
    "gatherings:choose_guests": page(
        "plan_gatherings", "plan_gatherings", other="404", others_with="see_candidates"
    ),
    "gatherings:invite_guests": action(
        "plan_gatherings", other="200", other_post="404", others_with="see_candidates"
    ),
    "gatherings:remind_guests": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:download_guests": action("see_guest_list", other="404"),
    # a colleague of another organisation notes the answer of their own candidates
    "gatherings:guest_reply": action("plan_gatherings", other="200", other_post="404"),
    # who a guest belongs to calls that guest
    "gatherings:note_called": action("plan_gatherings", other="200", other_post="404"),
    # so does who arranges what a guest asks for: that organisation, or the one that holds the gathering
    "gatherings:note_arranged": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:note_travel_paid": action("plan_gatherings", other="200", other_post="404"),
    # who brings own candidates takes off those who were not invited yet; every other guest is not theirs
    "gatherings:remove_guest": page("plan_gatherings", "plan_gatherings", other="404"),
}
