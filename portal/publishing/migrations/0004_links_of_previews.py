from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0003_urgent_publications"),
    ]

    operations = [
        migrations.AddField(
            model_name="preview",
            name="label",
            field=models.CharField(blank=True, max_length=100, verbose_name="for whom"),
        ),
        # What was issued before has lost its last characters, and lives for a day at most.
        migrations.AddField(
            model_name="preview",
            name="tail",
            field=models.CharField(default="", max_length=4),
            preserve_default=False,
        ),
    ]
