"""A paper may be what work asks, until its last day; what somebody can or may is noted by hand; a talent was seen in several places.

People are found by what they may (`may:` and the code of the requirement, with all that follows from it).
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


MARKS = """
CREATE OR REPLACE FUNCTION candidate_marks(one candidates_candidate) RETURNS text[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT mark), '{}') FROM (
        SELECT 'term:' || term_id AS mark FROM candidates_candidateterm WHERE candidate_id = one.id
        UNION ALL SELECT 'lang:' || unnest(one.languages)
        UNION ALL SELECT 'licence:' || unnest(one.driving_licences)
        UNION ALL SELECT 'dutch:' || level FROM generate_series(1, 9) level WHERE level <= one.dutch_spoken
        UNION ALL SELECT 'with:' || coalesce(one.assigned_to_id::text, 'nobody')
        UNION ALL SELECT 'in:' || municipality_code FROM regions_postcodearea
            WHERE pc4 = left(one.postcode, 4) AND municipality_code <> ''
        UNION ALL SELECT 'asks:' || word FROM (VALUES
            ('step_free', one.is_step_free_needed), ('interpreter', one.is_interpreter_needed),
            ('childcare', one.is_childcare_needed), ('travel', one.is_travel_paid), ('companion', one.has_companion)
        ) AS asked (word, is_asked) WHERE is_asked
        UNION ALL SELECT 'hours:' || most FROM candidates_wish, (VALUES (1, 12), (13, 24), (25, 32), (33, 60))
            AS band (least, most) WHERE candidate_id = one.id
            AND coalesce(hours_min, hours_max) <= band.most AND coalesce(hours_max, hours_min) >= band.least
        UNION ALL SELECT 'day:' || unnest(days) FROM candidates_wish WHERE candidate_id = one.id
        UNION ALL SELECT 'km:' || km FROM candidates_wish, unnest(ARRAY[5, 10, 20, 40]) km
            WHERE candidate_id = one.id AND most_km >= km
        UNION ALL SELECT 'by:' || unnest(travels_by) FROM candidates_wish WHERE candidate_id = one.id
        UNION ALL SELECT 'daypart:' || unnest(day_parts) FROM candidates_wish WHERE candidate_id = one.id
        UNION ALL SELECT 'workform:' || unnest(work_forms) FROM candidates_wish WHERE candidate_id = one.id
        UNION ALL SELECT 'occupation:' || occupation_id FROM candidates_wishedoccupation WHERE candidate_id = one.id
        UNION ALL SELECT 'paper:' || kind FROM candidates_certificate WHERE candidate_id = one.id
        UNION ALL (
            WITH RECURSIVE had (code, implies) AS (
                SELECT code, implies FROM catalogue_requirement asked WHERE (
                    id IN (SELECT requirement_id FROM candidates_certificate
                        WHERE candidate_id = one.id AND NOT is_lapsed AND requirement_id IS NOT NULL)
                    OR id IN (SELECT requirement_id FROM candidates_hasrequirement
                        WHERE candidate_id = one.id AND answer = 'yes')
                    OR code IN (SELECT 'rijbewijs-' || lower(kind) FROM unnest(one.driving_licences) AS kind)
                ) AND id NOT IN (SELECT requirement_id FROM candidates_hasrequirement
                    WHERE candidate_id = one.id AND answer = 'no')
                UNION SELECT implied.code, implied.implies FROM had
                    JOIN catalogue_requirement implied ON implied.code = ANY (string_to_array(had.implies, ' '))
            ) SELECT 'may:' || code FROM had
        )
        UNION ALL SELECT 'need:' || kind FROM candidates_need WHERE candidate_id = one.id AND done_date IS NULL
        UNION ALL SELECT CASE WHEN EXISTS (
            SELECT FROM candidates_planstep WHERE candidate_id = one.id AND done_date IS NULL
        ) THEN 'plan:runs' ELSE 'plan:none' END
    ) AS said
