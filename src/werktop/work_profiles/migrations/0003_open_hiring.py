import django.db.models.deletion
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('candidates', '0016_own_writings'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0003_marks_alike'),
        ('work_profiles', '0002_functions'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='SignUp',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('number', models.PositiveIntegerField()),
                        ('place', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('state', models.CharField(choices=[('waiting', 'wacht op de beurt'), ('offered', 'het werk is aangeboden'), ('agreed', 'zegt ja'), ('started', 'is begonnen'), ('declined', 'ziet ervan af')], default='waiting', max_length=8)),
                        ('asked_how', models.CharField(choices=[('talk', 'in een gesprek'), ('call', 'aan de telefoon'), ('written', 'op papier of in een bericht')], max_length=8)),
                        ('signed_at', models.DateTimeField()),
                        ('offered_at', models.DateTimeField(blank=True, null=True)),
                        ('answered_at', models.DateTimeField(blank=True, null=True)),
                        ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sign_ups', to='work_profiles.workprofile')),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['candidate'], name='sign_up_of_candidate')],
                        'constraints': [models.UniqueConstraint(fields=('profile', 'number'), name='a_turn_is_given_once'), models.UniqueConstraint(condition=models.Q(('state', 'declined'), _negated=True), fields=('profile', 'candidate'), name='a_candidate_stands_in_a_queue_once'), models.UniqueConstraint(condition=models.Q(('place__isnull', False)), fields=('profile', 'place'), name='a_place_is_offered_to_one_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('offered_at__isnull', False), ('place__gte', 1), ('state__in', ('offered', 'agreed', 'started'))), models.Q(models.Q(('state__in', ('offered', 'agreed', 'started')), _negated=True), ('place', None)), _connector='OR'), name='who_was_offered_work_has_a_place')],
                        'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "work_profiles_signupevent" ("answered_at", "asked_how", "candidate_id", "id", "number", "offered_at", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "profile_id", "region_id", "signed_at", "signed_by_id", "state") VALUES (NEW."answered_at", NEW."asked_how", NEW."candidate_id", NEW."id", NEW."number", NEW."offered_at", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."profile_id", NEW."region_id", NEW."signed_at", NEW."signed_by_id", NEW."state"); RETURN NULL;', hash='b31fb786d421fba1ef45120c5bdd0f25ecf34b08', operation='INSERT', pgid='pgtrigger_insert_insert_5fa06', table='work_profiles_signup', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "work_profiles_signupevent" ("answered_at", "asked_how", "candidate_id", "id", "number", "offered_at", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "profile_id", "region_id", "signed_at", "signed_by_id", "state") VALUES (NEW."answered_at", NEW."asked_how", NEW."candidate_id", NEW."id", NEW."number", NEW."offered_at", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."profile_id", NEW."region_id", NEW."signed_at", NEW."signed_by_id", NEW."state"); RETURN NULL;', hash='723dbe88053855f3633edb70696a10bfb94b1356', operation='UPDATE', pgid='pgtrigger_update_update_f54d8', table='work_profiles_signup', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='SignUpEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('number', models.PositiveIntegerField()),
                        ('place', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('state', models.CharField(choices=[('waiting', 'wacht op de beurt'), ('offered', 'het werk is aangeboden'), ('agreed', 'zegt ja'), ('started', 'is begonnen'), ('declined', 'ziet ervan af')], default='waiting', max_length=8)),
                        ('asked_how', models.CharField(choices=[('talk', 'in een gesprek'), ('call', 'aan de telefoon'), ('written', 'op papier of in een bericht')], max_length=8)),
                        ('signed_at', models.DateTimeField()),
                        ('offered_at', models.DateTimeField(blank=True, null=True)),
                        ('answered_at', models.DateTimeField(blank=True, null=True)),
                        ('candidate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate')),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='work_profiles.signup')),
                        ('profile', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='work_profiles.workprofile')),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('signed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
