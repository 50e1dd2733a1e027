"""Known wrong answers to ch07_images/compose."""

from katas._dojo.writing.mistakes import Edit

the_last_first = Edit(
    """You began with the last transform. The one that is given first comes first.""",
    {"in self.transforms": "in reversed(self.transforms)"},
)

each_from_the_image = Edit(
    """You handed the image as it was to each transform, so that only the last one has a say. Hand
    on what the one before returned.""",
    {
        """
        for transform in self.transforms:
            image = transform(image)
        return image
        """: """
        result = image
        for transform in self.transforms:
            result = transform(image)
        return result
        """,
    },
)

the_first_only = Edit(
    """Your Compose returns what the first transform made of the image. Return behind the loop.""",
    {"image = transform(image)": "return transform(image)"},
)

kept_as_it_came = Edit(
    """You kept what you were handed. A list may change later, and an iterator is empty after the
    first image: put the transforms into a list or a tuple of your own.""",
    {"tuple(transforms)": "transforms"},
)

used_up_by_the_first_image = Edit(
    """Your transforms are used up by the first image, and the next one comes back as it was. Keep
    them in a list or a tuple, and take none out.""",
    {"tuple(transforms)": "iter(tuple(transforms))"},
)

none_left_out = Edit(
    """You went on with the image from before where a transform returned None. The next one is
    handed what the one before it returned, whatever that is.""",
    {
        "image = transform(image)": """
            result = transform(image)
            image = image if result is None else result
        """,
    },
)

called_to_have_a_look = Edit(
    """You called a transform more than once for an image. One that draws at random gives something
    else each time: call it once, and keep what it returned.""",
    {
        "image = transform(image)": """
            if transform(image) is not transform:
                image = transform(image)
        """,
    },
)

every_transform_once = Edit(
    """You dropped a transform that is given twice. It is to run twice.""",
    {"tuple(transforms)": "tuple(dict.fromkeys(transforms))"},
)

results_kept = Edit(
    """You kept the result for an image that has been there before. A transform that draws at random
    is then not asked again: run all of them at each call.""",
    {
        "for transform in self.transforms:": """
            kept = self.__dict__.setdefault("kept", {})
            if id(image) in kept:
                return kept[id(image)][1]
            given = image
            for transform in self.transforms:
        """,
        "return image": """
            kept[id(given)] = given, image
            return image
        """,
    },
)

errors_swallowed = Edit(
    """You went on where a transform raised an error, as if it had not been there. Let the error
    out: an image that is half transformed is worse than none.""",
    {
        "image = transform(image)": """
            try:
                image = transform(image)
            except ArithmeticError:
                continue
        """,
    },
)

a_copy_of_the_image = Edit(
    """You made a copy of the image. Without transforms it comes back itself, and with them it is
    theirs to decide.""",
    {
        "from typing import Any\n": "from copy import copy\nfrom typing import Any\n",
        "for transform in self.transforms:": """
            image = copy(image)
            for transform in self.transforms:
        """,
    },
)

copies_of_the_transforms = Edit(
    """You called copies of the transforms. One that is set otherwise later, or that keeps count,
    does not hear of it: keep the transforms themselves.""",
    {
        "from typing import Any\n": "from copy import deepcopy\nfrom typing import Any\n",
        "tuple(transforms)": "tuple(deepcopy(list(transforms)))",
    },
)

gradients_off = Edit(
    """You switched gradients off meanwhile. Whether they are recorded is for the caller to say.""",
    {
        "from typing import Any\n": "from typing import Any\n\nimport torch\n",
        "def __call__": "@torch.no_grad()\ndef __call__",
    },
)
