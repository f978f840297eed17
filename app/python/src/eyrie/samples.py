"""What became of every item: samples files of lm-evaluation-harness."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import IO, Any, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple, cast

_NOT_METRICS = ("doc_id", "doc", "target", "arguments", "resps")


class NotUsable(ValueError):
    """A file is none of the harness, or its scores cannot be compared with others."""


class Outcomes(NamedTuple):
    """Items of one metric under one filter: a character an item, and their names unless only their order is known."""

    metric: str
    filter: str
    value: str
    names: Optional[List[str]]


def parsed(text: str) -> Any:
    """JSON, in which NaN may stand; ValueError where it is none, or a key stands twice."""
    return json.loads(text, object_pairs_hook=_once)


def _once(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in an object")
    return found


def read(file: Path, filters: Sequence[str] = ()) -> Iterator[Outcomes]:
    """Outcomes of every metric that is 0 or 1 for all documents, in the order of the documents' hashes.

    filters are those of the task in their order, for files before 0.4.6, which do not say which a line is of.
    """
    lines_of: Dict[str, int] = {}
    columns: Dict[Tuple[str, str], Dict[Tuple[str, str], float]] = {}
    hashed: Dict[Tuple[str, str], bool] = {}
    number = 0
    try:
        with _open(file) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    sample = _object(file, number, line)
                    kept = _filter(sample, filters, lines_of)
                    _add(sample, kept, f"{file} line {number}", columns, hashed)
    except (UnicodeDecodeError, gzip.BadGzipFile, EOFError, zlib.error) as broken:
        raise NotUsable(f"{file} is damaged or no UTF-8 after line {number}: {broken}") from broken
    for key in sorted(columns):
        values = columns[key]
        order = sorted(values)
        if all(values[document] in (0, 1) for document in order):
            value = "".join("1" if values[document] == 1 else "0" for document in order)
            yield Outcomes(key[0], key[1], value, _names(order) if hashed[key] else None)


def _open(file: Path) -> IO[str]:
    with file.open("rb") as start:
        packed = start.read(2) == b"\x1f\x8b"
    return cast(IO[str], gzip.open(file, "rt", encoding="utf-8-sig")) if packed else file.open(encoding="utf-8-sig")


def _object(file: Path, number: int, line: str) -> Dict[str, Any]:
    try:
        sample = parsed(line)
    except (ValueError, RecursionError) as broken:
        raise NotUsable(f"{file} line {number} is damaged or no JSON: {broken}") from broken
    if not isinstance(sample, dict) or sample.get("doc_id") is None:
        raise NotUsable(f"{file} line {number} has no doc_id: this is no sample of the harness")
    return sample


def _filter(sample: Dict[str, Any], filters: Sequence[str], lines_of: Dict[str, int]) -> str:
    if sample.get("filter") is not None:
        return str(sample["filter"])
    if not filters:
        return "none"
    document = str(sample["doc_id"])
    lines_of[document] = lines_of.get(document, 0) + 1
    return filters[min(lines_of[document], len(filters)) - 1]


def _add(sample: Dict[str, Any], kept: str, place: str, columns: Dict[Tuple[str, str], Dict[Tuple[str, str], float]],
         hashed: Dict[Tuple[str, str], bool]) -> None:
    listed = sample.get("metrics")
    # Documents that are alike word by word have one hash and are told apart by their number.
    name = str(sample.get("doc_hash") or "").strip()
    document = (name, f"{sample['doc_id']!s:>9}")
    for metric, value in sample.items():
        is_metric = metric in listed if isinstance(listed, list) else metric not in _NOT_METRICS
        if not is_metric or not isinstance(value, (int, float)):
            continue
        key = (metric, kept)
        hashed[key] = hashed.get(key, True) and bool(name)
        before = columns.setdefault(key, {}).setdefault(document, value)
        if before != value and not (before != before and value != value):  # NaN differs from itself
            raise NotUsable(f"{place}: the document {sample['doc_id']} stands twice with different values of {metric}")


def _names(order: List[Tuple[str, str]]) -> List[str]:
    """A document's number shifts with the choice of documents, so twins are numbered among themselves."""
    twins: Dict[str, int] = {}
    names = []
    for document, _ in order:
        twins[document] = twins.get(document, 0) + 1
        names.append(document if twins[document] == 1 else f"{document} #{twins[document]}")
    return names
