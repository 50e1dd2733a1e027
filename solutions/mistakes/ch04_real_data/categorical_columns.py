"""Known wrong answers to ch04_real_data/categorical_columns."""

from katas._dojo.writing.mistakes import Edit

classes_as_numbers = Edit(
    """You left the classes as numbers. A model takes class 2 for twice class 1 so: they only name,
    and become one-hot.""",
    {"parts.append(one_hot(column.long(), n_classes[number]))": "parts.append(column[:, None])"},
)

the_number_kept_as_well = Edit(
    """You kept the numbers of the classes beside their one-hot columns. A model still takes them
    for magnitudes: the one-hot columns stand in their place.""",
    {
        "parts.append(one_hot(column.long(), n_classes[number]))": """
            parts.append(column[:, None])
            parts.append(one_hot(column.long(), n_classes[number]))
        """,
    },
)

one_hot_at_the_end = Edit(
    """You put the one-hot columns after all others. Each stands in the place of the column that it
    comes from.""",
    {
        "torch.cat(parts, dim=1)": (
            "torch.cat(sorted(parts, key=lambda it: not it.is_floating_point()), dim=1)"
        ),
    },
)

one_hot_at_the_end_in_another_order = Edit(
    """You put the one-hot columns after all others, in the order of n_classes. Each stands in the
    place of the column that it comes from.""",
    {
        "return torch.cat(parts, dim=1)": """
            last = {number: parts.pop(number) for number in sorted(n_classes, reverse=True)}
            parts += [last[number] for number in n_classes]
            return torch.cat(parts, dim=1)
        """,
    },
)

only_classes_that_occur = Edit(
    """You made columns for the classes that occur. In another table others do: there are as many
    columns as n_classes says.""",
    {
        "one_hot(column.long(), n_classes[number])": (
            "one_hot(column.long(), n_classes[number])[:, column.unique().long()]"
        ),
    },
)

columns_up_to_the_largest = Edit(
    """You made columns up to the largest class there is. Another table may have other ones: there
    are as many columns as n_classes says.""",
    {"column.long(), n_classes[number]": "column.long()"},
)

as_many_for_each_column = Edit(
    """You gave all categorical columns as many classes. Each has its own number of them.""",
    {"n_classes[number])": "max(n_classes.values()))"},
)

one_class_without_a_column = Edit(
    """Your one-hot columns are one too few. A model of a few columns may do without the last or the
    first class, which then is all zeros: here each class has one.""",
    {"n_classes[number])": "n_classes[number])[:, 1:]"},
)

columns_that_have_moved = Edit(
    """You encoded one column after the other in a table that grows, so the second is looked for
    where it no longer stands. Their numbers are those of the table that came in.""",
    {
        """
        parts = []
        for number, column in enumerate(table.unbind(dim=1)):
            if number in n_classes:
                parts.append(one_hot(column.long(), n_classes[number]))
            else:
                parts.append(column[:, None])
        return torch.cat(parts, dim=1).to(table.dtype)
        """: """
        table = table.clone()
        for number, classes in n_classes.items():
            encoded = one_hot(table[:, number].long(), classes).to(table.dtype)
            table = torch.cat([table[:, :number], encoded, table[:, number + 1 :]], dim=1)
        return table
        """,
    },
)

all_whole_numbers = Edit(
    """You made columns of whole numbers one-hot that are not categorical. A score, for one, is
    better the larger it is: n_classes says which columns only name.""",
    {
        "if number in n_classes:": """
            if number not in n_classes and (column == column.long()).all():
                parts.append(one_hot(column.long()))
            elif number in n_classes:
        """,
    },
)

whole_numbers = Edit(
    """You made everything whole numbers. What measures keeps its fractions, and the result has the
    dtype of the table.""",
    {".to(table.dtype)": ".long()"},
)

in_the_dtype_that_comes_about = Edit(
    """You did not give the result the dtype of the table: one-hot columns alone are int64.""",
    {".to(table.dtype)": ""},
)

in_float32 = Edit(
    """Your result is float32 whatever the table is. It has the table's dtype.""",
    {".to(table.dtype)": ".float()"},
)

the_table_overwritten = Edit(
    """You wrote into the table that you were given. Whoever owns it has other numbers now.""",
    {
        "return torch.cat(parts, dim=1).to(table.dtype)": """
            encoded = torch.cat(parts, dim=1).to(table.dtype)
            table[:, [*n_classes]] = 0
            return encoded
        """,
    },
)

the_table_itself = Edit(
    """You gave back the very table that came in where nothing is categorical. Whoever changes the
    one changes the other: make a new one.""",
    {"parts = []": "if not n_classes:\n    return table\nparts = []"},
)
