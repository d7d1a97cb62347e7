import django.db.models.deletion
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('candidates', '0001_all_tables'),
        ('employers', '0001_all_tables'),
        ('gatherings', '0001_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_all_tables'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='MatchRun',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='gatherings.gathering')),
                        ('made_at', models.DateTimeField()),
                        ('report', models.JSONField(default=dict)),
                    ],
                ),
                migrations.CreateModel(
                    name='FollowUp',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='gatherings.gathering')),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate')),
                        ('entrepreneur', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='employers.entrepreneur')),
                        ('ground', models.CharField(choices=[('agreed', 'aan tafel afgesproken'), ('mutual', 'beiden willen verder praten'), ('host', 'de tafelhost zag dat het klikte'), ('call', 'de ondernemer wil graag: wij bellen'), ('network', 'via het netwerk van een ondernemer'), ('by_hand', 'door een collega voorgesteld')], max_length=8)),
                        ('status', models.CharField(choices=[('proposed', 'voorgesteld'), ('dropped', 'gaat niet door'), ('sent', 'afgesproken'), ('unsuitable', 'komt niet uit'), ('declined', 'gaat toch niet door'), ('held', 'geweest')], default='proposed', max_length=12)),
                        ('starts_at', models.DateTimeField(blank=True, null=True)),
                        ('ends_at', models.DateTimeField(blank=True, null=True)),
                        ('place', models.CharField(blank=True, max_length=160)),
                        ('words', models.CharField(blank=True, max_length=300)),
                        ('unsuitable_by', models.CharField(blank=True, max_length=12)),
                        ('called_off_at', models.DateTimeField(blank=True, null=True)),
                        ('called_off_starts_at', models.DateTimeField(blank=True, null=True)),
                        ('called_off_ends_at', models.DateTimeField(blank=True, null=True)),
                        ('called_off_noted_by', models.CharField(blank=True, max_length=12)),
                        ('call_candidate_from_at', models.DateTimeField(blank=True, null=True)),
                        ('call_entrepreneur_from_at', models.DateTimeField(blank=True, null=True)),
                        ('called_candidate_at', models.DateTimeField(blank=True, null=True)),
                        ('called_entrepreneur_at', models.DateTimeField(blank=True, null=True)),
                        ('outcome', models.CharField(blank=True, choices=[('talk_on', 'ze praten verder'), ('try_out', 'meelopen of proefplaatsing'), ('work', 'aan het werk'), ('no_fit', 'past niet'), ('not_held', 'niet doorgegaan')], max_length=12)),
                        ('outcome_words', models.CharField(blank=True, max_length=300)),
                        ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('made_at', models.DateTimeField()),
                        ('sent_at', models.DateTimeField(blank=True, null=True)),
                        ('agreed_at', models.DateTimeField(blank=True, null=True)),
                        ('outcome_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['gathering', 'status'], name='follow_up_by_status'),
                        ],
                        'constraints': [
                            models.UniqueConstraint(fields=('gathering', 'candidate', 'entrepreneur'), name='one_follow_up_per_pair_per_gathering'),
                            models.CheckConstraint(condition=models.Q(models.Q(('ends_at__isnull', True), ('starts_at__isnull', True)), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='a_follow_up_ends_after_it_starts'),
                            models.CheckConstraint(condition=models.Q(('outcome', ''), ('outcome_at__isnull', False), _connector='OR'), name='an_outcome_has_a_moment'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "matches_followupevent" ("agreed_at", "call_candidate_from_at", "call_entrepreneur_from_at", "called_candidate_at", "called_entrepreneur_at", "called_off_at", "called_off_ends_at", "called_off_noted_by", "called_off_starts_at", "candidate_id", "ends_at", "entrepreneur_id", "gathering_id", "ground", "id", "made_at", "made_by_id", "organisation_id", "outcome", "outcome_at", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "region_id", "sent_at", "starts_at", "status", "unsuitable_by", "words") VALUES (NEW."agreed_at", NEW."call_candidate_from_at", NEW."call_entrepreneur_from_at", NEW."called_candidate_at", NEW."called_entrepreneur_at", NEW."called_off_at", NEW."called_off_ends_at", NEW."called_off_noted_by", NEW."called_off_starts_at", NEW."candidate_id", NEW."ends_at", NEW."entrepreneur_id", NEW."gathering_id", NEW."ground", NEW."id", NEW."made_at", NEW."made_by_id", NEW."organisation_id", NEW."outcome", NEW."outcome_at", NEW."outcome_words", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."region_id", NEW."sent_at", NEW."starts_at", NEW."status", NEW."unsuitable_by", NEW."words"); RETURN NULL;', hash='b8654ea0681b317a0589e78254a0f7816d28b600', operation='INSERT', pgid='pgtrigger_insert_insert_09350', table='matches_followup', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "matches_followupevent" ("agreed_at", "call_candidate_from_at", "call_entrepreneur_from_at", "called_candidate_at", "called_entrepreneur_at", "called_off_at", "called_off_ends_at", "called_off_noted_by", "called_off_starts_at", "candidate_id", "ends_at", "entrepreneur_id", "gathering_id", "ground", "id", "made_at", "made_by_id", "organisation_id", "outcome", "outcome_at", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "region_id", "sent_at", "starts_at", "status", "unsuitable_by", "words") VALUES (NEW."agreed_at", NEW."call_candidate_from_at", NEW."call_entrepreneur_from_at", NEW."called_candidate_at", NEW."called_entrepreneur_at", NEW."called_off_at", NEW."called_off_ends_at", NEW."called_off_noted_by", NEW."called_off_starts_at", NEW."candidate_id", NEW."ends_at", NEW."entrepreneur_id", NEW."gathering_id", NEW."ground", NEW."id", NEW."made_at", NEW."made_by_id", NEW."organisation_id", NEW."outcome", NEW."outcome_at", NEW."outcome_words", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."region_id", NEW."sent_at", NEW."starts_at", NEW."status", NEW."unsuitable_by", NEW."words"); RETURN NULL;', hash='e2925148321ab5e07fbf18d0c63ce1986e0b8913', operation='UPDATE', pgid='pgtrigger_update_update_c0dc7', table='matches_followup', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='FollowUpEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='matches.followup')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('gathering', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='gatherings.gathering')),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('candidate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate')),
                        ('entrepreneur', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.entrepreneur')),
                        ('ground', models.CharField(choices=[('agreed', 'aan tafel afgesproken'), ('mutual', 'beiden willen verder praten'), ('host', 'de tafelhost zag dat het klikte'), ('call', 'de ondernemer wil graag: wij bellen'), ('network', 'via het netwerk van een ondernemer'), ('by_hand', 'door een collega voorgesteld')], max_length=8)),
                        ('status', models.CharField(choices=[('proposed', 'voorgesteld'), ('dropped', 'gaat niet door'), ('sent', 'afgesproken'), ('unsuitable', 'komt niet uit'), ('declined', 'gaat toch niet door'), ('held', 'geweest')], default='proposed', max_length=12)),
                        ('starts_at', models.DateTimeField(blank=True, null=True)),
                        ('ends_at', models.DateTimeField(blank=True, null=True)),
                        ('place', models.CharField(blank=True, max_length=160)),
                        ('words', models.CharField(blank=True, max_length=300)),
                        ('unsuitable_by', models.CharField(blank=True, max_length=12)),
                        ('called_off_at', models.DateTimeField(blank=True, null=True)),
                        ('called_off_starts_at', models.DateTimeField(blank=True, null=True)),
                        ('called_off_ends_at', models.DateTimeField(blank=True, null=True)),
                        ('called_off_noted_by', models.CharField(blank=True, max_length=12)),
                        ('call_candidate_from_at', models.DateTimeField(blank=True, null=True)),
                        ('call_entrepreneur_from_at', models.DateTimeField(blank=True, null=True)),
                        ('called_candidate_at', models.DateTimeField(blank=True, null=True)),
                        ('called_entrepreneur_at', models.DateTimeField(blank=True, null=True)),
                        ('outcome', models.CharField(blank=True, choices=[('talk_on', 'ze praten verder'), ('try_out', 'meelopen of proefplaatsing'), ('work', 'aan het werk'), ('no_fit', 'past niet'), ('not_held', 'niet doorgegaan')], max_length=12)),
                        ('outcome_words', models.CharField(blank=True, max_length=300)),
                        ('made_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('made_at', models.DateTimeField()),
                        ('sent_at', models.DateTimeField(blank=True, null=True)),
                        ('agreed_at', models.DateTimeField(blank=True, null=True)),
                        ('outcome_at', models.DateTimeField(blank=True, null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='FreeBlock',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='gatherings.gathering')),
                        ('entrepreneur', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='employers.entrepreneur')),
                        ('starts_at', models.DateTimeField()),
                        ('ends_at', models.DateTimeField()),
                        ('taken_by', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='block', to='matches.followup')),
                        ('is_offered', models.BooleanField(default=True)),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(fields=('entrepreneur', 'starts_at'), name='one_free_block_per_entrepreneur_and_start'),
                            models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='a_free_block_ends_after_it_starts'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='goes_with_its_talk', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT NEW."is_offered" AND NEW."taken_by_id" IS NULL)', func='DELETE FROM matches_freeblock WHERE id = NEW.id; RETURN NULL;', hash='c269c34019d2630637d073b037e988fa81a45618', operation='UPDATE', pgid='pgtrigger_goes_with_its_talk_67180', table='matches_freeblock', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "matches_freeblockevent" ("ends_at", "entrepreneur_id", "gathering_id", "id", "is_offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "taken_by_id") VALUES (NEW."ends_at", NEW."entrepreneur_id", NEW."gathering_id", NEW."id", NEW."is_offered", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_at", NEW."taken_by_id"); RETURN NULL;', hash='eb3526a4956209149becffb98039e1b678148df6', operation='INSERT', pgid='pgtrigger_insert_insert_e035e', table='matches_freeblock', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "matches_freeblockevent" ("ends_at", "entrepreneur_id", "gathering_id", "id", "is_offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "taken_by_id") VALUES (NEW."ends_at", NEW."entrepreneur_id", NEW."gathering_id", NEW."id", NEW."is_offered", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_at", NEW."taken_by_id"); RETURN NULL;', hash='6c6f131e6d76ba63ea38bc8f8c5bf8cb270ace15', operation='UPDATE', pgid='pgtrigger_update_update_f0a07', table='matches_freeblock', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='FreeBlockEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='matches.freeblock')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('gathering', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='gatherings.gathering')),
                        ('entrepreneur', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.entrepreneur')),
                        ('starts_at', models.DateTimeField()),
                        ('ends_at', models.DateTimeField()),
                        ('taken_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='matches.followup')),
                        ('is_offered', models.BooleanField(default=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='ThanksCall',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='gatherings.gathering')),
                        ('entrepreneur', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='employers.entrepreneur')),
                        ('made_at', models.DateTimeField()),
                        ('called_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(fields=('gathering', 'entrepreneur'), name='one_call_of_thanks_per_entrepreneur_and_gathering'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "matches_thankscallevent" ("called_at", "entrepreneur_id", "gathering_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."called_at", NEW."entrepreneur_id", NEW."gathering_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='702c7c680199ba4f6ea3e9c560f31fb0ff5e5d4d', operation='INSERT', pgid='pgtrigger_insert_insert_a9f40', table='matches_thankscall', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "matches_thankscallevent" ("called_at", "entrepreneur_id", "gathering_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."called_at", NEW."entrepreneur_id", NEW."gathering_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='bb4ef733681c0dd38838e3f88eff5872fd79ad8c', operation='UPDATE', pgid='pgtrigger_update_update_a2656', table='matches_thankscall', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='ThanksCallEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='matches.thankscall')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('gathering', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='gatherings.gathering')),
                        ('entrepreneur', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.entrepreneur')),
                        ('made_at', models.DateTimeField()),
                        ('called_at', models.DateTimeField(blank=True, null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='NextStep',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='gatherings.gathering')),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate')),
                        ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reason', models.CharField(choices=[('talk_over', 'napraten'), ('asked', 'een ondernemer wil graag verder'), ('network', 'via het netwerk van een ondernemer'), ('declined', 'ziet af van een gesprek'), ('talk_off', 'een gesprek ging niet door')], default='talk_over', max_length=9)),
                        ('introducer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='employers.entrepreneur')),
                        ('firm', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='employers.employer')),
                        ('words', models.CharField(blank=True, max_length=300)),
                        ('is_chosen', models.BooleanField(default=False)),
                        ('made_at', models.DateTimeField()),
                        ('told_at', models.DateTimeField(blank=True, null=True)),
                        ('done_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(condition=models.Q(('done_at__isnull', True)), fields=('gathering', 'candidate'), name='one_open_next_step_per_candidate_per_gathering'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "matches_nextstepevent" ("candidate_id", "done_at", "firm_id", "gathering_id", "id", "introducer_id", "is_chosen", "made_at", "organisation_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "region_id", "told_at", "words") VALUES (NEW."candidate_id", NEW."done_at", NEW."firm_id", NEW."gathering_id", NEW."id", NEW."introducer_id", NEW."is_chosen", NEW."made_at", NEW."organisation_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."region_id", NEW."told_at", NEW."words"); RETURN NULL;', hash='214c08a8db91008059f4b505cae27b505c0af9f4', operation='INSERT', pgid='pgtrigger_insert_insert_70894', table='matches_nextstep', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "matches_nextstepevent" ("candidate_id", "done_at", "firm_id", "gathering_id", "id", "introducer_id", "is_chosen", "made_at", "organisation_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "region_id", "told_at", "words") VALUES (NEW."candidate_id", NEW."done_at", NEW."firm_id", NEW."gathering_id", NEW."id", NEW."introducer_id", NEW."is_chosen", NEW."made_at", NEW."organisation_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."region_id", NEW."told_at", NEW."words"); RETURN NULL;', hash='65d0d09925bff55c9e47c32930c79c2168145f98', operation='UPDATE', pgid='pgtrigger_update_update_a7ab9', table='matches_nextstep', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='NextStepEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='matches.nextstep')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('gathering', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='gatherings.gathering')),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('candidate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate')),
                        ('owner', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reason', models.CharField(choices=[('talk_over', 'napraten'), ('asked', 'een ondernemer wil graag verder'), ('network', 'via het netwerk van een ondernemer'), ('declined', 'ziet af van een gesprek'), ('talk_off', 'een gesprek ging niet door')], default='talk_over', max_length=9)),
                        ('introducer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.entrepreneur')),
                        ('firm', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.employer')),
                        ('words', models.CharField(blank=True, max_length=300)),
                        ('is_chosen', models.BooleanField(default=False)),
                        ('made_at', models.DateTimeField()),
                        ('told_at', models.DateTimeField(blank=True, null=True)),
                        ('done_at', models.DateTimeField(blank=True, null=True)),
                    ],
                ),
            ],
        ),
    ]
