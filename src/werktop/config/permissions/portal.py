"""Permissions of the guests' own pages: a signed link for one purpose, no login; and of the own pages of candidates and
entrepreneurs, behind a session of its own kind."""

from __future__ import annotations

from .entries import OWN_EITHER, OWN_FIRM, OWN_STRONG, PUBLIC, Entry, action, guest_page, own_page, page

PERSON = ("candidate", "candidate_id")
OPENS = frozenset(["POST"])
"""A post that only opens or closes a session carries no request key: its answer is for one browser, and is kept nowhere."""

TABLE = {
    "portal:invitation": guest_page("invitation"),
    "portal:invitation_calendar": guest_page("invitation", post=False),
    "portal:talk_on": guest_page("talk_on"),
    "portal:follow_up": guest_page("follow_up"),
    "portal:follow_up_calendar": guest_page("follow_up", post=False),
    "portal:proposal": guest_page("proposal"),
    "portal:what_we_know": Entry({"GET": PUBLIC}),
    "portal:entrance": Entry({"GET": PUBLIC, "POST": PUBLIC}),
    "portal:entrance_of": Entry({"GET": PUBLIC, "POST": PUBLIC}),
    "portal:way_in": Entry({"GET": PUBLIC, "POST": PUBLIC}),
    "portal:enter_code": Entry({"GET": PUBLIC, "POST": PUBLIC}, keyless=OPENS),
    "portal:own_link": Entry(
        {"GET": PUBLIC, "POST": PUBLIC}, link="own_page", again="portal:way_in", keyless=OPENS
    ),
    "portal:own": own_page(),
    "portal:log_out": own_page(OWN_EITHER, get=False, post=True),
    "portal:own_invitation": own_page(post=True, link=("invitation", "gathering_id")),
    "portal:own_invitation_calendar": own_page(link=("invitation", "gathering_id")),
    "portal:own_follow_up": own_page(post=True, link=("follow_up", "follow_up_id")),
    "portal:own_follow_up_calendar": own_page(link=("follow_up", "follow_up_id")),
    "portal:own_proposals": own_page(post=True),
    "portal:about_me": own_page(post=True),
    "portal:firms": own_page(post=True),
    "portal:unname_firm": own_page(get=False, post=True),
    "portal:own_firm": own_page(OWN_FIRM),
    "portal:firm_invitation": own_page(OWN_FIRM, post=True, link=("invitation", "gathering_id")),
    "portal:firm_invitation_calendar": own_page(OWN_FIRM, link=("invitation", "gathering_id")),
    "portal:firm_follow_up": own_page(OWN_FIRM, post=True, link=("follow_up", "follow_up_id")),
    "portal:firm_follow_up_calendar": own_page(OWN_FIRM, link=("follow_up", "follow_up_id")),
    "portal:people_met": own_page(OWN_FIRM),
    "portal:own_work": own_page(OWN_FIRM, post=True),
    "portal:own_question": own_page(OWN_FIRM, post=True),
    "portal:firm_proposals": own_page(OWN_FIRM, post=True),
    "portal:own_details": own_page(OWN_FIRM, post=True),
    "portal:bring_in": own_page(OWN_FIRM, post=True),
    "portal:own_ambassador": own_page(OWN_FIRM, post=True),
    "portal:own_ideas": own_page(OWN_FIRM, post=True),
    "portal:strong_login": Entry({"GET": PUBLIC}, is_elsewhere=True),
    "portal:strong_back": Entry({"GET": PUBLIC}, is_elsewhere=True),
    "portal:pair": Entry({"GET": PUBLIC, "POST": PUBLIC}, keyless=OPENS),
    "portal:which": Entry({"GET": PUBLIC, "POST": PUBLIC}, keyless=OPENS),
    "portal:plan": own_page(OWN_STRONG, post=True),
    "portal:own_step": own_page(OWN_STRONG, get=False, post=True),
    "portal:kept_of_me": own_page(OWN_STRONG),
    "portal:who_looked": own_page(OWN_STRONG),
    "portal:objections": own_page(OWN_STRONG, post=True),
    "portal:choices": own_page(OWN_STRONG, post=True),
    "portal:send_link": action("edit_candidates", other="404"),
    "portal:send_firm_link": action("edit_employers", other="404"),
    "portal:presentation": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
    "portal:pairing_code": Entry({"POST": "edit_candidates"}, other="404", personal=PERSON),
    "portal:note_own_read": action("edit_candidates", other="404"),
    "portal:untie": action("edit_candidates", other="404"),
    "portal:note_objection": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
}
