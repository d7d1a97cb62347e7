from django.urls import path

from .pages import download_report, template, upload, uploads, withdraw_upload

app_name = "exchange"
urlpatterns = [
    path("", uploads.page, name="uploads"),
    path("leeg/<slug:kind>.<slug:file_type>", template.page, name="template"),
    path("<uuid:upload_id>/", upload.page, name="upload"),
    path("<uuid:upload_id>/opmerkingen/", download_report.page, name="download_report"),
    path("<uuid:upload_id>/weg/", withdraw_upload.page, name="withdraw_upload"),
]
