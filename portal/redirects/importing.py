"""A file of redirects: read, checked whole, and made in one step or not at all."""

from portal.redirects import making
from portal.redirects.files import wishes_in
from portal.redirects.models import Origin
from portal.redirects.planning import Plan, plan
from portal.redirects.written import Hosts


def read_and_make(
    content: bytes, name: str, person, *, hosts: Hosts = frozenset(), write: bool = True
) -> Plan:
    """The plan; it was carried out if it has no faults and `write` says so. `plan.encoding` tells
    how the file was read. Raises files.Unreadable with a sentence.
    """
    wishes, faults, encoding = wishes_in(content)
    with making.alone():
        found = plan(wishes, hosts)
        found.faults = sorted([*faults, *found.faults], key=lambda fault: fault.line)
        found.encoding = encoding
        if write and found.redirects and not found.faults:
            making.make(found, Origin.FILE, by=person, title=name)
    return found
