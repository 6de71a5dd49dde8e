"""Django's middlewares that only somebody with a name needs: at the desk and in the time machine.

A public address looks at no cookie and no user, so there they step aside. They stay subclasses of
Django's own, because the admin asks for those.
"""

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.middleware.csrf import CsrfViewMiddleware

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


def knows_people(request) -> bool:
    """Whether the address is one at which it matters who asks."""
    world = request.world
    if world is not None:
        return world.past is not None
    return request.path_info.startswith("/admin/")


class StepsAside:
    def __call__(self, request):
        return super().__call__(request) if knows_people(request) else self.get_response(request)


class Sessions(StepsAside, SessionMiddleware):
    pass


class People(StepsAside, AuthenticationMiddleware):
    pass


class Messages(StepsAside, MessageMiddleware):
    pass


class Tokens(CsrfViewMiddleware):
    """Asks for the token of a form wherever something is sent, at public addresses as well."""

    def __call__(self, request):
        return super().__call__(request) if self.asks(request) else self.get_response(request)

    def process_view(self, request, *view):
        return super().process_view(request, *view) if self.asks(request) else None

    def asks(self, request) -> bool:
        return request.method not in SAFE or knows_people(request)
