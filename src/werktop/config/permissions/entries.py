"""The words of the permission table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from werktop.accounts import own_pages

PUBLIC = "public"
"""A capability that everyone has, logged in or not."""

STAFF = "staff"
"""A capability that every logged-in colleague has."""


OWN, OWN_STRONG = own_pages.OWN, own_pages.OWN_STRONG
"""What a candidate on the own page has: with a link or a code, and with a strong login."""

OWN_FIRM, OWN_EITHER = own_pages.OWN_FIRM, own_pages.OWN_EITHER
"""What an entrepreneur on the own page has, and what both have."""

Other = Literal["404", "200", "none"]


@dataclass(frozen=True)
class Entry:
    """Who may use one URL.

    `methods`: HTTP method to the capability it needs ("PUBLIC", "STAFF" or a word from `accounts.roles`).
    `link`: for guests' pages: the purpose of the signed link in the URL's `token`; such a page needs no login.
    `other`: what a colleague with the right role, but of another organisation in the same region, gets:
    "404", or "200" where the thing belongs to the region, or "none" where the URL names no record.
    `other_post`: what such a colleague's POST gets: "404" (refused: only the responsible organisation edits) or "200".
    `others_with`: a capability with which such a colleague gets in all the same, where the others of `other` and `other_post`
    do not.
    `keyless`: methods whose posts carry no request key, because they save nothing of the domain (log in, language).
    `again`: name of the URL where a fresh link can be asked, for a link that is over.
    `personal`: (kind, keyword of the URL) where the page shows one person's details; the gate logs each view.
    Pages that show several add (kind, ids) to `request.shown_people`.
    `own`: for the own page of a candidate or an entrepreneur: needs a session of that kind (`OWN`, `OWN_STRONG`, `OWN_FIRM` or
    `OWN_EITHER` in `methods`) and no account. The page of the other kind is not there (404).
    `own_link`: (purpose, keyword of the URL) where such a page is one that a link opens too: it is about that thing.
    `is_elsewhere`: a step of logging in at another server: no transaction is open while that one is asked, and the GET with which
    it sends people back opens a session.
    `stands_alone`: answers also without the database: nobody is looked up and no transaction is opened for it.
    """

    methods: dict[str, str]
    link: str = ""
    again: str = ""
    other: Other = "none"
    other_post: Literal["404", "200"] = "404"
    others_with: str = ""
    keyless: frozenset[str] = field(default_factory=frozenset)
    personal: tuple[str, str] | None = None
    own: bool = False
    own_link: tuple[str, str] | None = None
    is_elsewhere: bool = False
    stands_alone: bool = False


def page(
    see: str,
    post: str = "",
    *,
    other: Other = "none",
    other_post: Literal["404", "200"] = "404",
    others_with: str = "",
    personal: tuple[str, str] | None = None,
) -> Entry:
    """A page that colleagues with `see` may open, and with `post` may submit (no POST where not given)."""
    methods = {"GET": see} | ({"POST": post} if post else {})
    return Entry(methods, other=other, other_post=other_post, others_with=others_with, personal=personal)


def action(
    post: str, *, other: Other = "none", other_post: Literal["404", "200"] = "404", others_with: str = ""
) -> Entry:
    """A URL that only takes posts."""
    return Entry({"POST": post}, other=other, other_post=other_post, others_with=others_with)


def guest_page(purpose: str, *, post: bool = True) -> Entry:
    """A page behind a signed link of this purpose."""
    return Entry({"GET": PUBLIC} | ({"POST": PUBLIC} if post else {}), link=purpose)


def own_page(
    need: str = OWN, *, post: bool = False, get: bool = True, link: tuple[str, str] | None = None
) -> Entry:
    """An own page behind a session, of a candidate where `need` does not say otherwise; with `post` it
    takes posts, without `get` nothing else."""
    return Entry(({"GET": need} if get else {}) | ({"POST": need} if post else {}), own=True, own_link=link)
