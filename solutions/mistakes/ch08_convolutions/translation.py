"""Known wrong answers to ch08_convolutions/translation."""

from katas._dojo.writing.mistakes import Edit

round_and_round = Edit(
    """Your pixels come in again on the other side, as roll brings them. What leaves is lost, and
    zeros come in.""",
    {
        "pad(images, [right, -right, down, -down])": "images.roll((down, right), dims=(2, 3))",
    },
)

the_other_way = Edit(
    """You moved the images up and left, where down and right was asked for.""",
    {"[right, -right, down, -down]": "[-right, right, -down, down]"},
)

down_for_right = Edit(
    """You moved to the right by what was meant for down. pad begins with the last dimension, the
    columns.""",
    {"[right, -right, down, -down]": "[down, -down, right, -right]"},
)

moved_in_place = Edit(
    """You moved the pixels within the tensor that you were given. Its owner still needs the
    images as they were: make a new tensor.""",
    {
        "return pad(images, [right, -right, down, -down])": """
            moved = pad(images, [right, -right, down, -down])
            return images.data.copy_(moved)
        """,
    },
)

in_float32 = Edit(
    """Your shifted images are float32 whatever their dtype was. They should come out as they went
    in.""",
    {"down, -down])": "down, -down]).float()"},
)

cut_off_from_the_graph = Edit(
    """Your shifted images have lost their gradient: they were detached, or made by way of numpy or
    numbers.""",
    {"pad(images,": "pad(images.detach(),"},
)

compared_with_what_has_not_moved = Edit(
    """You compared the answer to moved images with the answer to those that were not moved. An
    equivariant layer moves its answer along: shift that too.""",
    {"shift(layer(images), down, right)": "layer(images)"},
)

a_signed_difference = Edit(
    """You took the largest difference with its sign, so that what lies below counts for nothing.
    Take the absolute value first.""",
    {".abs().max()": ".max()"},
)

a_mean_difference = Edit(
    """You averaged the distances. The largest is asked for, which no number of right pixels can
    make small.""",
    {".abs().max()": ".abs().mean()"},
)

one_zero_around_the_image = Edit(
    """Your detector pads with one pixel. A kernel of 3x3 then misses what it would see with
    its corner alone, and an object at the border has fewer answers: pad with two.""",
    {"padding=2": "padding=1"},
)

circular = Edit(
    """Your detector pads with what stands on the other side. An object at the border then meets
    itself: pad with zeros.""",
    {"padding=2": 'padding=2, padding_mode="circular"'},
)

a_stride = Edit(
    """Your detector leaves out places, as with a stride of 2. What is seen of an object then
    depends on where it stands: lay the kernel at every place.""",
    {"padding=2": "padding=2, stride=2"},
)

averaged_over_places = Edit(
    """Your detector averages over all places, where the zeros around an object count as well. Take
    the largest answer.""",
    {"amax": "mean"},
)

one_answer_for_all_kernels = Edit(
    """Your detector takes the largest answer of all kernels together. Each has its own: the maximum
    runs over rows and columns.""",
    {"amax(dim=(2, 3))": "flatten(1).amax(1, keepdim=True).repeat(1, self.conv.out_channels)"},
)

without_a_bias = Edit(
    """Your detector has no bias. Each kernel has one, as a Conv2d does unless told otherwise.""",
    {"padding=2": "padding=2, bias=False"},
)
