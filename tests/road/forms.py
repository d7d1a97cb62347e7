"""The forms and links of a page, read from its HTML as a browser reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

Filled = dict[str, str | Iterable[str]]
READ = re.compile(
    r"<!--.*?-->|<(?P<bare>script|style)\b.*?</(?P=bare)\s*>|<(?P<end>/?)"
    r"(?P<tag>form|a|label|button|input|select|textarea|option)(?=[\s/>])(?P<attrs>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>",
    re.DOTALL | re.IGNORECASE,
)
"""The tags that a form or a link is made of, and what holds no tags; all others are passed by: most of a page is those."""
ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
OTHER_TAG = re.compile(r"<[a-zA-Z/!](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")


@dataclass
class Control:
    """One control of a form that sends something."""

    kind: str
    name: str
    value: str = ""
    is_on: bool = True
    words: str = ""
    options: list[tuple[str, str, bool]] = field(default_factory=list)
    action: str = ""


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


class Reader:
    """Forms and links of a page; a control or button may stand outside its form (`form="id"`)."""

    def __init__(self, source: str) -> None:
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
        read_to = 0
        for found in READ.finditer(source):
            if self._catch:
                self._words(source[read_to : found.start()])
            read_to = found.end()
            if tag := found["tag"]:
                self._end(tag.lower()) if found["end"] else self._start(tag.lower(), found["attrs"])
        self._bring_in_the_loose()

    def _start(self, tag: str, attrs: str) -> None:
        at = {name.lower(): unescape(one or two or bare) for name, one, two, bare in ATTRIBUTE.findall(attrs)}
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
            # a button that nobody reads (it is there for who presses Enter) is pressed by nobody who looks for its words
            kind = "unread" if at.get("aria-hidden") == "true" else at.get("type", "submit")
            self._button = (
                Control(kind, at.get("name", ""), at.get("value", ""), action=at.get("formaction", "")),
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

    def _words(self, piece: str) -> None:
        said = unescape(OTHER_TAG.sub("", piece))
        for caught in self._catch:
            caught.append(said)

    def _end(self, tag: str) -> None:
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

    def _bring_in_the_loose(self) -> None:
        by_id = {form.id: form for form in self.forms if form.id}
        for kind, form_id, control in self._loose:
            if form_id in by_id:
                (by_id[form_id].buttons if kind == "button" else by_id[form_id].controls).append(control)


def _tidy(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
