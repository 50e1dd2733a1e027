"""Known wrong answers to ch07_images/image_dataset."""

from katas._dojo.writing.mistakes import Edit

the_list_of_the_book = Edit(
    """You made the list of the book: it reads every image at once, and keeps what the transform
    made of it then. Keep the places of the two classes, and read an image when it is asked for.""",
    {
        "[i for i, label in enumerate(cifar10.targets) if label in self.new_labels]": """
            [(image, self.new_labels[label]) for image, label in cifar10 if label in classes]
        """,
        """
        image, label = self.cifar10[self.indices[index]]
        return image, self.new_labels[label]
        """: "return self.indices[index]",
    },
)

every_image_read_for_its_label = Edit(
    """You read every image to learn its label. They are all in cifar10.targets, without an image
    read or a transform run.""",
    {"enumerate(cifar10.targets) if": "((i, cifar10[i][1]) for i in range(len(cifar10))) if"},
)

labels_not_remapped = Edit(
    """You kept the labels of CIFAR-10. A model with two outputs has no place for a 2: the first of
    classes is 0, the second 1.""",
    {"return image, self.new_labels[label]": "return image, label"},
)

in_the_order_of_their_numbers = Edit(
    """You gave 0 to the class whose number in CIFAR-10 is smaller. It is for the one that comes
    first in classes.""",
    {"enumerate(classes)": "enumerate(sorted(classes))"},
)

airplanes_and_birds_always = Edit(
    """You took airplanes and birds, whatever classes says. (0, 2) is only the default.""",
    {"{label: new for new, label in enumerate(classes)}": "{0: 0, 2: 1}"},
)

labels_halved = Edit(
    """You divided the label by 2. That is right for 0 and 2 alone: look the label up by its place
    in classes.""",
    {"self.new_labels[label]": "label // 2"},
)

labels_as_bools = Edit(
    """Your labels are True and False. A loader makes bools of them, which no loss takes for
    classes: give the ints 0 and 1.""",
    {"return image, self.new_labels[label]": "return image, bool(self.new_labels[label])"},
)

the_length_of_cifar10 = Edit(
    """Your length is that of the whole CIFAR-10. Samples of the other classes are not there, so
    they do not count.""",
    {"len(self.indices)": "len(self.cifar10)"},
)

the_index_of_cifar10 = Edit(
    """You took index for a place in CIFAR-10. It counts the samples of the two classes: look up
    where the index-th of them is.""",
    {"self.cifar10[self.indices[index]]": "self.cifar10[index]"},
)

class_after_class = Edit(
    """You put the samples of the first class in front of those of the second. They keep the order
    that they have in CIFAR-10.""",
    {
        "[i for i, label in enumerate(cifar10.targets) if label in self.new_labels]": (
            "[i for it in classes for i, label in enumerate(cifar10.targets) if label == it]"
        ),
    },
)

images_kept = Edit(
    """You kept each image once it was read. A transform that draws at random, or is exchanged, is
    then not asked again: read the image at each access.""",
    {
        "image, label = self.cifar10[self.indices[index]]": """
            self.kept = getattr(self, "kept", {})
            if index not in self.kept:
                self.kept[index] = self.cifar10[self.indices[index]]
            image, label = self.kept[index]
        """,
    },
)

cifar10_relabelled = Edit(
    """You wrote the new labels into CIFAR-10. Whoever else uses it now finds other labels there:
    change the label on its way out.""",
    {
        "for i, label in enumerate(cifar10.targets) if label in self.new_labels]": """
            for i, label in enumerate(cifar10.targets) if label in classes]
            cifar10.targets = [self.new_labels.get(it, it) for it in cifar10.targets]
        """,
        "return image, self.new_labels[label]": "return image, label",
    },
)
