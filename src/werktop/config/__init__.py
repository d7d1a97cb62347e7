"""The house: settings, addresses, the page gate and the command line."""
