# ruff: noqa: E501 (a drawing is one line)
"""Icons: line drawings on a grid of 24, drawn with the colour of the text around them."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

ICONS = {
    "agenda": '<path d="M6 3.5h12v17H6zM9.5 8h5M9.5 12h5M9.5 16h3M3.8 7.5h3M3.8 12h3M3.8 16.5h3"/>',
    "alone": '<circle cx="12" cy="8" r="3.5"/><path d="M5 20c.6-4 3-6 7-6s6.4 2 7 6"/>',
    "alert": '<path d="M12 4 3.5 19h17zM12 10v4.5"/><path d="M12 16.9v.1"/>',
    "back": '<path d="M14.5 5 7.5 12l7 7"/>',
    "bus": '<rect x="4.5" y="4.5" width="15" height="13" rx="2.5"/><path d="M4.5 11.5h15M8 14.6h.1M16 14.6h.1M7.5 17.5V20M16.5 17.5V20"/>',
    "calendar": '<rect x="3.8" y="5.3" width="16.4" height="14.9" rx="2.2"/><path d="M3.8 10.1h16.4M8.3 3.3v3.8M15.7 3.3v3.8"/>',
    "cap": '<path d="m12 5.5 9 4.2-9 4.2-9-4.2z"/><path d="M7 11.9v4c2.9 2.3 7.1 2.3 10 0v-4"/>',
    "chair": '<path d="M7.5 4v9h9V4M7.5 13v7M16.5 13v7M7.5 8.5h9"/>',
    "chart": '<path d="M4 20h16M7 16.5v-5M12 16.5v-10M17 16.5v-7"/>',
    "chat": '<path d="M4 5.3h16v11.4h-8.3L7.3 20.2v-3.5H4z"/>',
    "check": '<path d="m4.8 12.7 4.7 4.8L19.2 7.3"/>',
    "clock": '<circle cx="12" cy="12" r="8.2"/><path d="M12 7.3V12l3.2 2"/>',
    "cloud-off": '<path d="M7.5 18.5h9.7a4 4 0 0 0 2.2-7.2M7.2 8.7a4.9 4.9 0 0 0 .3 9.8M10 6.4a5.2 5.2 0 0 1 6.9 4.2M4 4l16 16"/>',
    "cup": '<path d="M5 9.5h11V14a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 11h1.5a2.3 2.3 0 0 1 0 4.6H16M8.5 3.8v2.4M12.5 3.8v2.4"/>',
    "door": '<path d="M6.5 20.5v-17h11v17M4 20.5h16M14.2 12.2v.1"/>',
    "download": '<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15"/>',
    "file": '<path d="M6 3.5h8l4.5 4.5v12.5H6z"/><path d="M14 3.5V8h4.5M9 13h6M9 16.5h6"/>',
    "filter": '<path d="M4 6h16M7 12h10M10 18h4"/>',
    "heart": '<path d="M12 19.6c-5.6-4-8.4-7-8.4-10.4A4.4 4.4 0 0 1 12 7.6a4.4 4.4 0 0 1 8.4 1.6c0 3.4-2.8 6.4-8.4 10.4z"/>',
    "home": '<path d="m4 11.3 8-6.6 8 6.6V20H4z"/><path d="M9.8 20v-5.3h4.4V20"/>',
    "info": '<circle cx="12" cy="12" r="8.2"/><path d="M12 11v5M12 8v.1"/>',
    "klik": '<circle cx="8.8" cy="12" r="5.6"/><circle cx="15.2" cy="12" r="5.6"/>',
    "list": '<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1"/>',
    "lock": '<rect x="5.5" y="10.5" width="13" height="9.5" rx="2"/><path d="M8.3 10.5V8a3.7 3.7 0 0 1 7.4 0v2.5"/>',
    "log-out": '<path d="M14 4.5H5.5v15H14M10 12h10M16.5 8.3 20.2 12l-3.7 3.7"/>',
    "mail": '<rect x="3.5" y="5.3" width="17" height="13.4" rx="2.2"/><path d="m4.2 7 7.8 6 7.8-6"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "minus": '<path d="M5.5 12h13"/>',
    "next": '<path d="m9.5 5 7 7-7 7"/>',
    "pencil": '<path d="m4.8 19.2 1-4.2L16 4.8l3.2 3.2L9 18.2z"/><path d="m13.7 7.1 3.2 3.2"/>',
    "people": '<circle cx="9" cy="8.4" r="3.3"/><path d="M2.9 19.5c.4-3.7 2.7-5.6 6.1-5.6s5.7 1.9 6.1 5.6M15.6 5.4a3.3 3.3 0 0 1 0 6M17.6 14.3c2 .8 3.2 2.6 3.5 5.2"/>',
    "phone": '<path d="M6.3 3.8h3l1.5 4.1-2 1.6a12 12 0 0 0 5.7 5.7l1.6-2 4.1 1.5v3c0 1.2-1 2.2-2.2 2.1C10.5 19.3 4.7 13.5 4.2 6c-.1-1.2.9-2.2 2.1-2.2z"/>',
    "pin": '<path d="M12 20.5c4.3-4.6 6.5-8 6.5-10.7a6.5 6.5 0 0 0-13 0c0 2.7 2.2 6.1 6.5 10.7z"/><circle cx="12" cy="9.8" r="2.3"/>',
    "plus": '<path d="M12 5.5v13M5.5 12h13"/>',
    "print": '<path d="M7 8.5v-5h10v5M7 17H4.5V8.5h15V17H17"/><path d="M7 14h10v6.5H7z"/>',
    "qr": '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v6h-6v-1.5M7 7h.1M17 7h.1M7 17h.1"/>',
    "refresh": '<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9M19.5 4v5h-5"/>',
    "search": '<circle cx="10.7" cy="10.7" r="6.2"/><path d="m15.4 15.4 4.8 4.8"/>',
    "shop": '<path d="M4.5 11v9h15v-9M3.5 10.5l2-6h13l2 6c-.9 1.6-3.4 1.6-4.3 0-.9 1.6-3.3 1.6-4.2 0-.9 1.6-3.3 1.6-4.2 0-.9 1.6-3.4 1.6-4.3 0z"/><path d="M10 20v-5h4v5"/>',
    "sort": '<path d="m8.5 9.5 3.5-4 3.5 4M8.5 14.5l3.5 4 3.5-4"/>',
    "sort-down": '<path d="M12 5.5v13M6.5 13l5.5 5.5 5.5-5.5"/>',
    "sort-up": '<path d="M12 18.5v-13M6.5 11 12 5.5l5.5 5.5"/>',
    "sprout": '<path d="M12 20.5v-8.3c0-4.2 2.6-6.7 7.7-6.7 0 4.6-2.5 6.7-7.7 6.7M12 15c0-3.2-2.2-5.2-6.7-5.2C5.3 13.4 7.8 15 12 15"/>',
    "star": '<path d="M12 3.8c.8 4.9 2.7 7.2 8.2 8.2-5.5 1-7.4 3.3-8.2 8.2-.8-4.9-2.7-7.2-8.2-8.2 5.5-1 7.4-3.3 8.2-8.2z"/>',
    "swap": '<path d="M4 8.5h14.5M15 5l3.5 3.5L15 12M20 15.5H5.5M9 12l-3.5 3.5L9 19"/>',
    "table": '<circle cx="12" cy="12" r="4.3"/><circle cx="12" cy="3.9" r="1.5"/><circle cx="19.7" cy="9.5" r="1.5"/><circle cx="16.8" cy="18.6" r="1.5"/><circle cx="7.2" cy="18.6" r="1.5"/><circle cx="4.3" cy="9.5" r="1.5"/>',
    "trash": '<path d="M4.5 7h15M9 7V4.5h6V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5"/>',
    "upload": '<path d="M12 15.5v-11M7.5 8.5 12 4l4.5 4.5M4.5 20h15"/>',
    "wave": '<path d="M3 9.2c2.3 0 2.3 2 4.5 2s2.3-2 4.5-2 2.3 2 4.5 2 2.3-2 4.5-2M3 15c2.3 0 2.3 2 4.5 2s2.3-2 4.5-2 2.3 2 4.5 2 2.3-2 4.5-2"/>',
    "x": '<path d="m6.3 6.3 11.4 11.4M17.7 6.3 6.3 17.7"/>',
}


def icon(name: str, label: str = "") -> SafeString:
    """The drawing `name`, hidden from screen readers unless `label` gives it a name.

    Raises KeyError for a name that is not drawn, so that a typing error shows at once.
    """
    drawing = mark_safe(ICONS[name])  # noqa: S308 (our own drawings)
    if label:
        return format_html(
            '<svg class="icon" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>', label, drawing
        )
    return format_html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', drawing)
