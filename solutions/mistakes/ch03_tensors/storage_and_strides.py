"""Known wrong answers to ch03_tensors/storage_and_strides."""

from katas._dojo.writing.mistakes import Edit

offset_forgotten = Edit(
    """You counted from the first number of x. The place in the storage counts from the first number
    there: add the offset.""",
    {"x.storage_offset() + ": ""},
)

strides_of_a_new_tensor = Edit(
    """You took x to be stored row by row. A transposed tensor is not, nor is one of every second
    column: ask x for its stride.""",
    {"x.stride()": "contiguous_stride(tuple(x.shape))"},
)

sizes_for_strides = Edit(
    """You multiplied the index by sizes. The stride says how far the next number lies.""",
    {"x.stride()": "x.shape"},
)

strides_from_the_end = Edit(
    """You paired the index with the stride from the wrong end: the first of the one belongs to the
    first of the other.""",
    {"x.stride()": "reversed(x.stride())"},
)

in_bytes = Edit(
    """You counted bytes. Offset, stride and place count numbers, of whatever dtype.""",
    {
        "return x.storage_offset() + sum(i * step for i, step in steps)": """
            place = x.storage_offset() + sum(i * step for i, step in steps)
            return place * x.element_size()
        """,
    },
)

column_by_column = Edit(
    """Your stride grows from the front, as if the first dimension lay closest. Row by row, it is
    the last: its stride is 1.""",
    {"shape[dim + 1 :]": "shape[:dim]"},
)

the_own_size_counted = Edit(
    """You multiplied the size of each dimension into its own stride. Only the sizes behind it
    count: the last stride is 1.""",
    {"dim + 1 :": "dim:"},
)

the_last_dimension_first = Edit(
    """Your strides are right, and in the wrong order: the first belongs to the first dimension.""",
    {"range(len(shape))": "reversed(range(len(shape)))"},
)

one_too_many = Edit(
    """You returned one stride more than there are dimensions: it begins with the number of all
    elements. The size of the first dimension is in no stride.""",
    {"range(len(shape))": "range(-1, len(shape))"},
)

a_list = Edit(
    """You returned a list. A stride is a tuple.""",
    {"tuple(math": "list(math"},
)

the_same_first_number = Edit(
    """You compared where the tensors begin. A row begins further on in the same storage: compare
    where the storages begin.""",
    {"a.untyped_storage()": "a", "b.untyped_storage()": "b"},
)

ids_of_temporaries = Edit(
    """You compared the ids of objects that are made at each call. The first is gone when the second
    is made, and may leave it its id. Compare untyped_storage().data_ptr().""",
    {
        "a.untyped_storage().data_ptr()": "id(a.storage())",
        "b.untyped_storage().data_ptr()": "id(b.storage())",
    },
)

equal_numbers = Edit(
    """You compared numbers. Equal numbers may lie in two storages, and a row and its tensor differ
    in one.""",
    {
        "a.untyped_storage().data_ptr() == b.untyped_storage().data_ptr()": (
            "a.shape == b.shape and bool((a == b).all())"
        ),
    },
)

the_same_tensor = Edit(
    """You asked whether the two are one tensor. A view is a tensor of its own, on the same
    storage.""",
    {"a.untyped_storage().data_ptr() == b.untyped_storage().data_ptr()": "a is b"},
)
