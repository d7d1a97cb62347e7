"""Renders a piece of template and reads the elements out of it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.http import HttpRequest
from django.template import engines


def render(text: str, *, request: HttpRequest | None = None, **context: Any) -> str:
    """The HTML of `{% load ui %}` and `text`."""
    return engines["django"].from_string("{% load ui %}" + text).render(context, request)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(html: str, tag: str = "", **attrs: str) -> list[dict[str, str | None]]:
    """The attributes of every element `tag` with `attrs`, in order; `class_` is one of its classes."""
    reader = _Reader()
    reader.feed(html)
    wanted_class = attrs.pop("class_", None)
    return [
        found
        for name, found in reader.found
        if (not tag or name == tag)
        and all(found.get(key.replace("_", "-")) == value for key, value in attrs.items())
        and (wanted_class is None or wanted_class in (found.get("class") or "").split())
    ]
