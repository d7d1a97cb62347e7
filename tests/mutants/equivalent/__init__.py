"""Mutants that no test can notice, and why; a file for each mechanism. Only those that survive are looked up here."""

from __future__ import annotations

from tests.mutants.equivalent import matching, ranking, seating

EQUIVALENT = {
    (module, line, change): why
    for known in (matching.FAULTS, ranking.FAULTS, seating.FAULTS)
    for why, module, line, changes in known
    for change in changes
}
"""By module, line of the program and fault."""
