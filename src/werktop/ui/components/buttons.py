"""Buttons, and links that look like one. One primary button per decision."""

from typing import Any

KINDS = {"primary": "primary-action", "secondary": "secondary-action", "subtle": "subtle"}


def button(
    text: str,
    kind: str = "secondary",
    icon: str = "",
    hidden: str = "",
    name: str = "",
    value: str = "",
    confirm: str = "",
    opens: str = "",
    form: str = "",
    type: str = "",
    action: str = "",
) -> dict[str, Any]:
    """Context of a button. `hidden`: words for screen readers behind a repeated verb ("Anouk Verbeek");
    `confirm`: a question asked first; `opens`: id of the sheet that it opens; `form`: id of a form elsewhere; `action`: an
    address that the form goes to by this button.
    """
    return {
        "text": text,
        "kind": KINDS[kind],
        "icon": icon,
        "hidden": hidden,
        "name": name,
        "value": value,
        "confirm": confirm,
        "opens": opens,
        "form": form,
        "action": action,
        "type": type or ("button" if opens else "submit"),
    }


def link_button(
    text: str, url: str, kind: str = "secondary", icon: str = "", hidden: str = "", is_download: bool = False
) -> dict[str, Any]:
    """Context of a link that looks like a button, for going somewhere or for a download."""
    return {
        "text": text,
        "url": url,
        "kind": KINDS[kind],
        "icon": icon,
        "hidden": hidden,
        "is_download": is_download,
    }
