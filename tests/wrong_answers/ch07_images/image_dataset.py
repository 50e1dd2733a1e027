"""Wrong answers to ch07_images/image_dataset, as people write them."""

from torch.utils.data import Dataset

from katas._dojo.writing.mistakes import instead_of


class _Indexed(Dataset):
    def __init__(self, cifar10, classes=(0, 2)):
        self.cifar10 = cifar10
        self.classes = list(classes)
        self.indices = [i for i, label in enumerate(cifar10.targets) if label in self.classes]

    def __len__(self):
        return len(self.indices)

    def __getitem__(self, index):
        img, label = self.cifar10[self.indices[index]]
        return img, self.classes.index(label)


@instead_of("TwoClasses")
class ListOfTheBook(Dataset):
    """All images are read, and transformed once, as the data set is built.

    Known: the_list_of_the_book.
    """

    def __init__(self, cifar10, classes=(0, 2)):
        label_map = {classes[0]: 0, classes[1]: 1}
        self.cifar2 = [(img, label_map[label]) for img, label in cifar10 if label in classes]

    def __len__(self):
        return len(self.cifar2)

    def __getitem__(self, index):
        return self.cifar2[index]


@instead_of("TwoClasses")
class ZeroAndTwo(_Indexed):
    """The labels of CIFAR-10 stay.

    Known: labels_not_remapped.
    """

    def __getitem__(self, index):
        return self.cifar10[self.indices[index]]


@instead_of("TwoClasses")
class LabelsReadFromTheImages(_Indexed):
    """All images are read to learn their labels.

    Known: every_image_read_for_its_label.
    """

    def __init__(self, cifar10, classes=(0, 2)):
        self.cifar10, self.classes = cifar10, list(classes)
        self.indices = []
        for i in range(len(cifar10)):
            _, label = cifar10[i]
            if label in classes:
                self.indices.append(i)


@instead_of("TwoClasses")
class ByClass(_Indexed):
    """All of the first class come before all of the second.

    Known: class_after_class.
    """

    def __init__(self, cifar10, classes=(0, 2)):
        super().__init__(cifar10, classes)
        labels = cifar10.targets
        self.indices = [i for c in classes for i in range(len(labels)) if labels[i] == c]


@instead_of("TwoClasses")
class BoolLabels(_Indexed):
    """A label is whether it is the second class, a bool.

    Known: labels_as_bools.
    """

    def __getitem__(self, index):
        img, label = self.cifar10[self.indices[index]]
        return img, label == self.classes[1]


@instead_of("TwoClasses")
class SmallerLabelFirst(_Indexed):
    """The smaller of the classes is 0, whichever comes first.

    Known: in_the_order_of_their_numbers.
    """

    def __init__(self, cifar10, classes=(0, 2)):
        super().__init__(cifar10, sorted(classes))


@instead_of("TwoClasses")
class RawPixels(_Indexed):
    """The image is taken from the array, so that the transform is passed by.

    Known: nothing.
    """

    def __getitem__(self, index):
        i = self.indices[index]
        return self.cifar10.data[i], self.classes.index(self.cifar10.targets[i])
