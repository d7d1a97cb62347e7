from django.urls import path

from .pages import (
    letters,
    letters_pdf,
    mailbox,
    mailbox_calendar,
    mailbox_letter,
    mailbox_message,
    outbox,
    retry,
)

app_name = "post"
urlpatterns = [
    path("", outbox.page, name="outbox"),
    path("<uuid:message_id>/opnieuw/", retry.page, name="retry"),
    path("brieven/", letters.page, name="letters"),
    path("brieven/pdf/", letters_pdf.page, name="letters_pdf"),
    path("postbus/", mailbox.page, name="mailbox"),
    path("postbus/<uuid:message_id>/", mailbox_message.page, name="mailbox_message"),
    path("postbus/<uuid:message_id>/agenda.ics", mailbox_calendar.page, name="mailbox_calendar"),
    path("postbus/<uuid:message_id>/brief.pdf", mailbox_letter.page, name="mailbox_letter"),
]
