"""What a person may do: the one function that every view that shows or moves content asks."""

from django.db.models import Q

from portal import languages
from portal.accounts import roles
from portal.accounts.models import Desk
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
    rights = rights_for(verb, edition)
    language = "" if verb == "view" else language or edition.language
    return any(
        rights <= membership.permissions and membership.covers(edition.section, language)
        for membership in user.desk_memberships
    )


def rights_for(verb: str, model) -> frozenset[str]:
    """What a role must hold for `verb` on editions of `model` (or on this edition)."""
    usual = roles.CHANGE if verb in {"view", "save"} else VERBS[verb].right
    own = model.declaration.right
    if not own:
        return frozenset({usual})
    return frozenset({own, usual} if verb == "adopt" else {own})


def visible_to(user, model) -> Q:
    """The condition on editions of `model` that makes `can(user, "view", edition)` true."""
    paths = sections_of(user, model)
    if paths is None:
        return Q()
    conditions = [model.within(path) for path in paths]
    if not all(conditions):
        return Q()  # one path is all of this type; Q would drop it from an "or" without a word
    return Q(*conditions, _connector=Q.OR) if conditions else Q(pk=None)


def sections_of(user, model) -> list[str] | None:
    """The section paths in which `user` may write editions of `model`; None means everywhere."""
    if not user.is_active:
        return []
    if user.is_superuser:
        return None
    paths, rights = [], rights_for("save", model)
    for membership in user.desk_memberships:
        if rights <= membership.permissions:
            if membership.desk is None or not membership.desk.sections:
                return None
            paths += membership.desk.sections
    return paths


def works_on_contents(user) -> bool:
    """Whether `user` may write anything at all, be it alerts only."""
    if user.is_anonymous or not user.is_active:
        return False
    return user.is_superuser or any(
        membership.permissions & {roles.CHANGE, roles.ALERTS}
        for membership in user.desk_memberships
    )


def languages_of(user, section: str, model, verb: str = "save") -> list[str]:
    """The languages in which `user` may write editions of `model` in `section` (or take a verb on
    them), in the site's order.
    """
    if not user.is_active:
        return []
    rights = rights_for(verb, model)
    return [
        code
        for code in languages.CODES
        if user.is_superuser
        or any(
            rights <= membership.permissions and membership.covers(section, code)
            for membership in user.desk_memberships
        )
    ]


def desk_for(user, section: str, language: str) -> Desk | None:
    """The desk that a new document of `user` belongs to: the first of theirs that covers it, and
    for those who work on all desks the first that there is.
    """
    own = [m.desk for m in user.desk_memberships if m.desk and roles.CHANGE in m.permissions]
    for desk in own or Desk.objects.all():
        if desk.covers_section(section) and desk.covers_language(language):
            return desk
    return None
