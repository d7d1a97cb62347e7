"""The kinds of lists that can be read, by the word of the command line."""

from typing import Any

from werktop.exchange.columns import Kind
from werktop.exchange.kinds.candidates import CANDIDATES
from werktop.exchange.kinds.entrepreneurs import ENTREPRENEURS
from werktop.exchange.kinds.sonar import SONAR

KINDS: dict[str, Kind[Any]] = {kind.slug: kind for kind in (SONAR, CANDIDATES, ENTREPRENEURS)}
