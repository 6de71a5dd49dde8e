"""People, desks, and who does what where. Rights come from memberships and nowhere else."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.accounts.roles import PERMISSIONS, WITHOUT_DESK, Role
from portal.languages import CODES, LanguageField


class User(AbstractUser):
    """Somebody who may log in. Django's groups and single permissions are left out on purpose:
    a right has one source, the role in a membership.
    """

    groups = None
    user_permissions = None

    language = LanguageField(
        _("language"),
        max_length=10,
        blank=True,
        help_text=_("In which mails are written to this person. Left empty: the site’s own."),
    )

    class Meta(AbstractUser.Meta):
        ordering = ["username"]

    def __str__(self):
        return self.get_full_name() or self.username

    @cached_property
    def desk_memberships(self) -> list["Membership"]:
        """All memberships with their desks: one query for the life of this object."""
        return list(self.memberships.select_related("desk"))

    @property
    def mail_language(self) -> str:
        return self.language if self.language in CODES else settings.LANGUAGE_CODE

    @property
    def may_enter_desk(self) -> bool:
        """A membership opens the admin; Django's `is_staff` says nothing here."""
        return self.is_superuser or bool(self.desk_memberships)


class Desk(models.Model):
    """A group of editors and what it looks after: sections and languages."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    sections = models.JSONField(
        _("sections"),
        default=list,
        blank=True,
        help_text=_("Paths such as news or news/photo; a path covers all below it. None: all."),
    )
    languages = models.JSONField(_("languages"), default=list, blank=True)

    class Meta:
        verbose_name = _("desk")
        verbose_name_plural = _("desks")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def covers_section(self, section: str) -> bool:
        return not self.sections or any(
            section == path or section.startswith(f"{path}/") for path in self.sections
        )

    def covers_language(self, language: str) -> bool:
        return not self.languages or not language or language in self.languages


class Membership(models.Model):
    """This person, this desk, this role."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("person"),
    )
    desk = models.ForeignKey(
        Desk,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("desk"),
        help_text=_(
            "Left empty for chief editors, duty officers and administrators: "
            "they belong to no desk."
        ),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "desk", "role"], name="accounts_desk_role_once"
            ),
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=models.Q(desk=None),
                name="accounts_role_without_desk_once",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=WITHOUT_DESK, desk=None)
                | (~models.Q(role__in=WITHOUT_DESK) & models.Q(desk__isnull=False)),
                name="accounts_membership_desk_by_role",
                violation_error_message=_(
                    "Authors, reviewers and publishers need a desk; "
                    "chief editors, duty officers and administrators have none."
                ),
            ),
        ]

    def __str__(self):
        place = self.desk or _("all desks")
        return f"{self.user}, {self.get_role_display()}, {place}"

    @property
    def permissions(self) -> frozenset[str]:
        return PERMISSIONS[self.role]

    def covers(self, section: str, language: str) -> bool:
        if self.desk is None:
            return True
        return self.desk.covers_section(section) and self.desk.covers_language(language)
