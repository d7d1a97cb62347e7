"""What a guest needs: None where nothing was said, so that the file counts; and each need is ticked as arranged by itself."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


# The link asks for all four at once: who said nothing of who comes along, was not asked of the others either
SAID_BEFORE = """
UPDATE gatherings_guest SET
    wants_travel_paid = CASE WHEN wants_travel_paid OR brings_somebody IS NOT NULL THEN wants_travel_paid END,
    wants_childcare = CASE WHEN wants_childcare OR brings_somebody IS NOT NULL THEN wants_childcare END,
    wants_interpreter = CASE WHEN wants_interpreter OR brings_somebody IS NOT NULL THEN wants_interpreter END,
    arranged = CASE WHEN is_arranged
        THEN ARRAY['wants_travel_paid', 'wants_childcare', 'wants_interpreter', 'brings_somebody']::varchar[]
        ELSE '{}' END;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('gatherings', '0010_what_is_arranged'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='guest',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='guest',
            name='update_update',
        ),
        migrations.AddField(
            model_name='guest',
            name='arranged',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='guestevent',
            name='arranged',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None),
        ),
        migrations.AlterField(
            model_name='guest',
            name='wants_childcare',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='guest',
            name='wants_interpreter',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='guest',
            name='wants_travel_paid',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='guestevent',
            name='wants_childcare',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='guestevent',
            name='wants_interpreter',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='guestevent',
            name='wants_travel_paid',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.RunSQL(SAID_BEFORE, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name='guest',
            name='is_arranged',
        ),
        migrations.RemoveField(
            model_name='guestevent',
            name='is_arranged',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "gatherings_guestevent" ("arranged", "arrived_at", "asked_again_at", "badge", "brings_somebody", "called_at", "candidate_id", "channel", "entrepreneur_id", "gathering_id", "has_told_after", "has_told_before", "heard_at", "hears_by", "id", "invited_at", "is_late_expected", "kind", "left_at", "most_talks", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckons_with_at", "region_id", "reminded_at", "replied_at", "reply", "waiting_since_at", "wants_childcare", "wants_interpreter", "wants_travel_paid") VALUES (NEW."arranged", NEW."arrived_at", NEW."asked_again_at", NEW."badge", NEW."brings_somebody", NEW."called_at", NEW."candidate_id", NEW."channel", NEW."entrepreneur_id", NEW."gathering_id", NEW."has_told_after", NEW."has_told_before", NEW."heard_at", NEW."hears_by", NEW."id", NEW."invited_at", NEW."is_late_expected", NEW."kind", NEW."left_at", NEW."most_talks", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reckons_with_at", NEW."region_id", NEW."reminded_at", NEW."replied_at", NEW."reply", NEW."waiting_since_at", NEW."wants_childcare", NEW."wants_interpreter", NEW."wants_travel_paid"); RETURN NULL;', hash='e040bd126cc44e08ee05fe7914386b4b7641346f', operation='INSERT', pgid='pgtrigger_insert_insert_e28c8', table='gatherings_guest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "gatherings_guestevent" ("arranged", "arrived_at", "asked_again_at", "badge", "brings_somebody", "called_at", "candidate_id", "channel", "entrepreneur_id", "gathering_id", "has_told_after", "has_told_before", "heard_at", "hears_by", "id", "invited_at", "is_late_expected", "kind", "left_at", "most_talks", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckons_with_at", "region_id", "reminded_at", "replied_at", "reply", "waiting_since_at", "wants_childcare", "wants_interpreter", "wants_travel_paid") VALUES (NEW."arranged", NEW."arrived_at", NEW."asked_again_at", NEW."badge", NEW."brings_somebody", NEW."called_at", NEW."candidate_id", NEW."channel", NEW."entrepreneur_id", NEW."gathering_id", NEW."has_told_after", NEW."has_told_before", NEW."heard_at", NEW."hears_by", NEW."id", NEW."invited_at", NEW."is_late_expected", NEW."kind", NEW."left_at", NEW."most_talks", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reckons_with_at", NEW."region_id", NEW."reminded_at", NEW."replied_at", NEW."reply", NEW."waiting_since_at", NEW."wants_childcare", NEW."wants_interpreter", NEW."wants_travel_paid"); RETURN NULL;', hash='0848238c6de1363c86641b904e9fc07c188a572e', operation='UPDATE', pgid='pgtrigger_update_update_f212c', table='gatherings_guest', when='AFTER')),
        ),
    ]
