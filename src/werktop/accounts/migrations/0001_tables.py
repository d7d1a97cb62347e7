import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import werktop.audit.keys
import werktop.audit.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('accounts', '0001_initial'),
        ('accounts', '0002_initial'),
        ('accounts', '0003_questions_are_counted_for_all_processes'),
        ('accounts', '0004_colleagues_leave'),
    ]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_tables'),
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
                    name='QuestionCount',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('place', models.CharField(max_length=64, unique=True)),
                        ('since_at', models.DateTimeField()),
                        ('count', models.PositiveIntegerField(default=1)),
                    ],
                ),
            ],
        ),
    ]
