"""Where the command line finds and keeps things."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
SOURCE = ROOT / "src" / "werktop"
# All that a demo or a test leaves behind in a checkout: databases, their logs, the demo's files.
STATE = ROOT / ".werktop"
REQUIREMENTS = ROOT / "requirements"
