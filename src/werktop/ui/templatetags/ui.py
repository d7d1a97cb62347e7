"""The template library `ui`: one tag per component. Use and examples: docs/components.md."""

from collections.abc import Callable
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from werktop.ui.components import (
    buttons,
    forms,
    hall,
    icons,
    lists,
    people,
    phones,
    proposals,
    results,
    room,
    today,
    words,
)

Component = Callable[..., dict[str, Any]]

register = template.Library()

register.simple_tag(icons.icon)
register.filter(phones.phone)
register.filter(words.before_stop)

PARTS: dict[Component, str] = {
    people.avatar: "avatar",
    people.person: "person",
    people.crowd: "crowd",
    words.tag: "tag",
    words.why: "why",
    words.share: "share",
    words.section_head: "section_head",
    words.back: "back",
    words.empty: "empty",
    words.facts: "facts",
    words.talents: "talents",
    words.quote: "quote",
    words.story: "story",
    words.progress: "progress",
    buttons.button: "button",
    buttons.link_button: "link_button",
    forms.field: "field",
    forms.fields: "fields",
    forms.form_errors: "form_errors",
    forms.overtaken: "overtaken",
    room.room: "room",
    room.legend: "legend",
    hall.klik_grid: "klik_grid",
    hall.clock: "clock",
    hall.strip: "strip",
    proposals.proposals: "proposals",
    today.needs: "needs",
    today.days: "days",
    results.numbers: "numbers",
    results.bars: "bars",
    results.columns: "columns",
}
for component, part in PARTS.items():
    register.inclusion_tag(f"ui/parts/{part}.html")(component)

register.inclusion_tag("ui/parts/phases.html", name="phases")(words.places)
register.inclusion_tag("ui/parts/segments.html", name="segments")(words.places)

PARTS_OF_A_PAGE: dict[Component, str] = {
    forms.request_key: "request_key",
    lists.pager: "pager",
    lists.sort_header: "sort_header",
    lists.filter_bar: "filter_bar",
}
for component, part in PARTS_OF_A_PAGE.items():
    register.inclusion_tag(f"ui/parts/{part}.html", takes_context=True)(component)


def _around(part: str, content: str, **values: object) -> SafeString:
    return render_to_string(f"ui/parts/{part}.html", {"content": content, **values})


@register.simple_block_tag
def card(content: str, kind: str = "", label: str = "") -> SafeString:
    """A card around what stands in it. `kind`: "", plain, sky, meadow or straw; `label`: a heading's id."""
    return _around("card", content, kind=kind, label=label)


@register.simple_block_tag
def fold(
    content: str, title: str, note: str = "", icon: str = "", is_open: bool = False, id: str = ""
) -> SafeString:
    """What not everybody needs, one tap away."""
    return _around("fold", content, title=title, note=note, icon=icon, is_open=is_open, id=id)


@register.simple_block_tag
def alert(content: str, kind: str = "info", title: str = "") -> SafeString:
    """A notice that stays on the page. `kind`: info, ok, warning or error."""
    return _around("alert", content, kind=kind, title=title)


@register.simple_block_tag
def done_bar(content: str) -> SafeString:
    """The bar at the bottom of a page: a sentence, and the one button that finishes it."""
    return _around("done_bar", content)


@register.simple_block_tag
def sheet(content: str, id: str, title: str) -> SafeString:
    """A native popover, opened by `{% button … opens=id %}`; works without script."""
    return _around("sheet", content, id=id, title=title)


@register.simple_block_tag
def table(content: str, caption: str, is_caption_hidden: bool = False, is_lines: bool = False) -> SafeString:
    """A table that may scroll sideways on a phone; with `is_lines` each row stands there under itself, and what a
    cell holds is told by its `data-label`. Put `<thead>` and `<tbody>` in it."""
    return _around("table", content, caption=caption, is_caption_hidden=is_caption_hidden, is_lines=is_lines)


@register.simple_block_tag
def morning(content: str, greeting: str, title: str) -> SafeString:
    """The top of the first screen of the day; what stands in it gets a card over the landscape."""
    return _around("morning", content, greeting=greeting, title=title)


@register.simple_tag
def drawing(name: str) -> SafeString:
    """A picture from `templates/ui/drawings/`."""
    return render_to_string(f"ui/drawings/{name}.html")
