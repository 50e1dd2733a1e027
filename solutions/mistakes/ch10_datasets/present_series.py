"""Known wrong answers to ch10_datasets/present_series."""

from katas._dojo.writing.mistakes import Edit

the_disk_asked_for_each_row = Edit(
    """You asked the disk for each row. For half a million rows that takes minutes or more: list the
    files once, and keep their names in a set.""",
    {
        "[row for row in rows if row[0] in present]": (
            '[row for row in rows if any(folder.glob(f"subset*/{row[0]}.mhd"))]'
        ),
    },
)

the_end_of_a_name = Edit(
    """You kept rows whose series is only the end of a file's name. 3.6.7 is not 1.3.6.7: compare
    the whole name.""",
    {"if row[0] in present": "if any(name.endswith(row[0]) for name in present)"},
)

the_beginning_of_a_name = Edit(
    """You kept rows whose series is only the beginning of a file's name. 1.3.6 is not 1.3.6.7:
    compare the whole name.""",
    {"if row[0] in present": "if any(name.startswith(row[0]) for name in present)"},
)

a_part_of_a_name = Edit(
    """You looked for the series anywhere in the names. It stands in longer ones, too: compare the
    whole name.""",
    {
        "{path.stem": '" ".join(path.stem',
        '"subset*/*.mhd")}': '"subset*/*.mhd"))',
    },
)

the_last_number_lost = Edit(
    """You lost what follows the last point of a series, as happens to a suffix. 1.3.6.7 has no
    suffix: only .mhd is to be taken off.""",
    {"{path.stem": '{path.stem.rpartition(".")[0]', "row[0] in": 'row[0].rpartition(".")[0] in'},
)

stripped_letter_by_letter = Edit(
    """You took .mhd off letter by letter, as rstrip does: it goes on as long as the last is one of
    these four, and leaves hea of head.mhd. Take a suffix off as one: stem, or removesuffix.""",
    {"path.stem": 'path.name.rstrip(".mhd")'},
)

the_disk_asked_for_each_series = Edit(
    """You asked the disk for each series. There may be as many as there are rows: list the files
    once, and keep their names in a set.""",
    {
        "present = {path.stem": """
            @functools.cache
            def is_present(series_uid):
                return any(path.stem == series_uid for path in folder.glob("subset*/*.mhd"))

            present = {path.stem""",
        "row[0] in present": "is_present(row[0])",
        "from collections": "import functools\nfrom collections",
    },
)

any_kind_of_file = Edit(
    """You took any file for a scan. A .raw without its header, or half a download, cannot be read:
    look for .mhd.""",
    {"subset*/*.mhd": "subset*/*"},
)

any_folder = Edit(
    """You looked into other folders, too. The scans are in those whose names begin with
    subset.""",
    {"subset*/*.mhd": "*/*.mhd"},
)

only_in_the_folder_itself = Edit(
    """You looked for scans in the folder itself. They are one further down, in its subsets.""",
    {"subset*/*.mhd": "*.mhd"},
)

one_part_alone = Edit(
    """You looked into one of the parts alone. There may be ten of them.""",
    {"subset*/": "subset0/"},
)

each_series_once = Edit(
    """You kept one row of each series. A scan has many candidates: keep all of its rows.""",
    {
        "return [row for row in rows if row[0] in present]": """
            first = {}
            for row in rows:
                first.setdefault(row[0], row)
            return [row for row in first.values() if row[0] in present]
        """,
    },
)

the_others = Edit(
    """You kept the rows whose scan is missing. Keep those whose scan is there.""",
    {"row[0] in present": "row[0] not in present"},
)

sorted_by_the_series = Edit(
    """You changed the order of the rows. Keep them as they come.""",
    {
        "[row for row in rows if row[0] in present]": (
            "sorted(row for row in rows if row[0] in present)"
        ),
    },
)
