"""Known wrong answers to ch13_segmentation/upsampled_logits."""

from katas._dojo.writing.mistakes import Edit

MINE = 'interpolate(logits, size=size, mode="bilinear", align_corners=False).argmax(dim=1)'

blocks = Edit(
    """Your labels come in blocks: each small pixel became a large one. Interpolate the logits
    bilinearly, and choose the class after that.""",
    {MINE: 'interpolate(logits, size=size, mode="nearest").argmax(dim=1)'},
)

labels_interpolated = Edit(
    """You chose the classes first, and interpolated them. Between class 0 and class 2 lies no class
    1, and the border lies half way, however far ahead a class is: interpolate the logits.""",
    {
        MINE: (
            "interpolate(logits.argmax(dim=1, keepdim=True).float(), size=size,"
            ' mode="bilinear", align_corners=False)[:, 0].round().long()'
        )
    },
)

labels_cut_off = Edit(
    """You interpolated labels, and cut off their fractions. Labels are names, not amounts:
    interpolate the logits.""",
    {
        MINE: (
            "interpolate(logits.argmax(dim=1, keepdim=True).float(), size=size,"
            ' mode="bilinear", align_corners=False)[:, 0].long()'
        )
    },
)

probabilities_interpolated = Edit(
    """You made probabilities of the logits first. Between two pixels they are not what the logits
    in between make of them: interpolate the logits.""",
    {"interpolate(logits,": "interpolate(logits.softmax(dim=1),"},
)

corners_aligned = Edit(
    """You put the centres of the corner pixels on top of each other. The grids have the same outer
    edges: align_corners=False.""",
    {"align_corners=False": "align_corners=True"},
)

bicubic = Edit(
    """You interpolated by cubic curves, which swing beyond the logits on either side of them. It is
    to be bilinear.""",
    {'"bilinear"': '"bicubic"'},
)

width_before_height = Edit(
    """You took the width for the height. The size is (height, width), as the last two dimensions
    are.""",
    {"size=size": "size=(size[1], size[0])"},
)

always_four_times = Edit(
    """You made it four times as large in any case. The size is what is given.""",
    {"size=size": "scale_factor=4"},
)

a_pixel_for_the_class = Edit(
    """You chose a row, and not a class. The classes are in dimension 1.""",
    {"argmax(dim=1)": "argmax(dim=2)"},
)

the_smallest = Edit(
    """You chose the class that is furthest behind. It is the one with the largest logit.""",
    {"argmax(dim=1)": "argmin(dim=1)"},
)

the_channel_kept = Edit(
    """You returned [N, 1, height, width]. A label has no channel.""",
    {"argmax(dim=1)": "argmax(dim=1, keepdim=True)"},
)

two_classes_alone = Edit(
    """You looked only at whether class 1 is ahead of class 0. There may be more than two
    classes.""",
    {
        f"return {MINE}": f"""
            logits = {MINE.removesuffix(".argmax(dim=1)")}
            return (logits[:, 1] > logits[:, 0]).long()
        """,
    },
)

floats = Edit(
    """Your labels are of another type. They are indices of classes: int64.""",
    {"argmax(dim=1)": "argmax(dim=1).to(logits.dtype)"},
)

max_for_argmax = Edit(
    """You returned the largest logits beside their classes. It is the classes alone: argmax.""",
    {"argmax(dim=1)": "max(dim=1)"},
)
