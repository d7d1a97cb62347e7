import django.contrib.postgres.indexes
import django.db.models.deletion
import werktop.audit.keys
import werktop.audit.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('catalogue', '0001_tables'),
        ('catalogue', '0002_words_as_they_are_said'),
    ]

    initial = True

    dependencies = [
        ('regions', '0001_all_tables'),
    ]

    operations = [
        werktop.audit.tables.Tables(
            tables=[
                migrations.CreateModel(
                    name='Term',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('label_nl', models.CharField(max_length=80)),
                        ('label_en', models.CharField(max_length=80)),
                        ('also', models.CharField(blank=True, max_length=200)),
                        ('words', models.TextField()),
                        ('is_active', models.BooleanField(default=True)),
                        ('said', models.CharField(blank=True, max_length=300)),
                        ('code', models.SlugField(max_length=60, unique=True)),
                        ('kind', models.CharField(choices=[('competency', 'competentie'), ('interest', 'interesse')], max_length=12)),
                        ('layer', models.CharField(blank=True, choices=[('basic', 'basis, voor elk werk'), ('employee', 'hoe iemand werkt'), ('vocational', 'vak')], max_length=12)),
                        ('group', models.CharField(choices=[('language', 'Lezen, praten en rekenen'), ('computer', 'Met computer en telefoon'), ('people', 'Met mensen'), ('together', 'In een team'), ('own-pace', 'Hoe ik werk'), ('order', 'Op volgorde en precies'), ('office', 'Op kantoor'), ('selling', 'Verkopen'), ('food', 'Eten en drinken maken'), ('care', 'Zorgen en helpen'), ('cleaning', 'Schoonmaken'), ('hands', 'Met je handen'), ('machines', 'Machines en techniek'), ('building', 'Bouwen en opknappen'), ('moving', 'Sjouwen, rijden en magazijn'), ('green', 'Buiten en groen'), ('animals', 'Met dieren'), ('making', 'Ontwerpen en podium'), ('safety', 'Toezicht en veiligheid'), ('about', 'Waar het over gaat'), ('where', 'Waar het is'), ('how', 'Hoe het werk is')], max_length=12)),
                        ('position', models.PositiveSmallIntegerField(default=0)),
                        ('is_often', models.BooleanField(default=False)),
                        ('esco_code', models.CharField(blank=True, max_length=12)),
                        ('esco_uri', models.CharField(blank=True, max_length=120)),
                        ('esco_label', models.CharField(blank=True, max_length=120)),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organisation')),
                        ('counts_as', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.term')),
                        ('key', models.CharField(max_length=80)),
                    ],
                    options={
                        'ordering': ['kind', 'position', 'code'],
                        'constraints': [
                            models.UniqueConstraint(condition=models.Q(('is_active', True)), fields=('organisation', 'key'), name='a_label_once_in_each_vocabulary', nulls_distinct=False),
                            models.CheckConstraint(condition=models.Q(('counts_as', None), ('organisation__isnull', False), _connector='OR'), name='only_an_own_term_counts_as_another'),
                            models.CheckConstraint(condition=models.Q(('counts_as', None), models.Q(('counts_as', models.F('id')), _negated=True), _connector='OR'), name='no_term_counts_as_itself'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Occupation',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('code', models.CharField(max_length=16, unique=True)),
                        ('uri', models.CharField(max_length=120, unique=True)),
                        ('isco08', models.CharField(max_length=4)),
                        ('label_nl', models.CharField(max_length=120)),
                        ('also', models.TextField(blank=True)),
                        ('words', models.TextField()),
                        ('is_active', models.BooleanField(default=True)),
                    ],
                    options={
                        'ordering': ['label_nl', 'code'],
                        'indexes': [
                            django.contrib.postgres.indexes.GinIndex(fields=['words'], name='occupation_words', opclasses=['gin_trgm_ops']),
                            models.Index(fields=['isco08'], name='occupation_by_isco'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Requirement',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('label_nl', models.CharField(max_length=80)),
                        ('label_en', models.CharField(max_length=80)),
                        ('also', models.CharField(blank=True, max_length=200)),
                        ('words', models.TextField()),
                        ('is_active', models.BooleanField(default=True)),
                        ('code', models.SlugField(max_length=60, unique=True)),
                        ('bit', models.PositiveSmallIntegerField(unique=True)),
                        ('group', models.CharField(choices=[('driving', 'Rijbewijs'), ('machines', 'Machines en techniek'), ('dutch', 'Taal en rekenen'), ('times', 'Werktijden'), ('body', 'Wat het van je lichaam vraagt'), ('place', 'Waar het werk is'), ('travel', 'Naar het werk'), ('papers', 'Papieren')], max_length=12)),
                        ('implies', models.CharField(blank=True, max_length=120)),
                    ],
                    options={
                        'ordering': ['bit'],
                        'constraints': [
                            models.CheckConstraint(condition=models.Q(('bit__lt', 64)), name='requirements_fit_in_64_bits'),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name='Edition',
                    fields=[
                        ('id', models.UUIDField(default=werktop.audit.keys.new_key, editable=False, primary_key=True, serialize=False)),
                        ('part', models.SlugField(max_length=20, unique=True)),
                        ('version', models.CharField(max_length=20)),
                        ('loaded_at', models.DateTimeField()),
                        ('came', models.PositiveIntegerField(default=0)),
                        ('changed', models.PositiveIntegerField(default=0)),
                        ('went', models.PositiveIntegerField(default=0)),
                    ],
                ),
            ],
        ),
    ]
