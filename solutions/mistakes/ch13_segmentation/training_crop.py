"""Known wrong answers to ch13_segmentation/training_crop."""

from katas._dojo.writing.mistakes import Edit

the_last_place_never_drawn_of_the_book = Edit(
    """You never draw the last place, as in the book, where 96 - 64 is 32 and randrange(0, 32) ends
    at 31. From 0 to the difference there is one place more than the difference.""",
    {
        "randint(height - size + 1,": "randint(max(height - size, 1),",
        "randint(width - size + 1,": "randint(max(width - size, 1),",
    },
)

the_first_place_never_drawn = Edit(
    """You never draw the first place, at 0.""",
    {
        "row = int(torch.randint(height - size + 1, (), generator=generator))": (
            "row = int(torch.randint(1, max(height - size + 1, 2), (), generator=generator))"
        ),
        "column = int(torch.randint(width - size + 1, (), generator=generator))": (
            "column = int(torch.randint(1, max(width - size + 1, 2), (), generator=generator))"
        ),
        "slice(row, row + size), slice(column, column + size)": """
            slice(row, row + size), slice(column, column + size)
            if height == size:
                rows = slice(0, size)
            if width == size:
                columns = slice(0, size)
        """,
    },
)

beyond_the_end = Edit(
    """Your window may begin anywhere in the chunk, and hang over its end: then it is too small. The
    last place is the size of the chunk less that of the window.""",
    {
        "randint(height - size + 1,": "randint(height,",
        "randint(width - size + 1,": "randint(width,",
    },
)

two_windows = Edit(
    """You drew one window for the image and another one for the mask. Then the label is that of
    other pixels: draw once.""",
    {
        "return chunk[:, rows, columns].clone(), mask[:, rows, columns].clone()": """
            window = chunk[:, rows, columns].clone()
            row = int(torch.randint(height - size + 1, (), generator=generator))
            column = int(torch.randint(width - size + 1, (), generator=generator))
            return window, mask[:, row : row + size, column : column + size].clone()
        """
    },
)

the_mask_in_its_middle = Edit(
    """You cut the mask in its middle, wherever the image is cut. Both are cut at one place.""",
    {
        "mask[:, rows, columns].clone()": (
            "mask[:, (height - size) // 2 :, (width - size) // 2 :][:, :size, :size].clone()"
        )
    },
)

one_number_for_both = Edit(
    """You drew one number for rows and columns. Then windows lie on a diagonal alone: each has its
    own.""",
    {
        "column = int(torch.randint(width - size + 1, (), generator=generator))": (
            "column = min(row, width - size)"
        )
    },
)

rows_and_columns_exchanged = Edit(
    """You drew the row from the width, and the column from the height. They are the other way
    round where the chunk is no square.""",
    {"height, width = chunk": "width, height = chunk"},
)

always_in_the_middle = Edit(
    """You always cut in the middle. Then the nodule is there in each epoch: draw a place.""",
    {
        "int(torch.randint(height - size + 1, (), generator=generator))": "(height - size) // 2",
        "int(torch.randint(width - size + 1, (), generator=generator))": "(width - size) // 2",
    },
)

a_view_of_the_chunk = Edit(
    """You returned a view of the chunk. What is clipped in place, as the book does next, is clipped
    in what is kept for all epochs: return a copy.""",
    {"chunk[:, rows, columns].clone()": "chunk[:, rows, columns]"},
)

a_view_of_the_mask = Edit(
    """You returned a view of the mask. Who edits it edits what is kept for all epochs: return a
    copy.""",
    {"mask[:, rows, columns].clone()": "mask[:, rows, columns]"},
)

integers_of_the_book = Edit(
    """You made integers of the mask, as the book does. Without its augmentation they stay so, and ~
    of them is -1 and -2: the counts of what was falsely found come out negative. Leave it as it
    is.""",
    {"mask[:, rows, columns].clone()": "mask[:, rows, columns].to(torch.long, copy=True)"},
)

always_float32 = Edit(
    """You returned the window in float32. It keeps its dtype.""",
    {"chunk[:, rows, columns].clone()": "chunk[:, rows, columns].to(torch.float32, copy=True)"},
)

from_torchs_generator = Edit(
    """You drew from torch's own generator. Take the one that you were given, and runs can be
    repeated.""",
    {
        "torch.randint(height - size + 1, (), generator=generator)": (
            "torch.randint(height - size + 1, ())"
        ),
        "torch.randint(width - size + 1, (), generator=generator)": (
            "torch.randint(width - size + 1, ())"
        ),
    },
)

the_same_window_each_time = Edit(
    """You draw the same window each time. The generator goes on from call to call: leave its seed
    alone.""",
    {
        "height, width = chunk.shape[1:]": """
            height, width = chunk.shape[1:]
            generator.manual_seed(generator.initial_seed())
        """
    },
)

contiguous_for_a_copy = Edit(
    """You made the window contiguous. One that is as large as the chunk is that already, and then
    it is the chunk itself: clone copies in any case.""",
    {
        "return chunk[:, rows, columns].clone(), mask[:, rows, columns].clone()": (
            "return chunk[:, rows, columns].contiguous(), mask[:, rows, columns].contiguous()"
        ),
    },
)
