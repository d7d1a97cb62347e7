from django.urls import path

from .pages import follow_up, follow_up_calendar, invitation, invitation_calendar, talk_on, what_we_know

app_name = "portal"
urlpatterns = [
    path("u/<str:token>/", invitation.page, name="invitation"),
    path("u/<str:token>/agenda.ics", invitation_calendar.page, name="invitation_calendar"),
    path("verder/<str:token>/", talk_on.page, name="talk_on"),
    path("afspraak/<str:token>/", follow_up.page, name="follow_up"),
    path("afspraak/<str:token>/agenda.ics", follow_up_calendar.page, name="follow_up_calendar"),
    path("gegevens/<slug:slug>/", what_we_know.page, name="what_we_know"),
]
