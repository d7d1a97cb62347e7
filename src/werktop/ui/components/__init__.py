"""Components: functions that turn plain values into what the templates in `ui/parts/` show.

The template library `ui` (templatetags/ui.py) gives each of them its tag.
Use and examples: docs/components.md.
"""
