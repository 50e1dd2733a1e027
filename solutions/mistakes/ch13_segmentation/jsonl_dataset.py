"""Known wrong answers to ch13_segmentation/jsonl_dataset."""

from katas._dojo.writing.mistakes import Edit

SIDE = '[row for row in rows if (row["series_uid"] in held_out) == is_validation]'
ROWS = "[json.loads(line) for line in file if line.strip()]"
SERIES = 'sorted({row["series_uid"] for row in rows})'
PATHS = 'self.folder / row["ct_file_name"], self.folder / row["mask_file_name"]'

split_by_position_as_in_the_book = Edit(
    """You split by the place in the file, as the book does. It begins with the largest nodules, so
    that what is tested are the small ones, and patients are on both sides: split the series.""",
    {
        SIDE: (
            "rows[len(rows) - len(rows) // val_stride:] if is_validation"
            " else rows[:len(rows) - len(rows) // val_stride]"
        )
    },
)

every_kth_line = Edit(
    """You put every k-th line on the side of validation. Patients with several nodules are on both
    sides then: split the series.""",
    {SIDE: "[row for n, row in enumerate(rows) if (n % val_stride == 0) == is_validation]"},
)

in_the_order_of_the_file = Edit(
    """You took the series in the order of the file. Written in another order, the same samples
    change sides: sort the series.""",
    {SERIES: 'list(dict.fromkeys(row["series_uid"] for row in rows))'},
)

by_hash = Edit(
    """You split by hash(), which has other numbers for strings in each run of Python. What was
    tested in one run is trained on in the next: sort the series.""",
    {SERIES: 'sorted({row["series_uid"] for row in rows}, key=lambda it: hash(it))'},
)

sorted_as_numbers = Edit(
    """You sorted the series as numbers. They are strings: "1.10" comes before "1.2".""",
    {
        SERIES: (
            'sorted({row["series_uid"] for row in rows},'
            ' key=lambda uid: [int(part) for part in uid.split(".")])'
        )
    },
)

each_sample_counts = Edit(
    """You counted a series as often as it has samples. Each counts once.""",
    {SERIES: 'sorted(row["series_uid"] for row in rows)'},
)

empty_lines_read_as_in_the_book = Edit(
    """You read empty lines, too, as the book does, and they are no JSON. Skip them before you read
    them: to look whether the row is empty comes too late.""",
    {ROWS: "[json.loads(line) for line in file]"},
)

spaces_read = Edit(
    """You skipped lines without a character, but not those of spaces. There is nothing in them,
    either: strip.""",
    {ROWS: "[json.loads(line) for line in file if len(line) > 1]"},
)

the_last_line_dropped = Edit(
    """You dropped the last line, as if it were empty. It may be a sample.""",
    {ROWS: "[json.loads(line) for line in list(file)[:-1] if line.strip()]"},
)

validation_trained_on = Edit(
    """You have all samples among those for training. What is for validation is not trained on.""",
    {SIDE: '[row for row in rows if row["series_uid"] in held_out or not is_validation]'},
)

sides_exchanged = Edit(
    """You exchanged the sides. Every k-th series is for validation, the others are for
    training.""",
    {SIDE: SIDE.replace("==", "!=")},
)

strings_for_paths = Edit(
    """You returned strings. A sample is two paths, Path, so that whoever gets it can open them.""",
    {PATHS: 'str(self.folder / row["ct_file_name"]), str(self.folder / row["mask_file_name"])'},
)

the_folder_of_the_program = Edit(
    """You left out the folder. The paths are relative to that of the file, and not to where the
    program runs.""",
    {PATHS: 'Path(row["ct_file_name"]), Path(row["mask_file_name"])'},
)

the_mask_first = Edit(
    """You returned the mask first. It is the slice, then the mask.""",
    {PATHS: 'self.folder / row["mask_file_name"], self.folder / row["ct_file_name"]'},
)

round_and_round = Edit(
    """You began again behind the last sample, so that no loop ends. There is an IndexError.""",
    {"self.rows[n]": "self.rows[n % len(self.rows)]"},
)
