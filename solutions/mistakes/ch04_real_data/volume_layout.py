"""Known wrong answers to ch04_real_data/volume_layout."""

from katas._dojo.writing.mistakes import Edit

by_name = Edit(
    """You sorted the slices by their names, where "ct-10" comes before "ct-9". Sort by the number,
    as an int.""",
    {"by_number[number] for number in expected]": "slices[name] for name in sorted(slices)]"},
)

as_they_came = Edit(
    """You left the slices in the order in which they came. Their numbers say where each
    belongs.""",
    {"[by_number[number] for number in expected]": "[*slices.values()]"},
)

from_the_last_on = Edit(
    """Your slices run from the last number to the first. It is the other way round.""",
    {"for number in expected]).float": "for number in reversed(expected)]).float"},
)

gaps_not_noticed = Edit(
    """You did not notice a missing slice. The two around it are no neighbours: raise ValueError,
    with its number.""",
    {"range(min(by_number), max(by_number) + 1)": "sorted(by_number)"},
)

gap_without_its_number = Edit(
    """You found the gap, and did not say where it is. Name the number that is missing.""",
    {'f"missing slices: {missing}"': '"slices are missing"'},
)

numbers_from_1 = Edit(
    """You took the numbers to begin at 1. They begin anywhere: the first is the smallest there
    is.""",
    {"range(min(by_number),": "range(1,"},
)

without_n = Edit(
    """Your volume has four dimensions. There are five: one scan, one channel, then depth, height
    and width.""",
    {"[None, None]": "[None]"},
)

neither_scan_nor_channel = Edit(
    """Your volume is [D, H, W]. Put two dimensions of size 1 before it, one for the scan and one
    for the channel.""",
    {"[None, None]": ""},
)

slices_as_scans = Edit(
    """Your slices stand along N, as scans of their own. They are the depth of one scan, in
    [1, 1, D, H, W].""",
    {"[None, None]": "[:, None, None]"},
)

slices_as_channels = Edit(
    """Your slices stand along C, as channels. They are the depth: [1, 1, D, H, W].""",
    {"[None, None]": "[None, :, None]"},
)

depth_last = Edit(
    """Your depth comes last. It stands before height and width.""",
    {"[None, None]": ".permute(1, 2, 0)[None, None]"},
)

height_and_width_exchanged = Edit(
    """Your slices lie on their side: width comes before height.""",
    {"[None, None]": ".transpose(1, 2)[None, None]"},
)

not_float = Edit(
    """Your voxels are whole numbers, as in the slices. A network wants float32.""",
    {".float()": ""},
)

in_bytes_first = Edit(
    """Your numbers below 0, or above 255, are not what they were: a byte does not hold them. Go
    straight to float32.""",
    {".float()": ".to(torch.uint8).float()"},
)

slices_changed = Edit(
    """You changed the slices that you were given. Whoever owns them has others now.""",
    {
        "if missing:": """
            for image in slices.values():
                image += 1
            by_number = {number: image - 1 for number, image in by_number.items()}
            if missing:
        """,
    },
)
