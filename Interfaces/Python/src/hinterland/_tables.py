"""What the command prints as data frames."""

from __future__ import annotations

import csv
import html
import importlib
import io
from typing import Any

from .errors import UsageError

ENGINES = ("pandas", "polars", "records")
# The columns of results that hold numbers; every other column is text, so that codes and periods stay what they are.
NUMBERS = frozenset(("value", "lower", "upper", "distance", "event_time"))


class Records(list):  # type: ignore[type-arg]
    """Rows as dictionaries, where neither pandas nor polars is installed or `engine="records"` was asked for."""

    def __init__(self, names: list[str], columns: list[list[Any]]) -> None:
        super().__init__(dict(zip(names, row)) for row in zip(*columns))
        self.columns = names
        self.attrs: dict[str, Any] = {}

    def head(self, count: int = 5) -> "Records":
        """The first rows."""
        return Records(self.columns, [[row[name] for row in self[:count]] for name in self.columns])

    def __repr__(self) -> str:
        shown = [self.columns] + [[_shown(row[name]) for name in self.columns] for row in self[:20]]
        widths = [max(len(row[at]) for row in shown) for at in range(len(self.columns))]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in shown]
        return "\n".join(lines + ([f"… {len(self)} rows"] if len(self) > 20 else []))

    def _repr_html_(self) -> str:
        def cells(tag: str, texts: list[str]) -> str:
            return "<tr>" + "".join(f"<{tag}>{html.escape(one)}</{tag}>" for one in texts) + "</tr>"

        rows = [cells("td", [_shown(row[name]) for name in self.columns]) for row in self[:20]]
        more = f"<p>{len(self)} rows</p>" if len(self) > 20 else ""
        return "<table>" + cells("th", self.columns) + "".join(rows) + "</table>" + more


def _shown(value: Any) -> str:
    return "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)


def chosen_engine(engine: str | None) -> str:
    """Returns the kind of data frame to make: what was asked for, else the first that is installed."""
    if engine is None:
        return next((one for one in ENGINES[:2] if _installed(one)), "records")
    if engine not in ENGINES:
        raise UsageError(f"There is no engine '{engine}'. It is one of {', '.join(ENGINES)}.", status=2)
    if engine != "records" and not _installed(engine):
        raise UsageError(f"The engine '{engine}' is not installed; install it with: pip install {engine}", status=2)
    return engine


def _installed(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def table(text: str, engine: str, *, numbers: bool = True) -> tuple[Any, list[str]]:
    """Returns a table that the command printed as CSV, and what is to be noticed of it.

    An empty cell is missing. With `numbers`, the columns of results that hold numbers are numbers.
    """
    rows = csv.reader(io.StringIO(text, newline=""))
    header = next(rows, [])
    names, notices = _distinct(header)
    columns: list[list[Any]] = [list(column) for column in zip(*rows)] or [[] for _ in names]
    kinds = [bool(numbers and name in NUMBERS and all(map(_is_number, column))) for name, column in zip(names, columns)]
    for at, is_number in enumerate(kinds):
        columns[at] = [None if cell == "" else float(cell) if is_number else cell for cell in columns[at]]
    if engine == "pandas":
        pandas = importlib.import_module("pandas")
        series = {
            name: pandas.Series(column, dtype="float64" if is_number else "string")
            for name, column, is_number in zip(names, columns, kinds)
        }
        return pandas.DataFrame(series, columns=names), notices
    if engine == "polars":
        polars = importlib.import_module("polars")
        schema = {name: polars.Float64 if is_number else polars.String for name, is_number in zip(names, kinds)}
        frame = polars.DataFrame(dict(zip(names, columns)), schema=schema)
        frame.attrs = {}
        return frame, notices
    return Records(names, columns), notices


def _is_number(cell: str) -> bool:
    try:
        float(cell or "0")
    except ValueError:
        return False
    return True


def _distinct(header: list[str]) -> tuple[list[str], list[str]]:
    names: list[str] = []
    for name in header:
        count, candidate = 1, name
        while candidate in names:
            count += 1
            candidate = f"{name}.{count}"
        names.append(candidate)
    changed = [f"'{new}'" for old, new in zip(header, names) if old != new]
    return names, [f"Columns of the same name were told apart: {', '.join(changed)}."] if changed else []
