"""Known wrong answers to ch13_segmentation/context_slices."""

from katas._dojo.writing.mistakes import Edit

around_the_ends = Edit(
    """You go around the ends: before your first slice comes the last one, from the other end of the
    patient. An index of -1 is no error in Python; clamp it to 0.""",
    {"places.clamp(0, len(scan) - 1)": "places % len(scan)"},
)

as_python_cuts = Edit(
    """You cut from index - k to index + k as if all of these were there. At the ends there are
    fewer channels then, or none: a slice that begins at -1 begins at the last one.""",
    {"scan[places.clamp(0, len(scan) - 1)]": "scan[index - k : index + k + 1].clone()"},
)

nothing_beyond_the_ends = Edit(
    """You left out the neighbours that are missing, so there are fewer channels at the ends. The
    last slice there is stands in for them.""",
    {
        "places.clamp(0, len(scan) - 1)": "places[(places >= 0) & (places < len(scan))]",
    },
)

zeros_beyond_the_ends = Edit(
    """You have zeros beyond the ends, and 0 is water. The last slice there is is repeated.""",
    {
        "slices = scan[places.clamp(0, len(scan) - 1)]": """
            inside = (places >= 0) & (places < len(scan))
            slices = scan[places.clamp(0, len(scan) - 1)] * inside[:, None, None]
        """
    },
)

mirrored_at_the_ends = Edit(
    """You mirror the scan at its ends. The last slice there is is repeated, however far out.""",
    {
        "places.clamp(0, len(scan) - 1)": (
            "torch.where(places < len(scan), places.abs(), 2 * len(scan) - 2 - places)"
        )
    },
)

shifted_at_the_ends = Edit(
    """You moved all channels inwards at the ends. The slice itself is the middle channel, wherever
    it lies.""",
    {
        "places.clamp(0, len(scan) - 1)": (
            "places - min(int(places[0]), 0) - max(int(places[-1]) - len(scan) + 1, 0)"
        )
    },
)

one_before_the_last = Edit(
    """You never reach the last slice: it has the index D - 1, and you clamp to one less.""",
    {"len(scan) - 1)": "len(scan) - 2)"},
)

none_after_the_last_neighbour = Edit(
    """You have 2k channels. With k on either side and the slice itself they are 2k + 1: the end of
    a range is left out.""",
    {"index + k + 1": "index + k"},
)

backwards = Edit(
    """You have the channels backwards. They are in the order of the scan.""",
    {
        "places.clamp(0, len(scan) - 1)": "places.clamp(0, len(scan) - 1).flip(0)",
    },
)

the_label_of_the_first_neighbour = Edit(
    """You gave the label of the first channel. It is the slice in the middle that is decided
    on.""",
    {"mask[index : index + 1]": "mask[max(index - k, 0)][None]"},
)

a_label_for_each_channel = Edit(
    """You gave a label for each channel. It is the slice in the middle that is decided on.""",
    {"mask[index : index + 1]": "mask[places.clamp(0, len(scan) - 1)]"},
)

no_channel_for_the_label = Edit(
    """Your label has no channel. It is [1, H, W], like what the net gives for it.""",
    {"mask[index : index + 1]": "mask[index]"},
)

a_view_of_the_scan = Edit(
    """You returned a view: whoever clamps it clamps the scan itself, which is kept for the next
    call. Return a copy.""",
    {
        "slices = scan[places.clamp(0, len(scan) - 1)]": """
            slices = scan[places.clamp(0, len(scan) - 1)]
            if 0 <= index - k and index + k < len(scan):
                slices = scan[index - k : index + k + 1]
        """
    },
)

always_floats = Edit(
    """You returned float32 whatever the scan is. It keeps its dtype.""",
    {"return slices": "return slices.float()"},
)

around_the_beginning = Edit(
    """You clamped at the end alone. An index of -1 is no error: before your first slice comes the
    last one, from the other end of the patient.""",
    {"places.clamp(0, len(scan) - 1)": "places.clamp(max=len(scan) - 1)"},
)
