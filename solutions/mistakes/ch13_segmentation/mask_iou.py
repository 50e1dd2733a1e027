"""Known wrong answers to ch13_segmentation/mask_iou."""

from katas._dojo.writing.mistakes import Edit

UNION = "(predicted | labels).sum(dim=(1, 2))"
RETURNED = "(intersection / union).where(union > 0, 1.0)"

nothing_by_nothing = Edit(
    """You returned 0 / 0, which is nan, for two empty masks. They are the same: 1.""",
    {RETURNED: "intersection / union"},
)

empty_is_0 = Edit(
    """You returned 0 for two empty masks, as if nothing had been found of something. They are the
    same: 1.""",
    {RETURNED: "intersection / union.clamp(min=1)"},
)

one_added = Edit(
    """You added 1 above and below, so that masks that do not meet are not 0. That is for a loss; a
    measure gives two empty masks a case of their own.""",
    {RETURNED: "(intersection + 1) / (union + 1)"},
)

empty_labels_are_1 = Edit(
    """You returned 1 wherever there was nothing to find. If something was found there, they do not
    meet: 0.""",
    {"union > 0, 1.0": "labels.sum(dim=(1, 2)) > 0, 1.0"},
)

the_sum_for_the_union = Edit(
    """You divided by the sizes of both masks added up, where what they share counts twice. Two
    equal masks are 1, and not a half.""",
    {UNION: "predicted.sum(dim=(1, 2)) + labels.sum(dim=(1, 2))"},
)

dice_for_iou = Edit(
    """You returned the Dice coefficient. Here what both have counts once, and is divided by what
    either has.""",
    {"(intersection / union)": "(2 * intersection / (union + intersection))"},
)

only_what_one_of_them_has = Edit(
    """You divided by the pixels that only one of the masks has. What both have belongs to the
    union, too.""",
    {UNION: "(predicted ^ labels).sum(dim=(1, 2))"},
)

of_the_label = Edit(
    """You divided by the size of the label: that is the recall, and 1 for whatever covers it. The
    union has what was predicted beside it, too.""",
    {UNION: "labels.sum(dim=(1, 2))"},
)

of_the_prediction = Edit(
    """You divided by the size of the predicted mask: that is the precision. The union has what was
    missed, too.""",
    {UNION: "predicted.sum(dim=(1, 2))"},
)

accuracy = Edit(
    """You returned the share of pixels that are the same in both. Nearly all pixels are background,
    and count in neither mask.""",
    {RETURNED: "(predicted == labels).float().mean(dim=(1, 2))"},
)

the_batch_as_one = Edit(
    """You counted the pixels of the whole batch. Each mask has an IoU of its own, [N].""",
    {
        "(predicted & labels).sum(dim=(1, 2))": ("(predicted & labels).sum().expand(len(labels))"),
        UNION: "(predicted | labels).sum()",
    },
)

averaged = Edit(
    """You returned the mean of the batch. Each mask has an IoU of its own, [N].""",
    {RETURNED: f"{RETURNED}.mean()"},
)

dice_is_twice_as_much = Edit(
    """You returned twice the IoU, which is more than 1 for masks that are alike. Divide by 1 + the
    IoU.""",
    {"2 * iou / (1 + iou)": "2 * iou"},
)

subtracted = Edit(
    """You subtracted the IoU from 1 below. Then masks that are alike are divided by 0: the two
    sizes add up to more than the union.""",
    {"2 * iou / (1 + iou)": "2 * iou / (1 - iou)"},
)

the_way_back = Edit(
    """You went the other way, from Dice to IoU. Dice is the higher of the two.""",
    {"2 * iou / (1 + iou)": "iou / (2 - iou)"},
)
