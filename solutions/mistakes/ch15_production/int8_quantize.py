"""Known wrong answers to ch15_production/int8_quantize."""

from katas._dojo.writing.mistakes import Edit

truncated = Edit(
    """You cut the decimals off, as the conversion to int8 does. Then 2.75 is 2, and all weights
    become smaller: round before.""",
    {".round()": ""},
)

halves_upwards = Edit(
    """You rounded halves up. That pushes all weights a little in one direction: torch.round takes a
    half to the even number.""",
    {"(weight / scale).round()": "(weight / scale + 0.5).floor()"},
)

half_a_step_too_many_as_in_the_book = Edit(
    """You divided by 127.5, as the second edition does. The largest weight is then cut at 127, and
    comes back .996 of itself: the range is symmetric, 127 on either side.""",
    {"largest / 127": "largest / 127.5"},
)

around_to_the_other_end = Edit(
    """You made the largest number 128. There is none in int8, and it comes out as -128: divide by
    127.""",
    {"largest / 127": "largest / 128", ".clamp(-127, 127)": ""},
)

over_the_edge_in_bfloat16 = Edit(
    """You have numbers beyond 127. In bfloat16 a scale is not exact, and 127.5 over it becomes 128,
    which int8 does not have: clamp before you convert.""",
    {".clamp(-127, 127)": ""},
)

one_scale_for_all = Edit(
    """You have one scale for the whole weight. One large number then takes all digits from rows of
    small ones: the largest of each row.""",
    {
        "weight.abs().amax(dim=1, keepdim=True)": (
            "weight.abs().amax().expand(len(weight), 1).clone()"
        ),
    },
)

a_scale_for_each_input = Edit(
    """You took the largest of each column. A row makes one output, and has one scale: dim=1.""",
    {"amax(dim=1, keepdim=True)": "amax(dim=0, keepdim=True)"},
)

a_scale_without_its_dimension = Edit(
    """Your scales have the shape [out]. They are to stand beside the rows, [out, 1]:
    keepdim=True.""",
    {"return quantized, scale": "return quantized, scale[:, 0]"},
)

the_largest_alone = Edit(
    """You took the largest number, not the largest absolute value. In a row of negative numbers the
    others then are far outside.""",
    {"weight.abs().amax": "weight.amax"},
)

from_the_smallest_to_the_largest = Edit(
    """You spread 255 steps between the smallest and the largest number of a row. As 0 is to stay 0,
    each side has 127 steps: the largest absolute value over 127.""",
    {
        "scale = (largest / 127).masked_fill(largest == 0, 1)": """
            scale = (weight.amax(dim=1, keepdim=True) - weight.amin(dim=1, keepdim=True)) / 255
            scale = scale.masked_fill(scale == 0, 1)
        """,
        ".clamp(-127, 127)": ".clamp(-128, 127)",
    },
)

zeros_over_zero = Edit(
    """Your scale of a row of zeros is 0, or next to it. Divided by 0 it is nan, or whatever int8
    makes of that: such a row has the scale 1.""",
    {".masked_fill(largest == 0, 1)": ""},
)

a_little_on_every_scale = Edit(
    """You divided by a little more than the scale, to be safe from 0. Then halves are halves no
    longer, and the scale of a row of zeros is still 0: it is 1.""",
    {".masked_fill(largest == 0, 1)": "", "weight / scale": "weight / (scale + 1e-12)"},
)

no_scale_below_a_limit = Edit(
    """You kept scales from being small. A row of small numbers is rounded to zeros then: only a row
    of zeros needs another scale, 1.""",
    {"(largest / 127).masked_fill(largest == 0, 1)": "(largest / 127).clamp(min=1e-5)"},
)

in_float32 = Edit(
    """You returned float32. What comes back has the dtype of the scale.""",
    {"quantized * scale": "quantized.float() * scale.float()"},
)

float32_beside_bfloat16 = Edit(
    """You made the int8 float32 first, and so is what comes back if the scale is bfloat16. An int8
    times a scale has the dtype of the scale.""",
    {"quantized * scale": "quantized.float() * scale"},
)
