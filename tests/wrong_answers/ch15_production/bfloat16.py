"""Wrong answers to ch15_production/bfloat16, as people write them."""

import copy

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("halve")
def converted(model):
    """The model itself is converted.

    Known: the_model_itself.
    """
    return model.bfloat16()


@instead_of("mean_of")
def a_running_total(batches):
    """The total is a bfloat16.

    Known: summed_in_bfloat16.
    """
    total = torch.zeros((), dtype=torch.bfloat16, device=batches[0].device)
    n = 0
    for batch in batches:
        total = total + batch.sum()
        n += batch.shape[0]
    return (total / n).to(torch.float32)


@instead_of("mean_of")
def average_of_averages(batches):
    """Batches count alike, and the mean is a bfloat16.

    Known: mean_of_means.
    """
    means = [b.float().mean() for b in batches if b.numel() > 0]
    return (sum(means) / len(means)).to(torch.bfloat16)


@instead_of("agree")
def like_always(output, expected):
    """The tolerance is that of float32.

    Known: the_tolerance_of_float32.
    """
    if output.shape != expected.shape:
        return False
    return torch.allclose(output.float(), expected, rtol=1.3e-6, atol=1e-5)


@instead_of("halve")
def by_its_state(model):
    """A converted state is loaded.

    Known: left_in_their_dtype.
    """

    new = copy.deepcopy(model)
    new.load_state_dict(
        {k: v.bfloat16() if v.is_floating_point() else v for k, v in model.state_dict().items()}
    )
    return new


@instead_of("halve")
def known_layers(model):
    """Two kinds of layers are converted.

    Known: left_in_their_dtype.
    """

    import copy

    model = copy.deepcopy(model)
    model.apply(lambda m: m.bfloat16() if isinstance(m, (torch.nn.Linear, torch.nn.Conv2d)) else m)
    return model


@instead_of("halve")
def until_a_count_comes(model):
    """It ends at the first whole number.

    Known: nothing.
    """

    new = copy.deepcopy(model)
    for t in list(new.parameters()) + list(new.buffers()):
        if not t.is_floating_point():
            return new
        t.data = t.data.bfloat16()
    return new


@instead_of("mean_of")
def sums_by_python(batches):
    """Each sum is rounded before it is added.

    Known: nothing.
    """

    total = 0.0
    for b in batches:
        total += b.sum().item()
    return torch.tensor(total / sum(len(b) for b in batches))


@instead_of("agree")
def one_by_one(output, expected):
    """A loop looks for one that is too far away.

    Known: nan_for_a_number.
    """

    if output.shape != expected.shape:
        return False
    for o, e in zip(output.flatten().tolist(), expected.flatten().tolist(), strict=False):
        if abs(o - e) > 1e-5 + 0.016 * abs(e):
            return False
    return True


@instead_of("agree")
def the_first_is_enough(output, expected):
    """It is told after one number.

    Known: nothing.
    """

    for o, e in zip(output.float().flatten(), expected.flatten(), strict=False):
        if abs(o - e) <= 1e-5 + 0.016 * abs(e):
            return True
    return False


@instead_of("agree")
def both_in_bfloat16(output, expected):
    """What is expected is rounded first.

    Known: expected_rounded_as_well.
    """
    if output.shape != expected.shape:
        return False
    off = (output - expected.bfloat16()).abs()
    return bool((off <= 1e-5 + 0.016 * expected.abs()).all())


@instead_of("agree")
def by_the_tools_of_tests(output, expected):
    """A NaN is as good as another.

    Known: nan_agrees_with_nan.
    """
    try:
        torch.testing.assert_close(
            output.float(), expected, rtol=0.016, atol=1e-5, equal_nan=True, check_device=False
        )
    except AssertionError:
        return False
    return True


@instead_of("mean_of")
def of_each_batch(batches):
    """A mean of means.

    Known: mean_of_means.
    """
    return torch.stack([b.float().mean() for b in batches]).mean()
