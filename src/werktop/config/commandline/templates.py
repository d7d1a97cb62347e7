"""Compiles every template of every room: `python -m werktop.config.commandline.templates`."""

import sys

import django
from django.template import TemplateSyntaxError
from django.template.loader import get_template

from werktop.config.commandline.places import SOURCE

ENDINGS = {".html", ".txt"}


def main() -> int:
    """Print each template that does not compile, with the reason; 1 when there is one."""
    django.setup()
    broken = 0
    for folder in sorted(SOURCE.glob("*/templates")):
        for path in sorted(folder.rglob("*")):
            if path.suffix not in ENDINGS:
                continue
            try:
                get_template(str(path.relative_to(folder)))
            except TemplateSyntaxError as reason:
                broken += 1
                print(f"{path.relative_to(SOURCE.parent.parent)}: {reason}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
