"""Known wrong answers to ch15_production/bfloat16."""

from katas._dojo.writing.mistakes import Edit

the_model_itself = Edit(
    """You converted the model that you were given. Its owner may still train it in float32: convert
    a copy.""",
    {"copy.deepcopy(model)": "model"},
)

left_in_their_dtype = Edit(
    """You left floats of the copy in their dtype. load_state_dict, for one, copies into what is
    there, and rounds its numbers at most: convert the module.""",
    {
        "return copy.deepcopy(model).to(torch.bfloat16)": """
            copied = copy.deepcopy(model)
            state = copy.deepcopy(model).to(torch.bfloat16).state_dict()
            copied.load_state_dict(state)
            return copied
        """,
    },
)

half_precision = Edit(
    """You converted to float16. It has as few bits, and one digit more, but ends at 65504: what is
    larger becomes inf.""",
    {"to(torch.bfloat16)": "half()"},
)

counts_as_well = Edit(
    """You converted whole numbers, too. A count of 257 is 256 then, and stays so however often 1 is
    added: only floats.""",
    {
        "return copy.deepcopy(model).to(torch.bfloat16)": """
            copied = copy.deepcopy(model).to(torch.bfloat16)
            for buffer in copied.buffers():
                buffer.data = buffer.data.to(torch.bfloat16)
            return copied
        """,
    },
)

parameters_alone = Edit(
    """You converted the parameters alone. Buffers, such as a running mean, meet them in one layer:
    convert those as well.""",
    {
        "return copy.deepcopy(model).to(torch.bfloat16)": """
            copied = copy.deepcopy(model)
            for parameter in copied.parameters():
                parameter.data = parameter.data.to(torch.bfloat16)
            return copied
        """,
    },
)

summed_in_bfloat16 = Edit(
    """You added batches up in bfloat16. From 256 on a 1 is lost, each time: convert before you
    add.""",
    {
        "torch.cat(batches).float().mean()": (
            "(sum(batch.sum() for batch in batches) / sum(map(len, batches))).float()"
        ),
    },
)

rounded_at_the_end = Edit(
    """You rounded the mean to bfloat16, and have not quite three digits of it. Convert the numbers,
    not the mean.""",
    {"torch.cat(batches).float().mean()": "torch.cat(batches).mean().float()"},
)

mean_of_means = Edit(
    """You took the mean of the batches' means. A batch of one number then counts as much as a batch
    of a hundred, and one of none makes it nan: all numbers together.""",
    {
        "torch.cat(batches).float().mean()": (
            "torch.stack([batch.float().mean() for batch in batches]).mean()"
        ),
    },
)

the_tolerance_of_float32 = Edit(
    """You compare with the tolerance of a float32. No bfloat16 is that exact: rounding alone makes
    a difference of up to .004 of the number.""",
    {"rtol=0.016": "rtol=1.3e-6"},
)

one_distance_for_all = Edit(
    """You allow one distance for all numbers. For a thousandth that is all of it: what is allowed
    goes by the size of the number.""",
    {"rtol=0.016, atol=1e-5": "rtol=0.016, atol=1e-2"},
)

measured_by_the_output = Edit(
    """You measured by the output. What is allowed goes by what is expected: else the larger a wrong
    number is, the more it may be off.""",
    {"output.float(), expected, rtol": "expected, output.float(), rtol"},
)

expected_rounded_as_well = Edit(
    """You rounded what is expected to bfloat16 before you compared. What it loses is a part of the
    difference: compare in float32.""",
    {"output.float(), expected, rtol": "output.float(), expected.bfloat16().float(), rtol"},
)

any_shape = Edit(
    """You compare shapes that differ. One of them is broadcast, and a row agrees with two: compare
    the shapes first.""",
    {"if output.shape != expected.shape:\n    return False\n": ""},
)

nan_for_a_number = Edit(
    """You take nan for any number. Nothing is too far away from it, since each comparison with nan
    is False: ask whether all are near enough, not whether one is too far.""",
    {
        "torch.allclose(output.float(), expected, rtol=0.016, atol=1e-5)": (
            "not ((output.float() - expected).abs() > 1e-5 + 0.016 * expected.abs()).any()"
        ),
    },
)

nan_agrees_with_nan = Edit(
    """You let nan agree with nan. It is never as expected: something has gone wrong in both.""",
    {"rtol=0.016, atol=1e-5": "rtol=0.016, atol=1e-5, equal_nan=True"},
)
