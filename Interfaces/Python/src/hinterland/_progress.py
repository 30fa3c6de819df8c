"""How far the work has come, shown where somebody looks."""

from __future__ import annotations

import re
import sys
import time
from typing import Callable, Optional, Union

Progress = Union[bool, Callable[[float, str], None], None]
STEP = re.compile(r"^progress (\d+) (.*)$")
SECONDS = 0.5


class ProgressLine:
    """A line on standard error, drawn over and taken away at the end; it comes once the work takes half a second."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._width = 0

    def __call__(self, share: float, message: str) -> None:
        if time.monotonic() - self._start < SECONDS:
            return
        line = f"{share:.0%} {message}"[:78]
        sys.stderr.write("\r" + line.ljust(self._width))
        sys.stderr.flush()
        self._width = max(self._width, len(line))

    def end(self) -> None:
        """Takes the line away."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()


def watcher(progress: Progress) -> Optional[Callable[[float, str], None]]:
    """Returns who is told of the steps: a callback, a line on a terminal or in a notebook, or nobody."""
    if callable(progress):
        return progress
    if progress is False:
        return None
    return ProgressLine() if progress or _is_watched() else None


def _is_watched() -> bool:
    try:
        if sys.stderr.isatty():
            return True
    except (AttributeError, ValueError):
        return False
    return "ipykernel" in sys.modules and type(sys.stderr).__module__.startswith("ipykernel")
