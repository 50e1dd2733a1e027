"""Known wrong answers to ch12_metrics/grid_resample."""

from katas._dojo.writing.mistakes import Edit

corners_in_the_grid_alone = Edit(
    """Your grid has the centres of the outer voxels at -1 and 1, but it is read as if these were
    edges: even the identity blurs. Give both calls align_corners=False.""",
    {"crops.shape, align_corners=False": "crops.shape, align_corners=True"},
)

corners_in_the_sampling_alone = Edit(
    """Your grid has the edges of the crop at -1 and 1, but it is read as if these were centres of
    voxels: even the identity blurs. Give both calls align_corners=False.""",
    {'"border", align_corners=False': '"border", align_corners=True'},
)

corners_in_both = Edit(
    """You put the centres of the outer voxels at -1 and 1. Then a voxel is 2 / (size - 1) wide, and
    how far an offset goes depends on it: align_corners=False, in both calls.""",
    {
        "crops.shape, align_corners=False": "crops.shape, align_corners=True",
        '"border", align_corners=False': '"border", align_corners=True',
    },
)

water_outside = Edit(
    """You have 0 where the crop ends, in Hounsfield units that is water. With padding_mode="border"
    what lies outside is as the last voxel.""",
    {'padding_mode="border", ': ""},
)

air_outside = Edit(
    """You have air, -1000, where the crop ends. What lies outside is as the voxel at the border,
    which may be bone: padding_mode="border".""",
    {
        """
        return grid_sample(crops, grid, padding_mode="border", align_corners=False)
        """: """
        return grid_sample(crops + 1000, grid, align_corners=False) - 1000
        """,
    },
)

mirrored_outside = Edit(
    """You have what lies outside mirrored. It is as the voxel at the border, however far out:
    padding_mode="border".""",
    {'padding_mode="border"': 'padding_mode="reflection"'},
)

the_nearest_voxel = Edit(
    """You took the nearest voxel. Between two of them the value lies in between as well: mode
    "bilinear", which also is what you get without asking.""",
    {'padding_mode="border"': 'mode="nearest", padding_mode="border"'},
)

the_inverse = Edit(
    """You moved the content where the matrix points. It points from the new crop to where the old
    one is read: use it as it is.""",
    {"matrix[:3]": "matrix.inverse()[:3]"},
)

the_transpose = Edit(
    """You took the columns of the matrix for its rows, so that it turns the other way, and nothing
    moves. The first three rows are those of x, y, z.""",
    {"matrix[:3]": "matrix.mT[:3]"},
)

the_offset_lost = Edit(
    """You left out the last column, in which the offset stands, so nothing moves.""",
    {"matrix[:3]": "(matrix * matrix.new_tensor([1, 1, 1, 0]))[:3]"},
)

slices_before_columns = Edit(
    """You gave the rows in the order z, y, x, as the dimensions have it. affine_grid takes x, the
    last dimension, first.""",
    {"matrix[:3]": "matrix[[2, 1, 0]][:, [2, 1, 0, 3]]"},
)

the_first_crop_for_all = Edit(
    """You returned the first crop for all. Each is resampled by itself.""",
    {"grid_sample(crops, grid": "grid_sample(crops[:1].expand_as(crops), grid"},
)

the_first_crop_alone = Edit(
    """You returned the first crop alone. The matrix is for all of them: expand it, one for
    each.""",
    {
        "expand(len(crops), 3, 4)": "expand(1, 3, 4)",
        "affine_grid(rows, crops.shape": "affine_grid(rows, crops[:1].shape",
        "grid_sample(crops, grid": "grid_sample(crops[:1], grid",
    },
)

in_float32 = Edit(
    """You returned float32. The crops keep their dtype.""",
    {
        "matrix[:3]": "matrix.float()[:3]",
        "grid_sample(crops, grid": "grid_sample(crops.float(), grid",
    },
)
