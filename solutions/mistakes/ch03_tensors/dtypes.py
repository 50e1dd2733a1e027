"""Known wrong answers to ch03_tensors/dtypes."""

from katas._dojo.writing.mistakes import Edit

cut_off = Edit(
    """Your 2.75 has become 2: to convert a float to an integer cuts off what stands behind the
    point. Round before you convert.""",
    {"x.round()": "x"},
)

half_added = Edit(
    """You are right about positive numbers only: -2.75 + 0.5 is -2.25, which is cut to -2. round
    knows both signs.""",
    {"x.round()": "(x + 0.5)"},
)

rounded_down = Edit(
    """You rounded down: 2.75 has become 2, and -2.25 has become -3. round goes to the nearest.""",
    {"round": "floor"},
)

rounded_up = Edit(
    """You rounded up: 2.25 has become 3, and -2.75 has become -2. round goes to the nearest.""",
    {"round": "ceil"},
)

still_floats = Edit(
    """Your integers are floats still: round keeps the dtype. Convert, with long or
    to(torch.int64).""",
    {".to(torch.int64)": ""},
)

int32_for_int64 = Edit(
    """Your integers are int32, which ends at 2**31. int() of a tensor gives int32, long() gives
    int64.""",
    {"torch.int64": "torch.int32"},
)

through_float32 = Edit(
    """You lost the last digits of a large float64: float32 holds about seven of them. Round in the
    dtype that x has.""",
    {"x.round()": "x.float().round()"},
)

wrapped_around = Edit(
    """Your bright pixels are dark: 200 + 100 is 44 in uint8, which begins again at 0 after 255.
    Convert before you add, not afterwards.""",
    {"(a.float() + b.float())": "(a + b)"},
)

halves_lost = Edit(
    """You lost the halves: // rounds down, whatever the dtype. Divide with /.""",
    {"/ 2": "// 2"},
)

uint8_again = Edit(
    """You gave uint8 back, which has no halves. The mean is float32.""",
    {"(a.float() + b.float()) / 2": "((a.float() + b.float()) / 2).to(a.dtype)"},
)

float64_as_in_numpy = Edit(
    """You gave float64. The mean is float32: that is what .float() and / give.""",
    {"(a.float() + b.float())": "(a.double() + b.double())"},
)

every_integer_held = Edit(
    """You say that float32 holds 2**24 + 1. x == x.float() compares in float32, where the two have
    become one, and float64 holds more than float32 does: go to float32 and come back to int64.""",
    {"x.float().long() == x": "x.float() == x"},
)

none_above_2_to_the_24 = Edit(
    """You say that float32 holds no integer above 2**24. It holds every second one there, and each
    power of two: go to float32 and back, and compare.""",
    {"x.float().long() == x": "x.abs() <= 2**24"},
)

negative_numbers_forgotten = Edit(
    """You asked whether x is above 2**24. No negative number is, and of those below -(2**24)
    float32 holds some only. Go to float32 and back, and compare.""",
    {"x.float().long() == x": "x <= 2**24"},
)

one_answer_for_all = Edit(
    """You gave one answer for all numbers. Each has its own, in the shape of x: == compares number
    by number, and equal does not.""",
    {"x.float().long() == x": "(x.float().long() == x).all()"},
)
