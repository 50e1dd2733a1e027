"""What a test leaves running is told; what Python keeps beside every process is not."""

import sys
import threading
from multiprocessing import resource_sharer

import pytest

from katas._dojo.system.leftovers import Leftovers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there, no thread hands over files")


@pytest.fixture
def waiting():
    """A thread that waits until the test is over."""
    over = threading.Event()
    thread = threading.Thread(target=over.wait, name="waiting")
    yield thread
    over.set()
    thread.join()


def hand_over_a_file():
    """As whoever sends a tensor to the worker of a DataLoader."""
    resource_sharer.stop()
    resource_sharer.DupFd(1)


def test_what_hands_files_to_other_processes_may_stay():
    before = Leftovers()
    hand_over_a_file()
    assert before.names(processes=False) == []


def test_a_thread_beside_it_may_not(waiting):
    before = Leftovers()
    hand_over_a_file()
    waiting.start()
    assert before.names(processes=False) == ["the thread waiting"]
    assert Leftovers().names(processes=False) == []
