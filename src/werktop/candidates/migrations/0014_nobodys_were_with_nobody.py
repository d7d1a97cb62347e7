"""Of what was handed over it is kept that it was nobody's: without a giver it may be of a colleague who was erased since."""

from django.db import migrations, models

OF_NOBODY = "UPDATE candidates_transfer SET is_of_nobody = true WHERE of_id IS NULL"


class Migration(migrations.Migration):
    dependencies = [("candidates", "0013_sheltered_work_is_no_wish")]

    operations = [
        migrations.AddField("transfer", "is_of_nobody", models.BooleanField(default=False)),
        migrations.RunSQL(OF_NOBODY, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "transfer",
            models.CheckConstraint(
                condition=models.Q(is_of_nobody=False) | models.Q(of=None), name="nobodys_were_with_nobody"
            ),
        ),
    ]
