"""Transforms, one after the other (§7.1.4).

A dataset calls one transform on each of its images.  To do several things to an image, make one
transform of them: the image goes into the first, what comes out goes into the second, and so on.
Their order matters: a flipped image that is turned is not a turned image that is flipped.
"""

from collections.abc import Callable, Iterable
from typing import Any


class Compose:
    """A transform that is made of others.

    >>> Compose([lambda x: x + 1, lambda x: 10 * x])(2)
    30
    """

    def __init__(self, transforms: Iterable[Callable[[Any], Any]]):
        """Keep ``transforms`` as they stand now: what is done to a list later has no say."""
        raise NotImplementedError

    def __call__(self, image: Any) -> Any:
        """Return what comes out of the last transform; without any, ``image`` itself.

        Each is called once, with what the one before it returned, be it None.  Every image goes
        through all of them anew.
        """
        raise NotImplementedError
