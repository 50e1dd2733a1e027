"""Known wrong answers to ch03_tensors/indexing."""

from katas._dojo.writing.mistakes import Edit

the_last_row_missing = Edit(
    """Your last point is missing: a range stops before its end, in tensors as in lists.""",
    {"first : last + 1": "first:last"},
)

the_dimension_dropped = Edit(
    """Your column has one dimension, [N]: a single number drops its dimension. Put one in with
    None, or index by a range or a list.""",
    {":, number, None": ":, number"},
)

a_range_to_zero = Edit(
    """Your last column is empty: -1:0 ends before it begins. Index by the number, and put the
    dimension in with None.""",
    {":, number, None": ":, number : number + 1"},
)

a_row_for_a_column = Edit(
    """You made a row of the column, [1, N]. The new dimension is the second: None stands where it
    is to be.""",
    {":, number, None": "None, :, number"},
)

a_point_for_a_column = Edit(
    """You took one point with all of its coordinates. The first index is the point: : in its place
    takes all of them.""",
    {":, number, None": "number, :, None"},
)

a_batch_expected = Edit(
    """You named four dimensions, as a batch has them, and one image has three. Count from the end,
    with ... in front: it stands for however many there are.""",
    {"..., number, :, :": ":, number, :, :"},
)

the_second_dimension = Edit(
    """You took the channels for the second dimension, as in a batch. In one image they are the
    first: count from the end, with ... in front.""",
    {"..., number, :, :": ":, number"},
)

the_first_dimension = Edit(
    """You took the channels for the first dimension, as in one image. In a batch that counts
    images: count from the end, with ... in front.""",
    {"..., number, :, :": "number"},
)

the_last_dimension = Edit(
    """You indexed the last dimension, which is the width. Height and width stand behind the
    channels: a : for each.""",
    {"..., number, :, :": "..., number"},
)

one_image_or_a_batch = Edit(
    """You were ready for one image and for a batch of them, and for nothing with more dimensions.
    Count from the end, with ... in front: it stands for however many there are.""",
    {
        "return images[..., number, :, :]": """
            if images.dim() == 3:
                return images[number]
            return images[:, number]
        """,
    },
)

the_edge_included = Edit(
    """You kept points that lie at x itself. Larger is >, not >=.""",
    {" > ": " >= "},
)

squeezed = Edit(
    """You squeezed the result. A single point is [1, D], and a single coordinate [how many, 1]:
    squeeze drops every size that happens to be 1.""",
    {"x]": "x].squeeze()"},
)

every_coordinate = Edit(
    """You compared every coordinate, and a mask of single numbers takes the points apart: [how
    many]. Compare points[:, 0], and the mask keeps or drops whole points.""",
    {"points[:, 0] > x": "points > x"},
)

the_first_point_asked = Edit(
    """You compared the coordinates of one point: points[0] is the first point. The first coordinate
    of all of them is points[:, 0].""",
    {"points[:, 0] > x": "points[0] > x"},
)

made_anew_from_lists = Edit(
    """You made a new tensor of lists. It has their dtype, not that of the points, and no gradient
    flows back.""",
    {
        "return points[points[:, 0] > x]": """
            import torch

            kept = [point for point in points.tolist() if point[0] > x]
            return torch.tensor(kept).reshape(-1, points.shape[1])
        """,
    },
)
