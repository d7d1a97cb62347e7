"""The room of staff screens that look across rooms."""
