"""A visitor who knows only what the pages show: opens links, fills in forms, presses buttons. Over HTTP, with CSRF on.

What a form may send is read from its HTML: a field, choice or button that is not on the page cannot be used.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from tests.road.forms import Control, Filled, Form, Reader


@dataclass
class Page:
    """What came back."""

    url: str
    status: int
    content: bytes
    headers: Any

    @cached_property
    def _read(self) -> Reader:
        """Read when it is asked for: many pages are only passed through."""
        is_page = self.headers.get("Content-Type", "").startswith("text/html")
        return Reader(self.content.decode() if is_page else "")

    @property
    def forms(self) -> list[Form]:
        return self._read.forms

    @property
    def links(self) -> list[tuple[str, str]]:
        return self._read.links

    @property
    def source(self) -> str:
        return html.unescape(self.content.decode())

    @property
    def words(self) -> str:
        """The text as it is read, without markup."""
        bare = re.sub(r"(?s)<(script|style|svg)\b.*?</\1>", " ", self.content.decode())
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bare)).split())

    def form_with(self, button: str, of: str = "") -> tuple[Form, Control]:
        """The form with a button that says this (and names `of`, where a verb stands on many lines)."""
        found = [
            (form, each)
            for form in self.forms
            for each in form.buttons
            if each.words.startswith(button) and of in each.words
        ]
        exact = [pair for pair in found if pair[1].words == button]
        found = exact or found
        said = [b.words for f in self.forms for b in f.buttons]
        assert len(found) == 1, f"{len(found)} buttons say {button!r} {of!r} on {self.url}: {said[:40]}"
        return found[0]

    def link(self, words: str) -> str:
        found = [href for href, said in self.links if said == words]
        found = found or [href for href, said in self.links if said.startswith(words)]
        assert found, f"no link says {words!r} on {self.url}: {[said for _h, said in self.links]}"
        return found[0]


class Walker:
    """Somebody with a browser. `page` is what is on the screen."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.page: Page

    def open(self, address: str, status: int = 200) -> Page:
        """Open an address; follows redirects and says what was on the page when the status is another."""
        parts = urlsplit(address)
        here = parts.path + (f"?{parts.query}" if parts.query else "")
        return self._arrive(self.client.get(here), here, status)

    def follow(self, words: str) -> Page:
        """Open the link that says this."""
        return self.open(urljoin(self.page.url, self.page.link(words)))

    def press(self, button: str, of: str = "", status: int = 200, files: Any = None, **filled: Any) -> Page:
        """Fill in the form of a button and press it."""
        form, control = self.page.form_with(button, of)
        return self.send(form, control, filled, status=status, files=files)

    def send(
        self, form: Form, control: Control | None, filled: Filled, *, status: int = 200, files: Any = None
    ) -> Page:
        sent: dict[str, Any] = dict(form.sends(filled, control))
        target = urljoin(self.page.url, (control.action if control else "") or form.action)
        if form.method == "get":
            answer = self.client.get(target, sent)
        else:
            answer = self.client.post(
                target,
                sent | (files or {}),
                headers={"referer": "http://testserver" + self.page.url},
            )
        return self._arrive(answer, target, status)

    def tap(self, button: str, of: str = "") -> None:
        """Press a button and stay on this page, as with many phones at one door."""
        form, control = self.page.form_with(button, of)
        answer = self.client.post(urljoin(self.page.url, form.action), form.sends({}, control))
        assert answer.status_code in (302, 303), f"{answer.status_code}: {answer.content[:600]!r}"

    def _arrive(self, answer: Any, asked: str, status: int) -> Page:
        url = asked
        while answer.status_code in (301, 302, 303):
            url = urljoin(url, answer.headers["Location"])
            parts = urlsplit(url)
            url = parts.path + (f"?{parts.query}" if parts.query else "")
            answer = self.client.get(url)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        self.page = Page(url, answer.status_code, content, answer.headers)
        if answer.status_code != status:
            raise AssertionError(f"{answer.status_code} at {url}: {self.page.words[:600]}")
        return self.page


def logged_in(account: Any, password: str = "een-lang-wachtwoord") -> Walker:
    """A colleague who came in by the front door."""
    walker = Walker()
    walker.open("/inloggen/")
    form = next(f for f in walker.page.forms if "username" in f.names())
    walker.send(form, form.buttons[0], {"username": account.email, "password": password})
    return walker


def links_in(text: str) -> list[str]:
    """The addresses in a message."""
    return re.findall(r"https?://[^\s<>\"]+", text)
