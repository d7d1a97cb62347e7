import django.db.models.deletion
import werktop.audit.keys
import werktop.audit.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('regions', '0001_all_tables'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='Message',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('channel', models.CharField(choices=[('email', 'e-mail'), ('sms', 'sms'), ('letter', 'brief'), ('call', 'bellen')], max_length=8)),
                        ('to_kind', models.CharField(max_length=20)),
                        ('to_id', models.UUIDField()),
                        ('to_name', models.CharField(max_length=160)),
                        ('to_address', models.CharField(max_length=320)),
                        ('language', models.CharField(default='nl', max_length=8)),
                        ('subject', models.CharField(blank=True, max_length=160)),
                        ('body', models.TextField()),
                        ('calendar', models.TextField(blank=True)),
                        ('about_kind', models.CharField(max_length=40)),
                        ('about_id', models.UUIDField()),
                        ('purpose', models.CharField(max_length=40)),
                        ('message_id', models.CharField(max_length=120, unique=True)),
                        ('status', models.CharField(choices=[('waiting', 'wacht op verzending'), ('sent', 'verstuurd'), ('failed', 'niet aangekomen'), ('withdrawn', 'ingetrokken'), ('too_late', 'te laat')], default='waiting', max_length=12)),
                        ('not_before_at', models.DateTimeField(blank=True, null=True)),
                        ('reckons_with_at', models.DateTimeField(blank=True, null=True)),
                        ('created_at', models.DateTimeField()),
                        ('sent_at', models.DateTimeField(blank=True, null=True)),
                        ('tries', models.PositiveSmallIntegerField(default=0)),
                        ('last_fault', models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['about_kind', 'about_id'], name='message_about'),
                            models.Index(fields=['to_kind', 'to_id'], name='message_to'),
                            models.Index(condition=models.Q(('status', 'waiting')), fields=['created_at'], name='message_waiting'),
                        ],
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(models.Q(('status', 'sent'), _negated=True), ('sent_at__isnull', False), _connector='OR'), name='a_sent_message_has_a_moment'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Link',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('purpose', models.CharField(max_length=24)),
                        ('holder_kind', models.CharField(max_length=20)),
                        ('holder_id', models.UUIDField()),
                        ('about_kind', models.CharField(max_length=40)),
                        ('about_id', models.UUIDField()),
                        ('made_at', models.DateTimeField()),
                        ('expires_at', models.DateTimeField()),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                        ('language', models.CharField(default='nl', max_length=8)),
                        ('reach', models.CharField(blank=True, default='', max_length=40)),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('purpose', 'holder_kind', 'holder_id', 'about_id', 'reach'), name='one_working_link_per_purpose_holder_thing_and_address'),
                        ],
                    },
                ),
            ],
        ),
    ]
