"""Half of them malignant (§14.5).

A classifier that tells malignant nodules from benign ones sees both equally often, and now and then
what is no nodule at all, which is not malignant, either.  Of four samples two are malignant, one is
benign, and one is no nodule.
"""

from collections.abc import Sequence
from typing import Any


def malignancy_sample(
    index: int, malignant: Sequence[Any], benign: Sequence[Any], no_nodule: Sequence[Any]
) -> tuple[Any, bool]:
    """Return the sample with this index, 0 or more, and whether it is malignant.

    The kinds take turns: benign, malignant, no nodule, malignant, and again.  Each list is gone
    through in its own order, and begins again when it is used up, so that there is no last index.

    Raises ValueError, naming the list, if one of the three is empty, whatever the index.
    """
    raise NotImplementedError
