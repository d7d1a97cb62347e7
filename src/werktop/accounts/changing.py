"""What pages that change a record have in common: call the command; on a colleague's change in between, say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.audit.refusals import Refusal, keep_typed
from werktop.audit.versions import ChangedMeanwhile
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
    where many others are about the same record: only who did one of these is named.
    """
    kind, key = about
    try:
        outcome = save(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            version=form.cleaned_data["version"],
            **{f"{kind}_id": key},
            **facts,
        )
    except ChangedMeanwhile as refusal:
        who, at = who_last(kind, key, verbs)
        return Change(False, form.overtaken(refusal.names, now=now(), who=who, at=at))
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return NOT_YET
    return Change(is_saved=True, outcome=outcome)
