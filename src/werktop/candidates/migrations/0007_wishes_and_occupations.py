"""Wishes get forms of work, parts of the day and the six means of travel; the occupations that somebody wants become a part.

Means were words before: they are read as lists are (`candidates/travelling.py`), and words that say none of the six stay in the
reason of the wish, so that nothing is lost.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


MEANS = """
UPDATE {table} SET travels_by = array_remove(ARRAY[
    CASE WHEN transport ~* '\\yauto' THEN 'car' END,
    CASE WHEN transport ~* '\\ybrom|\\yscooter|\\ysnorfiets' THEN 'moped' END,
    CASE WHEN transport ~* '\\yfiets|\\ybakfiets|bike' THEN 'bicycle' END,
    CASE WHEN transport ~* '\\ymotor' THEN 'motorcycle' END,
    CASE WHEN transport ~* '\\yov\\y|openbaar|\\ybus|\\ytrein|\\ytram|\\ymetro' THEN 'public' END
], NULL) WHERE transport <> '';
UPDATE {table} SET travels_by = ARRAY['other'], reason = left(concat_ws(', ', nullif(reason, ''), transport), 200)
WHERE transport <> '' AND travels_by = '{{}}';
"""
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
        UNION ALL SELECT 'need:' || kind FROM candidates_need WHERE candidate_id = one.id AND done_date IS NULL
        UNION ALL SELECT CASE WHEN EXISTS (
            SELECT FROM candidates_planstep WHERE candidate_id = one.id AND done_date IS NULL
        ) THEN 'plan:runs' ELSE 'plan:none' END
    ) AS said
$$;
"""
TRIGGERS = """
CREATE TRIGGER picture_grows AFTER INSERT ON candidates_wishedoccupation REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
CREATE TRIGGER picture_changes AFTER UPDATE ON candidates_wishedoccupation REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
CREATE TRIGGER picture_shrinks AFTER DELETE ON candidates_wishedoccupation REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
"""
FILL = (
    "ALTER TABLE candidates_wish DISABLE TRIGGER USER;"
    + "".join(MEANS.format(table=table) for table in ("candidates_wish", "candidates_wishevent"))
    + "ALTER TABLE candidates_wish ENABLE TRIGGER USER;"
)
AGAIN = "UPDATE candidates_candidate SET marks = marks"


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('candidates', '0006_no_benefit_beside_one'),
        ('catalogue', '0001_all_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='wish',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='wish',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='wish',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='wish',
            name='day_parts',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('morning', 'ochtend'), ('afternoon', 'middag'), ('evening', 'avond'), ('night', 'nacht')], max_length=10), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='wish',
            name='travels_by',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('car', 'auto'), ('moped', 'brommer of scooter'), ('bicycle', 'fiets'), ('motorcycle', 'motor'), ('public', 'bus, trein of tram'), ('other', 'anders')], max_length=10), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='wish',
            name='work_forms',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('regular', 'gewone baan'), ('work_experience', 'werkervaringsplaats'), ('internship', 'stage'), ('trial', 'proefplaatsing'), ('carved', 'functie op maat (jobcarving)'), ('learn_work', 'leerwerkplek (bbl)'), ('sheltered', 'beschut werk'), ('secondment', 'detachering'), ('voluntary', 'vrijwilligerswerk')], max_length=16), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='wishevent',
            name='day_parts',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('morning', 'ochtend'), ('afternoon', 'middag'), ('evening', 'avond'), ('night', 'nacht')], max_length=10), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='wishevent',
            name='travels_by',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('car', 'auto'), ('moped', 'brommer of scooter'), ('bicycle', 'fiets'), ('motorcycle', 'motor'), ('public', 'bus, trein of tram'), ('other', 'anders')], max_length=10), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='wishevent',
            name='work_forms',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('regular', 'gewone baan'), ('work_experience', 'werkervaringsplaats'), ('internship', 'stage'), ('trial', 'proefplaatsing'), ('carved', 'functie op maat (jobcarving)'), ('learn_work', 'leerwerkplek (bbl)'), ('sheltered', 'beschut werk'), ('secondment', 'detachering'), ('voluntary', 'vrijwilligerswerk')], max_length=16), blank=True, default=list, size=None),
        ),
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='WishedOccupation',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('source', models.CharField(choices=[('own_words', 'zelf verteld'), ('table', 'aan tafel gezien'), ('workplace', 'op het werk gezien'), ('course', 'in een cursus gezien'), ('colleague', 'gezien door een collega'), ('file', 'uit een bestand')], default='own_words', max_length=12)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('noted_at', models.DateTimeField()),
                        ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate')),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.occupation')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('candidate', 'occupation'), name='an_occupation_once_per_candidate')],
                        'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_wishedoccupationevent" ("candidate_id", "id", "noted_at", "noted_by_id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source") VALUES (NEW."candidate_id", NEW."id", NEW."noted_at", NEW."noted_by_id", NEW."occupation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."source"); RETURN NULL;', hash='c2008708b2e239e1c50825779c3b36c6132f1c5d', operation='INSERT', pgid='pgtrigger_insert_insert_a09c2', table='candidates_wishedoccupation', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_wishedoccupationevent" ("candidate_id", "id", "noted_at", "noted_by_id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source") VALUES (NEW."candidate_id", NEW."id", NEW."noted_at", NEW."noted_by_id", NEW."occupation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."source"); RETURN NULL;', hash='ddb097ab63569db7067ec0e1cbc0fbc0695a2197', operation='UPDATE', pgid='pgtrigger_update_update_253ab', table='candidates_wishedoccupation', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_wishedoccupationevent" ("candidate_id", "id", "noted_at", "noted_by_id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source") VALUES (OLD."candidate_id", OLD."id", OLD."noted_at", OLD."noted_by_id", OLD."occupation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."source"); RETURN NULL;', hash='ba97c493472855604331893b9862e2d3e574a641', operation='DELETE', pgid='pgtrigger_delete_delete_008c9', table='candidates_wishedoccupation', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='WishedOccupationEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('source', models.CharField(choices=[('own_words', 'zelf verteld'), ('table', 'aan tafel gezien'), ('workplace', 'op het werk gezien'), ('course', 'in een cursus gezien'), ('colleague', 'gezien door een collega'), ('file', 'uit een bestand')], default='own_words', max_length=12)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('noted_at', models.DateTimeField()),
                        ('candidate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate')),
                        ('noted_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('occupation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.occupation')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='candidates.wishedoccupation')),
                    ],
                ),
            ],
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(MARKS + TRIGGERS, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name='wish',
            name='transport',
        ),
        migrations.RemoveField(
            model_name='wishevent',
            name='transport',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wish',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_wishevent" ("available_date", "candidate_id", "day_parts", "days", "hours_max", "hours_min", "id", "most_km", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "travels_by", "work", "work_forms") VALUES (NEW."available_date", NEW."candidate_id", NEW."day_parts", NEW."days", NEW."hours_max", NEW."hours_min", NEW."id", NEW."most_km", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."source", NEW."travels_by", NEW."work", NEW."work_forms"); RETURN NULL;', hash='630963c0d653b149b8be36a33bd88a1a48347c52', operation='INSERT', pgid='pgtrigger_insert_insert_e9a11', table='candidates_wish', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wish',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_wishevent" ("available_date", "candidate_id", "day_parts", "days", "hours_max", "hours_min", "id", "most_km", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "travels_by", "work", "work_forms") VALUES (NEW."available_date", NEW."candidate_id", NEW."day_parts", NEW."days", NEW."hours_max", NEW."hours_min", NEW."id", NEW."most_km", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."source", NEW."travels_by", NEW."work", NEW."work_forms"); RETURN NULL;', hash='59125214b3e3f89a090cf6a802e7a7c4313f54c5', operation='UPDATE', pgid='pgtrigger_update_update_ad98a', table='candidates_wish', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wish',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_wishevent" ("available_date", "candidate_id", "day_parts", "days", "hours_max", "hours_min", "id", "most_km", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "travels_by", "work", "work_forms") VALUES (OLD."available_date", OLD."candidate_id", OLD."day_parts", OLD."days", OLD."hours_max", OLD."hours_min", OLD."id", OLD."most_km", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."source", OLD."travels_by", OLD."work", OLD."work_forms"); RETURN NULL;', hash='2508343ace4fba1dedd83676421f4a1c6ee31371', operation='DELETE', pgid='pgtrigger_delete_delete_5b889', table='candidates_wish', when='AFTER')),
        ),
        migrations.RunSQL(AGAIN, migrations.RunSQL.noop),
    ]
