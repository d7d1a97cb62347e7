"""Who erases a candidate of a colleague leaves that colleague a line, which names nobody."""

import django.db.models.deletion
from django.db import migrations, models

KINDS = [
    ("opened", "opende wat nodig is"),
    ("taken_over", "nam over"),
    ("erased", "wiste alles over een kandidaat van jou"),
]


class Migration(migrations.Migration):
    dependencies = [("candidates", "0014_nobodys_were_with_nobody")]

    operations = [
        migrations.AlterField(
            "look",
            "candidate",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="candidates.candidate",
            ),
        ),
        migrations.AlterField(
            "look", "kind", models.CharField(choices=KINDS, default="opened", max_length=12)
        ),
        migrations.AddConstraint(
            "look",
            models.CheckConstraint(
                condition=models.Q(kind="erased", candidate=None)
                | ~models.Q(kind="erased") & models.Q(candidate__isnull=False),
                name="of_who_is_erased_a_look_names_nobody",
            ),
        ),
    ]
