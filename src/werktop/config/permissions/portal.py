"""Permissions of the guests' own pages: a signed link for one purpose, no login."""

from __future__ import annotations

from .entries import PUBLIC, Entry, guest_page

TABLE = {
    "portal:invitation": guest_page("invitation"),
    "portal:invitation_calendar": guest_page("invitation", post=False),
    "portal:talk_on": guest_page("talk_on"),
    "portal:follow_up": guest_page("follow_up"),
    "portal:follow_up_calendar": guest_page("follow_up", post=False),
    "portal:what_we_know": Entry({"GET": PUBLIC}),
}
