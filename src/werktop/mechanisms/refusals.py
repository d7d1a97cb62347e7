"""What the mechanisms say when they cannot answer."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Rule:
    """One rule that takes part in a conflict, or that a plan breaks.

    `kind` is for machines (a page translates it), `text` is an English sentence, `ids` are the people or
    tables concerned, `round` counts from 1 (None: not bound to a round), `numbers` holds what a sentence in
    another language needs (`close_tables`, `needed`, `present`, ...).
    """

    kind: str
    text: str
    ids: tuple[str, ...] = ()
    round: int | None = None
    numbers: dict[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The rule as it stands in an answer: {"rule", "text", "ids", "round", ...numbers}."""
        answer: dict[str, Any] = {"rule": self.kind, "text": self.text, "ids": list(self.ids)}
        if self.round is not None:
            answer["round"] = self.round
        return answer | self.numbers


class MalformedProblem(ValueError):
    """The input does not follow the contract; `field` is the path of the first field that is wrong."""

    def __init__(self, field_path: str, text: str):
        super().__init__(f"{field_path}: {text}" if field_path else text)
        self.field = field_path
        self.text = text

    def as_json(self) -> dict[str, Any]:
        """{"problem": ..., "rules": [...]} with the field's path in both."""
        return {
            "problem": str(self),
            "rules": [{"rule": "malformed", "text": self.text, "ids": [], "field": self.field}],
        }


class NoPlanPossible(ValueError):
    """The rules contradict each other; `rules` is the smallest set of them in conflict that was found."""

    def __init__(self, rules: list[Rule]):
        super().__init__(" ".join(rule.text for rule in rules))
        self.rules = rules

    def as_json(self) -> dict[str, Any]:
        """{"problem": ..., "rules": [...]}."""
        return {"problem": str(self), "rules": [rule.as_json() for rule in self.rules]}
