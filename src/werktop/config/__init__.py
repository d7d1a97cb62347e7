"""The house: settings, addresses, the page gate and the command line."""

from .compiled import keep_compiled_code_apart

keep_compiled_code_apart()  # every way in comes along here before it imports the mechanisms
