import django.db.models.deletion
from django.db import migrations, models

ROLES = [
    ("author", "author"),
    ("reviewer", "reviewer"),
    ("publisher", "publisher"),
    ("chief", "chief editor"),
    ("duty", "duty officer"),
    ("administrator", "administrator"),
]
WITHOUT_DESK = ("chief", "duty", "administrator")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_language_of_mails"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="membership", name="accounts_membership_desk_by_role"
        ),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(choices=ROLES, max_length=20, verbose_name="role"),
        ),
        migrations.AlterField(
            model_name="membership",
            name="desk",
            field=models.ForeignKey(
                blank=True,
                help_text="Left empty for chief editors, duty officers and administrators: they belong to no desk.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="accounts.desk",
                verbose_name="desk",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("desk", None), ("role__in", WITHOUT_DESK)),
                    models.Q(
                        models.Q(("role__in", WITHOUT_DESK), _negated=True),
                        ("desk__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="accounts_membership_desk_by_role",
                violation_error_message="Authors, reviewers and publishers need a desk; chief editors, duty officers and administrators have none.",
            ),
        ),
    ]
