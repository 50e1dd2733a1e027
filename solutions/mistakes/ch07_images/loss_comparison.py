"""Known wrong answers to ch07_images/loss_comparison."""

from katas._dojo.writing.mistakes import Edit

averaged_over_the_classes_too = Edit(
    """You averaged over the classes too, as nn.MSELoss does: with two classes that is half of it.
    Add the errors of a sample, and average over the samples.""",
    {".sum(dim=1).mean()": ".mean()"},
)

summed_over_the_batch = Edit(
    """You summed over the samples as well. Average over them: the error must not grow with the
    batch.""",
    {".sum(dim=1).mean()": ".sum()"},
)

the_true_class_only = Edit(
    """You took the squared error of the true class only. The probabilities of the others should be
    0, and count as well.""",
    {
        "((probs - truth) ** 2).sum(dim=1).mean()": (
            "((1 - probs.gather(1, targets.unsqueeze(1))) ** 2).mean()"
        ),
    },
)

class_numbers_taken_for_probabilities = Edit(
    """You compared the probabilities with the numbers of the classes. The truth is a row for each
    sample: 1 at its target, 0 elsewhere.""",
    {
        "torch.zeros_like(probs).scatter(1, targets.unsqueeze(1), 1.0)": "targets.unsqueeze(1)",
    },
)

the_truth_in_float32 = Edit(
    """Your squared error has another dtype than the probabilities. Make the truth in theirs, with
    zeros_like.""",
    {"torch.zeros_like(probs)": "torch.zeros(probs.shape, device=probs.device)"},
)

subtracted_in_place = Edit(
    """You subtracted the truth inside the probabilities that you were given. Make a new tensor.""",
    {"(probs - truth)": "probs.detach().sub_(truth)"},
)

no_way_back = Edit(
    """Your squared error has no way back to the probabilities: on the way there they were Python
    numbers, or detached.""",
    {"(probs - truth)": "(probs.detach() - truth)"},
)

replaced_in_probs_itself = Edit(
    """You replaced the row in probs itself, which is somebody else's. Clone it first.""",
    {"probs.clone()": "probs"},
)

compared_with_what_was_replaced = Edit(
    """You replaced the row in probs itself, and only then asked for the loss to compare with. Clone
    it first.""",
    {
        "before = loss_fn(probs, targets)\n": "",
        "probs.clone()": "probs",
        "/ before": "/ loss_fn(probs, targets)",
    },
)

compared_with_the_first_of_the_rows = Edit(
    """You compared with the loss that the first of the rows brings. Compare with that of probs as
    it came.""",
    {"/ before": "/ losses[0]"},
)

a_share_of_the_loss = Edit(
    """You returned each loss in per cent of the one before, 100 where nothing changes. The change
    is that less 100.""",
    {" - 1) * 100": ") * 100"},
)

a_fraction = Edit(
    """You returned fractions, such as 0.5 where the loss grows by half. That is 50 per cent.""",
    {" - 1) * 100": " - 1)"},
)

a_difference = Edit(
    """You returned by how much the loss grows. Per cent are a share of the loss before: divide by
    it.""",
    {
        "(torch.stack(losses) / before - 1) * 100": "(torch.stack(losses) - before) * 100",
    },
)

divided_by_the_new_loss = Edit(
    """You divided the change by the loss afterwards. Per cent are a share of the loss before.""",
    {
        "torch.stack(losses) / before - 1": "1 - before / torch.stack(losses)",
    },
)

every_sample_replaced = Edit(
    """You replaced every sample by the row. Only the first gives way, the others stay.""",
    {"replaced[0] = row": "replaced[:] = row"},
)
