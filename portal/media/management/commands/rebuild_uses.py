from portal.media.uses import rebuild_uses
from portal.publishing.management.rebuilding import RebuildCommand


class Command(RebuildCommand):
    help = (
        "Derives anew where approved editions show pictures and offer files, which opens the\n"
        "addresses of these.\n"
        "The site stays open meanwhile."
    )
    name = "rebuild_uses"

    def rebuild(self, *, write):
        return rebuild_uses(write=write)
