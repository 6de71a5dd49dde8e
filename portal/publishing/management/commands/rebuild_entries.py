from portal.publishing.index import rebuild
from portal.publishing.management.rebuilding import RebuildCommand


class Command(RebuildCommand):
    help = (
        "Derives the public index (what lists, feeds and links read) anew from the editions.\n"
        "The site stays open meanwhile."
    )
    name = "rebuild_entries"

    def rebuild(self, *, write):
        return rebuild(write=write)
