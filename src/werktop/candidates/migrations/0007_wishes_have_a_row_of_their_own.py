"""Hours, work and transport of candidates move to the wish; what they were before the move stays in no history. Talents that
went before history kept the going are gone since this migration."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

MOVED = """
INSERT INTO candidates_wish
    (id, candidate_id, source, reason, noted_at, work, hours_max, days, transport)
SELECT gen_random_uuid(), id, CASE WHEN source = 'form' THEN 'own_words' ELSE 'file' END, '',
    coalesce(contact_at, created_at), sought_work, hours_per_week, '{}', transport
FROM candidates_candidate
WHERE sought_work <> '' OR transport <> '' OR hours_per_week IS NOT NULL;
UPDATE candidates_wishevent SET pgh_created_at = noted_at;
"""
GONE = """
INSERT INTO candidates_candidatetermevent
    (id, candidate_id, term_id, source, reason, noted_at, pgh_created_at, pgh_label, pgh_obj_id)
SELECT DISTINCT ON (pgh_obj_id) id, candidate_id, term_id, source, reason, noted_at, now(), 'delete', pgh_obj_id
FROM candidates_candidatetermevent AS line
WHERE NOT EXISTS (SELECT FROM candidates_candidateterm AS row WHERE row.id = line.pgh_obj_id)
ORDER BY pgh_obj_id, pgh_id DESC;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):

    dependencies = [('candidates', '0006_the_picture_over_time')]

    operations = [
        migrations.RunSQL(MOVED + GONE, migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name='candidate',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='candidate',
            name='update_update',
        ),
        migrations.RemoveField(
            model_name='candidate',
            name='hours_per_week',
        ),
        migrations.RemoveField(
            model_name='candidate',
            name='sought_work',
        ),
        migrations.RemoveField(
            model_name='candidate',
            name='transport',
        ),
        migrations.RemoveField(
            model_name='candidateevent',
            name='hours_per_week',
        ),
        migrations.RemoveField(
            model_name='candidateevent',
            name='sought_work',
        ),
        migrations.RemoveField(
            model_name='candidateevent',
            name='transport',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_candidateevent" ("address", "assigned_to_id", "colleague_name", "contact_at", "created_at", "day_note", "driving_licences", "dutch_spoken", "dutch_written", "education", "email", "erase_date", "first_name", "has_companion", "id", "identity", "informed_date", "is_childcare_needed", "is_interpreter_needed", "is_shared", "is_step_free_needed", "is_travel_paid", "kept_until_date", "languages", "last_name", "left_at", "legal_ground", "legal_purpose", "organisation_id", "own_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "preferred_channel", "region_id", "registered_date", "reported_date", "source") VALUES (NEW."address", NEW."assigned_to_id", NEW."colleague_name", NEW."contact_at", NEW."created_at", NEW."day_note", NEW."driving_licences", NEW."dutch_spoken", NEW."dutch_written", NEW."education", NEW."email", NEW."erase_date", NEW."first_name", NEW."has_companion", NEW."id", NEW."identity", NEW."informed_date", NEW."is_childcare_needed", NEW."is_interpreter_needed", NEW."is_shared", NEW."is_step_free_needed", NEW."is_travel_paid", NEW."kept_until_date", NEW."languages", NEW."last_name", NEW."left_at", NEW."legal_ground", NEW."legal_purpose", NEW."organisation_id", NEW."own_words", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."postcode", NEW."preferred_channel", NEW."region_id", NEW."registered_date", NEW."reported_date", NEW."source"); RETURN NULL;', hash='7760610ec0ebd9d8a0a9ba2b640c94966129cffa', operation='INSERT', pgid='pgtrigger_insert_insert_f5e2b', table='candidates_candidate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_candidateevent" ("address", "assigned_to_id", "colleague_name", "contact_at", "created_at", "day_note", "driving_licences", "dutch_spoken", "dutch_written", "education", "email", "erase_date", "first_name", "has_companion", "id", "identity", "informed_date", "is_childcare_needed", "is_interpreter_needed", "is_shared", "is_step_free_needed", "is_travel_paid", "kept_until_date", "languages", "last_name", "left_at", "legal_ground", "legal_purpose", "organisation_id", "own_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "preferred_channel", "region_id", "registered_date", "reported_date", "source") VALUES (NEW."address", NEW."assigned_to_id", NEW."colleague_name", NEW."contact_at", NEW."created_at", NEW."day_note", NEW."driving_licences", NEW."dutch_spoken", NEW."dutch_written", NEW."education", NEW."email", NEW."erase_date", NEW."first_name", NEW."has_companion", NEW."id", NEW."identity", NEW."informed_date", NEW."is_childcare_needed", NEW."is_interpreter_needed", NEW."is_shared", NEW."is_step_free_needed", NEW."is_travel_paid", NEW."kept_until_date", NEW."languages", NEW."last_name", NEW."left_at", NEW."legal_ground", NEW."legal_purpose", NEW."organisation_id", NEW."own_words", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."postcode", NEW."preferred_channel", NEW."region_id", NEW."registered_date", NEW."reported_date", NEW."source"); RETURN NULL;', hash='3aa8d5728e9384bf11fbd89eb8867dbccc1324d3', operation='UPDATE', pgid='pgtrigger_update_update_23607', table='candidates_candidate', when='AFTER')),
        ),
    ]
