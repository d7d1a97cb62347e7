import django.db.models.deletion
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('help_requests', '0001_tables'),
    ]

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('candidates', '0001_all_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_all_tables'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='HelpRequest',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate')),
                        ('topic', models.CharField(choices=[('money', 'geldzaken'), ('housing', 'wonen'), ('childcare', 'kinderopvang'), ('language', 'taal, lezen en schrijven'), ('school', 'school of opleiding'), ('care', 'zorg voor anderen'), ('other', 'iets anders')], max_length=12)),
                        ('words', models.CharField(max_length=400)),
                        ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('due_date', models.DateField()),
                        ('state', models.CharField(choices=[('asked', 'gevraagd'), ('running', 'loopt'), ('done', 'gedaan'), ('ended', 'gestopt')], default='asked', max_length=8)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('made_at', models.DateTimeField()),
                        ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['candidate', '-made_at'], name='help_request_of_candidate'),
                            models.Index(condition=models.Q(('state__in', ['asked', 'running'])), fields=['owner', 'due_date'], name='open_help_request_of_owner'),
                            models.Index(fields=['organisation', 'due_date'], name='help_request_by_day'),
                        ],
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='a_help_request_says_what'),
                            models.CheckConstraint(condition=models.Q(models.Q(('state', 'ended'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_help_request_that_ended_says_why'),
                            models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('state__in', ['asked', 'running'])), models.Q(('closed_at__isnull', False), ('state__in', ['done', 'ended'])), _connector='OR'), name='a_closed_help_request_has_a_moment'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "help_requests_helprequestevent" ("candidate_id", "closed_at", "due_date", "id", "made_at", "organisation_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "region_id", "state", "topic", "words") VALUES (NEW."candidate_id", NEW."closed_at", NEW."due_date", NEW."id", NEW."made_at", NEW."organisation_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."region_id", NEW."state", NEW."topic", NEW."words"); RETURN NULL;', hash='5b37cfc9303cce3f2be141294b172b6f85aabb61', operation='INSERT', pgid='pgtrigger_insert_insert_ab1e6', table='help_requests_helprequest', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "help_requests_helprequestevent" ("candidate_id", "closed_at", "due_date", "id", "made_at", "organisation_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "region_id", "state", "topic", "words") VALUES (NEW."candidate_id", NEW."closed_at", NEW."due_date", NEW."id", NEW."made_at", NEW."organisation_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."region_id", NEW."state", NEW."topic", NEW."words"); RETURN NULL;', hash='c8247b8ee1748bcd0fa082663771b7cc2289c576', operation='UPDATE', pgid='pgtrigger_update_update_deab0', table='help_requests_helprequest', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='HelpRequestEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='help_requests.helprequest')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('candidate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate')),
                        ('topic', models.CharField(choices=[('money', 'geldzaken'), ('housing', 'wonen'), ('childcare', 'kinderopvang'), ('language', 'taal, lezen en schrijven'), ('school', 'school of opleiding'), ('care', 'zorg voor anderen'), ('other', 'iets anders')], max_length=12)),
                        ('words', models.CharField(max_length=400)),
                        ('owner', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('due_date', models.DateField()),
                        ('state', models.CharField(choices=[('asked', 'gevraagd'), ('running', 'loopt'), ('done', 'gedaan'), ('ended', 'gestopt')], default='asked', max_length=8)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('made_at', models.DateTimeField()),
                        ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='HandOver',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('help_request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hand_overs', to='help_requests.helprequest')),
                        ('to_account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('to_name', models.CharField(max_length=80)),
                        ('to_work', models.CharField(blank=True, max_length=80)),
                        ('to_email', models.EmailField(blank=True, max_length=254)),
                        ('reach', models.CharField(max_length=200)),
                        ('words', models.CharField(max_length=1000)),
                        ('consent_how', models.CharField(choices=[('talk', 'in een gesprek'), ('call', 'aan de telefoon'), ('written', 'op papier of in een bericht')], max_length=8)),
                        ('consent_date', models.DateField()),
                        ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sent_at', models.DateTimeField()),
                        ('state', models.CharField(choices=[('waiting', 'wacht op antwoord'), ('accepted', 'overgenomen'), ('declined', 'kan het niet overnemen'), ('withdrawn', 'ingetrokken')], default='waiting', max_length=10)),
                        ('answer', models.CharField(blank=True, max_length=300)),
                        ('answered_at', models.DateTimeField(blank=True, null=True)),
                        ('read_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [
                            models.Index(condition=models.Q(('state', 'waiting')), fields=['to_account'], name='hand_over_to_answer'),
                        ],
                        'constraints': [
                            models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'accepted'])), fields=('help_request',), name='a_help_request_is_with_one_professional'),
                            models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='who_declines_says_why'),
                            models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('reach', ''), _negated=True)), name='a_hand_over_says_what_it_is_about'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "help_requests_handoverevent" ("answer", "answered_at", "consent_date", "consent_how", "help_request_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "read_at", "sent_at", "sent_by_id", "state", "to_account_id", "to_email", "to_name", "to_work", "words") VALUES (NEW."answer", NEW."answered_at", NEW."consent_date", NEW."consent_how", NEW."help_request_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reach", NEW."read_at", NEW."sent_at", NEW."sent_by_id", NEW."state", NEW."to_account_id", NEW."to_email", NEW."to_name", NEW."to_work", NEW."words"); RETURN NULL;', hash='c1be28ab3ef39322de8645b5fa7f764223d02109', operation='INSERT', pgid='pgtrigger_insert_insert_74dac', table='help_requests_handover', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "help_requests_handoverevent" ("answer", "answered_at", "consent_date", "consent_how", "help_request_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "read_at", "sent_at", "sent_by_id", "state", "to_account_id", "to_email", "to_name", "to_work", "words") VALUES (NEW."answer", NEW."answered_at", NEW."consent_date", NEW."consent_how", NEW."help_request_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reach", NEW."read_at", NEW."sent_at", NEW."sent_by_id", NEW."state", NEW."to_account_id", NEW."to_email", NEW."to_name", NEW."to_work", NEW."words"); RETURN NULL;', hash='aa18061bdfdcdcc9e70916a50a5a40ba334e1787', operation='UPDATE', pgid='pgtrigger_update_update_c4213', table='help_requests_handover', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='HandOverEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='help_requests.handover')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('help_request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='help_requests.helprequest')),
                        ('to_account', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('to_name', models.CharField(max_length=80)),
                        ('to_work', models.CharField(blank=True, max_length=80)),
                        ('to_email', models.EmailField(blank=True, max_length=254)),
                        ('reach', models.CharField(max_length=200)),
                        ('words', models.CharField(max_length=1000)),
                        ('consent_how', models.CharField(choices=[('talk', 'in een gesprek'), ('call', 'aan de telefoon'), ('written', 'op papier of in een bericht')], max_length=8)),
                        ('consent_date', models.DateField()),
                        ('sent_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sent_at', models.DateTimeField()),
                        ('state', models.CharField(choices=[('waiting', 'wacht op antwoord'), ('accepted', 'overgenomen'), ('declined', 'kan het niet overnemen'), ('withdrawn', 'ingetrokken')], default='waiting', max_length=10)),
                        ('answer', models.CharField(blank=True, max_length=300)),
                        ('answered_at', models.DateTimeField(blank=True, null=True)),
                        ('read_at', models.DateTimeField(blank=True, null=True)),
                    ],
                ),
            ],
        ),
    ]
