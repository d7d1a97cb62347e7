import werktop.audit.keys
import werktop.audit.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('audit', '0001_tables'),
        ('audit', '0003_two_rows_become_one'),
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
                migrations.CreateModel(
                    name='Merge',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(max_length=40)),
                        ('kept_id', models.UUIDField()),
                        ('lost_id', models.UUIDField(unique=True)),
                        ('organisation_id', models.UUIDField()),
                        ('region_id', models.UUIDField()),
                        ('at', models.DateTimeField()),
                        ('by_id', models.UUIDField(null=True)),
                        ('lost_name', models.CharField(max_length=200)),
                        ('identity', models.CharField(blank=True, max_length=64)),
                        ('undo', models.JSONField(blank=True, default=dict)),
                        ('undo_until', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['kind', 'kept_id', 'at'], name='merge_into'),
                            models.Index(condition=models.Q(('identity', ''), _negated=True), fields=['organisation_id', 'identity'], name='merge_identity'),
                            models.Index(fields=['undo_until'], name='merge_to_undo'),
                        ],
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(('kept_id', models.F('lost_id')), _negated=True), name='nothing_is_brought_together_with_itself'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Likeness',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(max_length=40)),
                        ('first_id', models.UUIDField()),
                        ('second_id', models.UUIDField()),
                        ('organisation_id', models.UUIDField()),
                        ('why', models.CharField(blank=True, max_length=40)),
                        ('found_at', models.DateTimeField()),
                        ('apart_at', models.DateTimeField(blank=True, null=True)),
                        ('apart_by_id', models.UUIDField(null=True)),
                    ],
                    options={
                        'indexes': [
                            models.Index(condition=models.Q(('apart_at', None)), fields=['kind', 'organisation_id', 'found_at'], name='likeness_to_look_at'),
                            models.Index(fields=['second_id'], name='likeness_of_the_second'),
                        ],
                        'constraints': [
                            models.UniqueConstraint(fields=('first_id', 'second_id'), name='two_rows_are_compared_once'),
                            models.CheckConstraint(condition=models.Q(('first_id__lt', models.F('second_id'))), name='two_rows_are_compared_in_order'),
                        ],
                    },
                ),
            ],
        ),
    ]
