"""Log-in by password; rights by membership."""

from django.contrib.auth.backends import ModelBackend


class MembershipBackend(ModelBackend):
    """Answers `user.has_perm()` from the roles of the user's memberships.

    Which section and language a role reaches is asked of `portal.publishing.rights.can`.
    """

    def get_user_permissions(self, user_obj, obj=None):
        return self.get_all_permissions(user_obj, obj)

    def get_group_permissions(self, user_obj, obj=None):
        return set()

    def get_all_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        return set().union(*(m.permissions for m in user_obj.desk_memberships))
