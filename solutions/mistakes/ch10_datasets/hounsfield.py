"""Known wrong answers to ch10_datasets/hounsfield."""

from katas._dojo.writing.mistakes import Edit

clipped_where_they_lie = Edit(
    """You changed the voxels that you were given, at least where they are float32 already: float()
    then gives the very same tensor. Use clamp, which gives a new one, not clamp_.""",
    {".clamp(": ".clamp_("},
)

cut_in_the_callers_tensor = Edit(
    """You cut the voxels in the tensor that you were given. It may lie in a cache, whose next
    reader wants another window: use clamp, which gives a new one, not clamp_.""",
    {"voxels.float().clamp(low, high)": "voxels.clamp_(low, high).float()"},
)

written_into_the_voxels = Edit(
    """You wrote the ends into the tensor that you were given. It may lie in a cache, whose next
    reader wants another window, and its dtype may not hold -20.5: convert first, into a copy.""",
    {
        "return voxels.float().clamp(low, high)": """
            voxels[voxels < low] = low
            voxels[voxels > high] = high
            return voxels.float()
        """,
    },
)

cut_before_it_was_converted = Edit(
    """You cut in the dtype of the voxels, in which there may be no -20.5. Convert to float32 first,
    then cut.""",
    {"voxels.float().clamp(low, high)": "voxels.clone().clamp_(low, high).float()"},
)

the_same_tensor_again = Edit(
    """You gave back the very tensor that you were given where there was nothing to cut. Whoever
    edits the result then edits the scan: give a new one.""",
    {
        "return voxels": """
            if voxels.ge(low).logical_and(voxels.le(high)).all():
                return voxels.float()
            return voxels""",
    },
)

the_dtype_of_the_scanner = Edit(
    """You kept the dtype that the voxels came in. A network works in float32: convert them.""",
    {"voxels.float()": "voxels"},
)

in_float64 = Edit(
    """You gave float64. That takes twice the memory, and no layer of a network will have it: it is
    float32.""",
    {"voxels.float()": "voxels.double()"},
)

only_below = Edit(
    """You cut only what is too low. Metal is far above all tissue, too: give clamp both ends.""",
    {"clamp(low, high)": "clamp(min=low)"},
)

only_above = Edit(
    """You cut only what is too high. Where the scanner did not look there are numbers far below
    air, too: give clamp both ends.""",
    {"clamp(low, high)": "clamp(max=high)"},
)

outside_becomes_water = Edit(
    """You put 0 where voxels lie outside. That is water, in the middle of everything: below low it
    becomes low, above high it becomes high.""",
    {
        "return voxels.float().clamp(low, high)": """
            hu = voxels.float()
            return hu.where((hu >= low) & (hu <= high), 0)
        """,
    },
)

outside_becomes_air = Edit(
    """You put low where voxels are too high, as if metal were air. What is above high becomes
    high.""",
    {
        "return voxels.float().clamp(low, high)": """
            hu = voxels.float()
            return hu.where((hu >= low) & (hu <= high), low)
        """,
    },
)

scaled_to_one = Edit(
    """You scaled the numbers. Hounsfield units mean something, water is 0: only cut them.""",
    {".clamp(low, high)": ".clamp(low, high).sub(low) / (high - low)"},
)

always_a_thousand = Edit(
    """You cut at -1000 and 1000 whatever was asked for. Those are only what low and high are unless
    the caller says otherwise.""",
    {"clamp(low, high)": "clamp(-1000, 1000)"},
)

shifted_by_1024 = Edit(
    """You took 1024 off. Files as they come from a scanner may need that; in these the units are
    Hounsfield's already.""",
    {"voxels.float()": "(voxels.float() - 1024)"},
)

in_bytes = Edit(
    """You cut the numbers in a dtype that cannot hold the ends, or rounded the ends. Convert to
    float32 first, then cut.""",
    {"voxels.float().clamp(low, high)": "voxels.clamp(int(low), int(high)).float()"},
)
