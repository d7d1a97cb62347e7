"""Proposals: two people, why, when, and one tap to agree; changing opens in place."""

from collections.abc import Iterable, Mapping
from typing import Any

from werktop.ui.components.people import avatar, person

BLANK = {
    "tie": "",
    "tie_icon": "klik",
    "why": "",
    "when": "",
    "when_icon": "calendar",
    "is_agreed": True,
    "change_url": "",
    "warning": "",
    "is_open": False,
    "question": "",
    "quick": (),
    "options": (),
    "more": None,
    "id": "",
    "kind": "talk",
    "of": "",
    "also_seen": "",
}


def _shown(each: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if not each:
        return None
    return person(
        each["name"],
        each.get("kind", "candidate"),
        each.get("url", ""),
        each.get("sub", ""),
        key=each.get("key", ""),
    )


def proposals(pairs: Iterable[Mapping[str, Any]], agree: str = "agree") -> dict[str, Any]:
    """Context of a list of proposals; the keys of a pair stand in docs/components.md.

    Akkoord is a checkbox `agree` with the pair's key; a choice is a radio button `choice-<key>`: `quick` ones stand
    in sight, `options` in a fold; `more` (a label and rows of value, words, whether chosen) is a list `other-<key>`
    under them, for what is chosen seldom. `seen` tells which pairs were on the form, and what else was `also_seen`.
    """
    shown = []
    for pair in pairs:
        names = [each["name"] for each in (pair["first"], pair.get("second")) if each]
        row = {**BLANK, **pair, "names": " & ".join(names)}
        row["id"] = row["id"] or f"pair-{row['key']}"
        row["first"], row["second"] = _shown(pair["first"]), _shown(pair.get("second"))
        row["options"] = [
            {
                "detail": "",
                "is_chosen": False,
                **each,
                "avatar": avatar(each.get("name") or each["label"], each.get("kind", "entrepreneur"), "s"),
            }
            for each in row["options"]
        ]
        shown.append(row)
    return {"pairs": shown, "agree": agree}
