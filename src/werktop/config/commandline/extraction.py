"""Which words of a room are to be translated: from its Python and its templates, without system gettext."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATE_ENDINGS = {".html", ".txt", ".svg", ".typ"}
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[a-z]|%[sd]")


@dataclass
class Wording:
    """One text to translate: Dutch, with its plural or context where it has one."""

    text: str
    plural: str | None = None
    context: str | None = None
    files: set[str] = field(default_factory=set)

    @property
    def key(self) -> tuple[str | None, str]:
        """What a catalogue tells it apart by."""
        return (self.context, self.text)


def wordings_of(room: Path) -> dict[tuple[str | None, str], Wording]:
    """All texts of a room, by key, in the order of the alphabet."""
    found: dict[tuple[str | None, str], Wording] = {}
    for path in sorted(room.rglob("*")):
        relative = path.relative_to(room)
        if not path.is_file() or relative.parts[0] in ("migrations", "static", "locale"):
            continue
        for wording in _wordings_in(path):
            kept = found.setdefault(wording.key, wording)
            kept.plural = kept.plural or wording.plural
            kept.files.add(str(relative))
    return dict(sorted(found.items(), key=lambda item: (item[0][1], item[0][0] or "")))


def _wordings_in(path: Path) -> Iterator[Wording]:
    if path.suffix == ".py":
        source = path.read_text(encoding="utf-8")
    elif path.suffix in TEMPLATE_ENDINGS and "templates" in path.parts:
        # What is left of a template is calls on lines of their own; their indentation means nothing.
        calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        source = "\n".join(line.strip() for line in calls.splitlines())
    else:
        return
    file = io.BytesIO(source.encode())
    for _line, message, _comments, context in extract(
        "python", file, KEYWORDS, options={"encoding": "utf-8"}
    ):
        text, plural = (message[0], message[1]) if isinstance(message, tuple) else (message, None)
        if text:
            yield Wording(text=text, plural=plural, context=context)
