from django.db import migrations


class Migration(migrations.Migration):
    """Openings went on as work profiles, in a room of their own."""

    dependencies = [
        ('employers', '0001_all_tables'),
        ('work_profiles', '0001_all_tables'),
    ]

    operations = [
        migrations.DeleteModel(name='OpeningEvent'),
        migrations.DeleteModel(name='Opening'),
    ]
