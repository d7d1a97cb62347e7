import werktop.audit.keys
import werktop.audit.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('audit', '0001_initial'),
        ('audit', '0009_whose_people_were_seen'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='Entry',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('verb', models.CharField(max_length=80)),
                        ('about_kind', models.CharField(max_length=40)),
                        ('about_id', models.UUIDField(null=True)),
                        ('actor_kind', models.CharField(max_length=20)),
                        ('actor_id', models.UUIDField(null=True)),
                        ('organisation_id', models.UUIDField(null=True)),
                        ('region_id', models.UUIDField(null=True)),
                        ('detail', models.JSONField(default=dict)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['about_kind', 'about_id', '-at'], name='entry_about_latest_first'),
                            models.Index(fields=['organisation_id', '-at'], name='entry_organisation_latest'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='PersonalView',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('page', models.CharField(max_length=100)),
                        ('about_kind', models.CharField(max_length=40)),
                        ('about_ids', models.JSONField(default=list)),
                        ('actor_kind', models.CharField(max_length=20)),
                        ('actor_id', models.UUIDField(null=True)),
                        ('organisation_id', models.UUIDField(null=True)),
                        ('about_organisation_id', models.UUIDField(null=True)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['-at'], name='personal_view_latest_first'),
                            models.Index(fields=['about_organisation_id', '-at'], name='personal_view_of_whose_people'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Receipt',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('actor_id', models.UUIDField(null=True)),
                        ('verb', models.CharField(max_length=80)),
                        ('content_hash', models.CharField(max_length=64)),
                        ('outcome', models.JSONField(null=True)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['at'], name='receipt_moment'),
                        ],
                    },
                ),
            ],
        ),
    ]
