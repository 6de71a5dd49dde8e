"""From where a request looks at the site, for whatever draws it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.urls import get_script_prefix, set_script_prefix

from portal.publishing.past import Past
from portal.publishing.plain import Plain


@dataclass(frozen=True)
class World:
    """One of the other ways of seeing the site. `prefix` is what all its addresses begin with,
    `root` what the site's own do. `memory` keeps what is asked of the database once a request.
    """

    name: str
    root: str = "/"
    prefix: str = "/"
    plain: Plain | None = None
    past: Past | None = None
    memory: dict = field(default_factory=dict, compare=False)

    @property
    def is_public(self) -> bool:
        """Everybody may enter, and caches may keep it."""
        return self.plain is not None

    @property
    def is_secret(self) -> bool:
        """A page in here has no other address, and who knows that one may enter: a preview."""
        return not (self.plain or self.past)

    def outside(self, path: str) -> str:
        """The same page of the site itself, where an address leads inside."""
        if path.startswith(self.prefix):
            return self.root + path.removeprefix(self.prefix)
        return path

    @contextmanager
    def left(self) -> Iterator[None]:
        """For the length of the block addresses are made as the site itself has them."""
        inside = get_script_prefix()
        set_script_prefix(self.root)
        try:
            yield
        finally:
            set_script_prefix(inside)


_current: ContextVar[World | None] = ContextVar("world", default=None)


def current() -> World | None:
    """The world of this request; None is the public site."""
    return _current.get()


@contextmanager
def entered(world: World | None) -> Iterator[None]:
    token = _current.set(world)
    try:
        yield
    finally:
        _current.reset(token)


def shows_pictures() -> bool:
    world = current()
    return world is None or world.plain is None or world.plain.has_pictures


def absolute(request, path: str | None = None) -> str:
    """The whole address of a path, or of this page without its query, as others are to know it: of
    the site itself, but in a preview, where it has none.
    """
    path = request.path if path is None else path
    world = getattr(request, "world", None)
    if world is not None and not world.is_secret:
        path = world.outside(path)
    return request.build_absolute_uri(path)
