"""Pages that lie beside each other under one entry of the menu: each room says in its `ready` which of its pages belong there.
They show on top of each of these pages, for who may open more than one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class SectionPage:
    """One page of a section: by `position`, and among equals by the name of its URL. `words` is what its link says. Pages with the
    same `part` are one entry with that name, and stand beside each other below it."""

    position: int
    url_name: str
    capability: str
    words: Any
    part: Any = ""


_SECTIONS: dict[str, dict[str, SectionPage]] = {}


def section_page(
    section: str, url_name: str, capability: str, words: Any, position: int, part: Any = ""
) -> None:
    """Have the page with this URL name (one without arguments) stand in the navigation of `section` ("employers"), for who has
    `capability`. The page of position 0 is the section's own list. `part`: what it shares one entry with (`SectionPage`)."""
    _SECTIONS.setdefault(section, {})[url_name] = SectionPage(position, url_name, capability, words, part)


def sections_on(view_name: str, can: Callable[[str], bool]) -> list[dict[str, Any]]:
    """Entries of label, url and is_current for the page with this URL name; none where it stands in no section, or where who
    reads it may open nothing beside it. `within`: of the entry whose part this page is of, the pages of that part."""
    for pages in _SECTIONS.values():
        if view_name in pages:
            found = [page for page in sorted(pages.values(), key=_place) if can(page.capability)]
            if len(found) > 1:
                return [_entry(part, view_name) for part in _parts(found)]
    return []


def _parts(found: list[SectionPage]) -> list[list[SectionPage]]:
    """Each page by itself, those of one part together at the place of the first."""
    parts: dict[str, list[SectionPage]] = {}
    for page in found:
        parts.setdefault(f"part {page.part}" if page.part else page.url_name, []).append(page)
    return list(parts.values())


def _entry(part: list[SectionPage], view_name: str) -> dict[str, Any]:
    within = [_link(page, view_name) for page in part]
    if len(part) == 1:
        return within[0] | {"within": []}
    is_current = any(each["is_current"] for each in within)
    return {
        "label": part[0].part,
        "url": within[0]["url"],
        "is_current": is_current,
        "within": within if is_current else [],
    }


def _link(page: SectionPage, view_name: str) -> dict[str, Any]:
    return {"label": page.words, "url": reverse(page.url_name), "is_current": page.url_name == view_name}


def home_of(path: str) -> str:
    """The address of the own list of the section to which this path belongs; "" for a path of no section."""
    for pages in _SECTIONS.values():
        if any(path.startswith(reverse(page.url_name)) for page in pages.values()):
            return reverse(min(pages.values(), key=_place).url_name)
    return ""


def _place(page: SectionPage) -> tuple[int, str]:
    return page.position, page.url_name
