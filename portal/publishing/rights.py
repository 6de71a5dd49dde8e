"""What a person may do: the one function that every view that shows or moves content asks."""

from django.db.models import Q

from portal import languages
from portal.accounts import roles
from portal.publishing.verbs import VERBS


def can(user, verb: str, edition, language: str = "") -> bool:
    """Whether `user` may take `verb` on `edition`, by role, section and language.

    Besides the verbs of the table: "view" (in any language of the section) and "save".
    `language` is given where the step works in another than the edition's: a translation.
    It says nothing of the edition's state or of four eyes: see `workflow.refusals`.
    """
    if not user.is_active or user.is_anonymous:
        return False
    if user.is_superuser:
        return True
    right = roles.CHANGE if verb in {"view", "save"} else VERBS[verb].right
    language = "" if verb == "view" else language or edition.language
    return any(
        right in membership.permissions and membership.covers(edition.section, language)
        for membership in user.desk_memberships
    )


def visible_to(user, model) -> Q:
    """The condition on editions of `model` that makes `can(user, "view", edition)` true."""
    paths = sections_of(user)
    if paths is None:
        return Q()
    return Q(*(model.within(path) for path in paths), _connector=Q.OR) if paths else Q(pk=None)


def sections_of(user) -> list[str] | None:
    """The section paths in which `user` may write; None means everywhere."""
    if user.is_superuser:
        return None
    paths = []
    for membership in user.desk_memberships:
        if roles.CHANGE in membership.permissions:
            if membership.desk is None or not membership.desk.sections:
                return None
            paths += membership.desk.sections
    return paths


def languages_of(user, section: str) -> list[str]:
    """The languages in which `user` may write in `section`, in the site's order."""
    return [
        code
        for code in languages.CODES
        if user.is_superuser
        or any(
            roles.CHANGE in membership.permissions and membership.covers(section, code)
            for membership in user.desk_memberships
        )
    ]
