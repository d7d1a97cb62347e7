import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('help_requests', '0001_all_tables'),
        ('regions', '0002_names_as_they_are_compared'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='handover',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='handover',
            name='update_update',
        ),
        migrations.AddField(
            model_name='handover',
            name='to_organisation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation'),
        ),
        migrations.AddField(
            model_name='handoverevent',
            name='to_organisation',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handover',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "help_requests_handoverevent" ("answer", "answered_at", "consent_date", "consent_how", "help_request_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "read_at", "sent_at", "sent_by_id", "state", "to_account_id", "to_email", "to_name", "to_organisation_id", "to_work", "words") VALUES (NEW."answer", NEW."answered_at", NEW."consent_date", NEW."consent_how", NEW."help_request_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reach", NEW."read_at", NEW."sent_at", NEW."sent_by_id", NEW."state", NEW."to_account_id", NEW."to_email", NEW."to_name", NEW."to_organisation_id", NEW."to_work", NEW."words"); RETURN NULL;', hash='c5576cd01a84abafeb3a2ef660db445c8c07a67a', operation='INSERT', pgid='pgtrigger_insert_insert_74dac', table='help_requests_handover', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handover',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "help_requests_handoverevent" ("answer", "answered_at", "consent_date", "consent_how", "help_request_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "read_at", "sent_at", "sent_by_id", "state", "to_account_id", "to_email", "to_name", "to_organisation_id", "to_work", "words") VALUES (NEW."answer", NEW."answered_at", NEW."consent_date", NEW."consent_how", NEW."help_request_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reach", NEW."read_at", NEW."sent_at", NEW."sent_by_id", NEW."state", NEW."to_account_id", NEW."to_email", NEW."to_name", NEW."to_organisation_id", NEW."to_work", NEW."words"); RETURN NULL;', hash='d1a0970eb6bf4c5cda1636f91689fceaf03ad455', operation='UPDATE', pgid='pgtrigger_update_update_c4213', table='help_requests_handover', when='AFTER')),
        ),
        # what was handed over before is for the organisation that was named beside the receiver
        migrations.RunSQL(
            """
            UPDATE help_requests_handover AS handed
            SET to_organisation_id = (
                SELECT member.organisation_id
                FROM accounts_membership member JOIN regions_organisation house ON house.id = member.organisation_id
                WHERE member.account_id = handed.to_account_id AND member.is_active
                ORDER BY left(house.name, 80) = handed.to_work DESC, house.name, member.id LIMIT 1
            )
            WHERE handed.to_account_id IS NOT NULL
            """,
            migrations.RunSQL.noop,
        ),
    ]
