"""``katas/AGENTS.md``: what it sends an assistant to is there, and each of its commands runs."""

import re

import pytest

from katas._dojo.curriculum import ROOT, kata_named

PAGE = ROOT / "katas" / "AGENTS.md"
TEXT = PAGE.read_text("utf-8")
COMMANDS = re.findall(r"`uv run pytest ([^`]+)`", TEXT)


def test_it_is_one_page():
    assert len(TEXT.splitlines()) <= 60


def test_what_it_names_is_there():
    paths = re.findall(r"`((?:\w+/)+(?:\w+\.py)?|\w+\.(?:py|toml|md))`", TEXT)
    assert "katas/ch05_mechanics/broadcasting.py" in paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_its_commands_show_what_it_says(workshop):
    """In the order of the page, by somebody who has made a known mistake."""
    broadcasting = kata_named("broadcasting")
    workshop.pytest(f"katas/{broadcasting}.py")  # which keeps the stub
    workshop.make_mistake(broadcasting, "aligned_on_the_left")
    screens = {}
    for command in COMMANDS:
        run = workshop.pytest(*command.split())
        assert run.status in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED), command
        screens[command.split()[0]] = run.screen
    shown, ran, hint, reset, again = screens.values()
    assert "\n> next: " in shown
    assert "called " in ran
    assert "A known mistake: " in ran
    assert "hint 1 of 3: A question" in hint
    assert "is a stub again" in reset
    assert "is as it was before" in again
