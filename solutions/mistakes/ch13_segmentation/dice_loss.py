"""Known wrong answers to ch13_segmentation/dice_loss."""

from katas._dojo.writing.mistakes import Edit

any_shape_of_the_book = Edit(
    """You take labels of another shape, as the book does. They are broadcast: one label then counts
    for all samples, or each for each. Raise ValueError.""",
    {
        """
        if labels.shape != predictions.shape:
            raise ValueError(f"labels {list(labels.shape)} for {list(predictions.shape)}")
        """: ""
    },
)

over_the_whole_batch = Edit(
    """You summed over the whole batch. Then a large nodule hides a small one: sum over the pixels
    of each sample.""",
    {
        "(predictions * labels).sum(dim=(1, 2, 3))": "(predictions * labels).sum()",
        "predictions.sum(dim=(1, 2, 3)) + labels.sum(dim=(1, 2, 3))": (
            "predictions.sum() + labels.sum()"
        ),
    },
)

already_the_mean = Edit(
    """You returned the mean over the batch. Each sample has its own loss, [N].""",
    {"(2 * common + 1) / (marked + 1)": "((2 * common + 1) / (marked + 1)).mean()"},
)

each_channel_by_itself = Edit(
    """You have a loss for each channel. All pixels of a sample count together, whatever their
    channel.""",
    {
        "(predictions * labels).sum(dim=(1, 2, 3))": "(predictions * labels).sum(dim=(2, 3))",
        "predictions.sum(dim=(1, 2, 3)) + labels.sum(dim=(1, 2, 3))": (
            "predictions.sum(dim=(2, 3)) + labels.sum(dim=(2, 3))"
        ),
    },
)

nothing_added = Edit(
    """You added no 1. Where neither marks anything, that is 0/0, and one nan in a batch is a nan in
    every weight.""",
    {"(2 * common + 1)": "(2 * common)", "(marked + 1)": "marked"},
)

added_below_alone = Edit(
    """You added 1 below, but not above. Then an empty slice costs 1 whatever is predicted, and
    nothing can be learned from it.""",
    {"(2 * common + 1) / (marked + 1)": "2 * common / (marked + 1)"},
)

the_1_doubled = Edit(
    """You doubled the 1 as well. Only what they have in common counts twice: a perfect prediction
    has a loss below 0 so.""",
    {"(2 * common + 1)": "2 * (common + 1)"},
)

next_to_nothing_added = Edit(
    """You added next to nothing. Then on an empty slice the slightest touch costs all of 1. Add 1,
    above and below.""",
    {"(2 * common + 1) / (marked + 1)": "(2 * common + 1e-5) / (marked + 1e-5)"},
)

common_counted_once = Edit(
    """You counted what they have in common once. It is in both sums below, so it counts twice:
    perfect would be one half.""",
    {"2 * common": "common"},
)

the_common_part_once_below = Edit(
    """You divided by what either marks, each pixel once. That is intersection over union; Dice
    counts twice what both mark.""",
    {"(2 * common + 1) / (marked + 1)": "(common + 1) / (marked - common + 1)"},
)

the_score_for_the_loss = Edit(
    """You returned the Dice score, which is 1 for what is perfect. The loss is 1 minus it.""",
    {"return 1 - (2 * common + 1) / (marked + 1)": "return (2 * common + 1) / (marked + 1)"},
)

thresholded = Edit(
    """You made True or False of the predictions first. A step has no slope, so nothing is learned:
    take the probabilities as they are.""",
    {
        "common = (predictions": """
            predictions = (predictions > 0.5).to(predictions.dtype)
            common = (predictions
        """
    },
)

a_sigmoid_of_probabilities = Edit(
    """You applied a sigmoid to what are probabilities already. Then nothing is below one half.""",
    {
        "common = (predictions": """
            predictions = predictions.sigmoid()
            common = (predictions
        """
    },
)

squares_below = Edit(
    """You squared the predictions below. That is another loss of the same name; here they are added
    up as they are.""",
    {"predictions.sum(dim=(1, 2, 3)) + ": "predictions.square().sum(dim=(1, 2, 3)) + "},
)

the_mean_of_the_channels = Edit(
    """You have a loss for each channel, and return their mean. All pixels of a sample count
    together, whatever their channel.""",
    {
        "(predictions * labels).sum(dim=(1, 2, 3))": "(predictions * labels).sum(dim=(2, 3))",
        "predictions.sum(dim=(1, 2, 3)) + labels.sum(dim=(1, 2, 3))": (
            "predictions.sum(dim=(2, 3)) + labels.sum(dim=(2, 3))"
        ),
        "(2 * common + 1) / (marked + 1)": "((2 * common + 1) / (marked + 1)).mean(dim=1)",
    },
)
