"""What pages that change a record have in common: call the command; on a colleague's change in between, say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.audit.refusals import Refusal, keep_typed
from werktop.audit.versions import ChangedMeanwhile, differing, names_seen
from werktop.ui.versioned import Overtaken, VersionedForm

from .queries import who_last


@dataclass(frozen=True)
class Change:
    """How it went: saved, with what the command returned; or not, and `overtaken` where a colleague was quicker."""

    is_saved: bool
    overtaken: Overtaken | None = None
    outcome: Any = None

    @property
    def status(self) -> int:
        """The HTTP status of the page that shows the form again."""
        return 409 if self.overtaken else 200


NOT_YET = Change(is_saved=False)


def change(
    request: Any,
    form: VersionedForm,
    save: Callable[..., Any],
    *,
    about: tuple[str, UUID],
    now: Callable[[], Mapping[str, Any]],
    verbs: Sequence[str] = (),
    **facts: Any,
) -> Change:
    """Call the command `save` with the form's version and `facts`.

    What it refuses is put on the form, with all that was typed. `about` is (kind, key) of the record as the trail
    knows it; `now` gives the answers of now, `version` among them. `verbs` are the commands that change what is asked,
    where many others are about the same record: only who did one of these is named. Where a colleague was quicker, what was not
    touched here takes what stands there now, so that saving once more writes over nothing that nobody typed.
    """
    kind, key = about
    version = form.cleaned_data["version"]
    try:
        outcome = save(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            version=version,
            **{f"{kind}_id": key},
            **facts,
        )
    except ChangedMeanwhile as refusal:
        who, at = who_last(kind, key, verbs)
        touched = _touched(version, facts)
        return Change(False, form.overtaken(refusal.names, now=now(), is_touched=touched, who=who, at=at))
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return NOT_YET
    return Change(is_saved=True, outcome=outcome)


def _touched(version: str, facts: Mapping[str, Any]) -> dict[str, bool]:
    """Of each fact that `version` saw, whether it was typed otherwise. That a browser ends lines its own way is no difference."""
    lines = {
        name: value.replace("\r\n", "\n") if isinstance(value, str) else value
        for name, value in facts.items()
    }
    others = set(differing(version, facts)) & set(differing(version, lines))
    return {name: name in others for name in names_seen(version) if name in facts}
