"""Which files have been saved: by their content, since times lie and events do not come
from every kind of drive."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

BURST = 0.03  # seconds without a change, and a save is complete
REPLACEMENT = 1.0  # seconds that a file may be missing while an editor puts a new one there


class Saves:
    """``paths`` as they are now; ``settled`` tells what has changed since it told last."""

    def __init__(self, paths: Iterable[Path]):
        self.told = self.seen = {path: _content(path) for path in paths}
        self.since = 0.0

    def settled(self) -> list[Path]:
        """The files saved anew; none as long as one is still being written."""
        self._look()
        patience = REPLACEMENT if None in self.seen.values() else BURST
        if self.seen == self.told or time.monotonic() - self.since < patience:
            return []
        changed = [path for path, content in self.seen.items() if content != self.told[path]]
        self.told = self.seen
        return changed

    @property
    def pending(self) -> bool:
        """Whether the files are no longer as ``settled`` told them last."""
        self._look()
        return self.seen != self.told

    def _look(self) -> None:
        now = {path: _content(path) for path in self.seen}
        if now != self.seen:
            self.seen, self.since = now, time.monotonic()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
