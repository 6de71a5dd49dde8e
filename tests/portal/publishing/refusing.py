import pytest

from portal.publishing.errors import Refused
from portal.publishing.workflow import take
from tests import cast


def refusal(verb, edition, by, **options) -> str:
    """The sentence that a person reads who takes this step."""
    with pytest.raises(Refused) as refused:
        take(verb, edition, by=by, **options)
    return str(refused.value)


def refused_approval(edition, by, **options) -> str:
    """The same for somebody who has read the text as it is stored now."""
    return refusal("approve", edition, by, seen=cast.fresh(edition).content_hash, **options)
