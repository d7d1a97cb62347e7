"""werktop: software for the WERKTOP method, in rooms on floors (see docs/request-flow.md and pyproject's contracts)."""
