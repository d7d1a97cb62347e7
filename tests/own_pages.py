"""Candidates and entrepreneurs on their own page, for tests: a session as a link, a code or a strong login leaves it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.test import Client

from werktop.accounts.commands.own_sessions import begin
from werktop.accounts.own_pages import COOKIE
from werktop.post.links import reach_of

PATH = "/mijn/"


def own_token(person: Any, at: datetime, way: str = "link") -> str:
    """The token of a session of this candidate or entrepreneur."""
    reach = "" if way == "strong" else reach_of("email", person.email)
    with transaction.atomic():
        return begin(person._meta.model_name, person, way=way, at=at, reach=reach)


def own_client(person: Any, at: datetime, way: str = "link") -> Client:
    """A browser in which this candidate or entrepreneur is on the own page."""
    client = Client()
    client.cookies[COOKIE] = own_token(person, at, way)
    client.cookies[COOKIE]["path"] = PATH
    return client


def own_cookie(person: Any, at: datetime, url: str, way: str = "link") -> dict[str, str]:
    """The same for a window of a real browser, of the server at this address."""
    return {"name": COOKIE, "value": own_token(person, at, way), "url": f"{url}{PATH}"}


def tap(client: Client, path: str, **fields: Any) -> Any:
    """Post like a tap on the page."""
    return client.post(path, {"request_key": str(uuid4())} | fields)
