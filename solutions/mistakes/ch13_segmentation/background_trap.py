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

images_for_pixels = Edit(
    """You divided by the number of images. Loss and accuracy are means over pixels.""",
    {"n_pixels += labels.numel()": "n_pixels += len(labels)"},
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

nothing_is_0 = Edit(
    """You returned 0 where there is no nodule, and none predicted. That is right: 1.""",
    {IOU: "intersection / union if union else 0.0"},
)

one_logit = Edit(
    """You took a pixel for nodule if that logit is above 0. It depends on the other one, too: which
    is the larger?""",
    {"logits.argmax(dim=1)": "(logits[:, 1] > 0).long()"},
)

as_large_is_enough = Edit(
    """You took a pixel for nodule where both logits are equal. That one has to be the larger.""",
    {"logits.argmax(dim=1)": "(logits[:, 1] >= logits[:, 0]).long()"},
)

all_three_averaged = Edit(
    """You averaged all three over the batches. A pixel of a small batch counts for more then, and a
    batch without a nodule is a success: add up losses and counts, and divide once.""",
    {
        COUNTED: "loss = accuracy = iou = n_batches = 0",
        LOSS: "cross_entropy(logits, labels).item()\nn_batches += 1",
        "n_pixels += labels.numel()": "",
        "n_right += int((predicted == labels).sum())": (
            "accuracy += (predicted == labels).double().mean().item()"
        ),
        "intersection += int((predicted & labels).sum())": (
            "both, either = int((predicted & labels).sum()), int((predicted | labels).sum())"
        ),
        LAST: "iou += both / either if either else 1.0",
        f"loss / n_pixels, n_right / n_pixels, {IOU}": (
            "loss / n_batches, accuracy / n_batches, iou / n_batches"
        ),
    },
)

each_image_counts_the_same = Edit(
    """You weighed the mean of each batch by its images. They vary in size: the loss is a mean over
    pixels.""",
    {
        COUNTED: f"{COUNTED}\nn_images = 0",
        LAST: f"{LAST}\nn_images += len(labels)",
        'cross_entropy(logits, labels, reduction="sum").item()': (
            "cross_entropy(logits, labels).item() * len(labels)"
        ),
        "loss / n_pixels,": "loss / n_images,",
    },
)
