"""Privacy labels: every stored field says what it is, what for, and how long it stays (GDPR art. 5 and 30).

A model carries `privacy`, a mapping of field name to `Label`; a test fails on a field without one.
"""

from __future__ import annotations

from dataclasses import dataclass

from .retention import TERMS

CATEGORIES = {
    "technical": "keys, references and moments that say nothing about a person by themselves",
    "organisation": "facts about an organisation, a firm, a place or a gathering",
    "work-account": "a colleague's name, role or doings at work",
    "business-contact": "how to reach a person at a firm",
    "identity": "who a candidate is",
    "contact": "how to reach a candidate",
    "picture": "what a candidate can, likes and wants",
    "needs": "what a candidate needs on the day or to be able to work; never why",
    "by-law": "under which law a candidate has an income, and what a register says",
    "life-domains": "how somebody does in domains of life, where the organisation asks that",
    "choice": "what a guest answered or with whom a guest wants to talk on",
}


@dataclass(frozen=True)
class Label:
    """What a field is (`category`), what it is for (`purpose`) and how long it stays (`retention`, a name out of
    `retention.TERMS`; two, with a space between, where it depends)."""

    category: str
    purpose: str
    retention: str

    def __post_init__(self) -> None:
        if self.category not in CATEGORIES:
            raise ValueError(f"unknown privacy category {self.category!r}")
        for term in self.terms:
            if term not in TERMS:
                raise ValueError(f"unknown retention term {term!r}")

    @property
    def terms(self) -> list[str]:
        """The names of its terms."""
        return self.retention.split()


def label(category: str, purpose: str, retention: str, fields: str) -> dict[str, Label]:
    """The same label for each of the space-separated `fields`."""
    return dict.fromkeys(fields.split(), Label(category, purpose, retention))


def technical(fields: str) -> dict[str, Label]:
    """For keys and moments that live and go with their row."""
    return label("technical", "keeps rows together and in order", "row", "id " + fields)
