"""Fills an empty, migrated demo database, in a process of its own.

All or nothing is the promise of `seed_demo`: when it fails, the next start tries again.
"""

import sys

import django
from django.conf import settings


def main() -> int:
    """Make the demo region for the day that the settings name."""
    django.setup()
    from werktop.demo.commands import seed_demo

    assert settings.DEMO_TODAY is not None, "WERKTOP_TODAY is not set"
    seed_demo(today=settings.DEMO_TODAY, say=lambda line: print(line, flush=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
