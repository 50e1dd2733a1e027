"""Known wrong answers to ch11_training/metrics_buffer."""

from katas._dojo.writing.mistakes import Edit

LOOP = "for indices, labels, probabilities, losses in batches:"
FILL = "metrics[:, indices] = torch.stack([labels, probabilities, losses]).detach()"

columns_by_the_batchs_own_size = Edit(
    """You found a batch's columns by its number times its own size. A short one then begins too
    early, and overwrites others. Each batch says which columns are its own.""",
    {
        LOOP: "for batch_ndx, (indices, labels, probabilities, losses) in enumerate(batches):",
        FILL: """
            start = batch_ndx * len(labels)
            columns = slice(start, start + len(labels))
            metrics[:, columns] = torch.stack([labels, probabilities, losses]).detach()[
                :, : len(metrics[0, columns])
            ]
        """,
    },
)

columns_by_the_first_batchs_size = Edit(
    """You took every batch to be as large as the first when you looked for its columns. Each batch
    says which are its own.""",
    {
        LOOP: "for batch_ndx, (indices, labels, probabilities, losses) in enumerate(batches):",
        FILL: """
            batch_size = len(labels) if batch_ndx == 0 else batch_size
            start = batch_ndx * batch_size
            columns = slice(start, start + len(labels))
            metrics[:, columns] = torch.stack([labels, probabilities, losses]).detach()
        """,
    },
)

columns_in_the_order_they_come = Edit(
    """You filled the columns in the order in which samples come. When the loader shuffles, nobody
    can tell whose numbers they are: go by the indices.""",
    {
        "metrics = torch.full": "n_seen = 0\nmetrics = torch.full",
        FILL: """
            columns = slice(n_seen, n_seen + len(labels))
            metrics[:, columns] = torch.stack([labels, probabilities, losses]).detach()
            n_seen += len(labels)
        """,
    },
)

only_as_many_columns_as_came = Edit(
    """You joined what came. There are columns for all samples, also for those that were left out,
    and each stands in its own place.""",
    {
        "metrics = torch.full((3, n_samples), torch.nan, device=device)": (
            "metrics = torch.zeros(3, 0, device=device)"
        ),
        FILL: """
            rows = torch.stack([labels, probabilities, losses]).detach()
            metrics = torch.cat([metrics, rows], dim=1)
        """,
    },
)

zeros_for_what_was_left_out = Edit(
    """Your tensor has zeros for a sample that was left out, as the book's has. It then counts as
    one without a nodule, perfectly told: NaN says that there is no number.""",
    {
        "torch.full((3, n_samples), torch.nan, device=device)": (
            "torch.zeros(3, n_samples, device=device)"
        )
    },
)

some_number_for_what_was_left_out = Edit(
    """Your tensor has some number, which nobody has measured, for a sample that was left out. NaN
    says that there is none.""",
    {
        "torch.full((3, n_samples), torch.nan, device=device)": (
            "torch.full((3, n_samples), -1.0, device=device)"
        )
    },
)

only_the_loss_is_missing = Edit(
    """You gave a sample that was left out a label. All three of its rows are NaN.""",
    {
        "for indices,": """
            metrics[0] = 0
            for indices,""",
    },
)

graphs_kept = Edit(
    """Your tensor has a graph: it holds on to every batch of the epoch. Detach what you write into
    it.""",
    {".detach()": ""},
)

graphs_kept_until_the_end = Edit(
    """You dropped the graphs at the end. Until then every batch of the epoch is in memory: detach
    each batch as you write it.""",
    {".detach()": "", "return metrics": "return metrics.detach()"},
)

prediction_first = Edit(
    """You put the predictions into row 0, and the labels into row 1. It is label, prediction,
    loss.""",
    {"stack([labels, probabilities,": "stack([probabilities, labels,"},
)

loss_in_the_middle = Edit(
    """You put the losses into row 1, and the predictions into row 2. It is label, prediction,
    loss.""",
    {"labels, probabilities, losses])": "labels, losses, probabilities])"},
)

a_row_for_each_sample = Edit(
    """You gave each sample a row. Here it has a column: the result is [3, n_samples].""",
    {"return metrics": "return metrics.T.contiguous()"},
)

decided_already = Edit(
    """You recorded 0 or 1 for the prediction. Keep the probability: which one is enough is decided
    later.""",
    {"labels, probabilities, losses])": "labels, (probabilities > 0.5).float(), losses])"},
)

the_last_batch_alone = Edit(
    """Your tensor has the numbers of the last batch alone. Make it once, ahead of the loop.""",
    {FILL: f"metrics = torch.full((3, n_samples), torch.nan, device=device)\n{FILL}"},
)

one_loss_for_a_batch = Edit(
    """You recorded the mean loss of a batch for each of its samples. Each has its own.""",
    {"losses])": "losses.mean().expand_as(losses)])"},
)
