import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

import portal.illustrated
import portal.pages.ageing
import portal.publishing.constraints
import portal.publishing.folding
import portal.publishing.models.content
import portal.publishing.models.part


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("media", "0003_versions_and_names"),
        ("publishing", "0004_links_of_previews"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Page",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="edition")),
                ("based_on", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("approved", "approved"),
                            ("discarded", "discarded"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("live_from", models.DateTimeField(editable=False, null=True)),
                ("live_until", models.DateTimeField(editable=False, null=True)),
                ("first_published_at", models.DateTimeField(editable=False, null=True)),
                ("is_head", models.BooleanField(default=True, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("changed_at", models.DateTimeField(editable=False, verbose_name="changed")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="title")),
                (
                    "folded_title",
                    portal.publishing.folding.FoldedField(
                        default="", editable=False, source="title"
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences, shown in lists as well.",
                        verbose_name="lead",
                    ),
                ),
                (
                    "is_major",
                    models.BooleanField(
                        default=False,
                        help_text="Readers see the note below, with its date, in the history of the text.",
                        verbose_name="major change",
                    ),
                ),
                (
                    "change_note",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences. A slip of the pen needs none.",
                        verbose_name="what has changed, for readers",
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="text")),
                (
                    "changed_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="changed by",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="publishing.document",
                    ),
                ),
                (
                    "timeline",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="publishing.timeline",
                    ),
                ),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "abstract": False,
            },
            bases=(
                portal.illustrated.Illustrated,
                portal.publishing.models.content.Content,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="PageFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=portal.publishing.models.part.new_key, editable=False, max_length=32
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="The words of the link to it.",
                        max_length=200,
                        verbose_name="title",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="pages.page",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.file",
                        verbose_name="file",
                    ),
                ),
            ],
            options={
                "verbose_name": "file",
                "verbose_name_plural": "files",
                "ordering": ["position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PagePicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=portal.publishing.models.part.new_key, editable=False, max_length=32
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture tells, for those who cannot see it.",
                        max_length=300,
                        verbose_name="description",
                    ),
                ),
                (
                    "is_decorative",
                    models.BooleanField(default=False, verbose_name="decorative: tells nothing"),
                ),
                ("caption", models.CharField(blank=True, max_length=300, verbose_name="caption")),
                ("credit", models.CharField(blank=True, max_length=200, verbose_name="credit")),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("site", "the terms of this site"),
                            ("agency", "by agreement with the agency; not for others"),
                            ("cc-by-4.0", "Creative Commons BY 4.0"),
                            ("cc-by-sa-4.0", "Creative Commons BY-SA 4.0"),
                            ("cc0-1.0", "Creative Commons CC0 1.0"),
                            ("public-domain", "public domain"),
                        ],
                        max_length=20,
                        verbose_name="licence",
                    ),
                ),
                ("is_archive", models.BooleanField(default=False, verbose_name="archive photo")),
                (
                    "crop",
                    models.CharField(
                        blank=True,
                        max_length=15,
                        validators=[
                            django.core.validators.RegexValidator("\\A\\d{1,3}(-\\d{1,3}){3}\\Z")
                        ],
                        verbose_name="crop",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="pages.page",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.picture",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "ordering": ["position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=45, verbose_name="word in the address")),
                ("path", models.CharField(editable=False, max_length=190, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("order", models.CharField(default="", editable=False, max_length=20)),
                (
                    "document",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="place",
                        to="publishing.document",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="pages.place",
                        verbose_name="below",
                    ),
                ),
            ],
            options={
                "verbose_name": "place in the tree",
                "verbose_name_plural": "places in the tree",
                "ordering": ["order", "path"],
            },
        ),
        migrations.AddField(
            model_name="page",
            name="place",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="editions",
                to="pages.place",
                verbose_name="place in the tree",
            ),
        ),
        migrations.CreateModel(
            name="Moving",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("from_path", models.CharField(max_length=190)),
                ("from_position", models.PositiveSmallIntegerField()),
                ("to_path", models.CharField(max_length=190)),
                ("to_position", models.PositiveSmallIntegerField()),
                ("addresses", models.PositiveIntegerField(default=0)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="pages.moving",
                    ),
                ),
                (
                    "from_parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pages.place",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movings",
                        to="pages.place",
                    ),
                ),
                (
                    "to_parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pages.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "move",
                "verbose_name_plural": "moves",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PageFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=portal.publishing.models.part.new_key, editable=False, max_length=32
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("label", models.CharField(blank=True, max_length=200, verbose_name="what")),
                ("value", models.CharField(blank=True, max_length=300, verbose_name="value")),
                (
                    "as_of",
                    models.DateField(
                        blank=True,
                        help_text="The day on which it was checked.",
                        null=True,
                        verbose_name="as of",
                    ),
                ),
                (
                    "source_name",
                    models.CharField(blank=True, max_length=200, verbose_name="source"),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="address of the source"
                    ),
                ),
                (
                    "check_every",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Left empty, it does not age.",
                        null=True,
                        verbose_name="to be checked every … months",
                    ),
                ),
                (
                    "check_by",
                    portal.pages.ageing.CheckByField(
                        editable=False, null=True, verbose_name="to be checked by"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facts",
                        to="pages.page",
                    ),
                ),
            ],
            options={
                "verbose_name": "fact",
                "verbose_name_plural": "facts",
                "ordering": ["position", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("check_by__isnull", False)),
                        fields=["check_by"],
                        name="pages_fact_check_by",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(fields=["order"], name="pages_place_order"),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.UniqueConstraint(
                fields=("parent", "word"), name="pages_place_word_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("parent", None), ("path", models.F("word"))),
                    models.Q(
                        ("parent__isnull", False),
                        (
                            "path__endswith",
                            django.db.models.functions.text.Concat(
                                models.Value("/"), models.F("word")
                            ),
                        ),
                    ),
                    _connector="OR",
                ),
                name="pages_place_path_ends_with_word",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(("word__regex", "^[a-z][a-z0-9-]*$")),
                name="pages_place_word_is_latin",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThan(
                    django.db.models.expressions.CombinedExpression(
                        django.db.models.functions.text.Length("path"),
                        "-",
                        django.db.models.functions.text.Length(
                            django.db.models.functions.text.Replace(
                                "path", models.Value("/"), models.Value("")
                            )
                        ),
                    ),
                    4,
                ),
                name="pages_place_four_levels",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent", None),
                    models.Q(("parent", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="pages_place_not_below_itself",
            ),
        ),
        migrations.AddIndex(
            model_name="page",
            index=models.Index(
                condition=models.Q(("is_head", True)),
                fields=["-changed_at", "-id"],
                name="pages_page_heads",
            ),
        ),
        migrations.AddIndex(
            model_name="page",
            index=models.Index(
                condition=models.Q(("live_from__isnull", True)),
                fields=["language", "state", "-changed_at"],
                name="pages_page_desk",
            ),
        ),
        migrations.AddIndex(
            model_name="page",
            index=models.Index(
                condition=models.Q(("live_from__isnull", False)),
                fields=["live_from"],
                name="pages_page_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.UniqueConstraint(
                fields=("timeline", "number"), name="pages_page_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft"), ("state", "in_review"), _connector="OR"),
                fields=("timeline",),
                name="pages_page_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.UniqueConstraint(
                condition=models.Q(("live_from__isnull", False), ("live_until__isnull", True)),
                fields=("timeline",),
                name="pages_page_one_endless",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_head", True)),
                fields=("timeline",),
                name="pages_page_one_head",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("live_from__isnull", False), ("state", "approved")),
                    models.Q(
                        models.Q(("state", "approved"), _negated=True), ("live_from__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="pages_page_approved_has_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("live_until__isnull", True),
                    models.Q(
                        ("live_from__isnull", False), ("live_until__gt", models.F("live_from"))
                    ),
                    _connector="OR",
                ),
                name="pages_page_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("first_published_at__isnull", True), ("live_from__isnull", True)),
                    models.Q(
                        ("first_published_at__isnull", False),
                        ("first_published_at__lte", models.F("live_from")),
                        ("live_from__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="pages_page_first_before_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=portal.publishing.constraints.NoOverlap(name="pages_page_no_overlap"),
        ),
    ]
