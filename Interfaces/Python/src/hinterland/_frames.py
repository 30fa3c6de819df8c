"""Data frames as tables for the command to read."""

from __future__ import annotations

import csv
import datetime
import io
import math
import re
from typing import Any, Iterable

from .errors import InputError

CODE_NAME = re.compile(r"(?:^|[ _.])(?:code|region|industry|sic|nace|naics|isic)(?:$|[ _.])", re.IGNORECASE)


def is_frame(value: Any) -> bool:
    """Whether a value is a table in memory: a data frame, a list of dictionaries, or a dictionary of columns."""
    if isinstance(value, dict):
        return True
    if isinstance(value, list):
        return all(isinstance(row, dict) for row in value)
    return _is_pandas(value) or _is_polars(value)


def frame_text(frame: Any, codes: Iterable[str | None]) -> tuple[bytes, list[str]]:
    """Returns a table in memory as CSV, and what is to be noticed of it.

    `codes` are the names of the columns that hold codes, where they were told.
    """
    names, columns = _columns(frame)
    if not names:
        raise InputError("The data frame has no columns; a header and at least one row are needed.")
    told = [name for name in codes if name]
    suspects = told or [name for name in names if CODE_NAME.search(name)]
    notices = [
        f"Column '{name}' of the data frame holds numbers: a code such as 01 has lost its zero. "
        f"Keep it as text when you read the file, such as read_csv(..., dtype={{'{name}': str}})."
        for name, column in zip(names, columns)
        if name in suspects and _is_numeric(column)
    ]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(zip(*([_cell(value) for value in column] for column in columns)))
    return buffer.getvalue().encode("utf-8"), notices


def _is_pandas(value: Any) -> bool:
    return hasattr(value, "iloc") and hasattr(value, "columns")


def _is_polars(value: Any) -> bool:
    return type(value).__module__.split(".")[0] == "polars" and hasattr(value, "columns")


def _columns(frame: Any) -> tuple[list[str], list[list[Any]]]:
    if isinstance(frame, dict):
        lists = [list(column) for column in frame.values()]
        if len({len(column) for column in lists}) > 1:
            raise InputError("The columns of the dictionary differ in length; a table has as many cells in each.")
        return [str(name) for name in frame], lists
    if isinstance(frame, list):
        names = list(dict.fromkeys(name for row in frame for name in row))
        return [str(name) for name in names], [[row.get(name) for row in frame] for name in names]
    if _is_pandas(frame):
        if getattr(frame.columns, "nlevels", 1) > 1:
            raise InputError(
                "The data frame has several levels of column names; one is needed. Bring it into long form, such as by "
                "frame.stack() and reset_index()."
            )
        if any(name is not None for name in frame.index.names):
            frame = frame.reset_index()
        return [str(name) for name in frame.columns], [frame.iloc[:, at].tolist() for at in range(frame.shape[1])]
    if hasattr(frame, "collect"):
        frame = frame.collect()
    return list(frame.columns), [frame.get_column(name).to_list() for name in frame.columns]


def _is_numeric(column: list[Any]) -> bool:
    values = [value for value in column if not _is_missing(value)]
    return bool(values) and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value)) or type(value).__name__ in (
        "NAType", "NaTType",
    )


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value
    if _is_missing(value):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
