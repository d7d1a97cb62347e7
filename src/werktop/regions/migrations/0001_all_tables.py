import django.contrib.postgres.constraints
import django.db.models.deletion
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
import werktop.regions.models
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('regions', '0001_tables'),
    ]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='Region',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('code', models.CharField(max_length=8, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('valid_from', models.DateField()),
                        ('valid_until', models.DateField(blank=True, null=True)),
                        ('is_fictitious', models.BooleanField(default=False)),
                    ],
                ),
                migrations.CreateModel(
                    name='Municipality',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('code', models.CharField(max_length=8)),
                        ('name', models.CharField(max_length=80)),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('valid_from', models.DateField()),
                        ('valid_until', models.DateField(blank=True, null=True)),
                        ('succeeded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.municipality')),
                    ],
                    options={
                        'constraints': [
                            django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('code', '='), (werktop.regions.models.DateSpan('valid_from', 'valid_until'), '&&')], name='one_row_per_municipality_on_a_day'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='PostcodeArea',
                    fields=[
                        ('pc4', models.CharField(max_length=4, primary_key=True, serialize=False)),
                        ('place', models.CharField(max_length=80)),
                        ('municipality_code', models.CharField(blank=True, max_length=8)),
                        ('latitude', models.FloatField()),
                        ('longitude', models.FloatField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Organisation',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('slug', models.SlugField(max_length=60, unique=True)),
                        ('name', models.CharField(max_length=120)),
                        ('kind', models.CharField(choices=[('municipality', 'gemeente'), ('uwv', 'UWV'), ('social_enterprise', 'sociaal ontwikkelbedrijf'), ('employer_service_point', 'werkgeversservicepunt'), ('work_centre', 'Werkcentrum'), ('work_company', 'werkbedrijf'), ('collective', 'collectief van ondernemers'), ('school', 'school'), ('employers_association', 'werkgeversvereniging')], max_length=24)),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.municipality')),
                        ('phone', models.CharField(blank=True, max_length=20)),
                        ('email', models.EmailField(blank=True, max_length=254)),
                        ('return_address', models.CharField(blank=True, max_length=200)),
                        ('legal_ground', models.CharField(blank=True, default='publieke taak (AVG art. 6 lid 1 onder e), Participatiewet art. 7', max_length=200)),
                        ('legal_purpose', models.CharField(blank=True, default='begeleiden naar werk', max_length=200)),
                        ('privacy_officer', models.CharField(blank=True, max_length=200)),
                        ('is_told_at_first', models.BooleanField(default=False)),
                        ('is_active', models.BooleanField(default=True)),
                    ],
                    options={
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['municipality', 'uwv', 'social_enterprise', 'employer_service_point', 'work_centre', 'work_company']), _negated=True), models.Q(('legal_ground', ''), _negated=True), _connector='OR'), name='files_need_a_legal_ground'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "regions_organisationevent" ("email", "id", "is_active", "is_told_at_first", "kind", "legal_ground", "legal_purpose", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_officer", "region_id", "return_address", "slug") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_told_at_first", NEW."kind", NEW."legal_ground", NEW."legal_purpose", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."privacy_officer", NEW."region_id", NEW."return_address", NEW."slug"); RETURN NULL;', hash='4e79125a7882ab8f0f150d3c7ac7011f69144c25', operation='INSERT', pgid='pgtrigger_insert_insert_0a1ab', table='regions_organisation', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "regions_organisationevent" ("email", "id", "is_active", "is_told_at_first", "kind", "legal_ground", "legal_purpose", "municipality_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_officer", "region_id", "return_address", "slug") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_told_at_first", NEW."kind", NEW."legal_ground", NEW."legal_purpose", NEW."municipality_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."privacy_officer", NEW."region_id", NEW."return_address", NEW."slug"); RETURN NULL;', hash='8d57880a9d9a1b733997722259eea4a2867ece51', operation='UPDATE', pgid='pgtrigger_update_update_6ea2f', table='regions_organisation', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='OrganisationEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='regions.organisation')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('slug', models.SlugField(db_index=False, max_length=60)),
                        ('name', models.CharField(max_length=120)),
                        ('kind', models.CharField(choices=[('municipality', 'gemeente'), ('uwv', 'UWV'), ('social_enterprise', 'sociaal ontwikkelbedrijf'), ('employer_service_point', 'werkgeversservicepunt'), ('work_centre', 'Werkcentrum'), ('work_company', 'werkbedrijf'), ('collective', 'collectief van ondernemers'), ('school', 'school'), ('employers_association', 'werkgeversvereniging')], max_length=24)),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('municipality', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.municipality')),
                        ('phone', models.CharField(blank=True, max_length=20)),
                        ('email', models.EmailField(blank=True, max_length=254)),
                        ('return_address', models.CharField(blank=True, max_length=200)),
                        ('legal_ground', models.CharField(blank=True, default='publieke taak (AVG art. 6 lid 1 onder e), Participatiewet art. 7', max_length=200)),
                        ('legal_purpose', models.CharField(blank=True, default='begeleiden naar werk', max_length=200)),
                        ('privacy_officer', models.CharField(blank=True, max_length=200)),
                        ('is_told_at_first', models.BooleanField(default=False)),
                        ('is_active', models.BooleanField(default=True)),
                    ],
                ),
            ],
        ),
    ]