$$;
"""
TRIGGERS = """
CREATE TRIGGER picture_grows AFTER INSERT ON candidates_hasrequirement REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
CREATE TRIGGER picture_changes AFTER UPDATE ON candidates_hasrequirement REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
CREATE TRIGGER picture_shrinks AFTER DELETE ON candidates_hasrequirement REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
"""
AGAIN = "UPDATE candidates_candidate SET marks = marks WHERE driving_licences <> '{}'"


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('candidates', '0007_wishes_and_occupations'),
        ('catalogue', '0001_all_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='candidateterm',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='candidateterm',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='candidateterm',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='certificate',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='certificate',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='certificate',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='candidateterm',
            name='also_seen',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('own_words', 'zelf verteld'), ('table', 'aan tafel gezien'), ('workplace', 'op het werk gezien'), ('course', 'in een cursus gezien'), ('colleague', 'gezien door een collega'), ('file', 'uit een bestand')], max_length=12), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='candidatetermevent',
            name='also_seen',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('own_words', 'zelf verteld'), ('table', 'aan tafel gezien'), ('workplace', 'op het werk gezien'), ('course', 'in een cursus gezien'), ('colleague', 'gezien door een collega'), ('file', 'uit een bestand')], max_length=12), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='certificate',
            name='is_lapsed',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='certificate',
            name='requirement',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.requirement'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='valid_until',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='certificateevent',
            name='is_lapsed',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='certificateevent',
            name='requirement',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.requirement'),
        ),
        migrations.AddField(
            model_name='certificateevent',
            name='valid_until',
            field=models.DateField(blank=True, null=True),
        ),
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='HasRequirement',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('source', models.CharField(choices=[('own_words', 'zelf verteld'), ('table', 'aan tafel gezien'), ('workplace', 'op het werk gezien'), ('course', 'in een cursus gezien'), ('colleague', 'gezien door een collega'), ('file', 'uit een bestand')], default='own_words', max_length=12)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('noted_at', models.DateTimeField()),
                        ('answer', models.CharField(choices=[('yes', 'ja'), ('no', 'nee'), ('unknown', 'weten we niet')], max_length=8)),
                        ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate')),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('requirement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.requirement')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('candidate', 'requirement'), name='a_requirement_once_per_candidate')],
                        'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_hasrequirementevent" ("answer", "candidate_id", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "requirement_id", "source") VALUES (NEW."answer", NEW."candidate_id", NEW."id", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."requirement_id", NEW."source"); RETURN NULL;', hash='0dbca5e6d1e2bee3e2f6a42369fb50145d92a2c6', operation='INSERT', pgid='pgtrigger_insert_insert_40004', table='candidates_hasrequirement', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_hasrequirementevent" ("answer", "candidate_id", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "requirement_id", "source") VALUES (NEW."answer", NEW."candidate_id", NEW."id", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."requirement_id", NEW."source"); RETURN NULL;', hash='b999ca1d78178e11b7811d194569f52fcfdd67da', operation='UPDATE', pgid='pgtrigger_update_update_9cc1a', table='candidates_hasrequirement', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_hasrequirementevent" ("answer", "candidate_id", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "requirement_id", "source") VALUES (OLD."answer", OLD."candidate_id", OLD."id", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."requirement_id", OLD."source"); RETURN NULL;', hash='5e97657aa24e7c05091299820ef62c05962137e7', operation='DELETE', pgid='pgtrigger_delete_delete_1e155', table='candidates_hasrequirement', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='HasRequirementEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('source', models.CharField(choices=[('own_words', 'zelf verteld'), ('table', 'aan tafel gezien'), ('workplace', 'op het werk gezien'), ('course', 'in een cursus gezien'), ('colleague', 'gezien door een collega'), ('file', 'uit een bestand')], default='own_words', max_length=12)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('noted_at', models.DateTimeField()),
                        ('answer', models.CharField(choices=[('yes', 'ja'), ('no', 'nee'), ('unknown', 'weten we niet')], max_length=8)),
                        ('candidate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate')),
                        ('noted_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='candidates.hasrequirement')),
                        ('requirement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.requirement')),
                    ],
                ),
            ],
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(condition=models.Q(('valid_until__isnull', False)), fields=['valid_until'], name='certificate_that_ends'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until', None), ('got_date', None), ('got_date__lte', models.F('valid_until')), _connector='OR'), name='a_certificate_ends_after_it_was_got'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidateterm',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_candidatetermevent" ("also_seen", "candidate_id", "id", "level", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "term_id") VALUES (NEW."also_seen", NEW."candidate_id", NEW."id", NEW."level", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."source", NEW."term_id"); RETURN NULL;', hash='43779172f7fac3af38070db1db307676cb9e26ec', operation='INSERT', pgid='pgtrigger_insert_insert_e3361', table='candidates_candidateterm', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidateterm',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_candidatetermevent" ("also_seen", "candidate_id", "id", "level", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "term_id") VALUES (NEW."also_seen", NEW."candidate_id", NEW."id", NEW."level", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."source", NEW."term_id"); RETURN NULL;', hash='b9616068d226b0bfd7c91e20c4d81e037926a27f', operation='UPDATE', pgid='pgtrigger_update_update_3377e', table='candidates_candidateterm', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidateterm',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_candidatetermevent" ("also_seen", "candidate_id", "id", "level", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "term_id") VALUES (OLD."also_seen", OLD."candidate_id", OLD."id", OLD."level", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."source", OLD."term_id"); RETURN NULL;', hash='8fec9603e5609056d71351fb9fc12a1bebe5387b', operation='DELETE', pgid='pgtrigger_delete_delete_20062', table='candidates_candidateterm', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certificate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_certificateevent" ("candidate_id", "got_date", "id", "is_lapsed", "kind", "name", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "requirement_id", "source", "valid_until") VALUES (NEW."candidate_id", NEW."got_date", NEW."id", NEW."is_lapsed", NEW."kind", NEW."name", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."requirement_id", NEW."source", NEW."valid_until"); RETURN NULL;', hash='5c527265df0de88c20754656ebf7ccdd87a7b08f', operation='INSERT', pgid='pgtrigger_insert_insert_2b38a', table='candidates_certificate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certificate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_certificateevent" ("candidate_id", "got_date", "id", "is_lapsed", "kind", "name", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "requirement_id", "source", "valid_until") VALUES (NEW."candidate_id", NEW."got_date", NEW."id", NEW."is_lapsed", NEW."kind", NEW."name", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."requirement_id", NEW."source", NEW."valid_until"); RETURN NULL;', hash='158a88056cb33f6f0cbde90794334c418b886e7a', operation='UPDATE', pgid='pgtrigger_update_update_1be70', table='candidates_certificate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certificate',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_certificateevent" ("candidate_id", "got_date", "id", "is_lapsed", "kind", "name", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "requirement_id", "source", "valid_until") VALUES (OLD."candidate_id", OLD."got_date", OLD."id", OLD."is_lapsed", OLD."kind", OLD."name", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."requirement_id", OLD."source", OLD."valid_until"); RETURN NULL;', hash='60967b3615df5439490ef36c80fad4389c2f2d2c', operation='DELETE', pgid='pgtrigger_delete_delete_3e2f2', table='candidates_certificate', when='AFTER')),
        ),
        migrations.RunSQL(MARKS + TRIGGERS, migrations.RunSQL.noop),
        migrations.RunSQL(AGAIN, migrations.RunSQL.noop),
    ]
