"""Template libraries of this room: `{% load ui %}`."""
