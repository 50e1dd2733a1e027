"""Known wrong answers to ch13_segmentation/overlay_image."""

from katas._dojo.writing.mistakes import Edit

scaled_in_place_as_in_the_book = Edit(
    """You scaled the slice itself, as the book does. Whoever holds it finds shares of grey in it
    instead of Hounsfield units: leave it as it is.""",
    {"grey = hu / 2000 + 0.5": "grey = hu.div_(2000).add_(0.5)"},
)

colours_first = Edit(
    """You put the colours first, [3, H, W]. In this image they come last.""",
    {"dim=-1": "dim=0"},
)

not_cut_off = Edit(
    """Your image has values below 0 or above 1, where the scan has less than air or more than bone.
    Cut them off.""",
    {".clamp(0, 1)": ""},
)

cut_off_before_it_is_halved = Edit(
    """You cut off before you halved. What is bright loses its colour then, and nothing is lighter
    than 0.5: cut off last of all.""",
    {"* 0.5).clamp(0, 1)": ").clamp(0, 1) * 0.5"},
)

the_grey_cut_off = Edit(
    """You cut the grey off before the colours are added. The image is cut off last of all.""",
    {"grey = hu / 2000 + 0.5": "grey = (hu / 2000 + 0.5).clamp(0, 1)"},
)

not_halved = Edit(
    """You left out that all is halved. Without it, a colour on a light grey is cut off.""",
    {"torch.stack([red, green, grey], dim=-1) * 0.5": "torch.stack([red, green, grey], dim=-1)"},
)

water_is_black = Edit(
    """You took 0 Hounsfield units for black. It is in the middle of -1000 and 1000.""",
    {"hu / 2000 + 0.5": "hu / 1000"},
)

missed_in_red = Edit(
    """You showed what was missed in red, as if it were a false alarm. It has half a green as well,
    which makes orange.""",
    {"green = grey + 0.5 * missed + found": "green = grey + 1.0 * found"},
)

missed_and_made_up_exchanged = Edit(
    """You exchanged red and orange. Red is what was predicted and is no nodule, orange is a nodule
    that was missed.""",
    {
        "false_alarm, missed, found = predicted & ~label, ~predicted & label": (
            "missed, false_alarm, found = predicted & ~label, ~predicted & label"
        )
    },
)

painted_over = Edit(
    """You painted over the grey. The colours are added to it, so that the slice shines through.""",
    {
        "red = grey + (": """
            grey = grey.masked_fill(predicted | label, 0)
            red = grey + (
        """
    },
)

another_folder = Edit(
    """You did not tell the writer where to write, so that it made a folder of its own, runs. The
    event file belongs into log_dir.""",
    {"SummaryWriter(log_dir)": "SummaryWriter()"},
)

always_float32 = Edit(
    """You returned float32 whatever the slice is in. The image has the dtype of hu.""",
    {"grey = hu / 2000 + 0.5": "grey = hu.float() / 2000 + 0.5"},
)

written_as_colours_first = Edit(
    """You gave the writer an image [H, W, 3], which it takes for [3, H, W]. Say dataformats="HWC",
    or permute it.""",
    {', dataformats="HWC"': ""},
)

written_without_a_step = Edit(
    """You wrote the image without the samples seen. With them it stands where the losses of that
    time stand.""",
    {"image, n_seen,": "image,"},
)

never_closed = Edit(
    """You left the writer open. What it has not yet written is lost when the program ends: a with
    block closes it.""",
    {"with SummaryWriter(log_dir) as writer:": "writer = SummaryWriter(log_dir)\nif writer:"},
)
