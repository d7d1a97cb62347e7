"""On which ground a domain of life is on, and who advised it, keeps what was said before."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import werktop.audit.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0011_when_a_picture_was_touched_is_found_anew'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0003_marks_alike'),
    ]

    operations = [
        migrations.CreateModel(
            name='DomainInUseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                ('domain', models.CharField(choices=[('money', 'geld en rekeningen'), ('work', 'werken en leren'), ('days', 'wat iemand overdag doet'), ('housing', 'wonen'), ('home', 'samenleven thuis'), ('mind', 'hoe iemand zich voelt'), ('body', 'hoe het lijf het doet'), ('means', 'omgaan met alcohol en andere middelen'), ('care', 'voor zichzelf zorgen'), ('household', 'huishouden en dingen regelen'), ('people', 'mensen om op terug te vallen'), ('taking_part', 'meedoen in buurt of vereniging'), ('law', 'contact met politie en justitie')], max_length=12)),
                ('ground', models.CharField(blank=True, max_length=200)),
                ('advised_by', models.CharField(blank=True, max_length=120)),
                ('advised_date', models.DateField(blank=True, null=True)),
                ('on_at', models.DateTimeField()),
                ('off_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='domaininuse',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_domaininuseevent" ("advised_by", "advised_date", "domain", "ground", "id", "off_at", "on_at", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."advised_by", NEW."advised_date", NEW."domain", NEW."ground", NEW."id", NEW."off_at", NEW."on_at", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='e6b55de759cf61df272280bf3a2512238a0b9ead', operation='INSERT', pgid='pgtrigger_insert_insert_81f92', table='candidates_domaininuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='domaininuse',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_domaininuseevent" ("advised_by", "advised_date", "domain", "ground", "id", "off_at", "on_at", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."advised_by", NEW."advised_date", NEW."domain", NEW."ground", NEW."id", NEW."off_at", NEW."on_at", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='05e3556da227e9d614e6e98d8a6b65ee458e77b4', operation='UPDATE', pgid='pgtrigger_update_update_33cbf', table='candidates_domaininuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='domaininuse',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_domaininuseevent" ("advised_by", "advised_date", "domain", "ground", "id", "off_at", "on_at", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."advised_by", OLD."advised_date", OLD."domain", OLD."ground", OLD."id", OLD."off_at", OLD."on_at", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='b2458b6068625076f01e1db20aad4508d95ef172', operation='DELETE', pgid='pgtrigger_delete_delete_19beb', table='candidates_domaininuse', when='AFTER')),
        ),
        migrations.AddField(
            model_name='domaininuseevent',
            name='organisation',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation'),
        ),
        migrations.AddField(
            model_name='domaininuseevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='domaininuseevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='candidates.domaininuse'),
        ),
    ]
