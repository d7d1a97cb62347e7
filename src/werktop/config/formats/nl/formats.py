"""Dutch dates and times as people write them."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "l j F, H.i"
TIME_FORMAT = "H.i"
SHORT_DATE_FORMAT = "d-m-Y"
YEAR_MONTH_FORMAT = "F Y"
