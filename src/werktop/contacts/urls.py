from django.urls import path

from .pages import (
    download_moments,
    download_reminders,
    moment,
    moments,
    new_moment,
    quick_note,
    reminder,
    reminders,
)

app_name = "contacts"
urlpatterns = [
    path("", moments.page, name="moments"),
    path("lijst/", download_moments.page, name="download_moments"),
    path("nieuw/", new_moment.page, name="new_moment"),
    path("<uuid:moment_id>/", moment.page, name="moment"),
    path("<uuid:moment_id>/ongedaan/", moment.take_back, name="take_back_moment"),
    path("herinneringen/", reminders.page, name="reminders"),
    path("herinneringen/lijst/", download_reminders.page, name="download_reminders"),
    path("herinneringen/<uuid:reminder_id>/", reminder.page, name="reminder"),
    path("herinneringen/<uuid:reminder_id>/gedaan/", reminder.do, name="do_reminder"),
    path("herinneringen/<uuid:reminder_id>/later/", reminder.put_off, name="put_off_reminder"),
    path("herinneringen/<uuid:reminder_id>/ongedaan/", reminder.take_back, name="take_back_reminder"),
    path("notitie/", quick_note.page, name="quick_note"),
    path("notitie/lezen/", quick_note.read, name="read_note"),
    path("notitie/ongedaan/", quick_note.take_back, name="take_back_note"),
]
