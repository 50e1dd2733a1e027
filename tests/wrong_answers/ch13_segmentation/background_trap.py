"""Wrong answers to ch13_segmentation/background_trap, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812

from katas._dojo.writing.mistakes import instead_of


@instead_of("segmentation_scores")
def the_loop_of_the_book(batches):
    """Losses of batches are averaged.

    Known: a_mean_of_means_as_in_the_book.
    """
    total_loss, num_batches = 0, 0
    right = pixels = both = either = 0
    for logits, labels in batches:
        total_loss += F.cross_entropy(logits, labels).item()
        num_batches += 1
        said = logits.argmax(1) == 1
        true = labels == 1
        right += (said == true).sum().item()
        pixels += true.numel()
        both += (said & true).sum().item()
        either += (said | true).sum().item()
    return total_loss / num_batches, right / pixels, both / either if either > 0 else 1.0


@instead_of("segmentation_scores")
def mean_iou(batches):
    """Both classes count for the IoU, of which an empty one is 0.

    Known: background_counts_too, nothing_is_0.
    """
    loss, right, n = 0.0, 0, 0
    both, either = [0, 0], [0, 0]
    for logits, labels in batches:
        predicted = logits.argmax(dim=1)
        loss += F.cross_entropy(logits, labels, reduction="sum").item()
        right += (predicted == labels).sum().item()
        n += labels.numel()
        for c in range(2):
            both[c] += ((predicted == c) & (labels == c)).sum().item()
            either[c] += ((predicted == c) | (labels == c)).sum().item()
    ious = [b / max(e, 1) for b, e in zip(both, either, strict=True)]
    return loss / n, right / n, sum(ious) / 2


@instead_of("segmentation_scores")
def the_mean_of_batches(batches):
    """The IoU of the batches is averaged.

    Known: averaged_over_batches.
    """
    losses, hits, ious = [], [], []
    for logits, labels in batches:
        losses.append(F.cross_entropy(logits, labels, reduction="none").flatten())
        predicted = logits.argmax(1)
        hits.append((predicted == labels).flatten())
        either = ((predicted == 1) | (labels == 1)).sum().item()
        both = ((predicted == 1) & (labels == 1)).sum().item()
        ious.append(both / either if either else 1.0)
    accuracy = torch.cat(hits).double().mean().item()
    return torch.cat(losses).mean().item(), accuracy, sum(ious) / len(ious)


@instead_of("segmentation_scores")
def no_union(batches):
    """Without a nodule there is a division by zero.

    Known: nothing_by_nothing.
    """
    loss = right = n = inter = union = 0
    for logits, labels in batches:
        predicted = (logits[:, 1] > logits[:, 0]).to(labels.dtype)
        loss += F.cross_entropy(logits, labels, reduction="sum").item()
        right += (predicted == labels).sum().item()
        n += labels.nelement()
        inter += (predicted * labels).sum().item()
        union += torch.logical_or(predicted, labels).sum().item()
    return loss / n, right / n, inter / union


@instead_of("segmentation_scores")
def a_list_of_each(batches):
    """All three are means over the batches.

    Known: all_three_averaged.
    """
    losses, accuracies, ious = [], [], []
    for logits, labels in batches:
        losses.append(F.cross_entropy(logits, labels).item())
        predicted = logits.argmax(1)
        accuracies.append((predicted == labels).double().mean().item())
        common = ((predicted == 1) & (labels == 1)).sum().item()
        either = ((predicted == 1) | (labels == 1)).sum().item()
        ious.append(common / either if either else 1.0)
    return tuple(sum(it) / len(it) for it in (losses, accuracies, ious))


@instead_of("segmentation_scores")
def nodule_unless_less(batches):
    """Where both are equal it is nodule.

    Known: as_large_is_enough.
    """
    loss = n = right = common = either = 0
    for logits, labels in batches:
        loss += F.cross_entropy(logits, labels, reduction="sum").item()
        predicted = (logits[:, 1] >= logits[:, 0]).long()
        right += (predicted == labels).sum().item()
        n += labels.numel()
        common += (predicted & labels).sum().item()
        either += (predicted | labels).sum().item()
    return loss / n, right / n, common / either if either else 1.0
