"""What moves leave behind: for modules whose contents have addresses that can change."""

from portal import languages
from portal.publishing import clock
from portal.publishing.models import Document
from portal.redirects.models import Batch, Origin, Redirect
from portal.redirects.paths import EVERY, OUTSIDE, Old, normal


def begin_move(title: str = "", by=None) -> Batch:
    """The batch of one move, to be given to `leave` for each address, so that one step undoes
    them all. Call inside the transaction of the move.
    """
    return Batch.objects.create(origin=Origin.MOVE, title=title[:200], made_by=by)


def leave(path: str, document: Document, *, batch: Batch | None = None) -> Redirect:
    """What stood at `path` is from now on wherever this document is.

    `path` is free of the language ("about/old/", slashes at its ends do not matter) and leads on
    in every language in which the document is live at the moment of asking; in the others, and
    before its minute, it is as unknown as any address. An earlier redirect at `path` ends, and
    those that led to it lead to the document. Call inside the transaction of the move.
    """
    old = Old(EVERY, normal(path))
    end([old])
    lead_on(old.path, document)
    return Redirect.objects.create(
        batch=batch or begin_move(), language=old.language, path=old.path, document=document
    )


def lead_on(path: str, document: Document) -> None:
    """Redirects to this address become redirects to the document, so that there is no chain."""
    addresses = {f"/{languages.prefix(code)}/{path}/": code for code in languages.CODES}
    for redirect in Redirect.objects.standing().filter(to_address__in=addresses):
        redirect.to_language = addresses[redirect.to_address]
        redirect.document, redirect.to_address = document, ""
        redirect.save(update_fields=["document", "to_language", "to_address"])


def claim(path: str) -> int:
    """This language-free path is the address of something known from now on: its redirects end,
    in all languages. Answers how many. Call inside the transaction that moves it there. Not for
    drafts: that a redirect ends would tell of them, and what is live is found before it anyway.
    """
    standing = Redirect.objects.standing().filter(path=normal(path)).exclude(language=OUTSIDE)
    return standing.update(undone_at=clock.now())


def end(addresses, by=None) -> int:
    """Undo the redirects that stand for these."""
    found = Redirect.objects.standing().for_addresses(addresses)
    chosen = Redirect.objects.standing().filter(pk__in=[redirect.pk for redirect in found])
    return chosen.update(undone_at=clock.now(), undone_by=by)
