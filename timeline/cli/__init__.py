"""The command `timeline`.

Exit status: 0 all inputs done, 1 some failed and the rest is done, 2 nothing could be done.
"""

from timeline.cli.command import main

__all__ = ["main"]
