"""Questions in a form: label, why we ask, the control and what is wrong, wired for screen readers."""

from typing import Any
from uuid import uuid4

from django import forms
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.translation import gettext as _

CLASSES = {
    "textbox": "utrecht-textbox utrecht-textbox--html-input",
    "textarea": "utrecht-textarea",
    "select": "utrecht-select",
    "checkbox": "",
    "file": "file",
}
FILTER_FROM = 12  # a list this long gets a field to narrow it
CHOSEN_FIRST_FROM = 60  # a list this long has what is chosen in front, in a group of its own


def shape_of(widget: forms.Widget) -> str:
    """How a widget is laid out: "checkbox", "choices" (one per line), "select", "file", "textarea" or "textbox"."""
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.RadioSelect):  # CheckboxSelectMultiple is one of these
        return "choices"
    if isinstance(widget, forms.Select):
        return "select"
    if isinstance(widget, forms.FileInput):
        return "file"
    return "textarea" if isinstance(widget, forms.Textarea) else "textbox"


def choices_of(bound: BoundField) -> list[dict[str, Any]]:
    """The options of a choice field in groups: rows of `title`, `options`, what is `chosen` and an `invitation`."""
    widget = bound.field.widget
    attrs = bound.build_widget_attrs({"id": bound.auto_id}, widget)
    groups = widget.get_context(bound.html_name, bound.value(), attrs)["widget"]["optgroups"]
    rows: list[dict[str, Any]] = []
    for title, options, _index in groups:
        shown = [
            {
                "id": option["attrs"].get("id", ""),
                "name": option["name"],
                "type": option["type"],
                "value": option["value"],
                "label": option["label"],
                "kind": option["attrs"].get("data-kind", ""),
                "is_checked": option["selected"],
                "is_required": bool(option["attrs"].get("required")),
                "is_disabled": bool(option["attrs"].get("disabled")),
            }
            for option in options
        ]
        if rows and rows[-1]["title"] == (title or ""):
            rows[-1]["options"] += shown
        else:
            rows.append({"title": title or "", "options": shown})
    for row in rows:
        row["chosen"] = ", ".join(str(o["label"]) for o in row["options"] if o["is_checked"])
        row["invitation"] = _("kies uit %(count)d") % {"count": len(row["options"])}
    return rows


def _chosen_first(groups: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What is chosen, and the groups with what is left."""
    chosen = [option for group in groups for option in group["options"] if option["is_checked"]]
    for group in groups:
        group["options"] = [option for option in group["options"] if not option["is_checked"]]
        group["chosen"], group["invitation"] = "", _("kies uit %(count)d") % {"count": len(group["options"])}
    return chosen, [group for group in groups if group["options"]]


def field(
    bound: BoundField,
    why: str = "",
    shape: str = "",
    label: str = "",
    is_optional: bool | None = None,
    is_label_hidden: bool = False,
    placeholder: str = "",
    autocomplete: str = "",
    find: str = "",
) -> dict[str, Any]:
    """Context of one question.

    `why`: why we ask, instead of the field's help text. `shape`: "chips" makes a pick list;
    `find` is the address that a long one asks what else fits the words typed in its filter (other words, slips).
    `is_optional`: whether "mag leeg blijven" is said; by default when the field is not required.
    """
    shape = shape or shape_of(bound.field.widget)
    why = why or str(bound.help_text)
    why_id, error_id = f"{bound.auto_id}-why", f"{bound.auto_id}-error"
    described_by = " ".join(each for each, is_there in ((why_id, why), (error_id, bound.errors)) if is_there)
    shown = {
        "bound": bound,
        "shape": shape,
        "label": label or bound.label,
        "why": why,
        "why_id": why_id,
        "error_id": error_id,
        "errors": bound.errors,
        "described_by": described_by,
        "is_label_hidden": is_label_hidden,
        "is_optional": (not bound.field.required) if is_optional is None else is_optional,
        "control": "",
        "groups": [],
        "chosen": {"options": []},
        "has_filter": False,
        "find": find,
    }
    if shape in {"choices", "chips"}:
        groups = choices_of(bound)
        total = sum(len(group["options"]) for group in groups)
        chosen: list[dict[str, Any]] = []
        if shape == "chips" and total > CHOSEN_FIRST_FROM:
            chosen, groups = _chosen_first(groups)
        for group in groups:
            group["is_open"] = group is groups[0]
        has_filter = shape == "chips" and total > FILTER_FROM
        return {**shown, "groups": groups, "chosen": {"options": chosen}, "has_filter": has_filter}
    return {**shown, "control": _control(bound, shape, described_by, placeholder, autocomplete)}


def _control(bound: BoundField, shape: str, described_by: str, placeholder: str, autocomplete: str) -> str:
    own = CLASSES[shape]
    attrs: dict[str, str | bool] = {"class": f"{own} {bound.field.widget.attrs.get('class', '')}".strip()}
    if bound.errors:
        attrs["class"] = f"{attrs['class']} {own.split()[0]}--invalid" if own else attrs["class"]
        attrs["aria-invalid"] = "true"
    if described_by:
        attrs["aria-describedby"] = described_by
    for name, value in (("placeholder", placeholder), ("autocomplete", autocomplete)):
        if value:
            attrs[name] = value
    if not attrs["class"]:
        del attrs["class"]
    return bound.as_widget(attrs=attrs)


def fields(form: forms.BaseForm) -> dict[str, Any]:
    """Context of all questions of a form, hidden ones included."""
    return {"hidden": form.hidden_fields(), "questions": [field(bound) for bound in form.visible_fields()]}


def form_errors(*given: forms.BaseForm | forms.BaseFormSet) -> dict[str, Any]:
    """Context of the summary of what is wrong: links to questions, and the whole; a file has to be chosen again. Of a set of forms
    each counts."""
    wrong, whole = [], []
    all_forms = [form for each in given for form in (each if isinstance(each, forms.BaseFormSet) else [each])]
    for form in all_forms:
        if not form.is_bound or not form.errors:
            continue
        whole += list(form.non_field_errors())
        for bound in form:
            if bound.is_hidden:
                whole += list(bound.errors)
                continue
            target = bound.auto_id
            if isinstance(bound.field.widget, forms.RadioSelect):
                first: list[dict[str, Any]] = next(
                    (group["options"] for group in choices_of(bound) if group["options"]), []
                )
                target = first[0]["id"] if first else target
            wrong += [{"target": target, "label": bound.label, "text": text} for text in bound.errors]
    has_file = any(form.is_multipart() for form in all_forms)
    return {"wrong": wrong, "whole": whole, "has_file": has_file}


def overtaken(change: Any) -> dict[str, Any]:
    """Context of what a colleague changed while this form was open; nothing where `change` is None."""
    return {"overtaken": change}


def request_key(context: Context) -> dict[str, Any]:
    """Context of the hidden request key: the page's own `request_key` in its first form, new ones after that.

    The same key twice means the same act: commands then change nothing. So two forms never share one.
    """
    request = context.get("request")
    key = None if getattr(request, "is_request_key_used", False) else context.get("request_key")
    if request is not None and key:
        request.is_request_key_used = True
    return {"key": key or uuid4()}
