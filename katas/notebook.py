"""The katas in a notebook: ``%load_ext katas.notebook``."""

from katas._dojo.notebook.magics import load_ipython_extension, unload_ipython_extension

__all__ = ["load_ipython_extension", "unload_ipython_extension"]
