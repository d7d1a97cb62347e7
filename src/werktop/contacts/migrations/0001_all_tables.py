import django.db.models.deletion
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('contacts', '0001_tables'),
        ('contacts', '0002_when_somebody_was_spoken_to'),
        ('contacts', '0003_who_was_tried_and_not_reached'),
    ]

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('candidates', '0001_all_tables'),
        ('employers', '0001_all_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_all_tables'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='ContactMoment',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('channel', models.CharField(choices=[('visit', 'bezoek'), ('call', 'gebeld'), ('talk', 'gesprek'), ('message', 'bericht'), ('workshop', 'workshop')], max_length=8)),
                        ('happened_at', models.DateTimeField()),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='employers.employer')),
                        ('words', models.TextField(blank=True)),
                        ('is_reached', models.BooleanField(default=True)),
                        ('note_id', models.UUIDField(blank=True, db_index=True, null=True)),
                        ('noted_at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['organisation', '-happened_at', '-id'], name='moment_latest_first'),
                            models.Index(fields=['employer', '-happened_at'], name='moment_of_employer'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='is_with_somebody', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\nIF NEW.employer_id IS NULL\n    AND EXISTS (SELECT FROM contacts_contactmoment WHERE id = NEW.id AND employer_id IS NULL)\n    AND NOT EXISTS (SELECT FROM contacts_momentperson WHERE moment_id = NEW.id)\nTHEN\n    RAISE EXCEPTION 'a contact moment is with somebody' USING ERRCODE = 'check_violation';\nEND IF;\nRETURN NULL;\n", hash='40979eba98ed3c86f2fff469a7ab1c1879e145ce', operation='INSERT OR UPDATE', pgid='pgtrigger_is_with_somebody_9f834', table='contacts_contactmoment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "contacts_contactmomentevent" ("by_id", "channel", "employer_id", "happened_at", "id", "is_reached", "note_id", "noted_at", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "words") VALUES (NEW."by_id", NEW."channel", NEW."employer_id", NEW."happened_at", NEW."id", NEW."is_reached", NEW."note_id", NEW."noted_at", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region_id", NEW."words"); RETURN NULL;', hash='e6499cd0676f0a2a6115b4258dc49627d7193dbf', operation='INSERT', pgid='pgtrigger_insert_insert_a0a85', table='contacts_contactmoment', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "contacts_contactmomentevent" ("by_id", "channel", "employer_id", "happened_at", "id", "is_reached", "note_id", "noted_at", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "words") VALUES (NEW."by_id", NEW."channel", NEW."employer_id", NEW."happened_at", NEW."id", NEW."is_reached", NEW."note_id", NEW."noted_at", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region_id", NEW."words"); RETURN NULL;', hash='47ab0428b72051302a0a9b222023b6165434e0b2', operation='UPDATE', pgid='pgtrigger_update_update_a63fa', table='contacts_contactmoment', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='ContactMomentEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contacts.contactmoment')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('channel', models.CharField(choices=[('visit', 'bezoek'), ('call', 'gebeld'), ('talk', 'gesprek'), ('message', 'bericht'), ('workshop', 'workshop')], max_length=8)),
                        ('happened_at', models.DateTimeField()),
                        ('by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('employer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.employer')),
                        ('words', models.TextField(blank=True)),
                        ('is_reached', models.BooleanField(default=True)),
                        ('note_id', models.UUIDField(blank=True, null=True)),
                        ('noted_at', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='MomentPerson',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('moment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='contacts.contactmoment')),
                        ('candidate', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate')),
                        ('entrepreneur', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='employers.entrepreneur')),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(fields=('moment', 'candidate'), name='a_candidate_once_per_moment'),
                            models.UniqueConstraint(fields=('moment', 'entrepreneur'), name='an_entrepreneur_once_per_moment'),
                            models.CheckConstraint(condition=models.Q(models.Q(('candidate', None), ('entrepreneur__isnull', False)), models.Q(('candidate__isnull', False), ('entrepreneur', None)), _connector='OR'), name='a_person_of_a_moment_is_one'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "contacts_momentpersonevent" ("candidate_id", "entrepreneur_id", "id", "moment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."candidate_id", NEW."entrepreneur_id", NEW."id", NEW."moment_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='57b35ac4efa7d8379fcf7e5d080659b05ffa61a4', operation='INSERT', pgid='pgtrigger_insert_insert_111ff', table='contacts_momentperson', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "contacts_momentpersonevent" ("candidate_id", "entrepreneur_id", "id", "moment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."candidate_id", NEW."entrepreneur_id", NEW."id", NEW."moment_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='02990593eb2807db4c95c985105df546f21f4209', operation='UPDATE', pgid='pgtrigger_update_update_a11d9', table='contacts_momentperson', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='MomentPersonEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contacts.momentperson')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('moment', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.contactmoment')),
                        ('candidate', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate')),
                        ('entrepreneur', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.entrepreneur')),
                    ],
                ),
                migrations.CreateModel(
                    name='Reminder',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('what', models.CharField(max_length=200)),
                        ('due_date', models.DateField()),
                        ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='employers.employer')),
                        ('note_id', models.UUIDField(blank=True, db_index=True, null=True)),
                        ('made_at', models.DateTimeField()),
                        ('done_at', models.DateTimeField(blank=True, null=True)),
                        ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['organisation', 'due_date'], name='reminder_by_day'),
                            models.Index(condition=models.Q(('done_at', None)), fields=['owner', 'due_date'], name='open_reminder_of_owner'),
                        ],
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='a_reminder_says_what'),
                            models.CheckConstraint(condition=models.Q(('done_by', None), ('done_at__isnull', False), _connector='OR'), name='who_did_it_did_it'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "contacts_reminderevent" ("done_at", "done_by_id", "due_date", "employer_id", "id", "made_at", "note_id", "organisation_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "what") VALUES (NEW."done_at", NEW."done_by_id", NEW."due_date", NEW."employer_id", NEW."id", NEW."made_at", NEW."note_id", NEW."organisation_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region_id", NEW."what"); RETURN NULL;', hash='d1d511da665dadc0f3581eda7cabdde2fc23cd38', operation='INSERT', pgid='pgtrigger_insert_insert_37e83', table='contacts_reminder', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "contacts_reminderevent" ("done_at", "done_by_id", "due_date", "employer_id", "id", "made_at", "note_id", "organisation_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "what") VALUES (NEW."done_at", NEW."done_by_id", NEW."due_date", NEW."employer_id", NEW."id", NEW."made_at", NEW."note_id", NEW."organisation_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region_id", NEW."what"); RETURN NULL;', hash='0634f457941f293613b8fe5a20735ed15814ce91', operation='UPDATE', pgid='pgtrigger_update_update_69eba', table='contacts_reminder', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='ReminderEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contacts.reminder')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('what', models.CharField(max_length=200)),
                        ('due_date', models.DateField()),
                        ('owner', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('employer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.employer')),
                        ('note_id', models.UUIDField(blank=True, null=True)),
                        ('made_at', models.DateTimeField()),
                        ('done_at', models.DateTimeField(blank=True, null=True)),
                        ('done_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='ReminderPerson',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('reminder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='contacts.reminder')),
                        ('candidate', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate')),
                        ('entrepreneur', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='employers.entrepreneur')),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(fields=('reminder', 'candidate'), name='a_candidate_once_per_reminder'),
                            models.UniqueConstraint(fields=('reminder', 'entrepreneur'), name='an_entrepreneur_once_per_reminder'),
                            models.CheckConstraint(condition=models.Q(models.Q(('candidate', None), ('entrepreneur__isnull', False)), models.Q(('candidate__isnull', False), ('entrepreneur', None)), _connector='OR'), name='a_person_of_a_reminder_is_one'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "contacts_reminderpersonevent" ("candidate_id", "entrepreneur_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminder_id") VALUES (NEW."candidate_id", NEW."entrepreneur_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reminder_id"); RETURN NULL;', hash='ed07438cf39bca458a863a3cd98bcabca5f5d9ec', operation='INSERT', pgid='pgtrigger_insert_insert_fc50b', table='contacts_reminderperson', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "contacts_reminderpersonevent" ("candidate_id", "entrepreneur_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminder_id") VALUES (NEW."candidate_id", NEW."entrepreneur_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reminder_id"); RETURN NULL;', hash='c2e733a77aab76daff95397478f1a7c0e05212b6', operation='UPDATE', pgid='pgtrigger_update_update_82b9b', table='contacts_reminderperson', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='ReminderPersonEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contacts.reminderperson')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('reminder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.reminder')),
                        ('candidate', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate')),
                        ('entrepreneur', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.entrepreneur')),
                    ],
                ),
            ],
        ),
    ]
