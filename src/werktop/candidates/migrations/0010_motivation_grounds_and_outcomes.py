"""What drives somebody is a part of the picture; a domain of life is on with a ground and an advice; a course is judged by both;
an income stops on a day, and then "no benefit" may stand beside it; a driving licence is no certificate."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import werktop.audit.keys
from django.conf import settings
from django.db import migrations, models

BENEFITS = """
CREATE OR REPLACE FUNCTION candidates_no_benefit_beside_one() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF (
        SELECT count(*) FILTER (WHERE law = 'none') > 0 AND count(*) FILTER (WHERE law NOT IN ('none', 'unknown')) > 0
        FROM candidates_income WHERE candidate_id = NEW.candidate_id{running}
    ) THEN
        RAISE EXCEPTION 'no benefit does not stand beside one'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'no_benefit_does_not_stand_beside_one';
    END IF;
    RETURN NULL;
END $$;
"""
TOUCHED = """
CREATE TRIGGER picture_grows AFTER INSERT ON candidates_motivation REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
CREATE TRIGGER picture_changes AFTER UPDATE ON candidates_motivation REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
CREATE TRIGGER picture_shrinks AFTER DELETE ON candidates_motivation REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
"""
LICENCES = """
UPDATE candidates_certificate SET kind = 'licence'
WHERE requirement_id IN (SELECT id FROM catalogue_requirement WHERE "group" = 'driving')
"""


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0009_transfers'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Motivation',
            fields=[
                ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('source', models.CharField(choices=[('own_words', 'zelf verteld'), ('table', 'aan tafel gezien'), ('workplace', 'op het werk gezien'), ('course', 'in een cursus gezien'), ('colleague', 'gezien door een collega'), ('file', 'uit een bestand')], default='own_words', max_length=12)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('noted_at', models.DateTimeField()),
                ('words', models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='MotivationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                ('source', models.CharField(choices=[('own_words', 'zelf verteld'), ('table', 'aan tafel gezien'), ('workplace', 'op het werk gezien'), ('course', 'in een cursus gezien'), ('colleague', 'gezien door een collega'), ('file', 'uit een bestand')], default='own_words', max_length=12)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('noted_at', models.DateTimeField()),
                ('words', models.CharField(max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='income',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='income',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='income',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='instrumentuse',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='instrumentuse',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='instrumentuse',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='instrumentuse',
            name='an_instrument_helped_or_not',
        ),
        migrations.AddField(
            model_name='domaininuse',
            name='advised_by',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='domaininuse',
            name='advised_date',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='domaininuse',
            name='ground',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='income',
            name='until_date',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incomeevent',
            name='until_date',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='instrumentuse',
            name='colleague_outcome',
            field=models.CharField(blank=True, choices=[('helped', 'het hielp'), ('partly', 'het hielp een beetje'), ('not', 'het hielp niet'), ('unknown', 'ik weet het nog niet')], max_length=8),
        ),
        migrations.AddField(
            model_name='instrumentuseevent',
            name='colleague_outcome',
            field=models.CharField(blank=True, choices=[('helped', 'het hielp'), ('partly', 'het hielp een beetje'), ('not', 'het hielp niet'), ('unknown', 'ik weet het nog niet')], max_length=8),
        ),
        migrations.AlterField(
            model_name='certificate',
            name='kind',
            field=models.CharField(choices=[('certificate', 'certificaat of diploma'), ('licence', 'rijbewijs'), ('practice', 'praktijkverklaring'), ('badge', 'badge')], max_length=12),
        ),
        migrations.AlterField(
            model_name='certificateevent',
            name='kind',
            field=models.CharField(choices=[('certificate', 'certificaat of diploma'), ('licence', 'rijbewijs'), ('practice', 'praktijkverklaring'), ('badge', 'badge')], max_length=12),
        ),
        migrations.AlterField(
            model_name='domainscore',
            name='score',
            field=models.PositiveSmallIntegerField(),
        ),
        migrations.AlterField(
            model_name='domainscoreevent',
            name='score',
            field=models.PositiveSmallIntegerField(),
        ),
        migrations.AlterField(
            model_name='income',
            name='law',
            field=models.CharField(choices=[('participatiewet', 'bijstand (Participatiewet)'), ('ww', 'WW-uitkering (Werkloosheidswet)'), ('zw', 'ziektewetuitkering (ZW)'), ('wia', 'WIA-uitkering (WGA of IVA)'), ('wao', 'WAO-uitkering (ziek geworden voor 2004)'), ('wajong', 'Wajong-uitkering'), ('iow', 'IOW-uitkering (60-plus, na WW of WGA)'), ('ioaw', 'IOAW-uitkering (ouder, na de WW)'), ('ioaz', 'IOAZ-uitkering (ouder, had een eigen bedrijf)'), ('bbz', 'bijstand voor zelfstandigen (Bbz)'), ('anw', 'nabestaandenuitkering (Anw)'), ('wsw', 'loon uit een Wsw-dienstverband'), ('none', 'geen uitkering'), ('unknown', 'weten we niet')], max_length=16),
        ),
        migrations.AlterField(
            model_name='incomeevent',
            name='law',
            field=models.CharField(choices=[('participatiewet', 'bijstand (Participatiewet)'), ('ww', 'WW-uitkering (Werkloosheidswet)'), ('zw', 'ziektewetuitkering (ZW)'), ('wia', 'WIA-uitkering (WGA of IVA)'), ('wao', 'WAO-uitkering (ziek geworden voor 2004)'), ('wajong', 'Wajong-uitkering'), ('iow', 'IOW-uitkering (60-plus, na WW of WGA)'), ('ioaw', 'IOAW-uitkering (ouder, na de WW)'), ('ioaz', 'IOAZ-uitkering (ouder, had een eigen bedrijf)'), ('bbz', 'bijstand voor zelfstandigen (Bbz)'), ('anw', 'nabestaandenuitkering (Anw)'), ('wsw', 'loon uit een Wsw-dienstverband'), ('none', 'geen uitkering'), ('unknown', 'weten we niet')], max_length=16),
        ),
        migrations.AlterField(
            model_name='instrumentuse',
            name='outcome',
            field=models.CharField(blank=True, choices=[('helped', 'het hielp'), ('partly', 'het hielp een beetje'), ('not', 'het hielp niet'), ('unknown', 'ik weet het nog niet')], max_length=8),
        ),
        migrations.AlterField(
            model_name='instrumentuseevent',
            name='outcome',
            field=models.CharField(blank=True, choices=[('helped', 'het hielp'), ('partly', 'het hielp een beetje'), ('not', 'het hielp niet'), ('unknown', 'ik weet het nog niet')], max_length=8),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='income',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_incomeevent" ("candidate_id", "id", "law", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "since_date", "source", "until_date") VALUES (NEW."candidate_id", NEW."id", NEW."law", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."since_date", NEW."source", NEW."until_date"); RETURN NULL;', hash='f88b57336658b575a4df3f94aef8e8cea9605ebb', operation='INSERT', pgid='pgtrigger_insert_insert_98ed4', table='candidates_income', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='income',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_incomeevent" ("candidate_id", "id", "law", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "since_date", "source", "until_date") VALUES (NEW."candidate_id", NEW."id", NEW."law", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."since_date", NEW."source", NEW."until_date"); RETURN NULL;', hash='a8415fe541ab5e803ed592f5822462dce4d2a248', operation='UPDATE', pgid='pgtrigger_update_update_73e94', table='candidates_income', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='income',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_incomeevent" ("candidate_id", "id", "law", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "since_date", "source", "until_date") VALUES (OLD."candidate_id", OLD."id", OLD."law", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."since_date", OLD."source", OLD."until_date"); RETURN NULL;', hash='ce17cd319552818d8e5ff53fdc502a55d5abe953', operation='DELETE', pgid='pgtrigger_delete_delete_f6a78', table='candidates_income', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='instrumentuse',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_instrumentuseevent" ("candidate_id", "candidate_words", "colleague_outcome", "colleague_words", "expectation", "from_date", "grew", "id", "name", "noted_at", "noted_by_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "seen_date", "source", "until_date") VALUES (NEW."candidate_id", NEW."candidate_words", NEW."colleague_outcome", NEW."colleague_words", NEW."expectation", NEW."from_date", NEW."grew", NEW."id", NEW."name", NEW."noted_at", NEW."noted_by_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."seen_date", NEW."source", NEW."until_date"); RETURN NULL;', hash='82b586749439733fc7c47170ce14a83365f3db8e', operation='INSERT', pgid='pgtrigger_insert_insert_cc57e', table='candidates_instrumentuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='instrumentuse',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_instrumentuseevent" ("candidate_id", "candidate_words", "colleague_outcome", "colleague_words", "expectation", "from_date", "grew", "id", "name", "noted_at", "noted_by_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "seen_date", "source", "until_date") VALUES (NEW."candidate_id", NEW."candidate_words", NEW."colleague_outcome", NEW."colleague_words", NEW."expectation", NEW."from_date", NEW."grew", NEW."id", NEW."name", NEW."noted_at", NEW."noted_by_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."seen_date", NEW."source", NEW."until_date"); RETURN NULL;', hash='1e6f54ee33180a0540e147a90c4ed4b677baa7db', operation='UPDATE', pgid='pgtrigger_update_update_52e33', table='candidates_instrumentuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='instrumentuse',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_instrumentuseevent" ("candidate_id", "candidate_words", "colleague_outcome", "colleague_words", "expectation", "from_date", "grew", "id", "name", "noted_at", "noted_by_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "seen_date", "source", "until_date") VALUES (OLD."candidate_id", OLD."candidate_words", OLD."colleague_outcome", OLD."colleague_words", OLD."expectation", OLD."from_date", OLD."grew", OLD."id", OLD."name", OLD."noted_at", OLD."noted_by_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."seen_date", OLD."source", OLD."until_date"); RETURN NULL;', hash='90fb8cecf69f0cf1f5f2a554d6a573a04bdecfa2', operation='DELETE', pgid='pgtrigger_delete_delete_4d251', table='candidates_instrumentuse', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='income',
            constraint=models.CheckConstraint(condition=models.Q(('since_date', None), ('until_date', None), ('since_date__lte', models.F('until_date')), _connector='OR'), name='an_income_stops_after_it_began'),
        ),
        migrations.AddConstraint(
            model_name='instrumentuse',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['', 'helped', 'partly', 'not', 'unknown']), ('colleague_outcome__in', ['', 'helped', 'partly', 'not', 'unknown'])), name='an_instrument_helped_or_not'),
        ),
        migrations.AddField(
            model_name='motivation',
            name='candidate',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='motivation',
            name='noted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='motivationevent',
            name='candidate',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='motivationevent',
            name='noted_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='motivationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='motivationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='candidates.motivation'),
        ),
        migrations.AddConstraint(
            model_name='motivation',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='a_motivation_says_what_drives'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='motivation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_motivationevent" ("candidate_id", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "words") VALUES (NEW."candidate_id", NEW."id", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."source", NEW."words"); RETURN NULL;', hash='074dc8200b889e1073fa8543e62ca90b007037d2', operation='INSERT', pgid='pgtrigger_insert_insert_ab51d', table='candidates_motivation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='motivation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_motivationevent" ("candidate_id", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "words") VALUES (NEW."candidate_id", NEW."id", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."source", NEW."words"); RETURN NULL;', hash='5c21a7f4d1b3f33ef8d8a751a0ea43bbb55dbd21', operation='UPDATE', pgid='pgtrigger_update_update_21e0e', table='candidates_motivation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='motivation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_motivationevent" ("candidate_id", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "words") VALUES (OLD."candidate_id", OLD."id", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."source", OLD."words"); RETURN NULL;', hash='9e3526863d74972d39f0a23a773ae2b0835a00f4', operation='DELETE', pgid='pgtrigger_delete_delete_35b6d', table='candidates_motivation', when='AFTER')),
        ),
        migrations.RunSQL(
            BENEFITS.format(running=" AND until_date IS NULL"), BENEFITS.format(running="")
        ),
        migrations.RunSQL(TOUCHED, migrations.RunSQL.noop),
        migrations.RunSQL(LICENCES, migrations.RunSQL.noop),
    ]
