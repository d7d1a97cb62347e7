"""Permissions of the exchange: whoever edits employers takes lists over; which kinds, the room says itself.

Lists of candidates also need `import_people`, which a collective never has.
"""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "exchange:uploads": page("edit_employers", "edit_employers"),
    "exchange:template": page("edit_employers"),
    "exchange:upload": page("edit_employers", "edit_employers", other="404"),
    "exchange:progress": page("edit_employers", other="404"),
    "exchange:choose_rows": action("edit_employers", other="404"),
    "exchange:stop_upload": action("edit_employers", other="404"),
    "exchange:download_outcome": action("edit_employers", other="404"),
    "exchange:download_report": action("edit_employers", other="404"),
    "exchange:withdraw_upload": action("edit_employers", other="404"),
}
