"""English dates and times, European order."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "l j F, H:i"
TIME_FORMAT = "H:i"
SHORT_DATE_FORMAT = "j M Y"
