from torch.utils.data import Dataset


class TwoClasses(Dataset):
    def __init__(self, cifar10: Dataset, classes: tuple[int, int] = (0, 2)):
        self.cifar10 = cifar10
        self.new_labels = {label: new for new, label in enumerate(classes)}
        self.indices = [i for i, label in enumerate(cifar10.targets) if label in self.new_labels]

    def __len__(self) -> int:
        return len(self.indices)

    def __getitem__(self, index: int) -> tuple:
        image, label = self.cifar10[self.indices[index]]
        return image, self.new_labels[label]
