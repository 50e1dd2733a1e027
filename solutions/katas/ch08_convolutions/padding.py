def conv_output_size(
    size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    at_least_one = {
        "size": size,
        "kernel_size": kernel_size,
        "stride": stride,
        "dilation": dilation,
    }
    for name, value in at_least_one.items():
        if value < 1:
            raise ValueError(f"{name} is {value}, but must be at least 1")
    if padding < 0:
        raise ValueError(f"padding is {padding}, but must not be negative")
    last_start = size + 2 * padding - dilation * (kernel_size - 1) - 1
    if last_start < 0:
        raise ValueError(
            f"kernel_size {kernel_size} with dilation {dilation} does not fit"
            f" into size {size} with padding {padding}"
        )
    return last_start // stride + 1


def same_padding(kernel_size: int, dilation: int = 1) -> tuple[int, int]:
    total = dilation * (kernel_size - 1)
    before = total // 2
    return before, total - before
