"""Words with a shape: tags, reasons, divided bars, heads of a page and of a part of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

REASONS = {"fits": "check", "learn": "cap", "missing": "minus"}


def tag(text: str, tint: str = "", icon: str = "") -> dict[str, Any]:
    """Context of a tag. `tint`: "", meadow, straw, brick, canal, heather or sky."""
    return {"text": text, "tint": tint, "icon": icon}


def why(reasons: Iterable[Mapping[str, str] | Sequence[str]]) -> dict[str, Any]:
    """Context of a list of reasons, what fits first, then what can be learned, then what is missing.

    A reason is a mapping with `kind` (fits, learn, missing), `text` and perhaps `source`, or such a tuple.
    """
    rows = [
        dict(each) if isinstance(each, Mapping) else dict(zip(("kind", "text", "source"), each, strict=False))
        for each in reasons
    ]
    order = list(REASONS)
    rows.sort(key=lambda row: order.index(row["kind"]))
    return {"reasons": [{"source": "", **row, "icon": REASONS[row["kind"]]} for row in rows]}


def share(parts: Iterable[Sequence[Any]], label: str = "") -> dict[str, Any]:
    """Context of a divided bar with its words beneath.

    `parts`: rows of (tone, count, words); tones: yes, open, no, good, before, rest.
    `label` names the picture.
    """
    rows = [{"tone": tone, "count": count, "words": words} for tone, count, words in parts]
    total = sum(row["count"] for row in rows) or 1
    start = 0.0
    for row in rows:
        width = row["count"] / total * 400
        # A sliver between two parts keeps them apart without relying on colour.
        row["x"] = f"{start:.1f}"
        gap = 3 if start + width < 399 else 0
        row["width"] = f"{max(width - gap, 0.5):.1f}" if row["count"] else "0"
        start += width
    return {"parts": rows, "label": label}


def section_head(
    title: str, id: str = "", note: str = "", url: str = "", link: str = "", level: int = 2
) -> dict[str, Any]:
    """Context of a heading with a note or a link at the far end. `level` 2 or 3."""
    return {"title": title, "id": id, "note": note, "url": url, "link": link, "level": level}


def back(url: str, text: str) -> dict[str, Any]:
    """Context of the link to the page above this one."""
    return {"url": url, "text": text}


def places(
    entries: Iterable[Mapping[str, Any]], label: str, form: str = "", name: str = ""
) -> dict[str, Any]:
    """Context of places beside each other (phases, segments): entries of label, url and is_current. Segments with `form`
    are buttons that send it with `name` and each entry's `value`, so that what was filled in is not lost."""
    rows = [{"icon": "", "is_current": False, **entry} for entry in entries]
    return {"entries": rows, "label": label, "form": form, "name": name}


def empty(
    text: str, action: str = "", url: str = "", detail: str = "", icon: str = "", is_first: bool = True
) -> dict[str, Any]:
    """Context of an empty list: what is not there yet and the next thing to do about it."""
    return {"text": text, "action": action, "url": url, "detail": detail, "icon": icon, "is_first": is_first}


def facts(rows: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Context of facts with a drawing: rows of (icon, term, fact), as in "Wanneer: donderdag 3 december"."""
    return {"rows": [{"icon": icon, "term": term, "fact": fact} for icon, term, fact in rows]}


def talents(rows: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Context of what somebody is good at: rows of (name, who saw it or where, and perhaps where it is changed)."""
    return {"rows": [dict(zip(("name", "seen", "url"), [*each, "", ""], strict=False)) for each in rows]}


def quote(words: str, who: str = "") -> dict[str, Any]:
    """Context of somebody's own words."""
    return {"words": words, "who": who}


def story(items: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Context of what happened: items of `date`, `text` and perhaps `url`, `kind` ("", work or next)."""
    return {"items": [{"url": "", "kind": "", **item} for item in items]}


def progress(done: int, total: int, words: str) -> dict[str, Any]:
    """Context of long work: how far it is, in words and as a bar."""
    return {"done": done, "total": max(total, 1), "words": words}


def before_stop(text: str) -> str:
    """What stands at the end of a sentence, without a full stop of its own ("Wendy B."): the sentence has one."""
    return text.removesuffix(".")
