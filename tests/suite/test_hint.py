"""``--hint``: one hint at a call, the weakest first, and then where the solution stands."""

import pytest

from katas._dojo.curriculum import CURRICULUM, Kata, in_turn

FIRST, SECOND = in_turn(CURRICULUM)[:2]
ADAM = Kata("ch05_mechanics", "adam")
TITLES = ("A question", "The concept", "Part of the code")


def test_each_call_gives_the_next_hint(workshop):
    for number, title in enumerate(TITLES, start=1):
        run = workshop.pytest("--hint", "adam")
        assert run.status == 0
        assert run.lines[0] == f"{ADAM} · hint {number} of 3: {title}"
        shown = [other for other in TITLES if other in run.screen]
        assert shown == [title], "one hint at a call"
    text = ADAM.hints.read_text("utf-8")
    assert text.endswith("\n".join(run.lines[2:]).strip() + "\n")
    for _ in range(2):
        run = workshop.pytest("--hint", "adam")
        assert run.status == 0
        assert run.lines == [
            f"These were all 3 hints for {ADAM}; they stand in solutions/hints/{ADAM}.md.",
            f"The solution stands in solutions/katas/{ADAM}.py.",
        ]


@pytest.mark.parametrize(
    "name",
    [
        "adam",
        "adam.py",
        "ch05_mechanics/adam",
        "katas/ch05_mechanics/adam.py",
        "katas/ch05_mechanics/test_adam.py",
        "katas\\ch05_mechanics\\test_adam.py",
        "katas/ch05_mechanics/test_adam.py::test_of_any_name",
    ],
)
def test_a_kata_answers_to_all_its_names(workshop, name):
    assert workshop.pytest("--hint", name).lines[0].startswith(f"{ADAM} · hint 1 of 3")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("adm", "no such kata: adm; did you mean ch05_mechanics/adam?"),
        (
            "ch06_networks/adam",
            "no such kata: ch06_networks/adam; did you mean ch05_mechanics/adam?",
        ),
        ("zzz", "no such kata: zzz"),
        ("katas", "no such kata: katas"),
        ("", None),
    ],
)
def test_an_unknown_kata_gets_one_clear_line(workshop, name, message):
    run = workshop.pytest(f"--hint={name}")
    if message is None:  # as if nothing had been named
        assert run.lines[0].startswith(f"{FIRST} · hint 1")
    else:
        assert run.status == pytest.ExitCode.USAGE_ERROR
        assert run.screen.strip() == f"ERROR: {message}"


def test_alone_it_is_about_the_next_kata(workshop):
    assert workshop.pytest("--hint").lines[0].startswith(f"{FIRST} · hint 1")
    workshop.plain_spec(FIRST, "def test_a(): pass")
    workshop.pytest(f"katas/{FIRST}.py")
    assert workshop.pytest("--hint").lines[0].startswith(f"{SECOND} · hint 1")


def test_a_kata_without_hints_says_so(workshop):
    hints = workshop.root / "solutions" / "hints" / f"{ADAM}.md"
    for spoil in (lambda: hints.write_text(""), hints.unlink):
        spoil()
        run = workshop.pytest("--hint", "adam")
        assert run.status == pytest.ExitCode.USAGE_ERROR
        assert run.screen.strip() == f"ERROR: there are no hints for {ADAM}"


def test_a_hint_is_given_even_where_it_cannot_be_remembered(workshop):
    (workshop.root / ".katas").write_text("in the way")
    run = workshop.pytest("--hint", "adam")
    assert run.status == 0
    assert "hint 1 of 3" in run.screen
    assert ".katas/state.json cannot be written" in run.lines[-1]


def test_a_stem_names_one_kata():
    stems = [kata.stem for kata in CURRICULUM]
    assert len(set(stems)) == len(stems)
