"""Known wrong answers to ch13_segmentation/training_crop."""

from katas._dojo.writing.mistakes import Edit

the_last_place_never_drawn_of_the_book = Edit(
    """You never draw the last place, as in the book, where 96 - 64 is 32 and randrange(0, 32) ends
    at 31; and where the window just fits, you have no place to draw. From 0 to the difference there
    is one place more than the difference.""",
    {
        "randint(height - size + 1,": "randint(height - size,",
        "randint(width - size + 1,": "randint(width - size,",
    },
)

ends_half_as_often = Edit(
    """You draw the first place and the last one half as often as those between. Of what is rounded
    to 0 there is only a half: draw whole numbers, with randint.""",
    {
        "int(torch.randint(height - size + 1, (), generator=generator))": (
            "round(float(torch.rand((), generator=generator)) * (height - size))"
        ),
        "int(torch.randint(width - size + 1, (), generator=generator))": (
            "round(float(torch.rand((), generator=generator)) * (width - size))"
        ),
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

as_if_it_were_square = Edit(
    """You drew rows and columns as if the chunk were a square. Rows go by its height, columns by
    its width.""",
    {"height, width = chunk.shape[1:]": "height = width = chunk.shape[1]"},
)

one_number_for_both = Edit(
    """You drew one number for rows and columns. Then windows lie on a diagonal alone: each has its
    own.""",
    {"column = int(torch.randint(width - size + 1, (), generator=generator))": "column = row"},
)

the_first_mask_alone = Edit(
    """You cut out the first mask alone. There may be more than one: [M, H, W].""",
    {"mask[:, rows, columns].clone()": "mask[:1, rows, columns].clone()"},
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
