import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models

# What was noted as an opening goes on as a work profile under its own key, with its history.
SAME = (
    "id, employer_id, organisation_id, region_id, what, places, from_date, noted_by_id, noted_at, note_id, closed_at"
)
EMPTY = (
    "own_words, forms, days, times, wage_words, is_expected, because, how_sure, traits, place_words, address, place, "
    "is_step_free, travel, select_how, is_open_hiring, reason, status"
)
VALUES = (
    "'', '{}', '{}', '{}', '', true, '', '', '{}', '', '', '', false, '', '', false, '', "
    "CASE status WHEN 'open' THEN 'idea' ELSE status END"
)
OF_HISTORY = "pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id"
OPENINGS = (
    f"INSERT INTO work_profiles_workprofile ({SAME}, {EMPTY}) SELECT {SAME}, {VALUES} FROM employers_opening",
    # that they were copied is no change
    "DELETE FROM work_profiles_workprofileevent",
    f"INSERT INTO work_profiles_workprofileevent ({OF_HISTORY}, {SAME}, {EMPTY}) "
    f"SELECT {OF_HISTORY}, {SAME}, {VALUES} FROM employers_openingevent ORDER BY pgh_id",
)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('catalogue', '0002_courses'),
        ('employers', '0001_all_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0003_marks_alike'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='WorkProfile',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('what', models.CharField(max_length=120)),
                        ('own_words', models.TextField(blank=True)),
                        ('forms', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('regular', 'gewone baan'), ('work_experience', 'werkervaringsplaats'), ('internship', 'stage'), ('trial', 'proefplaatsing'), ('carved', 'functie op maat (jobcarving)'), ('learn_work', 'leerwerkplek (bbl)'), ('sheltered', 'beschut werk'), ('secondment', 'detachering'), ('voluntary', 'vrijwilligerswerk')], max_length=16), blank=True, default=list, size=None)),
                        ('places', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('hours_min', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('hours_max', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('days', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('mon', 'maandag'), ('tue', 'dinsdag'), ('wed', 'woensdag'), ('thu', 'donderdag'), ('fri', 'vrijdag'), ('sat', 'zaterdag'), ('sun', 'zondag')], max_length=16), blank=True, default=list, size=None)),
                        ('times', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('daytime', 'overdag'), ('evening', "'s avonds"), ('night', "'s nachts"), ('weekend', 'in het weekend'), ('flexible', 'in overleg')], max_length=16), blank=True, default=list, size=None)),
                        ('wage_min_cents', models.PositiveIntegerField(blank=True, null=True)),
                        ('wage_max_cents', models.PositiveIntegerField(blank=True, null=True)),
                        ('wage_words', models.CharField(blank=True, max_length=120)),
                        ('from_date', models.DateField(blank=True, null=True)),
                        ('is_expected', models.BooleanField(default=False)),
                        ('because', models.CharField(blank=True, choices=[('growth', 'groei'), ('retirement', 'iemand gaat met pensioen'), ('changed', 'het werk wordt anders ingericht'), ('in_training', 'iemand van het bedrijf wordt opgeleid en schuift door'), ('replacement', 'vervanging'), ('other', 'iets anders')], max_length=12)),
                        ('how_sure', models.CharField(blank=True, choices=[('certain', 'zeker'), ('likely', 'waarschijnlijk'), ('possible', 'misschien')], max_length=8)),
                        ('until_date', models.DateField(blank=True, null=True)),
                        ('traits', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('quiet', 'rustige omgeving'), ('lively', 'levendige omgeving'), ('alone', 'alleen werken'), ('team', 'in een team'), ('same', 'elke dag hetzelfde'), ('varied', 'afwisselend'), ('inside', 'binnen'), ('outside', 'buiten'), ('much_contact', 'veel contact met klanten of bezoekers'), ('little_contact', 'weinig contact met klanten of bezoekers'), ('own_pace', 'in eigen tempo'), ('high_pace', 'hoog tempo'), ('guide', 'één vast iemand die begeleidt'), ('no_dutch', 'Nederlands is niet nodig voor het werk')], max_length=16), blank=True, default=list, size=None)),
                        ('place_words', models.CharField(blank=True, max_length=300)),
                        ('address', models.CharField(blank=True, max_length=120)),
                        ('place', models.CharField(blank=True, max_length=80)),
                        ('is_step_free', models.BooleanField(default=False)),
                        ('travel', models.CharField(blank=True, max_length=200)),
                        ('select_count', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('select_how', models.CharField(blank=True, max_length=200)),
                        ('select_by_date', models.DateField(blank=True, null=True)),
                        ('is_open_hiring', models.BooleanField(default=False)),
                        ('status', models.CharField(choices=[('idea', 'komt eraan'), ('open', 'open'), ('in_talk', 'in gesprek'), ('filled', 'vervuld'), ('gone', 'gaat niet door'), ('carved', 'verder als functie op maat'), ('regular', 'naar gewone werving')], default='idea', max_length=8)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('noted_at', models.DateTimeField()),
                        ('note_id', models.UUIDField(blank=True, db_index=True, null=True)),
                        ('closed_at', models.DateTimeField(blank=True, null=True)),
                        ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('copied_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='work_profiles.workprofile')),
                        ('employer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='employers.employer')),
                        ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
                        ('to_call', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='employers.entrepreneur')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['employer', 'status', 'from_date'], name='work_profile_of_employer'), models.Index(fields=['region', 'status', 'from_date'], name='work_profile_of_region')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='a_work_profile_says_what'), models.CheckConstraint(condition=models.Q(('places', None), ('places__gte', 1), _connector='OR'), name='a_work_profile_has_one_place_or_more'), models.CheckConstraint(condition=models.Q(models.Q(('hours_min', None), ('hours_min__range', (1, 60)), _connector='OR'), models.Q(('hours_max', None), ('hours_max__range', (1, 60)), _connector='OR'), models.Q(('hours_min', None), ('hours_max', None), ('hours_min__lte', models.F('hours_max')), _connector='OR')), name='hours_of_work_run_from_few_to_many'), models.CheckConstraint(condition=models.Q(('wage_min_cents', None), ('wage_max_cents', None), ('wage_min_cents__lte', models.F('wage_max_cents')), _connector='OR'), name='a_wage_runs_from_low_to_high'), models.CheckConstraint(condition=models.Q(('is_expected', True), models.Q(('because', ''), ('how_sure', '')), _connector='OR'), name='only_expected_work_has_a_reason_and_a_degree'), models.CheckConstraint(condition=models.Q(('from_date', None), ('until_date', None), ('until_date__gte', models.F('from_date')), _connector='OR'), name='work_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('traits__contains', ['quiet', 'lively']), ('traits__contains', ['same', 'varied']), ('traits__contains', ['much_contact', 'little_contact']), ('traits__contains', ['own_pace', 'high_pace']), _connector='OR', _negated=True), name='a_place_is_not_a_thing_and_its_opposite'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('status__in', ('idea', 'open', 'in_talk'))), models.Q(('closed_at__isnull', False), ('status__in', ('filled', 'gone', 'carved', 'regular'))), _connector='OR'), name='closed_work_has_a_moment'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('carved', 'regular')), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='work_that_goes_elsewhere_says_why'), models.CheckConstraint(condition=models.Q(('is_open_hiring', False), models.Q(('select_by_date', None), ('select_count', None), ('select_how', '')), _connector='OR'), name='open_hiring_selects_nobody')],
                        'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "work_profiles_workprofileevent" ("address", "because", "closed_at", "contact_id", "copied_from_id", "days", "employer_id", "forms", "from_date", "hours_max", "hours_min", "how_sure", "id", "is_expected", "is_open_hiring", "is_step_free", "note_id", "noted_at", "noted_by_id", "organisation_id", "own_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "place_words", "places", "reason", "region_id", "select_by_date", "select_count", "select_how", "status", "times", "to_call_id", "traits", "travel", "until_date", "wage_max_cents", "wage_min_cents", "wage_words", "what") VALUES (NEW."address", NEW."because", NEW."closed_at", NEW."contact_id", NEW."copied_from_id", NEW."days", NEW."employer_id", NEW."forms", NEW."from_date", NEW."hours_max", NEW."hours_min", NEW."how_sure", NEW."id", NEW."is_expected", NEW."is_open_hiring", NEW."is_step_free", NEW."note_id", NEW."noted_at", NEW."noted_by_id", NEW."organisation_id", NEW."own_words", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."place_words", NEW."places", NEW."reason", NEW."region_id", NEW."select_by_date", NEW."select_count", NEW."select_how", NEW."status", NEW."times", NEW."to_call_id", NEW."traits", NEW."travel", NEW."until_date", NEW."wage_max_cents", NEW."wage_min_cents", NEW."wage_words", NEW."what"); RETURN NULL;', hash='bab3231ceda81697d79158e54b54e46640742e1e', operation='INSERT', pgid='pgtrigger_insert_insert_44ae4', table='work_profiles_workprofile', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "work_profiles_workprofileevent" ("address", "because", "closed_at", "contact_id", "copied_from_id", "days", "employer_id", "forms", "from_date", "hours_max", "hours_min", "how_sure", "id", "is_expected", "is_open_hiring", "is_step_free", "note_id", "noted_at", "noted_by_id", "organisation_id", "own_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "place_words", "places", "reason", "region_id", "select_by_date", "select_count", "select_how", "status", "times", "to_call_id", "traits", "travel", "until_date", "wage_max_cents", "wage_min_cents", "wage_words", "what") VALUES (NEW."address", NEW."because", NEW."closed_at", NEW."contact_id", NEW."copied_from_id", NEW."days", NEW."employer_id", NEW."forms", NEW."from_date", NEW."hours_max", NEW."hours_min", NEW."how_sure", NEW."id", NEW."is_expected", NEW."is_open_hiring", NEW."is_step_free", NEW."note_id", NEW."noted_at", NEW."noted_by_id", NEW."organisation_id", NEW."own_words", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."place_words", NEW."places", NEW."reason", NEW."region_id", NEW."select_by_date", NEW."select_count", NEW."select_how", NEW."status", NEW."times", NEW."to_call_id", NEW."traits", NEW."travel", NEW."until_date", NEW."wage_max_cents", NEW."wage_min_cents", NEW."wage_words", NEW."what"); RETURN NULL;', hash='6f026f15fadb81f59c207149a68735eb8ffaadca', operation='UPDATE', pgid='pgtrigger_update_update_ecb59', table='work_profiles_workprofile', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='WorkProfileEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('what', models.CharField(max_length=120)),
                        ('own_words', models.TextField(blank=True)),
                        ('forms', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('regular', 'gewone baan'), ('work_experience', 'werkervaringsplaats'), ('internship', 'stage'), ('trial', 'proefplaatsing'), ('carved', 'functie op maat (jobcarving)'), ('learn_work', 'leerwerkplek (bbl)'), ('sheltered', 'beschut werk'), ('secondment', 'detachering'), ('voluntary', 'vrijwilligerswerk')], max_length=16), blank=True, default=list, size=None)),
                        ('places', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('hours_min', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('hours_max', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('days', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('mon', 'maandag'), ('tue', 'dinsdag'), ('wed', 'woensdag'), ('thu', 'donderdag'), ('fri', 'vrijdag'), ('sat', 'zaterdag'), ('sun', 'zondag')], max_length=16), blank=True, default=list, size=None)),
                        ('times', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('daytime', 'overdag'), ('evening', "'s avonds"), ('night', "'s nachts"), ('weekend', 'in het weekend'), ('flexible', 'in overleg')], max_length=16), blank=True, default=list, size=None)),
                        ('wage_min_cents', models.PositiveIntegerField(blank=True, null=True)),
                        ('wage_max_cents', models.PositiveIntegerField(blank=True, null=True)),
                        ('wage_words', models.CharField(blank=True, max_length=120)),
                        ('from_date', models.DateField(blank=True, null=True)),
                        ('is_expected', models.BooleanField(default=False)),
                        ('because', models.CharField(blank=True, choices=[('growth', 'groei'), ('retirement', 'iemand gaat met pensioen'), ('changed', 'het werk wordt anders ingericht'), ('in_training', 'iemand van het bedrijf wordt opgeleid en schuift door'), ('replacement', 'vervanging'), ('other', 'iets anders')], max_length=12)),
                        ('how_sure', models.CharField(blank=True, choices=[('certain', 'zeker'), ('likely', 'waarschijnlijk'), ('possible', 'misschien')], max_length=8)),
                        ('until_date', models.DateField(blank=True, null=True)),
                        ('traits', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('quiet', 'rustige omgeving'), ('lively', 'levendige omgeving'), ('alone', 'alleen werken'), ('team', 'in een team'), ('same', 'elke dag hetzelfde'), ('varied', 'afwisselend'), ('inside', 'binnen'), ('outside', 'buiten'), ('much_contact', 'veel contact met klanten of bezoekers'), ('little_contact', 'weinig contact met klanten of bezoekers'), ('own_pace', 'in eigen tempo'), ('high_pace', 'hoog tempo'), ('guide', 'één vast iemand die begeleidt'), ('no_dutch', 'Nederlands is niet nodig voor het werk')], max_length=16), blank=True, default=list, size=None)),
                        ('place_words', models.CharField(blank=True, max_length=300)),
                        ('address', models.CharField(blank=True, max_length=120)),
                        ('place', models.CharField(blank=True, max_length=80)),
                        ('is_step_free', models.BooleanField(default=False)),
                        ('travel', models.CharField(blank=True, max_length=200)),
                        ('select_count', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('select_how', models.CharField(blank=True, max_length=200)),
                        ('select_by_date', models.DateField(blank=True, null=True)),
                        ('is_open_hiring', models.BooleanField(default=False)),
                        ('status', models.CharField(choices=[('idea', 'komt eraan'), ('open', 'open'), ('in_talk', 'in gesprek'), ('filled', 'vervuld'), ('gone', 'gaat niet door'), ('carved', 'verder als functie op maat'), ('regular', 'naar gewone werving')], default='idea', max_length=8)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('noted_at', models.DateTimeField()),
                        ('note_id', models.UUIDField(blank=True, null=True)),
                        ('closed_at', models.DateTimeField(blank=True, null=True)),
                        ('contact', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('copied_from', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='work_profiles.workprofile')),
                        ('employer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.employer')),
                        ('noted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='work_profiles.workprofile')),
                        ('region', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
                        ('to_call', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='employers.entrepreneur')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='WorkProfileRequirement',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='work_profiles.workprofile')),
                        ('requirement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.requirement')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('profile', 'requirement'), name='a_requirement_once_per_work_profile')],
                        'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "work_profiles_workprofilerequirementevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id", "requirement_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."profile_id", NEW."requirement_id"); RETURN NULL;', hash='0229dac60cbaac3b29a2186fefcea428dcde2ec7', operation='INSERT', pgid='pgtrigger_insert_insert_b8932', table='work_profiles_workprofilerequirement', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "work_profiles_workprofilerequirementevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id", "requirement_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."profile_id", NEW."requirement_id"); RETURN NULL;', hash='32378669463aebae781f98bb9383681d3f1f57e6', operation='UPDATE', pgid='pgtrigger_update_update_81b37', table='work_profiles_workprofilerequirement', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='WorkProfileRequirementEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='work_profiles.workprofilerequirement')),
                        ('profile', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='work_profiles.workprofile')),
                        ('requirement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.requirement')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='WorkProfileTerm',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('is_learnable', models.BooleanField(default=False)),
                        ('weight', models.PositiveSmallIntegerField(default=2)),
                        ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='work_profiles.workprofile')),
                        ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.term')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('profile', 'term'), name='a_term_once_per_work_profile'), models.CheckConstraint(condition=models.Q(('weight__range', (1, 3))), name='a_term_of_work_weighs_one_to_three')],
                        'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "work_profiles_workprofiletermevent" ("id", "is_learnable", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id", "term_id", "weight") VALUES (NEW."id", NEW."is_learnable", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."profile_id", NEW."term_id", NEW."weight"); RETURN NULL;', hash='03e3ad4f272702b8168c25fa2e9b0bcd1c5b1068', operation='INSERT', pgid='pgtrigger_insert_insert_861e6', table='work_profiles_workprofileterm', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "work_profiles_workprofiletermevent" ("id", "is_learnable", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id", "term_id", "weight") VALUES (NEW."id", NEW."is_learnable", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."profile_id", NEW."term_id", NEW."weight"); RETURN NULL;', hash='dc2989f06aefd22a88dd0df6d604bb96af7ae01e', operation='UPDATE', pgid='pgtrigger_update_update_e67e9', table='work_profiles_workprofileterm', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='WorkProfileTermEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('is_learnable', models.BooleanField(default=False)),
                        ('weight', models.PositiveSmallIntegerField(default=2)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='work_profiles.workprofileterm')),
                        ('profile', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='work_profiles.workprofile')),
                        ('term', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.term')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        migrations.RunSQL(list(OPENINGS), migrations.RunSQL.noop),
    ]
