"""Known wrong answers to ch13_segmentation/dice_gradient."""

from katas._dojo.writing.mistakes import Edit

as_if_below_were_constant = Edit(
    """You left out that each pixel moves what stands below, too. Then nothing happens outside of
    the label: by the quotient rule (a / b)' is (a' b - a b') / b².""",
    {"(above - 2 * labels * below)": "(0 - 2 * labels * below)"},
)

as_if_above_were_constant = Edit(
    """You left out that a labelled pixel moves what stands above. Then all pixels are pushed down,
    inside and outside of the label.""",
    {"(above - 2 * labels * below)": "above"},
)

one_value_for_all = Edit(
    """You have one value for inside and outside. What stands above moves by 2l: only where the
    label is 1.""",
    {"2 * labels * below": "2 * below"},
)

the_gradient_of_the_score = Edit(
    """You have the sign of the Dice score, which should grow. The loss is 1 minus it.""",
    {"above - 2 * labels * below": "2 * labels * below - above"},
)

not_squared = Edit(
    """You divided once by what stands below. In the quotient rule it is squared.""",
    {"below**2": "below"},
)

the_factor_forgotten = Edit(
    """You forgot a 2 in what becomes of the numerator: the common part counts twice, so its
    derivative is 2l.""",
    {"2 * labels * below": "labels * below"},
)

the_common_part_once = Edit(
    """You counted the common part once in what stands above. It counts twice.""",
    {"2 * (predictions * labels)": "(predictions * labels)"},
)

nothing_added_above = Edit(
    """You left out the 1 that stands above. On an empty slice your gradient is 0 then, although
    what is marked there is wrong.""",
    {"(predictions * labels).sum(**pixels) + 1": "(predictions * labels).sum(**pixels)"},
)

nothing_added_below = Edit(
    """You left out the 1 that stands below. Where neither marks anything, you divide by 0.""",
    {"labels.sum(**pixels) + 1": "labels.sum(**pixels)"},
)

over_the_whole_batch = Edit(
    """You summed over the whole batch. Each sample has its own loss: the sums keep dimension 0.""",
    {'"dim": (1, 2, 3)': '"dim": (0, 1, 2, 3)'},
)

each_channel_by_itself = Edit(
    """You summed each channel by itself. All pixels of a sample count together.""",
    {'"dim": (1, 2, 3)': '"dim": (2, 3)'},
)

of_the_mean = Edit(
    """You divided by the number of samples. That is the gradient of the mean; here each sample has
    its own loss.""",
    {"/ below**2": "/ below**2 / len(predictions)"},
)

of_the_predictions_themselves = Edit(
    """You moved what stands above by the prediction. The derivative of p l is l, whatever p is.""",
    {"2 * labels * below": "2 * labels * predictions * below"},
)

always_float32 = Edit(
    """You returned float32 for predictions in bfloat16. The gradient has the dtype of the
    predictions: labels.to(predictions.dtype).""",
    {"2 * labels * below": "2 * labels.float() * below"},
)

by_autograd = Edit(
    """You let autograd find it. Work it out by hand here: it is the quotient rule.""",
    {
        "return (above - 2 * labels * below) / below**2": """
            import torch
            with torch.enable_grad():
                leaf = predictions.detach().requires_grad_()
                above = 2 * (leaf * labels).sum(**pixels) + 1
                below = leaf.sum(**pixels) + labels.sum(**pixels) + 1
                return torch.autograd.grad((1 - above / below).sum(), leaf)[0]
        """
    },
)
