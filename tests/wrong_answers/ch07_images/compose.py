"""Wrong answers to ch07_images/compose, as people write them."""

import functools

from katas._dojo.writing.mistakes import instead_of


@instead_of("Compose")
class AsTorchvisionHasIt:
    """The list is the caller's, and a generator is used up.

    Known: kept_as_it_came.
    """

    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, img):
        for t in self.transforms:
            img = t(img)
        return img


@instead_of("Compose")
class AsInMathematics:
    """f after g: the last one is applied first.

    Known: the_last_first.
    """

    def __init__(self, transforms):
        self.fns = list(transforms)

    def __call__(self, image):
        return functools.reduce(lambda x, f: f(x), reversed(self.fns), image)


@instead_of("Compose")
class EachFromTheStart:
    """Every transform sees the image as it was.

    Known: each_from_the_image.
    """

    def __init__(self, transforms):
        self.steps = [*transforms]

    def __call__(self, image):
        result = image
        for step in self.steps:
            result = step(image)
        return result


@instead_of("Compose")
class Popping:
    """The transforms are taken out one by one, of the caller's list too.

    Known: used_up_by_the_first_image.
    """

    def __init__(self, transforms):
        self.queue = transforms if isinstance(transforms, list) else list(transforms)

    def __call__(self, image):
        while self.queue:
            image = self.queue.pop(0)(image)
        return image


@instead_of("Compose")
class CarefulWithNone:
    """What returns None is left out.

    Known: none_left_out.
    """

    def __init__(self, transforms):
        self.transforms = [t for t in transforms if t is not None]

    def __call__(self, image):
        for transform in self.transforms:
            transformed = transform(image)
            if transformed is None:
                continue
            image = transformed
        return image


@instead_of("Compose")
class ReturnsTooSoon:
    """The return stands in the loop.

    Known: the_first_only.
    """

    def __init__(self, transforms):
        self.transforms = tuple(transforms)

    def __call__(self, image):
        if not self.transforms:
            return image
        for transform in self.transforms:
            output = transform(image)
            break
        return output
