"""Known wrong answers to ch07_images/accuracy."""

from katas._dojo.writing.mistakes import Edit

a_mean_of_means = Edit(
    """You averaged the accuracies of the batches. Each sample of a short batch counts more then:
    add up the correct predictions and the samples, and divide once.""",
    {
        "(predicted == labels).sum().item()": "(predicted == labels).float().mean().item()",
        "n_samples += len(labels)": "n_samples += 1",
    },
)

every_batch_as_large_as_the_first = Edit(
    """You took every batch to be as large as the first. The last one is often short: ask each batch
    for its own size.""",
    {
        "n_samples += len(labels)": """
            batch_size = len(labels) if n_samples == 0 else batch_size
            n_samples += batch_size
        """,
    },
)

the_last_batch_only = Edit(
    """You returned the accuracy of the last batch. Count over all batches: begin from 0 ahead of
    the loop, not in it.""",
    {
        "n_correct += (": "n_correct = (",
        "n_samples += len": "n_samples = len",
    },
)

correct_by_batches = Edit(
    """You divided by the number of batches. Divide by the number of samples.""",
    {"n_samples += len(labels)": "n_samples += 1"},
)

along_the_batch = Edit(
    """You looked for the largest output along the batch. The classes are in dimension 1: one
    prediction for each image.""",
    {"argmax(dim=1)": "argmax(dim=0)"},
)

values_for_classes = Edit(
    """You compared the largest outputs with the labels. torch.max gives values and indices: the
    index of the largest output is the class.""",
    {"argmax(dim=1)": "max(dim=1).values"},
)

the_smallest = Edit(
    """You took the class with the smallest output. The largest is the one that is predicted, also
    where the outputs are negative, as log-probabilities are.""",
    {"argmax": "argmin"},
)

above_one_half = Edit(
    """You asked which outputs lie above 0.5. Outputs may be logits or log-probabilities, of any
    size: the class is the one with the largest output.""",
    {"model(imgs).argmax": "(model(imgs) > 0.5).int().argmax"},
)

a_column_against_a_row = Edit(
    """You compared predictions of shape [N, 1] with labels of shape [N], which broadcasts: N * N
    comparisons. Drop the dimension: argmax without keepdim.""",
    {"argmax(dim=1)": "argmax(dim=1, keepdim=True)"},
)

the_share_of_errors = Edit(
    """You counted the wrong predictions. Accuracy is the share of right ones.""",
    {"predicted == labels": "predicted != labels"},
)

per_cent = Edit(
    """You gave per cent. The result is a share, from 0.0 to 1.0.""",
    {"return n_correct": "return 100 * n_correct"},
)

gradients_recorded = Edit(
    """You had gradients recorded: each batch builds a graph that nobody goes back through. Run the
    model under torch.no_grad().""",
    {"@torch.no_grad()": ""},
)

gradients_left_off = Edit(
    """You left grad mode other than it was. Use no_grad as a with or a decorator: it puts back what
    was there, also after an error.""",
    {
        "@torch.no_grad()": "",
        "n_correct = n_samples = 0": """
            torch.set_grad_enabled(False)
            n_correct = n_samples = 0
        """,
    },
)

left_in_eval_mode = Edit(
    """You put the model into eval mode and left it there. Whoever trains on would train without
    dropout: leave the mode as it was.""",
    {
        "n_correct = n_samples = 0": """
            model.eval()
            n_correct = n_samples = 0
        """,
    },
)

nothing_is_a_number = Edit(
    """You gave a number for no samples at all. There is none: let the division by 0 be told.""",
    {"/ n_samples": "/ max(n_samples, 1)"},
)
