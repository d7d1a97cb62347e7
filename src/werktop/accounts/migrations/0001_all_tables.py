import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('accounts', '0001_tables'),
        ('accounts', '0002_own_pages'),
        ('accounts', '0003_stand_ins'),
        ('accounts', '0004_strong_login'),
    ]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_all_tables'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='Account',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('email', models.EmailField(max_length=254, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('phone', models.CharField(blank=True, max_length=20)),
                        ('languages', models.JSONField(blank=True, default=list)),
                        ('is_active', models.BooleanField(default=True)),
                        ('left_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='one_account_per_email_address'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_accountevent" ("email", "id", "is_active", "languages", "left_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."languages", NEW."left_at", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone"); RETURN NULL;', hash='fa053bfee1c019e75bfdd5886fe0ace6d4e9e184', operation='INSERT', pgid='pgtrigger_insert_insert_8b982', table='accounts_account', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."left_at" IS DISTINCT FROM (NEW."left_at") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone"))', func='INSERT INTO "accounts_accountevent" ("email", "id", "is_active", "languages", "left_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."languages", NEW."left_at", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone"); RETURN NULL;', hash='b7d098b2e7bef233a91a5fae4ccb156a1962ea1e', operation='UPDATE', pgid='pgtrigger_update_update_834ae', table='accounts_account', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='AccountEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('email', models.EmailField(max_length=254)),
                        ('name', models.CharField(max_length=80)),
                        ('phone', models.CharField(blank=True, max_length=20)),
                        ('languages', models.JSONField(blank=True, default=list)),
                        ('is_active', models.BooleanField(default=True)),
                        ('left_at', models.DateTimeField(blank=True, null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='Membership',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('role', models.CharField(choices=[('relationship_manager', 'relatiemanager'), ('table_host', 'tafelhost'), ('coordinator', 'coördinator'), ('team_lead', 'teamleider'), ('functional_admin', 'functioneel beheerder')], max_length=24)),
                        ('is_active', models.BooleanField(default=True)),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(fields=('account', 'organisation', 'role'), name='one_row_per_role_in_an_organisation'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_membershipevent" ("account_id", "id", "is_active", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."account_id", NEW."id", NEW."is_active", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role"); RETURN NULL;', hash='cfa226ddc772d6de19e2aee7eb42caeafc0e05e6', operation='INSERT', pgid='pgtrigger_insert_insert_fc05a', table='accounts_membership', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_membershipevent" ("account_id", "id", "is_active", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."account_id", NEW."id", NEW."is_active", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role"); RETURN NULL;', hash='5d368a80bb4af58cd9d95049deff56633032bddf', operation='UPDATE', pgid='pgtrigger_update_update_20ab5', table='accounts_membership', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='MembershipEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.membership')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('role', models.CharField(choices=[('relationship_manager', 'relatiemanager'), ('table_host', 'tafelhost'), ('coordinator', 'coördinator'), ('team_lead', 'teamleider'), ('functional_admin', 'functioneel beheerder')], max_length=24)),
                        ('is_active', models.BooleanField(default=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='StandIn',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('absent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('stand_in', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('starts_at', models.DateTimeField()),
                        ('ends_at', models.DateTimeField()),
                        ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['stand_in', 'ends_at'], name='stand_in_of_whom'),
                            models.Index(fields=['absent', 'ends_at'], name='who_stands_in_for'),
                        ],
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(('starts_at__lte', models.F('ends_at'))), name='a_stand_in_begins_before_it_ends'),
                            models.CheckConstraint(condition=models.Q(('absent', models.F('stand_in')), _negated=True), name='nobody_stands_in_for_oneself'),
                        ],
                        'triggers': [
                            pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_standinevent" ("absent_id", "ends_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_by_id", "stand_in_id", "starts_at") VALUES (NEW."absent_id", NEW."ends_at", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."set_by_id", NEW."stand_in_id", NEW."starts_at"); RETURN NULL;', hash='6f87a6acf8e3083a611f67964c5019c3b7070b33', operation='INSERT', pgid='pgtrigger_insert_insert_3a1e4', table='accounts_standin', when='AFTER')),
                            pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_standinevent" ("absent_id", "ends_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_by_id", "stand_in_id", "starts_at") VALUES (NEW."absent_id", NEW."ends_at", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."set_by_id", NEW."stand_in_id", NEW."starts_at"); RETURN NULL;', hash='1c83c6fae44bb4caa9a6bfd4e77b1448a4881142', operation='UPDATE', pgid='pgtrigger_update_update_3ed22', table='accounts_standin', when='AFTER')),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='StandInEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.standin')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, serialize=False)),
                        ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.organisation')),
                        ('absent', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('stand_in', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('starts_at', models.DateTimeField()),
                        ('ends_at', models.DateTimeField()),
                        ('set_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='QuestionCount',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('place', models.CharField(max_length=64, unique=True)),
                        ('since_at', models.DateTimeField()),
                        ('count', models.PositiveIntegerField(default=1)),
                    ],
                ),
                migrations.CreateModel(
                    name='CodeQuestion',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('place', models.CharField(db_index=True, max_length=64)),
                        ('address', models.CharField(blank=True, max_length=254)),
                        ('language', models.CharField(default='nl', max_length=8)),
                        ('asked_at', models.DateTimeField()),
                        ('expires_at', models.DateTimeField()),
                        ('tries', models.PositiveSmallIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='LoginCode',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to='accounts.codequestion')),
                        ('holder_kind', models.CharField(max_length=20)),
                        ('holder_id', models.UUIDField()),
                        ('mark', models.CharField(max_length=64)),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(fields=('question', 'mark'), name='a_code_opens_one_page'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='OwnSession',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('holder_kind', models.CharField(max_length=20)),
                        ('holder_id', models.UUIDField()),
                        ('way', models.CharField(choices=[('link', 'met een link'), ('code', 'met een code'), ('strong', 'met een eigen inlog')], max_length=8)),
                        ('mark', models.CharField(max_length=64, unique=True)),
                        ('reach', models.CharField(blank=True, default='', max_length=40)),
                        ('language', models.CharField(blank=True, default='', max_length=8)),
                        ('begun_at', models.DateTimeField()),
                        ('expires_at', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [
                            models.Index(fields=['holder_kind', 'holder_id'], name='own_session_of'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Pairing',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('holder_kind', models.CharField(max_length=20)),
                        ('holder_id', models.UUIDField()),
                        ('code_mark', models.CharField(blank=True, max_length=64)),
                        ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('made_at', models.DateTimeField()),
                        ('expires_at', models.DateTimeField()),
                        ('subject_mark', models.CharField(blank=True, db_index=True, max_length=64)),
                        ('tied_at', models.DateTimeField(blank=True, null=True)),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'constraints': [
                            models.UniqueConstraint(condition=models.Q(('ended_at', None), ('tied_at__isnull', False)), fields=('holder_kind', 'holder_id'), name='one_strong_login_for_each_person'),
                            models.UniqueConstraint(condition=models.Q(('code_mark', ''), _negated=True), fields=('code_mark',), name='a_pairing_code_is_one_persons'),
                            models.CheckConstraint(condition=models.Q(('tied_at', None), models.Q(('subject_mark', ''), _negated=True), _connector='OR'), name='who_is_tied_logged_in_elsewhere'),
                        ],
                    },
                ),
            ],
        ),
    ]
