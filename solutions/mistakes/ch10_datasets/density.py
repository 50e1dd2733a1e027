"""Known wrong answers to ch10_datasets/density."""

from katas._dojo.writing.mistakes import Edit

added_in_int16 = Edit(
    """You added 1000 in the dtype of the scan. In int16 numbers end at 32767, and metal comes out
    as less than air: convert to float32 first.""",
    {"(hu.float() + 1000)": "(hu + 1000).float()"},
)

lighter_than_air = Edit(
    """You have densities below 0. Below -1000 there is no matter, but a place where the scanner did
    not look: clamp it to 0.""",
    {".clamp(min=0)": ""},
)

a_vacuum_of_tissue = Edit(
    """You made what is below -1000 positive, so that -3024 is as heavy as bone. It is air, 0
    g/cc.""",
    {".clamp(min=0)": ".abs()"},
)

outside_is_water = Edit(
    """You took what is below -1000 for water, in Hounsfield units 0. It is air, 0 g/cc.""",
    {
        "(hu.float() + 1000).clamp(min=0)": "(hu.float().masked_fill(hu < -1000, 0) + 1000)",
    },
)

water_weighs_nothing = Edit(
    """You gave water 0 g/cc. There air is 0, and water 1: add 1000 before you divide.""",
    {"(hu.float() + 1000).clamp(min=0)": "hu.float().clamp(min=0)"},
)

a_thousand_times_too_heavy = Edit(
    """You gave water 1000. That is in kilograms per cubic meter: in g/cc water weighs 1.""",
    {".clamp(min=0) / 1000": ".clamp(min=0)"},
)

from_zero_to_one = Edit(
    """You scaled -1000 to 1000 to the range from 0 to 1. Water, which is halfway, weighs 1
    g/cc.""",
    {".clamp(min=0) / 1000": ".clamp(min=0) / 2000"},
)

no_heavier_than_bone = Edit(
    """You cut densities at 2 g/cc. Bone can be heavier, and metal is.""",
    {".clamp(min=0)": ".clamp(0, 2000)"},
)

in_the_callers_tensor = Edit(
    """You wrote into the scan, at least where it is float32 already: float() then gives the very
    same tensor. Add and clamp out of place.""",
    {"(hu.float() + 1000)": "hu.float().add_(1000)"},
)

truncated = Edit(
    """You cut the decimals off. A density is never quite exact, and 1.04 may come back as 39: round
    before you convert.""",
    {".round()": ""},
)

water_is_a_thousand = Edit(
    """You gave water 1000 Hounsfield units. It is 0 of them: take 1000 away.""",
    {"density * 1000 - 1000": "density * 1000"},
)

units_in_floats = Edit(
    """You returned Hounsfield units in the dtype of the densities. They are whole numbers, int16,
    as a scanner writes them.""",
    {".round().to(int16)": ".round()"},
)

padded_with_water = Edit(
    """You padded with 0. That is water, which weighs 1 g/cc, all around the body: air is
    -1000.""",
    {", value=-1000": ""},
)

padded_with_the_lowest = Edit(
    """You padded with the lowest number of the scan. That may be anything, -3024 or the lightest
    tissue there is: air is -1000.""",
    {"value=-1000": "value=hu.min().item()"},
)

padded_in_two_dimensions = Edit(
    """You padded each slice, but added none before the first and after the last one. pad takes two
    numbers for each dimension: six of them.""",
    {"(width,) * 6": "(width,) * 4"},
)
