from collections.abc import Callable, Iterable
from typing import Any


class Compose:
    def __init__(self, transforms: Iterable[Callable[[Any], Any]]):
        # Its own: a list may change later, and an iterator is used up by the first image.
        self.transforms = tuple(transforms)

    def __call__(self, image: Any) -> Any:
        for transform in self.transforms:
            image = transform(image)
        return image
