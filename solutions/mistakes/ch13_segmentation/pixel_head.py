"""Known wrong answers to ch13_segmentation/pixel_head."""

from katas._dojo.writing.mistakes import Edit

no_batch_norm_in_front = Edit(
    """You gave the images to the net as they are, in Hounsfield units. Batch norm comes in front of
    it.""",
    {"self.unet(self.input_batchnorm(x))": "self.unet(x)"},
)

softmax_of_several = Edit(
    """You took a softmax where there is more than one channel. Channels do not share 1: each stands
    for something that may be there, or not, whatever the others say.""",
    {"scores.sigmoid()": "scores.sigmoid() if scores.shape[1] == 1 else scores.softmax(dim=1)"},
)

nothing_to_learn_in_front = Edit(
    """Your batch norm has no weight and no bias to learn. Leave affine as it is.""",
    {"nn.BatchNorm2d(in_channels)": "nn.BatchNorm2d(in_channels, affine=False)"},
)

sigmoid_twice = Edit(
    """You applied the sigmoid twice: what is certain comes to .73, and nothing ever falls below one
    half.""",
    {"scores.sigmoid()": "scores.sigmoid().sigmoid()"},
)

no_sigmoid = Edit(
    """You returned scores. A sigmoid makes them probabilities.""",
    {"scores.sigmoid()": "scores"},
)

softmax = Edit(
    """You took a softmax over the channels. Then they share 1, and with one channel everything is
    certain: a sigmoid goes by each score alone.""",
    {"scores.sigmoid()": "scores.softmax(dim=1)"},
)

the_channel_dropped = Edit(
    """You dropped the channel where there is only one. Labels have it: whoever compares the two
    would compare each image with each.""",
    {"scores.sigmoid()": "scores.sigmoid().squeeze(1)"},
)

past_the_call = Edit(
    """You called the forward of the net. Call the net itself: hooks, and whatever wraps it, run
    only so.""",
    {"self.unet(self": "self.unet.forward(self"},
)

a_loss_for_scores = Edit(
    """You gave probabilities to the loss for scores, which has a sigmoid of its own. Then the best
    that can be had is .31 or .69, and gradients are small: binary_cross_entropy.""",
    {
        "import binary_cross_entropy": "import binary_cross_entropy_with_logits",
        "return binary_cross_entropy(": "return binary_cross_entropy_with_logits(",
    },
)

summed = Edit(
    """You added up the pixels. The loss is their mean, however large the images are.""",
    {
        "labels.to(probabilities.dtype))": 'labels.to(probabilities.dtype), reduction="sum")',
    },
)

labels_in_float32 = Edit(
    """You made float32 of the labels. binary_cross_entropy wants them in the dtype of the
    probabilities, which may be another.""",
    {"labels.to(probabilities.dtype)": "labels.float()"},
)

labels_as_they_are = Edit(
    """You compare with labels as they are. binary_cross_entropy wants them in the dtype of the
    probabilities.""",
    {"labels.to(probabilities.dtype)": "labels"},
)

pixels_inside_alone = Edit(
    """You count the pixels of the label alone. A pixel outside of it costs something as well, minus
    the logarithm of 1 - p.""",
    {
        "return binary_cross_entropy(probabilities, labels.to(probabilities.dtype))": """
            if labels.shape != probabilities.shape:
                raise ValueError("the shapes differ")
            return -(labels * probabilities.log()).mean()
        """
    },
)

not_finite_where_it_is_certain = Edit(
    """Your loss is not finite where a probability is 0 or 1. Keep the logarithm finite, as
    binary_cross_entropy does, which stops it at -100.""",
    {
        "return binary_cross_entropy(probabilities, labels.to(probabilities.dtype))": """
            if labels.shape != probabilities.shape:
                raise ValueError("the shapes differ")
            labels = labels.to(probabilities.dtype)
            costs = labels * probabilities.log() + (1 - labels) * (1 - probabilities).log()
            return -costs.mean()
        """
    },
)

any_shape_that_broadcasts = Edit(
    """You compare shapes that differ: they are broadcast, and images are compared with labels of
    others. Raise ValueError.""",
    {
        "return binary_cross_entropy(probabilities, labels.to(probabilities.dtype))": """
            import torch
            pair = torch.broadcast_tensors(probabilities, labels.to(probabilities.dtype))
            return binary_cross_entropy(*pair)
        """
    },
)
