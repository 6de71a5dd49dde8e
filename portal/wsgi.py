"""The WSGI door: `gunicorn portal.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
application = get_wsgi_application()

# The page cache asks models, which are there only now.
from portal.page_cache.standing import with_page_cache

application = with_page_cache(application)
