import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
import werktop.regions.naming
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('employers', '0001_tables'),
        ('employers', '0002_found_by_a_word_of_the_name'),
        ('employers', '0003_names_and_marks_to_find_by'),
    ]

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('catalogue', '0001_all_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0002_names_as_they_are_compared'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='Employer',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('name', models.CharField(max_length=120)),
                        ('sector', models.CharField(blank=True, choices=[('A', 'Landbouw, bosbouw en visserij'), ('B', 'Winning van delfstoffen'), ('C', 'Industrie'), ('D', 'Energie'), ('E', 'Water en afval'), ('F', 'Bouw'), ('G', 'Groot- en detailhandel'), ('H', 'Vervoer en opslag'), ('I', 'Horeca'), ('J', 'Informatie en communicatie'), ('K', 'Financiële diensten'), ('L', 'Onroerend goed'), ('M', 'Advies en onderzoek'), ('N', 'Verhuur en overige zakelijke diensten'), ('O', 'Openbaar bestuur'), ('P', 'Onderwijs'), ('Q', 'Gezondheid en welzijn'), ('R', 'Cultuur, sport en recreatie'), ('S', 'Overige diensten'), ('T', 'Huishoudens'), ('U', 'Internationale organisaties')], max_length=1)),
                        ('address', models.CharField(blank=True, max_length=120)),
                        ('postcode', models.CharField(blank=True, max_length=7)),
                        ('place', models.CharField(blank=True, max_length=80)),
                        ('is_step_free', models.BooleanField(default=False)),
                        ('what_we_do', models.TextField(blank=True)),
                        ('looks_for', models.TextField(blank=True)),
                        ('work_forms', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('regular', 'gewone baan'), ('work_experience', 'werkervaringsplaats'), ('internship', 'stage'), ('trial', 'proefplaatsing'), ('carved', 'functie op maat (jobcarving)'), ('learn_work', 'leerwerkplek (bbl)'), ('sheltered', 'beschut werk'), ('secondment', 'detachering'), ('voluntary', 'vrijwilligerswerk')], max_length=16), blank=True, default=list, size=None)),
                        ('source', models.CharField(default='form', max_length=20)),
                        ('created_at', models.DateTimeField()),
                        ('name_key', models.GeneratedField(db_persist=True, expression=werktop.regions.naming.NameKey(models.F('name')), output_field=models.TextField())),
                        ('name_marks', models.GeneratedField(db_persist=True, expression=werktop.regions.naming.NameMarks(models.F('name')), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None))),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['region', 'name'], name='employer_by_name'),
                            models.Index(fields=['region', 'name_key', 'id'], name='employer_by_name_key'),
                            django.contrib.postgres.indexes.GinIndex(fields=['name_key'], name='employer_name_alike', opclasses=['gin_trgm_ops']),
                            django.contrib.postgres.indexes.GinIndex(fields=['name_marks'], name='employer_name_marks'),
                        ],
                        'constraints': [
                            models.UniqueConstraint(django.db.models.functions.text.Lower('name'), models.F('region'), models.F('postcode'), name='one_employer_per_name_and_postcode_in_a_region'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "employers_employerevent" ("address", "created_at", "id", "is_step_free", "looks_for", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "postcode", "region_id", "sector", "source", "what_we_do", "work_forms") VALUES (NEW."address", NEW."created_at", NEW."id", NEW."is_step_free", NEW."looks_for", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."postcode", NEW."region_id", NEW."sector", NEW."source", NEW."what_we_do", NEW."work_forms"); RETURN NULL;', hash='72b26e11e4a156e4e8e4386d6f74298a14a27aac', operation='INSERT', pgid='pgtrigger_insert_insert_27d23', table='employers_employer', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_step_free" IS DISTINCT FROM (NEW."is_step_free") OR OLD."looks_for" IS DISTINCT FROM (NEW."looks_for") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."region_id" IS DISTINCT FROM (NEW."region_id") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."what_we_do" IS DISTINCT FROM (NEW."what_we_do") OR OLD."work_forms" IS DISTINCT FROM (NEW."work_forms"))', func='INSERT INTO "employers_employerevent" ("address", "created_at", "id", "is_step_free", "looks_for", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "postcode", "region_id", "sector", "source", "what_we_do", "work_forms") VALUES (NEW."address", NEW."created_at", NEW."id", NEW."is_step_free", NEW."looks_for", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."postcode", NEW."region_id", NEW."sector", NEW."source", NEW."what_we_do", NEW."work_forms"); RETURN NULL;', hash='702046ddf80a96a1fca1e59c48c73441d1e9de24', operation='UPDATE', pgid='pgtrigger_update_update_b6c1a', table='employers_employer', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='EmployerEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='employers.employer')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('name', models.CharField(max_length=120)),
                        ('sector', models.CharField(blank=True, choices=[('A', 'Landbouw, bosbouw en visserij'), ('B', 'Winning van delfstoffen'), ('C', 'Industrie'), ('D', 'Energie'), ('E', 'Water en afval'), ('F', 'Bouw'), ('G', 'Groot- en detailhandel'), ('H', 'Vervoer en opslag'), ('I', 'Horeca'), ('J', 'Informatie en communicatie'), ('K', 'Financiële diensten'), ('L', 'Onroerend goed'), ('M', 'Advies en onderzoek'), ('N', 'Verhuur en overige zakelijke diensten'), ('O', 'Openbaar bestuur'), ('P', 'Onderwijs'), ('Q', 'Gezondheid en welzijn'), ('R', 'Cultuur, sport en recreatie'), ('S', 'Overige diensten'), ('T', 'Huishoudens'), ('U', 'Internationale organisaties')], max_length=1)),
                        ('address', models.CharField(blank=True, max_length=120)),
                        ('postcode', models.CharField(blank=True, max_length=7)),
                        ('place', models.CharField(blank=True, max_length=80)),
                        ('is_step_free', models.BooleanField(default=False)),
                        ('what_we_do', models.TextField(blank=True)),
                        ('looks_for', models.TextField(blank=True)),
                        ('work_forms', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('regular', 'gewone baan'), ('work_experience', 'werkervaringsplaats'), ('internship', 'stage'), ('trial', 'proefplaatsing'), ('carved', 'functie op maat (jobcarving)'), ('learn_work', 'leerwerkplek (bbl)'), ('sheltered', 'beschut werk'), ('secondment', 'detachering'), ('voluntary', 'vrijwilligerswerk')], max_length=16), blank=True, default=list, size=None)),
                        ('source', models.CharField(default='form', max_length=20)),
                        ('created_at', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='EmployerTerm',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('employer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='employers.employer')),
                        ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.term')),
                        ('noted_at', models.DateTimeField()),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(fields=('employer', 'term'), name='a_term_once_per_employer'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "employers_employertermevent" ("employer_id", "id", "noted_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (NEW."employer_id", NEW."id", NEW."noted_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."term_id"); RETURN NULL;', hash='df21b20715839430aeac84b3d022961625452deb', operation='INSERT', pgid='pgtrigger_insert_insert_6ddc7', table='employers_employerterm', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "employers_employertermevent" ("employer_id", "id", "noted_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (NEW."employer_id", NEW."id", NEW."noted_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."term_id"); RETURN NULL;', hash='e26dfdc8ccc60366aa487c81e05b9211002e3ad0', operation='UPDATE', pgid='pgtrigger_update_update_103a2', table='employers_employerterm', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='EmployerTermEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='employers.employerterm')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('employer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.employer')),
                        ('term', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.term')),
                        ('noted_at', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Opening',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('employer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='employers.employer')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('what', models.CharField(max_length=120)),
                        ('places', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('from_date', models.DateField(blank=True, null=True)),
                        ('status', models.CharField(choices=[('open', 'komt eraan'), ('filled', 'vervuld'), ('gone', 'gaat niet door')], default='open', max_length=8)),
                        ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('noted_at', models.DateTimeField()),
                        ('note_id', models.UUIDField(blank=True, db_index=True, null=True)),
                        ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['employer', 'status', 'from_date'], name='opening_of_employer'),
                        ],
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='an_opening_says_what'),
                            models.CheckConstraint(condition=models.Q(('places', None), ('places__gte', 1), _connector='OR'), name='an_opening_has_one_place_or_more'),
                            models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('status', 'open')), models.Q(models.Q(('status', 'open'), _negated=True), ('closed_at__isnull', False)), _connector='OR'), name='an_open_opening_is_not_closed'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "employers_openingevent" ("closed_at", "employer_id", "from_date", "id", "note_id", "noted_at", "noted_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "region_id", "status", "what") VALUES (NEW."closed_at", NEW."employer_id", NEW."from_date", NEW."id", NEW."note_id", NEW."noted_at", NEW."noted_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."places", NEW."region_id", NEW."status", NEW."what"); RETURN NULL;', hash='dfbf95e8193dc25e30301b4a2c7ce1a94cc156e0', operation='INSERT', pgid='pgtrigger_insert_insert_70df4', table='employers_opening', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "employers_openingevent" ("closed_at", "employer_id", "from_date", "id", "note_id", "noted_at", "noted_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "region_id", "status", "what") VALUES (NEW."closed_at", NEW."employer_id", NEW."from_date", NEW."id", NEW."note_id", NEW."noted_at", NEW."noted_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."places", NEW."region_id", NEW."status", NEW."what"); RETURN NULL;', hash='34423e18ee0c0f6282a028a466cf63fb2319781d', operation='UPDATE', pgid='pgtrigger_update_update_dc1d1', table='employers_opening', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='OpeningEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='employers.opening')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('employer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.employer')),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('what', models.CharField(max_length=120)),
                        ('places', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('from_date', models.DateField(blank=True, null=True)),
                        ('status', models.CharField(choices=[('open', 'komt eraan'), ('filled', 'vervuld'), ('gone', 'gaat niet door')], default='open', max_length=8)),
                        ('noted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('noted_at', models.DateTimeField()),
                        ('note_id', models.UUIDField(blank=True, null=True)),
                        ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='Entrepreneur',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('employer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entrepreneurs', to='employers.employer')),
                        ('first_name', models.CharField(max_length=80)),
                        ('last_name', models.CharField(blank=True, max_length=80)),
                        ('email', models.EmailField(blank=True, max_length=254)),
                        ('phone', models.CharField(blank=True, max_length=20)),
                        ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('nl', 'Nederlands'), ('en', 'Engels'), ('ar', 'Arabisch'), ('tr', 'Turks'), ('pl', 'Pools'), ('uk', 'Oekraïens'), ('ti', 'Tigrinya'), ('fa', 'Farsi'), ('es', 'Spaans'), ('fr', 'Frans'), ('de', 'Duits'), ('so', 'Somalisch')], max_length=2), blank=True, default=list, size=None)),
                        ('is_active', models.BooleanField(default=True)),
                        ('name_key', models.GeneratedField(db_persist=True, expression=werktop.regions.naming.NameKey(django.db.models.functions.text.Concat('first_name', models.Value(' '), 'last_name', output_field=models.TextField())), output_field=models.TextField())),
                        ('name_marks', models.GeneratedField(db_persist=True, expression=werktop.regions.naming.NameMarks(django.db.models.functions.text.Concat('first_name', models.Value(' '), 'last_name', output_field=models.TextField())), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None))),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['employer', 'first_name'], name='entrepreneur_by_firm'),
                            django.contrib.postgres.indexes.GinIndex(fields=['name_key'], name='entrepreneur_name_alike', opclasses=['gin_trgm_ops']),
                            django.contrib.postgres.indexes.GinIndex(fields=['name_marks'], name='entrepreneur_name_marks'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "employers_entrepreneurevent" ("email", "employer_id", "first_name", "id", "is_active", "languages", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."email", NEW."employer_id", NEW."first_name", NEW."id", NEW."is_active", NEW."languages", NEW."last_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone"); RETURN NULL;', hash='ad5280f3648e10b60eb61417c0e85c11f6aaa16a', operation='INSERT', pgid='pgtrigger_insert_insert_13b32', table='employers_entrepreneur', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."employer_id" IS DISTINCT FROM (NEW."employer_id") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."phone" IS DISTINCT FROM (NEW."phone"))', func='INSERT INTO "employers_entrepreneurevent" ("email", "employer_id", "first_name", "id", "is_active", "languages", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."email", NEW."employer_id", NEW."first_name", NEW."id", NEW."is_active", NEW."languages", NEW."last_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone"); RETURN NULL;', hash='45b7003fa642133b4ede1e2a692dee55f26e031b', operation='UPDATE', pgid='pgtrigger_update_update_d07ba', table='employers_entrepreneur', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Joining',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('employer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='joinings', to='employers.employer')),
                        ('joined_date', models.DateField()),
                        ('brought_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='employers.entrepreneur')),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(fields=('employer',), name='an_employer_joins_once'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "employers_joiningevent" ("brought_by_id", "employer_id", "id", "joined_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."brought_by_id", NEW."employer_id", NEW."id", NEW."joined_date", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='83fa2e45dbfd75276a2cfe115cd469b598353d50', operation='INSERT', pgid='pgtrigger_insert_insert_dc0fb', table='employers_joining', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "employers_joiningevent" ("brought_by_id", "employer_id", "id", "joined_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."brought_by_id", NEW."employer_id", NEW."id", NEW."joined_date", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='aa93c89987b337e8986f703621a79e5038b00d58', operation='UPDATE', pgid='pgtrigger_update_update_13d2e', table='employers_joining', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='JoiningEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='employers.joining')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('employer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.employer')),
                        ('joined_date', models.DateField()),
                        ('brought_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.entrepreneur')),
                    ],
                ),
                migrations.CreateModel(
                    name='EntrepreneurEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='employers.entrepreneur')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('employer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.employer')),
                        ('first_name', models.CharField(max_length=80)),
                        ('last_name', models.CharField(blank=True, max_length=80)),
                        ('email', models.EmailField(blank=True, max_length=254)),
                        ('phone', models.CharField(blank=True, max_length=20)),
                        ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('nl', 'Nederlands'), ('en', 'Engels'), ('ar', 'Arabisch'), ('tr', 'Turks'), ('pl', 'Pools'), ('uk', 'Oekraïens'), ('ti', 'Tigrinya'), ('fa', 'Farsi'), ('es', 'Spaans'), ('fr', 'Frans'), ('de', 'Duits'), ('so', 'Somalisch')], max_length=2), blank=True, default=list, size=None)),
                        ('is_active', models.BooleanField(default=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='KnownFirm',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('entrepreneur', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='known_firms', to='employers.entrepreneur')),
                        ('firm_name', models.CharField(max_length=120)),
                        ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='employers.employer')),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(fields=('entrepreneur', 'firm_name'), name='a_known_firm_once_per_entrepreneur'),
                            models.CheckConstraint(condition=models.Q(('firm_name', ''), _negated=True), name='a_known_firm_has_a_name'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "employers_knownfirmevent" ("employer_id", "entrepreneur_id", "firm_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."employer_id", NEW."entrepreneur_id", NEW."firm_name", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='7e995c5197edaa99958341c1c0e749d1f54f71e5', operation='INSERT', pgid='pgtrigger_insert_insert_d3e76', table='employers_knownfirm', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "employers_knownfirmevent" ("employer_id", "entrepreneur_id", "firm_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."employer_id", NEW."entrepreneur_id", NEW."firm_name", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='371c9ac550cb98d66e57ab73e7d662f9190a2846', operation='UPDATE', pgid='pgtrigger_update_update_4592c', table='employers_knownfirm', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='KnownFirmEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='employers.knownfirm')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('entrepreneur', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.entrepreneur')),
                        ('firm_name', models.CharField(max_length=120)),
                        ('employer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.employer')),
                    ],
                ),
            ],
        ),
    ]
