"""What is kept, in folders whose names are the time at which it was."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime


def dated_names() -> Iterator[str]:
    """Names for now, which sort after all earlier ones: in UTC, since local clocks go back."""
    now = datetime.now(UTC)
    return (f"{now:%Y-%m-%d_%H-%M-%SZ}_{number:02}" for number in itertools.count(1))
