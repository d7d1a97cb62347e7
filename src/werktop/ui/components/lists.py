"""Long lists: sortable heads, pages and the filter bar. Each keeps what the address already says."""

from typing import Any

from django import forms
from django.core.paginator import Page
from django.http import HttpRequest
from django.template import Context


def _address(context: Context, **changes: Any) -> str:
    """The query string of this page with some parameters changed; None takes one away."""
    request: HttpRequest | None = context.get("request")
    params = request.GET.copy() if request else None
    if params is None:
        return "?" + "&".join(f"{name}={value}" for name, value in changes.items() if value is not None)
    for name, value in changes.items():
        if value is None:
            params.pop(name, None)
        else:
            params[name] = str(value)
    return "?" + params.urlencode()


def pager(
    context: Context, page: Page, param: str = "page", is_in_form: bool = False, is_counted: bool = True
) -> dict[str, Any]:
    """Context of the pages of a list; nothing is shown when there is only one. `is_in_form`: buttons that send the form
    around it with `param`, in place of links. Without `is_counted` nothing says how many there are: only on, and back."""
    paginator = page.paginator
    numbers = paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)

    def link(number: int) -> str:
        return _address(context, **{param: number})

    return {
        "is_in_form": is_in_form,
        "param": param,
        "previous": page.number - 1,
        "next": page.number + 1,
        "is_needed": paginator.num_pages > 1,
        "entries": [
            {
                "number": number,
                "url": link(number) if isinstance(number, int) else "",
                "is_current": number == page.number,
            }
            for number in (numbers if is_counted else ())
        ],
        "previous_url": link(page.previous_page_number()) if page.has_previous() else "",
        "next_url": link(page.next_page_number()) if page.has_next() else "",
        "first": page.start_index(),
        "last": page.end_index(),
        "total": paginator.count if is_counted else None,
    }


def sort_header(
    context: Context,
    text: str,
    name: str,
    is_number: bool = False,
    param: str = "sort",
    default: str = "",
    only: str = "",
) -> dict[str, Any]:
    """Context of a table head that sorts: `?sort=name`, and `?sort=-name` the other way round.

    `default`: the order of the list when the address names none. `only`: "wide" where a narrow screen has no room
    for this column (its cells then have the class `only-wide`).
    """
    request: HttpRequest | None = context.get("request")
    now = (request.GET.get(param) if request else "") or default
    is_up, is_down = now == name, now == f"-{name}"
    return {
        "text": text,
        "url": _address(context, **{param: f"-{name}" if is_up else name, "page": None}),
        "order": "ascending" if is_up else "descending" if is_down else "",
        "icon": "sort-up" if is_up else "sort-down" if is_down else "sort",
        "is_number": is_number,
        "only": only,
    }


def filter_bar(
    context: Context,
    form: forms.BaseForm,
    count: int | None = None,
    words: str = "",
    keep: str = "sort",
    first: int = 0,
    is_in_form: bool = False,
    is_unfolded: bool | None = None,
    is_on: bool | None = None,
    narrow: int = 0,
    chosen: int = 0,
) -> dict[str, Any]:
    """Context of a filter: the form's questions beside each other, sent with GET.

    `is_in_form`: they are part of the form around them, whose buttons `then` "show" and "clear" send it; so what else
    stands in that form goes along.

    `count` and `words` say what was found ("120 kandidaten"). `keep`: parameters that stay (space separated).
    `first`: how many questions stand open; the rest is folded until one of them is used (0: all stand open).
    `narrow`: how many of these stand open on a narrow screen; the others are under one fold there, which says how many filters
    are `chosen` (0: all stand open).
    `is_unfolded` and `is_on` say whether one of the folded, or any, is used, where the address alone does not tell.
    """
    request: HttpRequest | None = context.get("request")
    params = request.GET if request else {}
    shown = form.visible_fields()
    folded = shown[first:] if first else []
    sight = shown[:first] if first else shown
    return {
        "form": form,
        "is_in_form": is_in_form,
        "open": sight[:narrow] if narrow else sight,
        "wide": sight[narrow:] if narrow else [],
        "narrow": narrow,
        "chosen": chosen,
        "folded": folded,
        "is_unfolded": any(params.get(bound.html_name) for bound in folded)
        if is_unfolded is None
        else is_unfolded,
        "path": request.path if request else "",
        "kept": [(name, params[name]) for name in keep.split() if name in params],
        "is_on": any(params.get(bound.html_name) for bound in form) if is_on is None else is_on,
        "count": count,
        "words": words,
    }
