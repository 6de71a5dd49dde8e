from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save

from portal.publishing.signals import state_changing
from portal.schedule.tasks import register_task


class PageCacheConfig(AppConfig):
    name = "portal.page_cache"

    def ready(self):
        # Models cannot be imported before this point.
        from portal.page_cache.forgetting import forget
        from portal.page_cache.raising import follow_step, listeners

        state_changing.connect(follow_step, dispatch_uid="portal.page_cache.follow_step")
        for model, listener in listeners():
            post_save.connect(listener, model)
            post_delete.connect(listener, model)
        register_task("page cache", forget)
