"""A visitor who knows only what the pages show: opens links, fills in forms, presses buttons. Over HTTP, with CSRF on.

What a form may send is read from its HTML: a field, choice or button that is not on the page cannot be used.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client

Filled = dict[str, str | Iterable[str]]


@dataclass
class Control:
    """One control of a form that sends something."""

    kind: str
    name: str
    value: str = ""
    is_on: bool = True
    words: str = ""
    options: list[tuple[str, str, bool]] = field(default_factory=list)


@dataclass
class Form:
    """One form of a page, as a browser sees it."""

    id: str
    action: str
    method: str
    controls: list[Control] = field(default_factory=list)
    buttons: list[Control] = field(default_factory=list)

    def choices(self, name: str) -> list[tuple[str, str]]:
        """Value and words of everything that can be chosen under one name."""
        found = []
        for each in self.controls:
            if each.name == name:
                found += [(v, w) for v, w, _on in each.options] or [(each.value, each.words)]
        return found

    def names(self) -> set[str]:
        return {each.name for each in self.controls}

    def sends(self, filled: Filled, button: Control | None) -> dict[str, list[str]]:
        """What a browser would send with these answers and this button."""
        unknown = set(filled) - self.names()
        assert not unknown, f"not on the page: {unknown}; there are {sorted(self.names())}"
        sent: dict[str, list[str]] = {}
        for name in dict.fromkeys(each.name for each in self.controls):
            group = [each for each in self.controls if each.name == name]
            if name in filled:
                asked = filled[name]
                values = [asked] if isinstance(asked, str) else [str(v) for v in asked]
                self._allowed(name, group, values)
            else:
                values = [v for each in group for v in _successful(each)]
            if values:
                sent[name] = values
        if button is not None and button.name:
            sent.setdefault(button.name, []).append(button.value)
        return sent

    def _allowed(self, name: str, group: list[Control], values: list[str]) -> None:
        if group[0].kind in ("checkbox", "radio", "select"):
            offered = {value for value, _words in self.choices(name)}
            assert set(values) <= offered, f"{name} does not offer {set(values) - offered}"
        else:
            assert group[0].kind != "hidden", f"{name} is hidden"


def _successful(control: Control) -> list[str]:
    if control.kind in ("file", "submit", "reset", "button", "image"):
        return []
    if control.kind in ("checkbox", "radio"):
        return [control.value] if control.is_on else []
    if control.kind == "select":
        chosen = [value for value, _words, on in control.options if on]
        return chosen or [value for value, _words, _on in control.options[:1]]
    return [control.value]


class _Reader(HTMLParser):
    """Forms and links of a page; a control or button may stand outside its form (`form="id"`)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.links: list[tuple[str, str]] = []
        self._open: Form | None = None
        self._loose: list[tuple[str, str, Control]] = []
        self._labels: list[Control] = []
        self._catch: list[list[str]] = []
        self._button: tuple[Control, Form | None, str] | None = None
        self._link = ""
        self._area: Control | None = None
        self._select: Control | None = None
        self._option: tuple[str, bool] | None = None
        self._for: dict[str, Control] = {}
        self._label_for = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {k: v or "" for k, v in attrs}
        if tag == "form":
            self._open = Form(at.get("id", ""), at.get("action", ""), at.get("method", "get").lower())
            self.forms.append(self._open)
        elif tag == "a" and "href" in at:
            self._link = at["href"]
            self._catch.append([])
        elif tag == "label":
            self._label_for = at.get("for", "")
            self._catch.append([])
        elif tag == "button":
            kind = at.get("type", "submit")
            self._button = (
                Control(kind, at.get("name", ""), at.get("value", "")),
                self._open,
                at.get("form", ""),
            )
            self._catch.append([])
        elif tag in ("input", "select", "textarea") and at.get("name") and "disabled" not in at:
            self._control(tag, at)
        elif tag == "option" and self._select is not None:
            self._option = (at.get("value", ""), "selected" in at)
            self._catch.append([])

    def _control(self, tag: str, at: dict[str, str]) -> None:
        kind = at.get("type", "text") if tag == "input" else tag
        value = at.get("value", "on" if kind in ("checkbox", "radio") else "")
        control = Control(kind, at["name"], value, is_on="checked" in at)
        if at.get("id"):
            self._for[at["id"]] = control
        if "form" in at:
            self._loose.append(("control", at["form"], control))
        elif self._open is not None:
            self._open.controls.append(control)
        if tag == "textarea":
            self._area = control
            self._catch.append([])
        elif tag == "select":
            self._select = control
        elif self._catch and kind in ("checkbox", "radio"):
            self._labels.append(control)

    def handle_data(self, data: str) -> None:
        for caught in self._catch:
            caught.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None
        elif tag == "a" and self._link:
            self.links.append((self._link, _tidy(self._catch.pop())))
            self._link = ""
        elif tag == "label" and self._catch:
            words = _tidy(self._catch.pop())
            for control in [
                *self._labels,
                *([self._for[self._label_for]] if self._label_for in self._for else []),
            ]:
                control.words = control.words or words
            self._labels = []
        elif tag == "textarea" and self._area is not None:
            self._area.value = "".join(self._catch.pop()).removeprefix("\n")
            self._area = None
        elif tag == "option" and self._option and self._select is not None:
            self._select.options.append((self._option[0], _tidy(self._catch.pop()), self._option[1]))
            self._option = None
        elif tag == "button" and self._button is not None:
            control, form, form_id = self._button
            control.words = _tidy(self._catch.pop())
            if control.kind == "submit" and form_id:
                self._loose.append(("button", form_id, control))
            elif control.kind == "submit" and form is not None:
                form.buttons.append(control)
            self._button = None

    def close(self) -> None:
        super().close()
        by_id = {form.id: form for form in self.forms if form.id}
        for kind, form_id, control in self._loose:
            if form_id in by_id:
                (by_id[form_id].buttons if kind == "button" else by_id[form_id].controls).append(control)


def _tidy(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


@dataclass
class Page:
    """What came back."""

    url: str
    status: int
    content: bytes
    headers: Any
    forms: list[Form]
    links: list[tuple[str, str]]

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
        target = urljoin(self.page.url, form.action)
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
        reader = _Reader()
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            reader.feed(content.decode())
            reader.close()
        self.page = Page(url, answer.status_code, content, answer.headers, reader.forms, reader.links)
        assert answer.status_code == status, f"{answer.status_code} at {url}: {self.page.words[:600]}"
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
