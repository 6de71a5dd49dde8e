"""The public tree: hard links to what is public without an end, which nginx serves by itself.

It is a convenience that may be thrown away: what is missing in it is linked at the next request.
What must not be in it goes before and after each step that moves an interval, and `sweep()` finds
what a killed process left.
"""

import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from portal.media import renditions, storage
from portal.media.gate import Access
from portal.media.models import File, Picture
from portal.publishing import clock
from portal.publishing.models import Entry

CHUNK = 500  # tokens

logger = logging.getLogger(__name__)


def folder(token: str) -> Path:
    return Path(settings.PUBLIC_MEDIA_ROOT) / token


def link(token: str, name: str, ask: Callable[[], Access]) -> None:
    """Put the file into the public tree, unless it stopped being public while that was done.

    A withdrawal removes the folder after its commit; a link made after that finds the new state
    here. Where no link can be made (another file system, a full disk) the file is served slower.
    """
    target = folder(token) / name
    if target.exists():
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(storage.path(token, name), target)
    except (FileExistsError, FileNotFoundError):  # the folder was removed just now, or filled
        return
    except OSError:
        logger.warning("No link could be made in the public tree.", exc_info=True)
        return
    if ask() is not Access.ENDLESS:
        target.unlink(missing_ok=True)


def remove(tokens: Iterable[str]) -> None:
    """Take these folders out of the public tree, each at once."""
    for token in tokens:
        if not folder(token).is_dir():
            continue
        try:
            _leaving().mkdir(parents=True, exist_ok=True)
            gone = folder(token).rename(_leaving() / f"{token}-{uuid4().hex}")
            shutil.rmtree(gone, ignore_errors=True)
        except FileNotFoundError:
            pass  # somebody else was faster
        except OSError:
            logger.exception("A folder could not be taken out of the public tree.")


def remove_on_commit(tokens: Iterable[str]) -> None:
    """Now, so that a process killed after the commit leaves nothing; and again afterwards, since
    until the commit others still see the old state and link anew.
    """
    tokens = list(tokens)
    if tokens:
        remove(tokens)
        transaction.on_commit(partial(remove, tokens), robust=True)


def close_changed(sender, changes, **kwargs) -> None:
    """Hears `state_changing`: whatever these timelines show has to be asked for anew."""
    begun = {c.line.timeline.pk for c in changes if c.line.timeline.first_published_at}
    if begun:
        pictures = Picture.objects.filter(uses__entry__timeline__in=begun).values_list("token")
        files = File.objects.filter(uses__entry__timeline__in=begun).values_list("token")
        remove_on_commit(token for (token,) in pictures.order_by().union(files.order_by()))


def sweep(*, write: bool = True) -> list[str]:
    """Compare the public tree with the database, and remove what does not belong when `write`.

    A line for each file, none when all is as it should be.
    """
    if write:
        shutil.rmtree(_leaving(), ignore_errors=True)
    return [_swept(file, write) for file in _strangers()]


def _swept(file: Path, write: bool) -> str:
    if write:
        shutil.rmtree(file) if file.is_dir() else file.unlink(missing_ok=True)
    return f"media/{file.parent.name}/{file.name} is in the public tree and must not be."


def _strangers() -> Iterator[Path]:
    root = Path(settings.PUBLIC_MEDIA_ROOT)
    folders = iter(root.iterdir() if root.is_dir() else ())
    while some := list(islice(folders, CHUNK)):
        allowed = _endless({each.name for each in some})
        for each in some:
            for file in each.iterdir() if each.is_dir() else [each]:
                if (each.name, _key_of(file.name)) not in allowed or not _is_ours(file):
                    yield file


def _endless(tokens: Iterable[str]) -> set[tuple[str, str]]:
    """Of these, the (token, crop) and (token, public name) that are public without an end."""
    live = Entry.objects.live(clock.now()).filter(live_until=None)
    pictures = live.filter(uses__picture__token__in=tokens)
    files = live.filter(file_uses__file__token__in=tokens)
    return {
        *pictures.values_list("uses__picture__token", "uses__crop").distinct(),
        *files.values_list("file_uses__file__token", "file_uses__file__public_name").distinct(),
    }


def _key_of(name: str) -> str:
    return renditions.crop_of(name) if renditions.PARTS.fullmatch(name) else name


def _is_ours(file: Path) -> bool:
    private = storage.path(file.parent.name, file.name)
    return private.exists() and private.samefile(file)


def _leaving() -> Path:
    """Beside the public tree, so that a rename is enough, and outside of what is served."""
    return Path(settings.PUBLIC_MEDIA_ROOT).parent / "leaving"
