from portal.publishing.management.rebuilding import RebuildCommand
from portal.subjects.recording import rebuild_subjects


class Command(RebuildCommand):
    help = (
        "Derives anew what approved editions are about (what lists by topic, person and region\n"
        "read), and the counts kept of it. The site stays open meanwhile."
    )
    name = "rebuild_subjects"

    def rebuild(self, *, write):
        return rebuild_subjects(write=write)
