"""Known wrong answers to ch13_segmentation/window_to_rgb."""

from katas._dojo.writing.mistakes import Edit

SHARE = "(hu - low) / (high - low)"

each_slice_its_own_scale_as_in_the_book = Edit(
    """You stretched the slice from its own minimum to its own maximum, as the book does. The same
    tissue has another grey in each slice then, and a slice that is all the same is 0 / 0.""",
    {SHARE: "(hu - hu.min()) / (hu.max() - hu.min())"},
)

not_cut_off = Edit(
    """You did not cut off what lies outside of the window. A byte begins again at 0 after 255, so
    that what is darker than black becomes light.""",
    {"255 * share.clamp(0, 1)": "(255 * share).to(int)"},
)

below_is_left = Edit(
    """You cut off what is too bright, but not what is too dark. -25.5, as a byte, is 231.""",
    {"255 * share.clamp(0, 1)": "(255 * share.clamp(max=1)).to(int)"},
)

above_is_left = Edit(
    """You cut off what is too dark, but not what is too bright. 256, as a byte, is 0.""",
    {"255 * share.clamp(0, 1)": "(255 * share.clamp(min=0)).to(int)"},
)

times_256 = Edit(
    """You have 256 for white, which as a byte is 0. The brightest byte is 255.""",
    {"255 * share.clamp(0, 1)": "(256 * share.clamp(0, 1)).to(int)"},
)

cast_before_it_is_scaled = Edit(
    """You made bytes of shares between 0 and 1, of which nearly all are 0. Multiply by 255
    first.""",
    {"255 * share.clamp(0, 1)": "share.clamp(0, 1)"},
)

in_the_dtype_of_the_scan = Edit(
    """You multiplied by 255 in the dtype of the scan. In int16, 1300 * 255 is more than there is:
    make floats of it first.""",
    {SHARE: "((hu - int(low)) * 255) / (255 * (high - low))"},
)

always_the_same_window = Edit(
    """You took -1000 and 300 for the ends in any case. They are arguments.""",
    {SHARE: "(hu + 1000) / 1300"},
)

divided_by_the_high_end = Edit(
    """You divided by the upper end. The width of the window is what lies between its ends.""",
    {"(high - low)": "high"},
)

white_air = Edit(
    """You have black for white: the lower end is 0.""",
    {"share.clamp(0, 1)": "(1 - share.clamp(0, 1))"},
)

the_slice_cut_off = Edit(
    """You cut off, or scaled, the slice itself. Whoever holds it finds no Hounsfield units in it
    any more.""",
    {"hu - low": "hu.clamp_(low, high) - low"},
)

channels_first = Edit(
    """You put the channels first, [3, H, W]. In this image they come last.""",
    {"grey[..., None].repeat(1, 1, 3)": "grey.repeat(3, 1, 1)"},
)

one_channel = Edit(
    """You returned one channel. There are three, all alike.""",
    {".repeat(1, 1, 3)": ""},
)

floats = Edit(
    """You returned floats. An image is of bytes here, uint8, from 0 to 255.""",
    {".byte()": ""},
)
