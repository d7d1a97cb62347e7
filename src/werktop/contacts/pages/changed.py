"""What somebody changed on the chips of a sentence, kept when the sentence is read again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from .chip import written
from .chip_kinds import CHIPS

MOST = 40
"""As many chips as are looked at."""


@dataclass(frozen=True)
class Posted:
    """One chip as it came back. `was`: what was read; `now`: what it says after what was changed."""

    kind: str
    was: dict[str, Any]
    now: dict[str, Any]

    def like(self, kind: str, read: dict[str, Any]) -> int:
        """How much of what a fact is known by is the same: 0, another fact."""
        if kind != self.kind:
            return 0
        return sum(1 for name in CHIPS[kind].KNOWN_BY if read.get(name) and read[name] == self.was.get(name))

    def carried(self, read: dict[str, Any]) -> dict[str, Any]:
        """What is read now, with what was changed; of a list those that were added or taken off."""
        answers = dict(read)
        for name, now in self.now.items():
            was = self.was.get(name)
            if name not in read or now == was:
                continue
            if isinstance(now, list) and isinstance(was, list):
                kept = [each for each in read[name] if each in now or each not in was]
                answers[name] = [*kept, *(each for each in now if each not in was and each not in kept)]
            else:
                answers[name] = now
        return answers


def posted_in(post: Any) -> list[Posted]:
    """The chips that a form sent along; what cannot be read is left out."""
    found = []
    for number in range(MOST):
        prefix = f"chip{number}"
        try:
            was = json.loads(post.get(f"{prefix}-was", ""))
        except ValueError:
            continue
        if not isinstance(was, dict) or was.get("kind") not in CHIPS:
            continue
        chip = CHIPS[was["kind"]]
        sent = {
            name: field.widget.value_from_datadict(post, {}, f"{prefix}-{name}")
            for name, field in chip.base_fields.items()
            if name in was
        }
        found.append(Posted(was["kind"], was, written(was["kind"], sent)))
    return found


def paired(posted: list[Posted], read: list[tuple[str, dict[str, Any]]]) -> list[Posted | None]:
    """For each chip that is read now the one that came back about the same fact, each used once."""
    left = list(posted)
    pairs: list[Posted | None] = []
    for kind, facts in read:
        best = max(left, key=lambda each: each.like(kind, facts), default=None)
        if best is not None and best.like(kind, facts):
            left.remove(best)
            pairs.append(best)
        else:
            pairs.append(None)
    return pairs
