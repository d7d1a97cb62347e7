import django.db.models.deletion
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('candidates', '0002_marks_of_a_picture'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0002_names_as_they_are_compared'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='DomainScore',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('noted_at', models.DateTimeField()),
                        ('source', models.CharField(choices=[('together', 'samen bekeken'), ('own_words', 'zelf verteld'), ('colleague', 'gezien door een collega')], default='colleague', max_length=12)),
                        ('domain', models.CharField(choices=[('money', 'geld en rekeningen'), ('work', 'werken en leren'), ('days', 'wat iemand overdag doet'), ('housing', 'wonen'), ('home', 'samenleven thuis'), ('mind', 'hoe iemand zich voelt'), ('body', 'hoe het lijf het doet'), ('means', 'omgaan met alcohol en andere middelen'), ('care', 'voor zichzelf zorgen'), ('household', 'huishouden en dingen regelen'), ('people', 'mensen om op terug te vallen'), ('taking_part', 'meedoen in buurt of vereniging'), ('law', 'contact met politie en justitie')], max_length=12)),
                        ('score', models.PositiveSmallIntegerField(choices=[(1, 'er is nu hulp nodig'), (2, 'het lukt nog niet'), (3, 'het lukt met steun'), (4, 'het lukt meestal'), (5, 'het lukt goed')])),
                        ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate')),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('candidate', 'domain'), name='a_life_domain_once_per_candidate'), models.CheckConstraint(condition=models.Q(('score__in', [1, 2, 3, 4, 5])), name='a_life_domain_is_scored_from_1_to_5')],
                        'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_domainscoreevent" ("candidate_id", "domain", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score", "source") VALUES (NEW."candidate_id", NEW."domain", NEW."id", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."score", NEW."source"); RETURN NULL;', hash='886408b0559c29580722201cefdafe4a836a839d', operation='INSERT', pgid='pgtrigger_insert_insert_24437', table='candidates_domainscore', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "candidates_domainscoreevent" ("candidate_id", "domain", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score", "source") VALUES (NEW."candidate_id", NEW."domain", NEW."id", NEW."noted_at", NEW."noted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."score", NEW."source"); RETURN NULL;', hash='a1dd4edbcc09f3f3816197aba04790e81685d8c9', operation='UPDATE', pgid='pgtrigger_update_update_a6d6c', table='candidates_domainscore', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_domainscoreevent" ("candidate_id", "domain", "id", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score", "source") VALUES (OLD."candidate_id", OLD."domain", OLD."id", OLD."noted_at", OLD."noted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."score", OLD."source"); RETURN NULL;', hash='6bcead778e369a5eeeffa3907d884334c427d43f', operation='DELETE', pgid='pgtrigger_delete_delete_f2351', table='candidates_domainscore', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='DomainScoreEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('noted_at', models.DateTimeField()),
                        ('source', models.CharField(choices=[('together', 'samen bekeken'), ('own_words', 'zelf verteld'), ('colleague', 'gezien door een collega')], default='colleague', max_length=12)),
                        ('domain', models.CharField(choices=[('money', 'geld en rekeningen'), ('work', 'werken en leren'), ('days', 'wat iemand overdag doet'), ('housing', 'wonen'), ('home', 'samenleven thuis'), ('mind', 'hoe iemand zich voelt'), ('body', 'hoe het lijf het doet'), ('means', 'omgaan met alcohol en andere middelen'), ('care', 'voor zichzelf zorgen'), ('household', 'huishouden en dingen regelen'), ('people', 'mensen om op terug te vallen'), ('taking_part', 'meedoen in buurt of vereniging'), ('law', 'contact met politie en justitie')], max_length=12)),
                        ('score', models.PositiveSmallIntegerField(choices=[(1, 'er is nu hulp nodig'), (2, 'het lukt nog niet'), (3, 'het lukt met steun'), (4, 'het lukt meestal'), (5, 'het lukt goed')])),
                        ('candidate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate')),
                        ('noted_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='candidates.domainscore')),
                    ],
                ),
                migrations.CreateModel(
                    name='DomainInUse',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('domain', models.CharField(choices=[('money', 'geld en rekeningen'), ('work', 'werken en leren'), ('days', 'wat iemand overdag doet'), ('housing', 'wonen'), ('home', 'samenleven thuis'), ('mind', 'hoe iemand zich voelt'), ('body', 'hoe het lijf het doet'), ('means', 'omgaan met alcohol en andere middelen'), ('care', 'voor zichzelf zorgen'), ('household', 'huishouden en dingen regelen'), ('people', 'mensen om op terug te vallen'), ('taking_part', 'meedoen in buurt of vereniging'), ('law', 'contact met politie en justitie')], max_length=12)),
                        ('on_at', models.DateTimeField()),
                        ('off_at', models.DateTimeField(blank=True, null=True)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('organisation', 'domain'), name='a_domain_is_on_or_off_in_an_organisation')],
                    },
                ),
            ],
        ),
    ]
