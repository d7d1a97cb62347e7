"""`python -m werktop.config.commandline`, the same as `werktop`."""

import sys

from werktop.config.commandline import main

if __name__ == "__main__":
    sys.exit(main())
