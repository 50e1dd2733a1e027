"""Known wrong answers to ch13_segmentation/background_trap."""

from katas._dojo.writing.mistakes import Edit

IOU = "intersection / union if union else 1.0"
COUNTED = "loss = n_pixels = n_right = intersection = union = 0"
LOSS = 'cross_entropy(logits, labels, reduction="sum").item()'
LAST = "union += int((predicted | labels).sum())"

a_mean_of_means_as_in_the_book = Edit(
    """You averaged the losses of the batches, as the book does. A pixel of a short batch, or of a
    small image, counts for more than another one then.""",
    {
        COUNTED: f"{COUNTED}\nn_batches = 0",
        LOSS: "cross_entropy(logits, labels).item()\nn_batches += 1",
        "loss / n_pixels,": "loss / n_batches,",
    },
)

the_loss_of_an_image = Edit(
    """You divided the loss by the number of images. It is a mean over pixels.""",
    {
        COUNTED: f"{COUNTED}\nn_images = 0",
        LAST: f"{LAST}\nn_images += len(labels)",
        "loss / n_pixels,": "loss / n_images,",
    },
)

softmax_twice = Edit(
    """You gave probabilities to the cross-entropy, which takes logits: it makes probabilities of
    them by itself, and no network would be sure of anything.""",
    {"cross_entropy(logits,": "cross_entropy(logits.softmax(dim=1),"},
)

background_counts_too = Edit(
    """You averaged over both classes. The background alone makes half of it, whatever becomes of
    the nodule: take the nodule's.""",
    {
        IOU: (
            "((intersection / union if union else 1.0)"
            " + (n_pixels - union) / (n_pixels - intersection)) / 2"
        )
    },
)

the_background_s = Edit(
    """You returned the intersection over union of the background. It is near 1 whatever becomes of
    the nodule, which is class 1.""",
    {IOU: "(n_pixels - union) / (n_pixels - intersection)"},
)

recall = Edit(
    """You divided by the pixels of nodule alone. What was made up beside them belongs to the union,
    too.""",
    {"(predicted | labels)": "labels"},
)

precision = Edit(
    """You divided by the predicted pixels alone. What was missed belongs to the union, too.""",
    {"(predicted | labels)": "predicted"},
)

the_sum_for_the_union = Edit(
    """You added up both sizes, where what they share counts twice. The union counts it once.""",
    {"(predicted | labels)": "(predicted + labels)"},
)

nothing_by_nothing = Edit(
    """You divided by 0 where there is no nodule, and none predicted. That is right: 1.""",
    {IOU: "intersection / union"},
)

nothing_is_0 = Edit(
    """You returned 0 where there is no nodule, and none predicted. That is right: 1.""",
    {IOU: "intersection / union if union else 0.0"},
)

averaged_over_batches = Edit(
    """You averaged the intersection over union of the batches, where each without a nodule counts
    as a success. Add up the pixels of all, and divide once.""",
    {
        COUNTED: f"{COUNTED}\nious = []",
        LAST: (
            "both, either = (predicted & labels).sum(), (predicted | labels).sum()\n"
            "ious.append(int(both) / int(either) if either else 1.0)"
        ),
        IOU: "sum(ious) / len(ious)",
    },
)

the_last_batch = Edit(
    """You kept the last batch alone. Add up what the batches have.""",
    {
        "loss +=": "loss =",
        "n_pixels +=": "n_pixels =",
        "n_right +=": "n_right =",
        "intersection +=": "intersection =",
        "union +=": "union =",
    },
)

one_logit = Edit(
    """You took a pixel for nodule if that logit is above 0. It depends on the other one, too: which
    is the larger?""",
    {"logits.argmax(dim=1)": "(logits[:, 1] > 0).long()"},
)

percentages = Edit(
    """You returned per cent. Accuracy is a share, at most 1.""",
    {"n_right / n_pixels": "100 * n_right / n_pixels"},
)
