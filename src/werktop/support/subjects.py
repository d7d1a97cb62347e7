"""What is agreed for the region: each instrument, and each step of the procedure that an employer goes through."""

from __future__ import annotations

from .reckoning import INSTRUMENTS, Said

STEPS = {
    "step-question": Said("Een vraag stellen", "Asking a question"),
    "step-visit": Said("Kennismaken bij het bedrijf", "Getting acquainted at the firm"),
    "step-candidates": Said("Kandidaten voorstellen", "Proposing candidates"),
    "step-agreement": Said("Afspraken vastleggen", "Putting agreements down"),
    "step-aftercare": Said("Begeleiding na de start", "Guidance after the start"),
}
SUBJECTS: dict[str, Said] = STEPS | {
    key: each.name
    for key, each in INSTRUMENTS.items()
    if each.valid_until is None and key != "ability-to-work"
}
"""Steps first: in that order an employer meets them."""
