"""Writing the audit chain, and proving that nobody touched it."""

from collections.abc import Iterator

from portal.publishing.models import Audit, Document
from portal.publishing.steps import Change, Step

# Their audit rows carry the fingerprint of the text that they were about.
FINGERPRINTED = {"submit", "approve", "adopt"}


def record(step: Step, changes: list[Change]) -> None:
    """One row a change, chained to the document's last. The documents are locked by the door."""
    rows = [audit_row(step, change) for change in changes]
    Audit.objects.bulk_create(rows, batch_size=200)
    documents = {change.document.pk: change.document for change in changes}
    Document.objects.bulk_update(
        documents.values(), ["number", "audit_count", "audit_head"], batch_size=200
    )


def audit_row(step: Step, change: Change) -> Audit:
    document, edition = change.document, change.edition
    document.audit_count += 1
    row = Audit(
        document_id=document.pk,
        sequence=document.audit_count,
        at=step.now,
        verb=step.verb.name,
        person_id=step.by.pk,
        person_name=str(step.by),
        language=edition.language,
        edition_number=edition.number,
        note=step.note,
        details=change.details,
        content_hash=edition.content_hash if step.verb.name in FINGERPRINTED else "",
        previous_hash=document.audit_head,
    )
    row.hash = document.audit_head = row.fingerprint()
    return row


def broken_links() -> Iterator[str]:
    """A sentence for the first broken row of each document whose chain does not hold."""
    chains: dict[int, tuple[int, str]] = {}
    broken: set[int] = set()
    for row in Audit.objects.order_by("document_id", "sequence").iterator(chunk_size=2000):
        if row.document_id in broken:
            continue
        count, head = chains.get(row.document_id, (0, ""))
        if fault := fault_of(row, count, head):
            broken.add(row.document_id)
            yield f"Document {row.document_id}, row {row.sequence}: {fault}"
        chains[row.document_id] = (row.sequence, row.hash)
    documents = Document.objects.order_by("pk").values_list("pk", "audit_count", "audit_head")
    for pk, count, head in documents.iterator(chunk_size=2000):
        kept = chains.get(pk, (0, ""))
        if pk not in broken and kept != (count, head):
            yield (
                f"Document {pk}, row {kept[0] + 1}: the chain ends after row {kept[0]}, "
                f"but the document counts {count}."
            )


def fault_of(row: Audit, count: int, head: str) -> str:
    """What is wrong with a row that should follow row `count` whose hash is `head`."""
    if row.sequence != count + 1:
        return f"row {count + 1} is missing before it."
    if row.previous_hash != head:
        return "it is not chained to the row before."
    if row.fingerprint() != row.hash:
        return "its content is not what was written."
    return ""
