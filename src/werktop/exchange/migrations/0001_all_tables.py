import django.db.models.deletion
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('exchange', '0001_tables'),
        ('exchange', '0002_taken_over_in_blocks'),
    ]

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('regions', '0001_all_tables'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='Upload',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='regions.organisation')),
                        ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('kind', models.CharField(choices=[('sonar', 'uitvoer van Sonar'), ('candidates', 'kandidaten'), ('entrepreneurs', 'ondernemers')], max_length=16)),
                        ('file_name', models.CharField(blank=True, max_length=120)),
                        ('state', models.CharField(choices=[('previewed', 'nog niet overgenomen'), ('taking', 'wordt overgenomen'), ('stopped', 'halverwege gestopt'), ('applied', 'overgenomen'), ('withdrawn', 'weggelegd')], default='previewed', max_length=12)),
                        ('rows', models.JSONField(blank=True, default=list)),
                        ('report', models.JSONField(blank=True, default=dict)),
                        ('counts', models.JSONField(blank=True, default=dict)),
                        ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('taken_rows', models.PositiveIntegerField(default=0)),
                        ('taken_to_row', models.PositiveIntegerField(default=0)),
                        ('outcome', models.JSONField(blank=True, default=dict)),
                        ('made', models.JSONField(blank=True, default=list)),
                        ('moved_at', models.DateTimeField(blank=True, null=True)),
                        ('created_at', models.DateTimeField()),
                        ('applied_at', models.DateTimeField(blank=True, null=True)),
                        ('expires_at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['organisation', '-created_at'], name='upload_latest_first'),
                            models.Index(fields=['expires_at'], name='upload_expiry'),
                            models.Index(condition=models.Q(('state', 'taking')), fields=['moved_at'], name='upload_under_way'),
                        ],
                    },
                ),
            ],
        ),
    ]
