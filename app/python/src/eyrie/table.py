"""Rows as a list, as a picture in a notebook, and as a data frame for who has pandas."""

from __future__ import annotations

import html
from typing import Any, Dict, Iterable, List, Sequence

Row = Dict[str, Any]


class Table(List[Row]):
    """Rows of like columns. A list of dictionaries that a notebook draws."""

    SHOWN = 100

    def __init__(self, rows: Iterable[Row], columns: Sequence[str], caption: str = "") -> None:
        super().__init__(rows)
        self.columns = list(columns)
        self.caption = caption

    def to_frame(self) -> Any:
        """A pandas DataFrame. Raises ImportError, with what to install, where there is no pandas."""
        try:
            import pandas
        except ImportError as missing:
            raise ImportError("to_frame() needs pandas: pip install pandas") from missing
        return pandas.DataFrame(list(self), columns=self.columns)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(column)}</th>" for column in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{_shown(row.get(column))}</td>" for column in self.columns) + "</tr>"
            for row in self[: self.SHOWN]
        )
        more = len(self) - self.SHOWN
        caption = html.escape(self.caption) + (f" (and {more} more rows)" if more > 0 else "")
        return (
            f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, (list, tuple)):
        return html.escape("; ".join(str(each) for each in value))
    return html.escape(str(value))
