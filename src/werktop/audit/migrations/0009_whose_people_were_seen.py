"""The processing log says which organisation answers for the people seen, so that it can read who looked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0007_wishes_of_one_side_leave_history")]

    operations = [
        migrations.AddField("personalview", "about_organisation_id", models.UUIDField(null=True)),
        migrations.AddIndex(
            "personalview",
            models.Index(fields=["about_organisation_id", "-at"], name="personal_view_of_whose_people"),
        ),
    ]
