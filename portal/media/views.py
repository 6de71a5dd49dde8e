"""Public addresses of pictures and files. "Not yet" and "never was" leave by the same line."""

from collections.abc import Callable
from functools import partial

from django.http import Http404
from django.views.decorators.http import require_safe

from portal.media import public, renditions
from portal.media.gate import Access, access_to_file, access_to_picture
from portal.media.serving import serve


@require_safe
def picture(request, token, name):
    ask = partial(access_to_picture, token, renditions.crop_of(name))
    return serve_if_public(request, token, name, ask)


@require_safe
def file(request, token, name):
    return serve_if_public(request, token, name, partial(access_to_file, token, name))


def serve_if_public(request, token: str, name: str, ask: Callable[[], Access]):
    access = ask()
    if access is Access.NONE:
        raise Http404
    if access is Access.ENDLESS and request.world is None:
        public.link(token, name, ask)
    return serve(request, token, name)
